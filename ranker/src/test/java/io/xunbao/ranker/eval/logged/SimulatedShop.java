package io.xunbao.ranker.eval.logged;

import io.xunbao.ranker.eval.simulate.ClickModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** One query whose shown products, shoppers and clicks are known. */
final class SimulatedShop {
  static final String QUERY = "q";
  static final ClickModel.PositionBased SHOPPERS = ClickModel.positionBased(4, 1);
  private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 0, "c", 2, "d", 1, "e", 3);
  private static final List<String> SHOWN = List.of("b", "c", "a", "d");

  private SimulatedShop() {}

  /** Lists of four, half of them in any order, clicked by position-based shoppers. */
  static List<ClickedList> log(int lists, RandomGenerator random) {
    List<ClickedList> log = new ArrayList<>();
    for (int n = 0; n < lists; n++) {
      List<String> shown = new ArrayList<>(SHOWN);
      if (random.nextBoolean()) {
        Collections.shuffle(shown, new Random(random.nextLong()));
      }
      log.add(clicked(shown, random));
    }
    return log;
  }

  static ClickedList clicked(List<String> shown, RandomGenerator random) {
    boolean[] clicks = SHOPPERS.clicks(shown.stream().mapToInt(GRADES::get).toArray(), random);
    return new ClickedList(
        QUERY,
        IntStream.range(0, shown.size())
            .mapToObj(k -> new ClickedList.Place(shown.get(k), SHOPPERS.examination(k), clicks[k]))
            .toList());
  }

  /** Clicks that a list earns on average. */
  static double truth(List<String> list) {
    return IntStream.range(0, list.size())
        .mapToDouble(
            k -> SHOPPERS.examination(k) * ClickModel.ATTRACTION.get(GRADES.get(list.get(k))))
        .sum();
  }
}
