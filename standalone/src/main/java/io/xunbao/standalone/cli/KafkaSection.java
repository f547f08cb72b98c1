package io.xunbao.standalone.cli;

import io.xunbao.flinkjobs.io.KafkaSecurity;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.TopicNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code kafka:} of a configuration. Passwords stand in files of their own, so that the
 * configuration can be shown.
 *
 * @param bootstrapServers host:port, several parted by commas
 * @param topicPrefix stands before the name of every topic (default: nothing)
 * @param tls whether the connection is encrypted (default false)
 * @param truststore file of the authorities to trust (default: those of the JDK)
 * @param truststorePasswordFile file whose text opens the truststore
 * @param keystore file that proves who this client is
 * @param keystorePasswordFile file whose text opens the keystore
 * @param saslMechanism SCRAM-SHA-512 (default), SCRAM-SHA-256 or PLAIN
 * @param saslUser name of the user; without it there is no SASL
 * @param saslPasswordFile file whose text is the user's password
 */
record KafkaSection(
    @Nullable String bootstrapServers,
    @Nullable String topicPrefix,
    @Nullable Boolean tls,
    @Nullable String truststore,
    @Nullable Path truststorePasswordFile,
    @Nullable String keystore,
    @Nullable Path keystorePasswordFile,
    @Nullable String saslMechanism,
    @Nullable String saslUser,
    @Nullable Path saslPasswordFile) {
  private static final String MECHANISM = "SCRAM-SHA-512";

  /** How to reach the cluster. */
  KafkaSettings settings() throws IOException {
    if (bootstrapServers == null) {
      throw new CliException("kafka.bootstrapServers must be there, such as 127.0.0.1:9092");
    }
    try {
      KafkaSecurity security =
          new KafkaSecurity(
              Boolean.TRUE.equals(tls),
              store(truststore, truststorePasswordFile),
              store(keystore, keystorePasswordFile),
              sasl());
      return KafkaSettings.at(bootstrapServers, security);
    } catch (IllegalArgumentException broken) {
      throw new CliException("kafka: " + broken.getMessage(), broken);
    }
  }

  /** What the topics are called. */
  TopicNames topics() {
    try {
      return topicPrefix == null ? TopicNames.STANDARD : TopicNames.prefixed(topicPrefix);
    } catch (IllegalArgumentException broken) {
      throw new CliException("kafka.topicPrefix: " + broken.getMessage(), broken);
    }
  }

  private static KafkaSecurity.@Nullable Store store(@Nullable String file, @Nullable Path password)
      throws IOException {
    return file == null
        ? null
        : new KafkaSecurity.Store(file, password == null ? null : secret(password));
  }

  private KafkaSecurity.@Nullable Sasl sasl() throws IOException {
    if (saslUser == null) {
      return null;
    }
    if (saslPasswordFile == null) {
      throw new CliException("kafka.saslUser needs kafka.saslPasswordFile, got none");
    }
    return new KafkaSecurity.Sasl(
        saslMechanism == null ? MECHANISM : saslMechanism, saslUser, secret(saslPasswordFile));
  }

  private static String secret(Path file) throws IOException {
    return Files.readString(file).strip();
  }
}
