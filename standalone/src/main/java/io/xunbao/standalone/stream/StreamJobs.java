package io.xunbao.standalone.stream;

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
