package io.xunbao.indexer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
  @Test
  void bigrams_ofATitle_ignoreCaseSpaceAndMarks() {
    assertThat(MinHash.bigrams("iPhone 6 (16GB)")).isEqualTo(MinHash.bigrams("IPHONE6 16gb"));
  }

  @Test
  @Seeded
  void jaccard_anyTwoTitles_isThatOfSets(RandomGenerator random) {
    for (int i = 0; i < 300; i++) {
      int[] a = MinHash.bigrams(title(random, 5 + random.nextInt(30)));
      int[] b = MinHash.bigrams(title(random, 5 + random.nextInt(30)));
      Set<Integer> both = new HashSet<>(Arrays.stream(a).boxed().toList());
      Set<Integer> either = new HashSet<>(both);
      Set<Integer> other = new HashSet<>(Arrays.stream(b).boxed().toList());
      both.retainAll(other);
      either.addAll(other);
      assertThat(MinHash.jaccard(a, b))
          .isCloseTo((double) both.size() / either.size(), within(1e-12));
    }
  }

  @Test
  @Seeded
  void bands_titlesThatDifferInOneWord_almostAlwaysShareOne(RandomGenerator random) {
    int found = 0;
    int alike = 0;
    for (int i = 0; i < 500; i++) {
      String title = title(random, 30);
      String variant = title.substring(0, 26) + title(random, 4);
      int[] a = MinHash.bigrams(title);
      int[] b = MinHash.bigrams(variant);
      if (MinHash.jaccard(a, b) >= 0.7) {
        alike++;
        found += shareBand(MinHash.bands(a), MinHash.bands(b)) ? 1 : 0;
      }
    }
    assertThat(alike).isGreaterThan(300);
    assertThat((double) found / alike).isGreaterThan(0.95);
  }

  @Test
  @Seeded
  void bands_unlikeTitles_hardlyEverShareOne(RandomGenerator random) {
    int shared = 0;
    for (int i = 0; i < 2_000; i++) {
      int[] a = MinHash.bands(MinHash.bigrams(title(random, 30)));
      int[] b = MinHash.bands(MinHash.bigrams(title(random, 30)));
      shared += shareBand(a, b) ? 1 : 0;
    }
    assertThat(shared).isLessThan(5);
  }

  private static boolean shareBand(int[] a, int[] b) {
    for (int i = 0; i < a.length; i++) {
      if (a[i] == b[i]) {
        return true;
      }
    }
    return false;
  }

  private static String title(RandomGenerator random, int length) {
    StringBuilder title = new StringBuilder();
    for (int i = 0; i < length; i++) {
      title.append((char) (0x4E00 + random.nextInt(3_000)));
    }
    return title.toString();
  }
}
