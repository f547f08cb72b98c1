package io.xunbao.standalone.cli;

import io.xunbao.flinkjobs.behaviour.ShopperSettings;
import io.xunbao.flinkjobs.interest.NoFacts;
import io.xunbao.flinkjobs.interest.ProductFacts;
import io.xunbao.flinkjobs.interest.RegistryFacts;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.products.StartRule;
import io.xunbao.flinkjobs.products.StreamTarget;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.StreamMetrics;
import io.xunbao.indexer.catalog.Nearest;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.ranker.feedback.Pseudonyms;
import io.xunbao.standalone.stream.MetricsPort;
import io.xunbao.standalone.stream.StreamJobs;
import io.xunbao.standalone.stream.StreamSetup;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the file of {@code run --config} says.
 *
 * @param kafka how to reach the broker; must be there
 * @param index folder of the index; must be there
 * @param jobs which jobs run (default: products, and shoppers where there is a pseudonymKey)
 * @param pseudonymKey file of 32 or more hexadecimal bytes that users' pseudonyms are made with
 * @param embedding folder of the embedding version whose vectors interests are sums of; none by
 *     default
 * @param trainingGroups folder for files of labelled groups; none by default
 * @param stateOnDisk whether what is known of shoppers lies in RocksDB (default false: on the heap)
 * @param shards of a generation that the stream begins (default 2)
 * @param start without state: refuse (default), published or new-generation
 * @param share folder of a shared store that each published snapshot is sent to, and that an index
 *     which is not here is fetched from; none by default
 * @param checkpoints folder of the jobs' state, reachable from every machine that runs one
 *     (default: {@code .checkpoints} in the index)
 * @param checkpointMillis time from one checkpoint to the next (default 500)
 * @param unalignedCheckpoints whether checkpoints of the shoppers' job overtake records (default
 *     false); those of products never do, for their snapshots say how far they have read
 * @param parallelism subtasks of an operator (default: the shards)
 * @param partitions of topics that are made because they are missing (default 2)
 * @param replicas of these topics (default 1)
 * @param metricsPort loopback port of {@code /metrics} of jobs in this process; none by default
 * @param cluster {@code local} (default), or host:port of a Flink cluster's REST interface
 */
record RunSettings(
    @Nullable KafkaSection kafka,
    @Nullable Path index,
    @Nullable List<String> jobs,
    @Nullable Path pseudonymKey,
    @Nullable Path embedding,
    @Nullable Path trainingGroups,
    @Nullable Boolean stateOnDisk,
    @Nullable Integer shards,
    @Nullable String start,
    @Nullable Path share,
    @Nullable Path checkpoints,
    @Nullable Long checkpointMillis,
    @Nullable Boolean unalignedCheckpoints,
    @Nullable Integer parallelism,
    @Nullable Integer partitions,
    @Nullable Integer replicas,
    @Nullable Integer metricsPort,
    @Nullable String cluster) {
  private static final int TWO = 2;

  /** Reads a configuration file. */
  static RunSettings read(Path file) throws IOException {
    RunSettings settings = Yaml.read(file, RunSettings.class);
    if (settings.kafka == null || settings.index == null) {
      throw new CliException(
          file
              + ": kafka.bootstrapServers and index must be there; examples/run.yaml shows all"
              + " keys");
    }
    return settings;
  }

  KafkaSection broker() {
    if (kafka == null) {
      throw new CliException("kafka.bootstrapServers must be there, such as 127.0.0.1:9092");
    }
    return kafka;
  }

  IndexDirectory directory() {
    if (index == null) {
      throw new CliException("index must be there: the folder of the index");
    }
    return IndexDirectory.at(index);
  }

  /** What all jobs share. */
  StreamSetup setup() throws IOException {
    IndexDirectory directory = directory();
    try {
      return new StreamSetup(
          broker().settings(),
          broker().topics(),
          new StreamTarget(
              directory,
              orElse(shards, TWO),
              startRule(),
              share == null ? null : share.toAbsolutePath().normalize()),
          checkpoints == null
              ? directory.root().resolve(".checkpoints")
              : checkpoints.toAbsolutePath().normalize(),
          shoppers(),
          Boolean.TRUE.equals(stateOnDisk));
    } catch (IllegalArgumentException broken) {
      throw new CliException(String.valueOf(broken.getMessage()), broken);
    }
  }

  private @Nullable ShopperSettings shoppers() throws IOException {
    if (pseudonymKey == null) {
      return null;
    }
    Path key = pseudonymKey.toAbsolutePath().normalize();
    Pseudonyms.load(key); // a key that cannot be read is told of now, and not by a failing job
    ProductFacts facts =
        embedding == null
            ? new NoFacts()
            : new RegistryFacts(embedding.toAbsolutePath().normalize().toString());
    return ShopperSettings.defaults(key, facts)
        .withGroups(trainingGroups == null ? null : trainingGroups.toAbsolutePath().normalize());
  }

  private StartRule startRule() {
    String given = start == null ? "refuse" : start;
    List<String> names =
        Stream.of(StartRule.values())
            .map(rule -> rule.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    int at = names.indexOf(given);
    if (at < 0) {
      throw new CliException("no start '" + given + "'; " + Nearest.hint(given, names));
    }
    return StartRule.values()[at];
  }

  /** How every job runs. */
  JobSettings jobSettings() {
    try {
      return new JobSettings(
          checkpointMillis == null
              ? JobSettings.CHECKPOINT_INTERVAL
              : Duration.ofMillis(checkpointMillis),
          orElse(parallelism, orElse(shards, TWO)),
          Boolean.TRUE.equals(unalignedCheckpoints));
    } catch (IllegalArgumentException broken) {
      throw new CliException(String.valueOf(broken.getMessage()), broken);
    }
  }

  /** Shows what the jobs measure, where the file names a port for it. */
  Optional<MetricsPort> metrics(StreamMetrics metrics) throws IOException {
    if (metricsPort == null) {
      return Optional.empty();
    }
    if (metricsPort < 0 || metricsPort > 65_535) {
      throw new CliException("metricsPort must be in 0..65535, got " + metricsPort);
    }
    try {
      return Optional.of(MetricsPort.open(metricsPort, metrics));
    } catch (BindException taken) {
      throw new CliException(
          "metricsPort " + metricsPort + " is taken: name another, or 0 for a free one", taken);
    }
  }

  List<String> jobNames(StreamSetup setup) {
    return jobs == null ? StreamJobs.keys(setup) : jobs;
  }

  /** Makes the topics that are missing. */
  void ensureTopics(StreamSetup setup) throws IOException, InterruptedException {
    TopicAdmin.ensure(
        setup.kafka(),
        setup.topics(),
        EnumSet.allOf(Topic.class),
        orElse(partitions, TWO),
        orElse(replicas, 1));
  }

  private static int orElse(@Nullable Integer given, int fallback) {
    return given == null ? fallback : given;
  }
}
