package io.xunbao.benchmarks.embeddings;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The share of the ten nearest neighbours that belong to a product. */
final class NeighbourQuality {
  private static final int NEAREST = 10;

  private NeighbourQuality() {}

  /** The mean over all products that have a partner. */
  static double of(Titles.Related related, Similarities similarities) {
    return IntStream.range(0, related.texts().size())
        .filter(i -> hasPartner(related.partners().get(i), i))
        .mapToDouble(i -> share(i, related.partners().get(i), similarities.of(i)))
        .average()
        .orElse(0);
  }

  /** What neighbours drawn at random would have. */
  static double byChance(Titles.Related related) {
    int n = related.texts().size();
    return IntStream.range(0, n)
        .filter(i -> hasPartner(related.partners().get(i), i))
        .mapToDouble(i -> (related.partners().get(i).size() - 1.0) / (n - 1))
        .average()
        .orElse(0);
  }

  private static boolean hasPartner(Set<Integer> partners, int self) {
    return partners.size() > (partners.contains(self) ? 1 : 0);
  }

  private static double share(int self, Set<Integer> partners, double[] scores) {
    List<Integer> nearest =
        IntStream.range(0, scores.length)
            .filter(i -> i != self)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> i))
            .limit(NEAREST)
            .toList();
    return nearest.stream().filter(partners::contains).count() / (double) NEAREST;
  }
}
