package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.Blends;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.InterestFiles;
import io.xunbao.ranker.interest.InterestModel;
import io.xunbao.ranker.interest.ItemBlend;
import io.xunbao.ranker.interest.UserProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What serving computes, as one of the methods that are measured: the history becomes the profile
 * that the stream would keep of it, and the stored blend scores that.
 */
public final class ServedScorer implements ItemScorer {
  private final ItemBlend blend;
  private final ItemCatalogue items;
  private final Function<History, UserProfile> profile;

  private ServedScorer(
      ItemBlend blend, ItemCatalogue items, Function<History, UserProfile> profile) {
    this.blend = blend;
    this.items = items;
    this.profile = profile;
  }

  /** For shoppers, whose histories become profiles event by event. */
  public static ServedScorer forShoppers(ItemBlend blend, ItemCatalogue items) {
    return new ServedScorer(blend, items, history -> profile(history, items));
  }

  /** For baskets, whose products count alike. */
  public static ServedScorer forBaskets(ItemBlend blend, ItemCatalogue items) {
    return new ServedScorer(blend, items, history -> basket(history, items));
  }

  /** Blends after they were written to bytes and read back. */
  static Blends stored(Blends trained) {
    try {
      return InterestFiles.read(InterestFiles.write(InterestModel.NONE.withBlends(trained)))
          .blends();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static UserProfile profile(History history, ItemCatalogue items) {
    UserProfile profile = UserProfile.NONE;
    for (Action action : history.actions()) {
      profile =
          profile.plus(
              action.type(), items.id(action.item()), action.at(), EventWeights.defaults());
    }
    return profile;
  }

  static UserProfile basket(History history, ItemCatalogue items) {
    return UserProfile.basket(Arrays.stream(history.items()).mapToObj(items::id).toList());
  }

  @Override
  public String name() {
    return EvaluationTable.SERVED;
  }

  @Override
  public float[] score(History history) {
    float[] scores = new float[items.size()];
    blend
        .score(profile.apply(history))
        .forEach(
            (product, parts) ->
                items
                    .number(product)
                    .ifPresent(item -> scores[item] = (float) ItemBlend.total(parts)));
    return scores;
  }
}
