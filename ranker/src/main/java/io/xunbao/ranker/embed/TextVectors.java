package io.xunbao.ranker.embed;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import java.util.List;
import java.util.OptionalInt;

/**
 * Vectors of texts: the mean of their words' vectors, each weighted by a / (a + p(word)), with the
 * direction that all texts share removed, scaled to length 1 (smooth inverse frequency: Arora,
 * Liang and Ma 2017, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings").
 *
 * <p>Pairs that are phrases of the vocabulary count as one word; a word without a vector counts as
 * its known parts. A text of which nothing is known gets the zero vector, whose cosine to
 * everything is 0.
 */
public final class TextVectors {
  /** The smoothing constant of the paper, in the middle of the range that it found to work. */
  public static final double DEFAULT_SMOOTHING = 1e-3;

  private final Embedding embedding;
  private final double smoothing;
  private final float[] common;

  /**
   * @param smoothing the constant a, over 0
   * @param common direction to remove, of length 1, or all zeros to remove nothing
   */
  public TextVectors(Embedding embedding, double smoothing, float[] common) {
    if (!(smoothing > 0)) {
      throw new IllegalArgumentException("smoothing must be > 0, got " + smoothing);
    }
    if (common.length != embedding.dimensions()) {
      throw new IllegalArgumentException(
          "the common direction must have "
              + embedding.dimensions()
              + " numbers, got "
              + common.length);
    }
    this.embedding = embedding;
    this.smoothing = smoothing;
    this.common = common.clone();
  }

  /** Finds the common direction of texts: the first principal direction of their weighted means. */
  public static TextVectors fit(Embedding embedding, List<List<String>> texts, Blas blas) {
    int d = embedding.dimensions();
    TextVectors raw = new TextVectors(embedding, DEFAULT_SMOOTHING, new float[d]);
    float[] means = new float[texts.size() * d];
    for (int i = 0; i < texts.size(); i++) {
      System.arraycopy(raw.mean(texts.get(i)), 0, means, i * d, d);
    }
    Matrix direction = new PrincipalDirections(blas).of(Matrix.of(means, texts.size(), d), 1);
    return new TextVectors(embedding, DEFAULT_SMOOTHING, direction.values());
  }

  public int dimensions() {
    return embedding.dimensions();
  }

  public Embedding embedding() {
    return embedding;
  }

  double smoothing() {
    return smoothing;
  }

  float[] common() {
    return common.clone();
  }

  /**
   * The vector of a text, of length 1, or zero where nothing of it is known; shape [dimensions].
   */
  public float[] vector(List<String> words) {
    float[] vector = mean(words);
    Vectors.removeDirection(vector, common);
    Vectors.normalize(vector, 0, vector.length);
    return vector;
  }

  /**
   * The share of a text's words that have a vector, themselves or by their parts; 0 for no words.
   */
  public double coverage(List<String> words) {
    List<String> joined = Phrases.join(words, embedding.vocabulary()::contains);
    long known =
        joined.stream()
            .filter(w -> embedding.vocabulary().contains(w) || !parts(w).isEmpty())
            .count();
    return joined.isEmpty() ? 0 : known / (double) joined.size();
  }

  private float[] mean(List<String> words) {
    float[] sum = new float[dimensions()];
    float[] row = new float[dimensions()];
    double weights = 0;
    for (String word : Phrases.join(words, embedding.vocabulary()::contains)) {
      weights += add(word, 1, sum, row);
    }
    if (weights > 0) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] /= (float) weights;
      }
    }
    return sum;
  }

  private double add(String word, double share, float[] sum, float[] row) {
    OptionalInt known = embedding.vocabulary().row(word);
    if (known.isPresent()) {
      double weight = share * weight(known.getAsInt());
      embedding.read(known.getAsInt(), row, 0);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (float) weight * row[i];
      }
      return weight;
    }
    List<String> parts = parts(word);
    double weights = 0;
    for (String part : parts) {
      weights += add(part, share / parts.size(), sum, row);
    }
    return weights;
  }

  private List<String> parts(String word) {
    return WordParts.of(word, embedding.vocabulary()::contains);
  }

  private double weight(int row) {
    double p = embedding.vocabulary().count(row) / (double) embedding.vocabulary().total();
    return smoothing / (smoothing + p);
  }
}
