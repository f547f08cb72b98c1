/**
 * Classification of texts: which category a review is about, whether it is content, where a
 * customer's sentence should go.
 *
 * <p>{@link io.xunbao.ranker.classify.ClassifierTrainer} learns a {@link
 * io.xunbao.ranker.classify.TextClassifier} from labelled texts; {@link
 * io.xunbao.ranker.classify.ClassifierFiles} keeps it in the registry of models.
 *
 * <pre>{@code
 * TextSplit split = TextSplit.of(texts, 42);
 * TextClassifier classifier = new ClassifierTrainer(ClassifierSettings.defaults()).train(split);
 * Prediction said = classifier.classify(List.of("屏幕", "很", "清晰"));
 * }</pre>
 *
 * <p>Callers bring words (lists of tokens): nothing here segments text.
 */
@NullMarked
package io.xunbao.ranker.classify;

import org.jspecify.annotations.NullMarked;
