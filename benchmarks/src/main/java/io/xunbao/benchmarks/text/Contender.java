package io.xunbao.benchmarks.text;

import io.xunbao.ranker.classify.ClassifierSettings;
import io.xunbao.ranker.classify.ClassifierTrainer;
import io.xunbao.ranker.classify.Prediction;
import io.xunbao.ranker.classify.TextSplit;
import java.util.List;
import java.util.function.Function;

/** A way to learn a classifier. */
interface Contender {
  String name();

  /** Learns from the training texts; only the calibration texts may tell it when to stop. */
  Function<List<String>, Prediction> train(TextSplit split);

  /** Xunbao's own. */
  static Contender ours() {
    return new Contender() {
      @Override
      public String name() {
        return "Xunbao";
      }

      @Override
      public Function<List<String>, Prediction> train(TextSplit split) {
        return new ClassifierTrainer(ClassifierSettings.defaults()).train(split)::classify;
      }
    };
  }
}
