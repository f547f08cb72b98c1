package io.xunbao.ranker.embed;

import java.util.SplittableRandom;

/** One thread's share of a training: every n-th sentence, all epochs. */
final class SkipGramPass implements Runnable {
  /** The learning rate never falls below this share of the first. */
  private static final float LEAST_RATE = 1e-4f;

  private final SkipGramTrainer.SharedState shared;
  private final Corpus corpus;
  private final TrainingSettings settings;
  private final int first;
  private final int stride;
  private final SkipGramStep step;
  private final SplittableRandom random;
  private final float[] keep;
  private int[] kept = new int[64];

  SkipGramPass(SkipGramTrainer.SharedState shared, int first, int stride) {
    this.shared = shared;
    this.corpus = shared.corpus();
    this.settings = shared.settings();
    this.first = first;
    this.stride = stride;
    int width = SkipGramStep.paddedTo(settings.dimensions());
    step = new SkipGramStep(shared.inputs(), shared.outputs(), width, settings.negatives() + 1);
    random = new SplittableRandom(settings.seed() * 31 + first + 1);
    keep = keepProbabilities();
  }

  /** sqrt(t / f) + t / f for a word of frequency f, as in word2vec. */
  private float[] keepProbabilities() {
    float[] probabilities = new float[corpus.vocabulary().size()];
    for (int i = 0; i < probabilities.length; i++) {
      double f = corpus.vocabulary().count(i) / (double) corpus.vocabulary().total();
      double ratio = settings.subsample() / f;
      probabilities[i] = settings.subsample() == 0 ? 1 : (float) (Math.sqrt(ratio) + ratio);
    }
    return probabilities;
  }

  @Override
  public void run() {
    double total = (double) corpus.vocabulary().total() * settings.epochs();
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      for (int s = first; s < corpus.sentences(); s += stride) {
        int words = corpus.end(s) - corpus.start(s);
        float progress = (float) (shared.done().getAndAdd(words) / total);
        learn(s, settings.learningRate() * Math.max(LEAST_RATE, 1 - progress));
      }
    }
  }

  private void learn(int sentence, float rate) {
    int n = subsample(sentence);
    for (int center = 0; center < n; center++) {
      int reach = 1 + random.nextInt(settings.window());
      int to = Math.min(n - 1, center + reach);
      for (int context = Math.max(0, center - reach); context <= to; context++) {
        if (context != center) {
          drawTargets(kept[center]);
          step.learn(kept[context], rate);
        }
      }
    }
  }

  private void drawTargets(int truth) {
    step.clearTargets();
    step.addTarget(truth);
    for (int i = 0; i < settings.negatives(); i++) {
      int noise = shared.noise().word(random.nextLong());
      if (noise != truth) {
        step.addTarget(noise);
      }
    }
  }

  private int subsample(int sentence) {
    int start = corpus.start(sentence);
    int end = corpus.end(sentence);
    if (kept.length < end - start) {
      kept = new int[end - start];
    }
    int n = 0;
    for (int i = start; i < end; i++) {
      int row = corpus.rows()[i];
      if (keep[row] >= 1 || random.nextFloat() < keep[row]) {
        kept[n++] = row;
      }
    }
    return n;
  }
}
