package io.xunbao.queryapi.recommend;

import io.xunbao.ranker.interest.Blends.Kind;
import io.xunbao.ranker.interest.InterestModel;
import io.xunbao.ranker.interest.InterestModel.Companion;
import io.xunbao.ranker.interest.ItemBlend;
import io.xunbao.ranker.interest.UserProfile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What behaviour taught.
 *
 * @param profile of the shopper as it is now; {@link UserProfile#NONE} for somebody new
 * @param model what was learned of products
 */
public record Learned(UserProfile profile, InterestModel model) {
  public Learned {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(model, "model");
  }

  Optional<ItemBlend> blend(Kind kind) {
    return model.blends().blend(kind);
  }

  List<Companion> companions(String product) {
    return model.companions(product);
  }
}
