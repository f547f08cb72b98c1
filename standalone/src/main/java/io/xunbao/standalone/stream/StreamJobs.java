package io.xunbao.standalone.stream;

import io.xunbao.flinkjobs.behaviour.ShopperSettings;
import io.xunbao.flinkjobs.behaviour.ShopperStreamJob;
import io.xunbao.flinkjobs.products.ProductStreamJob;
import io.xunbao.flinkjobs.run.StreamJob;
import io.xunbao.indexer.catalog.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The streaming jobs that there are, by name. */
public enum StreamJobs {
  /** Keeps the index equal to the topic of products. */
  PRODUCTS("products") {
    @Override
    StreamJob plan(StreamSetup setup) throws IOException {
      return ProductStreamJob.plan(
          setup.kafka(), setup.topics(), setup.target(), setup.checkpoints());
    }
  },
  /** Follows what shoppers do: statistics of products, interests, training groups. */
  SHOPPERS(ShopperStreamJob.NAME) {
    @Override
    StreamJob plan(StreamSetup setup) {
      ShopperSettings shoppers = setup.shoppers();
      if (shoppers == null) {
        throw new IllegalArgumentException(
            "the job "
                + ShopperStreamJob.NAME
                + " needs pseudonymKey, a file that `openssl rand -hex 32` has filled: users are"
                + " known to it by pseudonyms alone");
      }
      return new ShopperStreamJob(
          setup.kafka(),
          setup.topics(),
          setup.checkpoints().resolve(ShopperStreamJob.NAME),
          shoppers,
          setup.stateOnDisk());
    }
  };

  private final String key;

  StreamJobs(String key) {
    this.key = key;
  }

  abstract StreamJob plan(StreamSetup setup) throws IOException;

  /** The names of all. */
  public static List<String> keys() {
    return List.of(values()).stream().map(job -> job.key).toList();
  }

  /** The names of those that an installation has what is needed for. */
  public static List<String> keys(StreamSetup setup) {
    return List.of(values()).stream()
        .filter(job -> job != SHOPPERS || setup.shoppers() != null)
        .map(job -> job.key)
        .toList();
  }

  /**
   * Plans jobs by name.
   *
   * @throws IllegalArgumentException when there is no such job; the message names the nearest
   * @throws io.xunbao.flinkjobs.products.BuildRefusedException when the state of one is missing
   */
  public static List<StreamJob> plan(List<String> names, StreamSetup setup) throws IOException {
    List<StreamJob> jobs = new ArrayList<>();
    for (String name : names) {
      StreamJobs job =
          List.of(values()).stream()
              .filter(candidate -> candidate.key.equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no job '" + name + "'; " + Nearest.hint(name, keys())));
      jobs.add(job.plan(setup));
    }
    return jobs;
  }
}
