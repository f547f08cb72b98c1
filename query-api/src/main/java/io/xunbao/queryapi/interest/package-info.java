/**
 * What shoppers are interested in, at hand for each search. {@link
 * io.xunbao.queryapi.interest.InterestFollower} follows the messages of the interest job into an
 * {@link io.xunbao.queryapi.interest.InterestStore} outside the heap, answers from it as a {@link
 * io.xunbao.ranker.interest.ProfileSource}, and forgets a shopper at once on request. {@link
 * io.xunbao.queryapi.interest.ShopperMemory} is what the rest of the server sees of it.
 */
@NullMarked
package io.xunbao.queryapi.interest;

import org.jspecify.annotations.NullMarked;
