package io.xunbao.ranker.eval.logged;

import io.xunbao.ranker.eval.simulate.Propensities;
import io.xunbao.ranker.eval.simulate.Session;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list that was shown once from its first position on, and what came of it.
 *
 * @param query as it was asked
 * @param places its products, first position first
 * @param mix what the log says of how it was mixed; null where it says nothing
 */
public record ClickedList(String query, List<Place> places, @Nullable Mix mix) {
  /** A list of which only the products are known. */
  public ClickedList(String query, List<Place> places) {
    this(query, places, null);
  }

  /**
   * How a list was mixed of two rankings.
   *
   * @param arms two names, in the order of the experiment
   * @param picks the name of who picked each place's product; the empty string where nobody did
   */
  public record Mix(String experiment, List<String> arms, List<String> picks) {
    public Mix {
      Objects.requireNonNull(experiment, "experiment");
      arms = List.copyOf(arms);
      picks = List.copyOf(picks);
      if (arms.size() != 2) {
        throw new IllegalArgumentException("a list must be mixed of two arms, got " + arms);
      }
    }
  }

  /**
   * A product where it was shown.
   *
   * @param examination chance that the place was looked at, in (0, 1]
   * @param chosen whether the shopper did with it what is counted
   */
  public record Place(String product, double examination, boolean chosen) {
    public Place {
      Objects.requireNonNull(product, "product");
      if (!(examination > 0 && examination <= 1)) {
        throw new IllegalArgumentException(
            "the propensity of a place must be in (0, 1], got " + examination);
      }
    }

    double reward() {
      return chosen ? 1 : 0;
    }
  }

  public ClickedList {
    Objects.requireNonNull(query, "query");
    places = List.copyOf(places);
    if (mix != null && mix.picks().size() != places.size()) {
      throw new IllegalArgumentException(
          "each of " + places.size() + " places must have a pick, got " + mix.picks().size());
    }
  }

  /** Ids of the products, first position first. */
  public List<String> products() {
    return places.stream().map(Place::product).toList();
  }

  Session session() {
    return new Session(query, products(), places.stream().map(Place::chosen).toList());
  }

  /** The same list where each position is looked at as these say. */
  ClickedList examined(Propensities propensities) {
    return new ClickedList(
        query,
        IntStream.range(0, places.size())
            .mapToObj(
                k ->
                    new Place(
                        places.get(k).product(),
                        Math.min(1, propensities.at(k)),
                        places.get(k).chosen()))
            .toList(),
        mix);
  }
}
