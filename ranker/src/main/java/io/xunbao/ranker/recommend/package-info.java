/**
 * Recommendation: products that go with what a shopper did.
 *
 * <p>{@link io.xunbao.ranker.recommend.ItemScorer} is the seam: a history in, a score for every
 * item out. The simple ones (popularity, last category, item neighbours) are baselines; {@link
 * io.xunbao.ranker.recommend.Blend} adds several up with weights that were tuned on a slice of time
 * before the one that is measured. {@link io.xunbao.ranker.recommend.NextItemEvaluation} and {@link
 * io.xunbao.ranker.recommend.BasketEvaluation} measure all of them on the same cases. {@link
 * io.xunbao.ranker.recommend.BlendTraining} learns and tunes what serves, and {@link
 * io.xunbao.ranker.recommend.ServedScorer} measures that beside them, out of its stored form.
 */
@NullMarked
package io.xunbao.ranker.recommend;

import org.jspecify.annotations.NullMarked;
