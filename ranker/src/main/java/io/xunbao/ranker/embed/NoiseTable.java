package io.xunbao.ranker.embed;

/** Draws words in proportion to count^0.75, by a table (as word2vec does). */
final class NoiseTable {
  private static final double POWER = 0.75;
  private static final int SLOTS = 1 << 20;

  private final int[] slots = new int[SLOTS];

  NoiseTable(Vocabulary vocabulary) {
    double total = 0;
    for (int i = 0; i < vocabulary.size(); i++) {
      total += Math.pow(vocabulary.count(i), POWER);
    }
    int word = 0;
    double reached = Math.pow(vocabulary.count(0), POWER) / total;
    for (int slot = 0; slot < SLOTS; slot++) {
      slots[slot] = word;
      if ((slot + 1) / (double) SLOTS > reached && word < vocabulary.size() - 1) {
        word++;
        reached += Math.pow(vocabulary.count(word), POWER) / total;
      }
    }
  }

  /** The word of a random number. */
  int word(long random) {
    return slots[(int) (random >>> 44)];
  }
}
