/**
 * Clicks of simulated shoppers whose taste is known, and what is to be learnt from clicks: how much
 * each position is looked at ({@link io.xunbao.ranker.eval.simulate.Propensities}), which of two
 * rankers wins ({@link io.xunbao.ranker.eval.simulate.TeamDraft}), and what a ranker that was never
 * shown would have earned ({@link io.xunbao.ranker.eval.simulate.OffPolicy}). Whatever they claim
 * can be held against the truth here.
 *
 * <pre>{@code
 * ClickModel shoppers = ClickModel.positionBased(10, 1);
 * boolean[] clicks = shoppers.clicks(grades, random);
 * }</pre>
 */
@NullMarked
package io.xunbao.ranker.eval.simulate;

import org.jspecify.annotations.NullMarked;
