package io.xunbao.standalone.generate;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What the generator alone knows of {@link SampleData} of the same size and seed: how much each
 * product attracts each shopper for a query. Real logs have no such thing.
 */
public final class PersonalTruth {
  private final Simulation simulation;

  private PersonalTruth(Simulation simulation) {
    this.simulation = simulation;
  }

  /** Runs the generator again. */
  public static PersonalTruth of(SampleSize size, long seed) throws IOException {
    return new PersonalTruth(Simulation.run(size, seed));
  }

  /**
   * The attractions of all products that a query means, by id.
   *
   * @return chances of a click by this shopper where the product is looked at; empty where the
   *     generator made no such shopper or query
   */
  public Map<String, Double> attractions(String user, String query) {
    Shopper shopper = simulation.behaviour().shoppers().get(user);
    SampleQuery meant = simulation.behaviour().queries().get(query);
    Map<String, Double> attractions = new HashMap<>();
    if (shopper != null && meant != null) {
      for (SampleProduct product : simulation.behaviour().candidates(meant)) {
        attractions.put(product.id(), attraction(shopper, meant, product));
      }
    }
    return attractions;
  }

  private double attraction(Shopper shopper, SampleQuery query, SampleProduct product) {
    SampleCategory category = simulation.vocabulary().categories().get(product.category());
    return simulation
        .model()
        .attraction(query.grade(product), shopper.taste(product, category), product.quality());
  }
}
