package io.xunbao.indexer.quality;

import io.xunbao.indexer.quality.QualityReport.Cluster;
import io.xunbao.indexer.quality.QualityReport.Member;
import io.xunbao.indexer.quality.QualityReport.TitleDuplicates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Groups products whose titles are nearly the same: candidates from {@link MinHash} bands, kept
 * where their bigrams really overlap. Variants of one product (colour, size) are among them, so
 * this warns and never refuses.
 */
final class NearDuplicates {
  /** Share of common bigrams from which titles count as nearly the same. */
  static final double THRESHOLD = 0.8;

  /** In a crowded band each title is compared with so many before it, not with all. */
  private static final int NEIGHBOURS = 16;

  private static final int SAMPLES = 10;
  private static final int MEMBERS = 5;

  private final LatestProducts products;
  private final int[] live;
  private final int[][] bigrams;
  private final int[] leader;

  private NearDuplicates(LatestProducts products) {
    this.products = products;
    this.live = IntStream.range(0, products.size()).filter(products::isLive).toArray();
    this.bigrams = new int[live.length][];
    this.leader = IntStream.range(0, live.length).toArray();
  }

  static TitleDuplicates of(LatestProducts products) {
    NearDuplicates search = new NearDuplicates(products);
    search.join();
    return search.result();
  }

  private void join() {
    int[][] keys = new int[MinHash.BANDS][live.length];
    for (int i = 0; i < live.length; i++) {
      bigrams[i] = MinHash.bigrams(products.title(live[i]));
      int[] bands = MinHash.bands(bigrams[i]);
      for (int band = 0; band < bands.length; band++) {
        keys[band][i] = bands[band];
      }
    }
    for (int[] band : keys) {
      joinBand(band);
    }
  }

  private void joinBand(int[] keys) {
    long[] ordered = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      ordered[i] = ((long) keys[i] << 32) | i;
    }
    Arrays.sort(ordered);
    for (int i = 1; i < ordered.length; i++) {
      for (int j = i - 1; j >= Math.max(0, i - NEIGHBOURS); j--) {
        if (ordered[i] >>> 32 != ordered[j] >>> 32) {
          break;
        }
        joinIfAlike((int) ordered[j], (int) ordered[i]);
      }
    }
  }

  private void joinIfAlike(int a, int b) {
    int first = find(a);
    int second = find(b);
    if (first != second && MinHash.jaccard(bigrams[a], bigrams[b]) >= THRESHOLD) {
      leader[Math.max(first, second)] = Math.min(first, second);
    }
  }

  private int find(int i) {
    int root = i;
    while (leader[root] != root) {
      root = leader[root];
    }
    for (int at = i; leader[at] != root; ) {
      int next = leader[at];
      leader[at] = root;
      at = next;
    }
    return root;
  }

  private TitleDuplicates result() {
    Map<Integer, List<Integer>> clusters = new TreeMap<>();
    for (int i = 0; i < live.length; i++) {
      clusters.computeIfAbsent(find(i), key -> new ArrayList<>(1)).add(i);
    }
    List<List<Integer>> several =
        clusters.values().stream()
            .filter(cluster -> cluster.size() > 1)
            .sorted(Comparator.comparingInt((List<Integer> cluster) -> cluster.size()).reversed())
            .toList();
    Map<Integer, Long> bySize = new TreeMap<>();
    several.forEach(cluster -> bySize.merge(cluster.size(), 1L, Long::sum));
    return new TitleDuplicates(
        sameTitles(),
        several.size(),
        several.stream().mapToLong(List::size).sum(),
        bySize,
        several.stream().limit(SAMPLES).map(this::sample).toList());
  }

  /** Products whose title is that of a product before them. */
  private long sameTitles() {
    long[] hashes =
        Arrays.stream(live).mapToLong(i -> Hash.of(products.title(i), 1)).sorted().toArray();
    long same = 0;
    for (int i = 1; i < hashes.length; i++) {
      same += hashes[i] == hashes[i - 1] ? 1 : 0;
    }
    return same;
  }

  private Cluster sample(List<Integer> cluster) {
    List<Member> members =
        cluster.stream()
            .limit(MEMBERS)
            .map(i -> new Member(products.id(live[i]), products.title(live[i])))
            .toList();
    return new Cluster(cluster.size(), members);
  }
}
