package io.xunbao.ranker.classify;

import io.xunbao.ranker.embed.Embedding;
import io.xunbao.ranker.embed.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a classifier as two embeddings.
 *
 * @param features the words with their counts, then the buckets that have a row, in their order,
 *     each by {@link #bucketName}
 * @param labels each with its vector and, as one more number, its offset
 */
record StoredRows(Embedding features, Embedding labels) {
  /** Stands before a bucket's number; no word begins with a control character. */
  private static final char BUCKET = '\u0001';

  private static final int MAX_BUCKETS = 1 << 24;

  static StoredRows of(TextClassifier classifier) {
    return new StoredRows(features(classifier), labels(classifier));
  }

  private static Embedding features(TextClassifier classifier) {
    TextFeatures features = classifier.features();
    LinearSoftmax model = classifier.model();
    List<String> names = new ArrayList<>(features.vocabulary().words());
    for (int bucket = 0; bucket < features.buckets(); bucket++) {
      if (features.bucketRow(bucket) >= 0) {
        names.add(bucketName(bucket));
      }
    }
    long[] counts = new long[names.size()];
    for (int word = 0; word < features.vocabulary().size(); word++) {
      counts[word] = features.vocabulary().count(word);
    }
    return Embedding.of(new Vocabulary(names, counts), model.inputs(), model.width());
  }

  private static Embedding labels(TextClassifier classifier) {
    LinearSoftmax model = classifier.model();
    int width = model.width() + 1;
    float[] rows = new float[model.labels() * width];
    for (int label = 0; label < model.labels(); label++) {
      System.arraycopy(model.outputs(), label * model.width(), rows, label * width, model.width());
      rows[label * width + model.width()] = model.offsets()[label];
    }
    return Embedding.of(new Vocabulary(classifier.labels(), new long[model.labels()]), rows, width);
  }

  private static String bucketName(int bucket) {
    return BUCKET + Integer.toHexString(bucket);
  }

  /**
   * The classifier of these rows.
   *
   * @throws IllegalArgumentException where they do not fit each other
   */
  TextClassifier toClassifier(int buckets, double temperature) {
    if (labels.dimensions() != features.dimensions() + 1) {
      throw new IllegalArgumentException(
          "labels must have one number more than features, got "
              + (labels.dimensions() + " and " + features.dimensions()));
    }
    if (buckets < 1 || buckets > MAX_BUCKETS || Integer.bitCount(buckets) != 1) {
      throw new IllegalArgumentException(
          "buckets must be a power of two in [1, " + MAX_BUCKETS + "], got " + buckets);
    }
    int words = words();
    TextFeatures read = new TextFeatures(vocabulary(words), bucketRows(words, buckets));
    return new TextClassifier(labels.vocabulary().words(), read, model(), temperature);
  }

  private int words() {
    Vocabulary all = features.vocabulary();
    int words = 0;
    while (words < all.size() && !isBucket(all.word(words))) {
      words++;
    }
    return words;
  }

  private static boolean isBucket(String name) {
    return !name.isEmpty() && name.charAt(0) == BUCKET;
  }

  private Vocabulary vocabulary(int words) {
    long[] counts = new long[words];
    Arrays.setAll(counts, features.vocabulary()::count);
    return new Vocabulary(features.vocabulary().words().subList(0, words), counts);
  }

  private int[] bucketRows(int words, int buckets) {
    int[] rows = new int[buckets];
    Arrays.fill(rows, -1);
    for (int row = words; row < features.vocabulary().size(); row++) {
      String name = features.vocabulary().word(row);
      int bucket = isBucket(name) ? Integer.parseUnsignedInt(name, 1, name.length(), 16) : -1;
      if (bucket < 0 || bucket >= buckets) {
        throw new IllegalArgumentException(
            "a bucket must be in [0, " + buckets + "), got row " + row + " named " + name);
      }
      rows[bucket] = row;
    }
    return rows;
  }

  /** The numbers, padded for this machine's lanes: another machine may have stored them. */
  private LinearSoftmax model() {
    int stored = features.dimensions();
    int width = Lanes.padded(stored);
    int count = features.vocabulary().size();
    float[] inputs = new float[Math.multiplyExact(count, width)];
    for (int row = 0; row < count; row++) {
      features.read(row, inputs, row * width);
    }
    int names = labels.vocabulary().size();
    float[] outputs = new float[names * width];
    float[] offsets = new float[names];
    float[] line = new float[stored + 1];
    for (int label = 0; label < names; label++) {
      labels.read(label, line, 0);
      System.arraycopy(line, 0, outputs, label * width, stored);
      offsets[label] = line[stored];
    }
    requireFinite(inputs);
    requireFinite(outputs);
    requireFinite(offsets);
    return new LinearSoftmax(inputs, outputs, offsets, width);
  }

  private static void requireFinite(float[] numbers) {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        throw new IllegalArgumentException("every number must be finite, got " + number);
      }
    }
  }
}
