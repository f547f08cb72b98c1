/**
 * What logs of served lists tell of rankings: {@link io.xunbao.ranker.eval.logged.ClickLog} joins
 * impressions to clicks, {@link io.xunbao.ranker.eval.logged.Counterfactual} estimates what a
 * ranking would have earned that was not shown, {@link io.xunbao.ranker.eval.logged.Interleaving}
 * says which of two rankings shoppers prefer, {@link
 * io.xunbao.ranker.eval.logged.LoggedPropensities} how much each position is looked at.
 *
 * <pre>{@code
 * ClickLog log = ClickLog.of(impressions, events, EventType.CLICK);
 * OffPolicy earned = new Counterfactual(log.lists(), rankings, seed).byExamination().ips();
 * }</pre>
 */
@NullMarked
package io.xunbao.ranker.eval.logged;

import org.jspecify.annotations.NullMarked;
