/**
 * Features: what a ranking model sees of a query, a product and a user. {@link
 * io.xunbao.ranker.feature.ProductFeatures} is the one definition that serving, logging and
 * training share; a missing value is NaN and means missing. Most features are of a candidate alone,
 * those named {@code window.} of its place among the other candidates.
 *
 * <pre>{@code
 * RankingWindow window = new RankingWindow(query, candidates);
 * FeatureMatrix rows = ProductFeatures.extract(window);
 * }</pre>
 */
@NullMarked
package io.xunbao.ranker.feature;

import org.jspecify.annotations.NullMarked;
