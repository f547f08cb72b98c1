package io.xunbao.benchmarks.streams;

import io.xunbao.flinkjobs.behaviour.ShopperJobs;
import io.xunbao.flinkjobs.interest.NoFacts;
import io.xunbao.flinkjobs.interest.ProductFacts;
import io.xunbao.flinkjobs.interest.RegistryFacts;
import io.xunbao.flinkjobs.io.KafkaIn;
import io.xunbao.flinkjobs.io.KafkaOut;
import io.xunbao.flinkjobs.io.Start;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.queryapi.interest.InterestFollower;
import io.xunbao.queryapi.interest.InterestStore;
import io.xunbao.queryapi.interest.KafkaInterestFeed;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.feedback.Pseudonyms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * How long after a click the server knows of it: broker, Flink with all jobs of shoppers, and the
 * server's store in one process. A search reads the shopper's profile from that store, so this is
 * when the next search ranks by the click. Every tenth event is a probe, by one of many shoppers
 * and for a product of its own; it counts from when it is handed to the producer until it is in the
 * store.
 *
 * <p>Arguments: events a second (default 500), seconds (default 60, after 15 to warm up), and the
 * folder of an embedding for product vectors (default none).
 */
final class InterestFreshness {
  private static final int WARM_UP = 15;
  private static final int PROBE_EVERY = 10;
  private static final int SHOPPERS = 5_000;

  private final ShopperStack stack;
  private final InterestFollower follower;
  private final Pseudonyms pseudonyms;
  private final RandomGenerator random = new SplittableRandom(7);
  private final List<Probe> waiting = new ArrayList<>();
  private final List<Double> delays = new ArrayList<>();
  private int sent;

  private record Probe(String user, String product, long sentNanos, boolean counts) {}

  private InterestFreshness(ShopperStack stack, InterestFollower follower) throws Exception {
    this.stack = stack;
    this.follower = follower;
    this.pseudonyms = stack.pseudonyms();
  }

  public static void main(String[] args) throws Exception {
    int rate = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    ProductFacts facts = args.length > 2 ? new RegistryFacts(args[2]) : new NoFacts();
    try (ShopperStack stack = new ShopperStack()) {
      StreamExecutionEnvironment flink = ShopperStack.flink();
      ShopperJobs.build(
          KafkaIn.unbounded(flink, stack.kafka(), TopicNames.STANDARD, "shoppers"),
          new KafkaOut(stack.kafka(), TopicNames.STANDARD),
          new Start.Earliest(),
          stack.settings(facts));
      flink.enableCheckpointing(1_000);
      JobClient job = flink.executeAsync("shoppers");
      try (InterestFollower follower =
          InterestFollower.start(
              new InterestStore(1_000_000),
              new KafkaInterestFeed(stack.kafka().properties(), Topic.INTEREST.standardName()),
              stack.folder().resolve("interests"),
              Duration.ofSeconds(10))) {
        new InterestFreshness(stack, follower).measure(rate, seconds);
      } finally {
        job.cancel().get();
      }
    }
  }

  private void measure(int rate, int seconds) {
    long start = System.nanoTime();
    long second = TimeUnit.SECONDS.toNanos(1);
    long all = (long) rate * (WARM_UP + seconds);
    while (sent < all) {
      long due = start + sent * second / rate;
      if (System.nanoTime() >= due) {
        send(sent >= (long) rate * WARM_UP);
      } else {
        look();
        LockSupport.parkNanos(Math.min(500_000, Math.max(1, due - System.nanoTime())));
      }
    }
    long patience = System.nanoTime() + 20 * second;
    while (!waiting.isEmpty() && System.nanoTime() < patience) {
      look();
      LockSupport.parkNanos(500_000);
    }
    report(rate, seconds);
  }

  private void send(boolean counts) {
    boolean probe = sent % PROBE_EVERY == 0;
    String user = "user-" + random.nextInt(SHOPPERS);
    String product = probe ? "probe-" + sent : "product-" + random.nextInt(2_000);
    EventType type = probe ? EventType.CLICK : EventType.VIEW;
    Instant now = Instant.now();
    long nanos = System.nanoTime();
    stack.send(BehaviourEvent.of("e-" + sent, user, type, product, now));
    if (probe) {
      waiting.add(new Probe(pseudonyms.of(user), product, nanos, counts));
    }
    sent++;
  }

  private void look() {
    for (Iterator<Probe> probes = waiting.iterator(); probes.hasNext(); ) {
      Probe probe = probes.next();
      boolean known =
          follower
              .profile(probe.user())
              .map(profile -> profile.recent().containsKey(probe.product()))
              .orElse(false);
      if (known) {
        if (probe.counts()) {
          delays.add((System.nanoTime() - probe.sentNanos()) / 1e6);
        }
        probes.remove();
      }
    }
  }

  private void report(int rate, int seconds) {
    delays.sort(null);
    long lost = waiting.stream().filter(Probe::counts).count();
    System.out.printf(
        Locale.ROOT,
        "%d events/s for %d s: %,d clicks, %d not seen; in the server's store after p50 %.0f ms,"
            + " p90 %.0f ms, p99 %.0f ms, most %.0f ms; %,d shoppers in %,d kB outside the heap%n",
        rate,
        seconds,
        delays.size() + lost,
        lost,
        quantile(0.5),
        quantile(0.9),
        quantile(0.99),
        quantile(1),
        follower.shoppers(),
        follower.bytes() / 1024);
  }

  private double quantile(double share) {
    return delays.isEmpty()
        ? Double.NaN
        : delays.get((int) Math.min(delays.size() - 1, Math.floor(share * delays.size())));
  }
}
