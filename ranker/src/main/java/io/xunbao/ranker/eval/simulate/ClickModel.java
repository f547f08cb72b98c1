package io.xunbao.ranker.eval.simulate;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** How shoppers click on a list whose grades are known. */
public sealed interface ClickModel {
  /** Chance that a shopper who looks at a product of grade 0 to 3 clicks on it. */
  List<Double> ATTRACTION = List.of(0.05, 0.2, 0.5, 0.9);

  /**
   * One shopper's clicks.
   *
   * @param grades grades of the products shown, 0 to 3, first position first
   * @return whether each was clicked
   */
  boolean[] clicks(int[] grades, RandomGenerator random);

  /**
   * Positions are looked at independently, the n-th with probability {@code n^-eta} (Richardson et
   * al., WWW 2007; Craswell et al., WSDM 2008).
   */
  static PositionBased positionBased(int positions, double eta) {
    return new PositionBased(
        IntStream.rangeClosed(1, positions).mapToObj(n -> Math.pow(n, -eta)).toList());
  }

  /**
   * Every position is looked at with a probability of its own.
   *
   * @param examination chance that each position is looked at; positions behind are not
   */
  record PositionBased(List<Double> examination) implements ClickModel {
    public PositionBased {
      examination = List.copyOf(examination);
      for (double chance : examination) {
        requireChance("examination", chance);
      }
    }

    /** Chance that a position, from 0, is looked at. */
    public double examination(int position) {
      return position < examination.size() ? examination.get(position) : 0;
    }

    @Override
    public boolean[] clicks(int[] grades, RandomGenerator random) {
      boolean[] clicks = new boolean[grades.length];
      for (int i = 0; i < grades.length; i++) {
        clicks[i] = random.nextDouble() < examination(i) * ATTRACTION.get(grades[i]);
      }
      return clicks;
    }
  }

  /**
   * The shopper walks down the list and leaves after a click with some probability (Craswell et
   * al., WSDM 2008; Chapelle and Zhang, WWW 2009).
   *
   * @param leaves chance that a click ends the walk
   */
  record Cascade(double leaves) implements ClickModel {
    public Cascade {
      requireChance("leaves", leaves);
    }

    @Override
    public boolean[] clicks(int[] grades, RandomGenerator random) {
      boolean[] clicks = new boolean[grades.length];
      for (int i = 0; i < grades.length; i++) {
        clicks[i] = random.nextDouble() < ATTRACTION.get(grades[i]);
        if (clicks[i] && random.nextDouble() < leaves) {
          break;
        }
      }
      return clicks;
    }
  }

  private static void requireChance(String name, double chance) {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException(name + " must be in 0..1, got " + chance);
    }
  }
}
