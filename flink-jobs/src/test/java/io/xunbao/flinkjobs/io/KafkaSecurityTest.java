package io.xunbao.flinkjobs.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.xunbao.flinkjobs.io.KafkaSecurity.Sasl;
import io.xunbao.flinkjobs.io.KafkaSecurity.Store;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class KafkaSecurityTest {
  private static final Sasl USER = new Sasl("SCRAM-SHA-512", "xunbao", "a\"b\\c");

  @Test
  void properties_ofTlsAndSasl_areThoseThatKafkaKnows() {
    KafkaSecurity security =
        new KafkaSecurity(
            true, new Store("/etc/ca.pem", null), new Store("/etc/me.p12", "open"), USER);
    Map<String, String> properties = security.properties();
    assertThat(properties)
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.keystore.type", "PKCS12")
        .containsEntry("ssl.keystore.password", "open")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
    assertThat(properties.get("sasl.jaas.config"))
        .contains("scram.ScramLoginModule required")
        .contains("password=\"a\\\"b\\\\c\";");
    assertThat(AdminClientConfig.configNames()).containsAll(properties.keySet());
  }

  @Test
  void properties_withoutAnything_arePlain() {
    assertThat(KafkaSecurity.NONE.properties()).isEqualTo(Map.of("security.protocol", "PLAINTEXT"));
  }

  @Test
  void security_thatWouldNotProtect_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KafkaSecurity(false, null, null, new Sasl("PLAIN", "user", "secret")))
        .withMessageContaining("set tls: true");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KafkaSecurity(false, new Store("ca.pem", null), null, null))
        .withMessageContaining("needs tls: true");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sasl("MD5", "user", "secret"))
        .withMessageContaining("one of [SCRAM-SHA-512");
  }

  @Test
  void texts_ofSettings_holdNoSecret() {
    KafkaSettings kafka =
        KafkaSettings.at(
            "broker:9093", new KafkaSecurity(true, null, new Store("me.jks", "secret-1"), USER));
    assertThat(kafka.toString() + USER + new Store("f", "secret-1"))
        .contains("broker:9093")
        .doesNotContain("secret-1", "a\"b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KafkaSettings.at("broker"))
        .withMessageContaining("host:port");
  }
}
