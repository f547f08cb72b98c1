/**
 * Training of ranking models. {@link io.xunbao.ranker.train.Trainer} is the seam; LightGBM and
 * XGBoost stand behind it and are optional: what serves has neither of them on its class path.
 * {@link io.xunbao.ranker.train.ModelSelection} lets recipes compete where queries are few.
 *
 * <pre>{@code
 * TrainingSet rows = Letor.read(Path.of("train.txt"));
 * TrainedModel model = new LightGbmTrainer().train(rows, null, TrainingSettings.DEFAULTS);
 * }</pre>
 */
@NullMarked
package io.xunbao.ranker.train;

import org.jspecify.annotations.NullMarked;
