package io.xunbao.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class HitOrderTest {
  private static final Comparator<Hit> SLOW =
      Comparator.comparingDouble(Hit::score)
          .reversed()
          .thenComparing(hit -> new BytesRef(hit.id()));

  /** Scores of few values, so that ties are common; of both signs, as learned models give them. */
  @Seeded
  @Test
  void byScore_anyHits_isThatOfTheComparator(RandomGenerator random) {
    float[] few = {0f, -0f, 1f, -1f, Float.MAX_VALUE, -Float.MIN_VALUE, Float.NEGATIVE_INFINITY};
    for (int round = 0; round < 50; round++) {
      List<Hit> hits = new ArrayList<>();
      for (int i = random.nextInt(40); i > 0; i--) {
        float score =
            random.nextBoolean() ? few[random.nextInt(few.length)] : random.nextFloat() - 0.5f;
        String id = "p" + random.nextInt(10) + (random.nextBoolean() ? "\uD83D\uDE00" : "\uFF21");
        hits.add(new Hit(id, i, score, new PageKey(0, id)));
      }
      List<Hit> expected = new ArrayList<>(hits);
      expected.sort(SLOW);
      assertThat(HitOrder.byScore(hits)).isEqualTo(expected);
    }
  }
}
