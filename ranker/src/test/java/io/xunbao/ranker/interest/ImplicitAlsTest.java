package io.xunbao.ranker.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.PlainBlas;
import io.xunbao.ranker.interest.ImplicitAls.AlsSettings;
import io.xunbao.ranker.interest.ImplicitAls.Factors;
import io.xunbao.testing.Seeded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ImplicitAlsTest {
  private static final AlsSettings SETTINGS = new AlsSettings(4, 0.1f, 10f, 15, 4, 7);
  private final Blas blas = new PlainBlas();

  /** Two tastes: users 0-4 share items 0-3, users 5-9 share items 4-7; each lacks one. */
  private static Interactions twoTastes() {
    int[][] columns = new int[10][3];
    float[][] weights = new float[10][];
    for (int user = 0; user < 10; user++) {
      int base = user < 5 ? 0 : 4;
      for (int i = 0; i < 3; i++) {
        columns[user][i] = base + (user + i) % 4;
      }
      weights[user] = new float[] {1, 1, 1};
    }
    return Interactions.of(columns, weights, 8);
  }

  @Test
  void train_twoTastes_ranksTheMissingItemOfOnesOwnFirst() {
    Factors factors = new ImplicitAls(SETTINGS, blas).train(twoTastes());
    for (int user = 0; user < 10; user++) {
      int missing = (user < 5 ? 0 : 4) + (user + 3) % 4;
      for (int other = user < 5 ? 4 : 0; other < (user < 5 ? 8 : 4); other++) {
        assertThat(score(factors, user, missing)).isGreaterThan(score(factors, user, other));
      }
    }
  }

  @Test
  void foldIn_itemsOfAUser_solvesTheirNormalEquations() {
    ImplicitAls als = new ImplicitAls(SETTINGS, blas);
    Factors factors = als.train(twoTastes());
    float[] user = als.foldIn(factors.items()).user(new int[] {0, 1, 2}, new float[] {1, 1, 1});
    for (int f = 0; f < 4; f++) {
      assertThat(gradient(factors, user, f)).isCloseTo(0, within(2e-3));
    }
  }

  /** Of the loss by one factor of a user of items 0, 1, 2 with weight 1. */
  private static double gradient(Factors factors, float[] user, int f) {
    double gradient = SETTINGS.regularization() * user[f];
    for (int item = 0; item < 8; item++) {
      double predicted = 0;
      for (int i = 0; i < 4; i++) {
        predicted += user[i] * factors.items().values()[item * 4 + i];
      }
      double confidence = item < 3 ? 1 + SETTINGS.confidence() : 1;
      double wanted = item < 3 ? 1 : 0;
      gradient += confidence * (predicted - wanted) * factors.items().values()[item * 4 + f];
    }
    return gradient;
  }

  private float score(Factors factors, int user, int item) {
    return blas.dot(factors.users().values(), user * 4, factors.items().values(), item * 4, 4);
  }

  @Seeded
  @Test
  void transposed_twice_isTheSame(RandomGenerator random) {
    int[][] columns = new int[20][];
    float[][] weights = new float[20][];
    for (int row = 0; row < 20; row++) {
      columns[row] = random.ints(random.nextInt(6), 0, 15).distinct().sorted().toArray();
      weights[row] = new float[columns[row].length];
      for (int i = 0; i < weights[row].length; i++) {
        weights[row][i] = random.nextFloat();
      }
    }
    Interactions interactions = Interactions.of(columns, weights, 15);
    Interactions twice = interactions.transposed().transposed();
    assertThat(twice.starts()).containsExactly(interactions.starts());
    assertThat(twice.columns()).containsExactly(interactions.columns());
    assertThat(twice.weights()).containsExactly(interactions.weights());
  }

  @Test
  void settings_wrong_areRefusedWithTheirValues() {
    assertThatThrownBy(() -> new AlsSettings(0, 1, 1, 1, 1, 1)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> new AlsSettings(4, 0, 1, 1, 1, 1)).hasMessageContaining("> 0");
  }
}
