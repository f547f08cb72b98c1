package io.xunbao.ikdict.discover;

/**
 * What is taken for a word.
 *
 * @param minCount how often it must occur
 * @param longest how many characters it may have, 2 to 8
 * @param minCohesion smallest pointwise mutual information, in nats
 * @param minFreedom smallest entropy of neighbours, in nats
 */
public record DiscoverySettings(int minCount, int longest, double minCohesion, double minFreedom) {
  /** What suits a catalogue of some ten thousand titles. */
  public static final DiscoverySettings STANDARD = new DiscoverySettings(10, 5, 3.5, 1.2);

  public DiscoverySettings {
    if (minCount < 2) {
      throw new IllegalArgumentException("minCount must be >= 2, got " + minCount);
    }
    if (longest < 2 || longest > 8) {
      throw new IllegalArgumentException("longest must be 2 to 8, got " + longest);
    }
  }
}
