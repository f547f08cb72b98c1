/**
 * What a shopper is interested in, learned from behaviour: {@link
 * io.xunbao.ranker.interest.UserInterests} are decayed sums of product vectors that a stream keeps
 * up to date event by event; {@link io.xunbao.ranker.interest.ImplicitAls} learns factors of
 * shoppers and products from all events at once.
 */
@NullMarked
package io.xunbao.ranker.interest;

import org.jspecify.annotations.NullMarked;
