/**
 * Ranking beside Lucene's own BM25 under four analyzers, on the judged sets, in one run: {@link
 * io.xunbao.benchmarks.relevance.RankingQuality} for quality, {@link
 * io.xunbao.benchmarks.relevance.SearchSpeed} for speed.
 */
@NullMarked
package io.xunbao.benchmarks.relevance;

import org.jspecify.annotations.NullMarked;
