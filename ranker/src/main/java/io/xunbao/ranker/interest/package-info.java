/**
 * What a shopper is interested in, learned from behaviour: {@link
 * io.xunbao.ranker.interest.UserInterests} are decayed sums of product vectors that a stream keeps
 * up to date event by event; {@link io.xunbao.ranker.interest.ImplicitAls} learns factors of
 * shoppers and products from all events at once. {@link io.xunbao.ranker.interest.InterestModel} is
 * what a registry keeps: profiles, and the {@link io.xunbao.ranker.interest.ItemBlend}s that
 * recommend.
 *
 * <pre>{@code
 * model.blends().blend(Kind.NEW).orElseThrow().score(profile);
 * }</pre>
 */
@NullMarked
package io.xunbao.ranker.interest;

import org.jspecify.annotations.NullMarked;
