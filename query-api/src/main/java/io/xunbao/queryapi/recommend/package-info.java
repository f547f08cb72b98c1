/**
 * Recommendations out of a published snapshot: products for a shopper, products like another, and
 * products that are taken with others. Entry type: {@link
 * io.xunbao.queryapi.recommend.Recommender}, which serves the blends of an interests model as they
 * were tuned and evaluated, and fills up by fixed weights.
 */
@NullMarked
package io.xunbao.queryapi.recommend;

import org.jspecify.annotations.NullMarked;
