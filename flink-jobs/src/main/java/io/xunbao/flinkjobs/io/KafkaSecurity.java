package io.xunbao.flinkjobs.io;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Encryption and authentication towards Kafka.
 *
 * @param tls whether the connection is encrypted
 * @param truststore PEM, JKS or PKCS12 file of the authorities to trust; null for those of the JDK
 * @param keystore PEM, JKS or PKCS12 file that proves who this client is; null for none
 * @param sasl user and password; null for none
 */
public record KafkaSecurity(
    boolean tls, @Nullable Store truststore, @Nullable Store keystore, @Nullable Sasl sasl) {

  /** Neither encryption nor authentication. */
  public static final KafkaSecurity NONE = new KafkaSecurity(false, null, null, null);

  public KafkaSecurity {
    if (!tls && (truststore != null || keystore != null)) {
      throw new IllegalArgumentException(
          "a truststore or keystore needs tls: true; without it neither would be used");
    }
    if (sasl != null && !tls && "PLAIN".equals(sasl.mechanism())) {
      throw new IllegalArgumentException(
          "sasl mechanism PLAIN sends the password as it is: set tls: true, or use SCRAM-SHA-512");
    }
  }

  /**
   * A file of certificates or keys.
   *
   * @param password opens it; null where none is needed
   */
  public record Store(String file, @Nullable String password) {
    String type() {
      String name = file.toLowerCase(Locale.ROOT);
      return name.endsWith(".pem") ? "PEM" : name.endsWith(".jks") ? "JKS" : "PKCS12";
    }

    @Override
    public String toString() {
      return "Store[" + file + "]";
    }
  }

  /**
   * A user of SASL.
   *
   * @param mechanism one of {@link #MECHANISMS}
   */
  public record Sasl(String mechanism, String user, String password) {
    public static final List<String> MECHANISMS =
        List.of("SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN");

    public Sasl {
      if (!MECHANISMS.contains(mechanism)) {
        throw new IllegalArgumentException(
            "sasl mechanism must be one of " + MECHANISMS + ", got " + mechanism);
      }
    }

    private String loginModule() {
      String module =
          "PLAIN".equals(mechanism) ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
      return String.format(
          Locale.ROOT,
          "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";",
          module,
          quoted(user),
          quoted(password));
    }

    private static String quoted(String text) {
      return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public String toString() {
      return "Sasl[" + mechanism + ", " + user + "]";
    }
  }

  /** The client properties that say this to Kafka. */
  Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put(
        "security.protocol", (sasl == null ? "" : "SASL_") + (tls ? "SSL" : "PLAINTEXT"));
    put(properties, "ssl.truststore", truststore);
    put(properties, "ssl.keystore", keystore);
    if (sasl != null) {
      properties.put("sasl.mechanism", sasl.mechanism());
      properties.put("sasl.jaas.config", sasl.loginModule());
    }
    return properties;
  }

  private static void put(Map<String, String> properties, String name, @Nullable Store store) {
    if (store == null) {
      return;
    }
    properties.put(name + ".location", store.file());
    properties.put(name + ".type", store.type());
    if (store.password() != null) {
      properties.put(name + ".password", store.password());
    }
  }
}
