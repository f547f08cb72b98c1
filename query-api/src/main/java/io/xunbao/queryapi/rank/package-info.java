/**
 * Learned ranking of retrieved hits: {@link io.xunbao.queryapi.rank.LearnedRanking} sees each hit
 * as a candidate of the {@code ranker} module, in serving and in training alike. {@link
 * io.xunbao.queryapi.rank.MixedRanking} makes one list of two rankings, for experiments.
 */
@NullMarked
package io.xunbao.queryapi.rank;

import org.jspecify.annotations.NullMarked;
