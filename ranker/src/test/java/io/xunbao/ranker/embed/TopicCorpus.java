package io.xunbao.ranker.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A generated text of known structure: words {@code t3w5} of topics, and sentences that draw from
 * one topic and a few words that all share. Words of a topic must become neighbours.
 */
final class TopicCorpus {
  static final int TOPICS = 8;
  static final int WORDS = 12;

  private TopicCorpus() {}

  static List<List<String>> sentences(int count, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    List<List<String>> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int topic = random.nextInt(TOPICS);
      List<String> sentence = new ArrayList<>();
      for (int j = 0; j < 10; j++) {
        sentence.add(
            random.nextInt(4) == 0
                ? "shared" + random.nextInt(6)
                : "t" + topic + "w" + random.nextInt(WORDS));
      }
      sentences.add(sentence);
    }
    return sentences;
  }

  /** The share of words whose nearest neighbour is of the same topic. */
  static double neighboursOfSameTopic(Embedding embedding) {
    int right = 0;
    for (int topic = 0; topic < TOPICS; topic++) {
      for (int word = 0; word < WORDS; word++) {
        if (nearest(embedding, "t" + topic + "w" + word).startsWith("t" + topic + "w")) {
          right++;
        }
      }
    }
    return right / (double) (TOPICS * WORDS);
  }

  private static String nearest(Embedding embedding, String word) {
    float[] vector = embedding.vector(word).orElseThrow();
    String best = "";
    double highest = -2;
    for (String other : embedding.vocabulary().words()) {
      double cosine = Vectors.cosine(vector, embedding.vector(other).orElseThrow());
      if (!other.equals(word) && cosine > highest) {
        highest = cosine;
        best = other;
      }
    }
    return best;
  }
}
