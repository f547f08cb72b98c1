package io.xunbao.standalone.cli;

import io.xunbao.queryapi.Experiment;
import io.xunbao.queryapi.RankerName;
import io.xunbao.queryapi.feed.FeedStream;
import io.xunbao.queryapi.feed.GuardedFeed;
import io.xunbao.queryapi.http.Limits;
import io.xunbao.queryapi.http.ServerConfig;
import io.xunbao.ranker.feedback.Pseudonyms;
import io.xunbao.standalone.stream.ServerStreams;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the file of {@code serve --config} may set; what it leaves out keeps its default.
 *
 * @param address to bind, a loopback address (default 127.0.0.1)
 * @param port to bind; 0 takes a free one (default 8080)
 * @param deadlineMillis how long a search may take (default 500)
 * @param maxConcurrent searches at once (default 16 a core)
 * @param generatedData whether the pages call the data generated (default false)
 * @param kafka the streams that POST feeds (default: none)
 * @param pseudonymKey file of the key that the jobs make pseudonyms with: with it searches are
 *     personalised, impressions logged and shoppers forgotten (default: none of it)
 * @param interestSnapshot file of this server alone where it keeps what it knows of shoppers for a
 *     quick restart (default: {@code .interests} in the index)
 * @param leastFreeMegabytes room that the disk of the index must have for {@code POST /v1/products}
 *     to be taken (default 256); 0 takes them always, where the index is written elsewhere
 * @param experiment two rankers whose lists are mixed for a share of shoppers (default: none)
 */
record ServeSettings(
    @Nullable String address,
    @Nullable Integer port,
    @Nullable Long deadlineMillis,
    @Nullable Integer maxConcurrent,
    @Nullable Boolean generatedData,
    @Nullable KafkaSection kafka,
    @Nullable Path pseudonymKey,
    @Nullable Path interestSnapshot,
    @Nullable Long leastFreeMegabytes,
    @Nullable ExperimentSection experiment) {
  private static final long MOST_MEGABYTES = 1L << 24;
  private static final Set<RankerName> NEED_MODELS =
      Collections.unmodifiableSet(EnumSet.of(RankerName.LTR, RankerName.HYBRID));

  static final ServeSettings DEFAULTS =
      new ServeSettings(null, null, null, null, null, null, null, null, null, null);

  /**
   * Reads a configuration file.
   *
   * @throws CliException naming the line and the key that is wrong
   */
  static ServeSettings read(Path file) throws IOException {
    return Yaml.read(file, ServeSettings.class);
  }

  /**
   * The server's configuration.
   *
   * @param portOption what the command line says, which wins; null for nothing
   * @throws CliException when a value breaks a rule
   */
  ServerConfig toServerConfig(@Nullable Integer portOption) {
    Limits limits = Limits.defaults();
    try {
      if (deadlineMillis != null) {
        limits = limits.withDeadline(Duration.ofMillis(deadlineMillis));
      }
      if (maxConcurrent != null) {
        limits =
            limits.withConcurrency(Math.min(limits.minConcurrent(), maxConcurrent), maxConcurrent);
      }
      return new ServerConfig(
          address == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(address),
          portOption != null ? portOption : port != null ? port : ServerConfig.DEFAULT_PORT,
          limits,
          Boolean.TRUE.equals(generatedData));
    } catch (IllegalArgumentException broken) {
      throw new CliException(String.valueOf(broken.getMessage()), broken);
    } catch (UnknownHostException unknown) {
      throw new CliException("address must be one of this machine, got " + address, unknown);
    }
  }

  /**
   * The connections to the streams. The broker need not be there yet.
   *
   * @param index folder of the index
   */
  ServerStreams streams(Path index) throws IOException {
    if (kafka == null) {
      if (pseudonymKey != null) {
        throw new CliException(
            "pseudonymKey needs kafka: shoppers are followed through its topics, got none");
      }
      return ServerStreams.off();
    }
    long leastFree = leastFree();
    Set<FeedStream> guarded = EnumSet.of(FeedStream.PRODUCTS);
    if (pseudonymKey == null) {
      return ServerStreams.records(kafka.settings(), kafka.topics())
          .guarded(guarded, index, leastFree);
    }
    try {
      return ServerStreams.shoppers(
              kafka.settings(),
              kafka.topics(),
              Pseudonyms.load(pseudonymKey),
              interestSnapshot == null ? index.resolve(".interests") : interestSnapshot)
          .guarded(guarded, index, leastFree);
    } catch (IllegalArgumentException broken) {
      throw new CliException(String.valueOf(broken.getMessage()), broken);
    }
  }

  /**
   * The experiment that runs; null for none.
   *
   * @param models whether rankers have models
   * @throws CliException where its lists would not be logged, an arm has no model, or a value
   *     breaks a rule
   */
  @Nullable Experiment runningExperiment(boolean models) {
    if (experiment == null) {
      return null;
    }
    if (kafka == null || pseudonymKey == null) {
      throw new CliException(
          "experiment needs kafka and pseudonymKey: what is shown must be logged, or nobody learns"
              + " which ranker is preferred");
    }
    Experiment running = experiment.toExperiment();
    if (!models && running.arms().stream().anyMatch(NEED_MODELS::contains)) {
      throw new CliException(
          "experiment "
              + running.name()
              + " has arms "
              + running.teams()
              + " that rank by models: name their registry by --models DIR");
    }
    return running;
  }

  private long leastFree() {
    if (leastFreeMegabytes == null) {
      return GuardedFeed.LEAST_FREE;
    }
    if (leastFreeMegabytes < 0 || leastFreeMegabytes > MOST_MEGABYTES) {
      throw new CliException(
          "leastFreeMegabytes must be in 0.." + MOST_MEGABYTES + ", got " + leastFreeMegabytes);
    }
    return leastFreeMegabytes << 20;
  }
}
