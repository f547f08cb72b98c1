/**
 * Gradient-boosted trees as LightGBM and XGBoost write them, scored without those libraries. {@link
 * io.xunbao.ranker.trees.TreeEnsemble} is what a file says, {@link
 * io.xunbao.ranker.trees.TreeScorer} scores rows with it.
 *
 * <pre>{@code
 * TreeScorer scorer = new TreeScorer(LightGbmText.parse(Files.readString(file)));
 * double[] scores = scorer.score(values, rows);
 * }</pre>
 */
@NullMarked
package io.xunbao.ranker.trees;

import org.jspecify.annotations.NullMarked;
