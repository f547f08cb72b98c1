package io.xunbao.queryapi;

import io.xunbao.ranker.blas.TunedBlas;
import io.xunbao.ranker.embed.TextVectors;
import io.xunbao.ranker.interest.ProfileSource;
import io.xunbao.ranker.model.CurrentModel;
import io.xunbao.ranker.model.FollowedModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service ranks with beside words. Each may be absent: then the rankers that need it answer
 * by the next best one and say so.
 *
 * @param ranking learned ranking; null for none
 * @param embeddings word vectors; null for none
 * @param profiles what is known of shoppers
 * @param blas carries out the products of vectors; null where there are no vectors
 */
public record SearchModels(
    @Nullable CurrentModel ranking,
    @Nullable FollowedModel<TextVectors> embeddings,
    ProfileSource profiles,
    @Nullable TunedBlas blas) {
  /** Words alone. */
  public static final SearchModels NONE = new SearchModels(null, null, ProfileSource.NONE, null);

  public SearchModels {
    Objects.requireNonNull(profiles, "profiles");
    if (embeddings != null) {
      Objects.requireNonNull(blas, "blas");
    }
  }

  /** Why newer versions that were promoted do not serve. */
  List<String> problems() {
    return Stream.of(
            ranking == null ? "" : ranking.problem(),
            embeddings == null ? "" : embeddings.problem())
        .filter(problem -> !problem.isEmpty())
        .toList();
  }

  /** The same with another source of what is known of shoppers, such as a live stream. */
  public SearchModels withProfiles(ProfileSource source) {
    return new SearchModels(ranking, embeddings, source, blas);
  }
}
