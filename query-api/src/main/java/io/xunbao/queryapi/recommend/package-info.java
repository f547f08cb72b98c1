/**
 * Recommendations out of a published snapshot: products for a shopper, products like another, and
 * products that are taken with others. Entry type: {@link
 * io.xunbao.queryapi.recommend.Recommender}.
 */
@NullMarked
package io.xunbao.queryapi.recommend;

import org.jspecify.annotations.NullMarked;
