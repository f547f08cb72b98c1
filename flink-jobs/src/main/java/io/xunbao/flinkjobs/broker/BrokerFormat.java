package io.xunbao.flinkjobs.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/** Prepares a folder for a broker, as {@code kafka-storage format} does. */
final class BrokerFormat {
  private static final String MARK = "meta.properties";

  private BrokerFormat() {}

  /** Formats a folder unless it is formatted. */
  static void ensure(Path data) throws IOException {
    if (Files.exists(data.resolve(MARK))) {
      return;
    }
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try {
      new Formatter()
          .setPrintStream(silent)
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setNodeId(BrokerSettings.NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .setMetadataLogDirectory(data.toString())
          .addDirectory(data.toString())
          .run();
    } catch (IOException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IOException("the folder " + data + " cannot be prepared for a broker", failure);
    }
  }
}
