package io.xunbao.queryapi;

import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.queryapi.rank.RankingContext;
import io.xunbao.queryapi.rank.Taste;
import io.xunbao.queryapi.vectors.SnapshotVectors;
import io.xunbao.ranker.interest.ProfileSource;
import io.xunbao.ranker.interest.UserProfile;
import io.xunbao.ranker.model.CurrentModel;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What one request ranks with: the models of the moment it came.
 *
 * @param learned null where no learned model serves
 * @param vectors null where no embedding serves
 * @param profiles what is known of shoppers
 * @param window hits that a learned model ranks
 */
record RankingTools(
    CurrentModel.@Nullable Loaded learned,
    @Nullable SnapshotVectors vectors,
    ProfileSource profiles,
    int window) {

  /**
   * What a request of a shopper is ranked with.
   *
   * @param user null for nobody
   */
  RankingContext context(@Nullable String user, ProductSearcher searcher) throws IOException {
    if (user == null) {
      return new RankingContext(vectors, null, null);
    }
    Taste own = taste(profiles.profile(user).orElse(UserProfile.NONE), searcher);
    Taste prior = own == null ? taste(profiles.prior().orElse(UserProfile.NONE), searcher) : null;
    return new RankingContext(vectors, own, prior);
  }

  /** Null where nothing of it can be seen in the snapshot. */
  private @Nullable Taste taste(UserProfile profile, ProductSearcher searcher) throws IOException {
    if (profile.isEmpty()) {
      return null;
    }
    Taste taste = Taste.of(profile, searcher, vectors);
    return taste.isEmpty() ? null : taste;
  }
}
