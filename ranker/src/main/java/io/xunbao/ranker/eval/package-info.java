/**
 * Evaluation: how good a ranking is, and whether one is better than another. {@link
 * io.xunbao.ranker.eval.Evaluation} is the entry; judgements and rankings are read from TREC files.
 *
 * <pre>{@code
 * Qrels qrels = Qrels.read(Path.of("judged.qrels"));
 * Evaluation ours = Evaluation.of(qrels, Run.read(Path.of("ours.run")), Metrics.standard());
 * double ndcg = ours.mean(Metrics.ndcg(10).name());
 * }</pre>
 */
@NullMarked
package io.xunbao.ranker.eval;

import org.jspecify.annotations.NullMarked;
