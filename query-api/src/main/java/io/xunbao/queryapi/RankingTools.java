package io.xunbao.queryapi;

import io.xunbao.queryapi.vectors.SnapshotVectors;
import io.xunbao.ranker.model.CurrentModel;
import org.jspecify.annotations.Nullable;

/**
 * What one request ranks with: the models of the moment it came.
 *
 * @param learned null where no learned model serves
 * @param vectors null where no embedding serves
 */
record RankingTools(CurrentModel.@Nullable Loaded learned, @Nullable SnapshotVectors vectors) {
  /** Words alone. */
  static final RankingTools NONE = new RankingTools(null, null);
}
