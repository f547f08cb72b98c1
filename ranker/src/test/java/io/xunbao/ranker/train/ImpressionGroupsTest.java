package io.xunbao.ranker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.ranker.feature.FeatureSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpressionGroupsTest {
  private static final String SCHEMA = new FeatureSchema(List.of("a", "b")).fingerprint();

  @TempDir Path folder;

  private static String line(String id, String at, String items) {
    return "{\"impression\":\""
        + id
        + "\",\"query\":\"手机\",\"at\":\""
        + at
        + "\",\"schema\":\""
        + SCHEMA
        + "\",\"features\":[\"a\",\"b\"],\"items\":["
        + items
        + "]}";
  }

  private static String item(int position, double propensity, int label, String features) {
    return "{\"product\":\"p"
        + position
        + "\",\"position\":"
        + position
        + ",\"propensity\":"
        + propensity
        + ",\"label\":"
        + label
        + ",\"features\":["
        + features
        + "]}";
  }

  private ImpressionGroups read(String... lines) throws IOException {
    return ImpressionGroups.read(
        Files.writeString(folder.resolve("groups.jsonl"), String.join("\n", lines)));
  }

  @Test
  void read_groups_sortsByTimeAndPositionAndKeepsMissingMissing() throws IOException {
    ImpressionGroups groups =
        read(
            line("late", "2026-11-02T00:00:00Z", item(1, 1, 0, "1,2")),
            "",
            line(
                "early",
                "2026-11-01T00:00:00Z",
                item(2, 0.25, 2, "3,null") + "," + item(1, 0.9, 0, "5,6")));
    TrainingSet rows = groups.rows(groups.groups(), true);
    assertThat(rows.groups()).containsExactly("early", "late");
    assertThat(rows.matrix().values()).containsExactly(5, 6, 3, Double.NaN, 1, 2);
    assertThat(rows.grades()).containsExactly(0, 2, 0);
    assertThat(rows.weights()).containsExactly(1, 4, 1);
    assertThat(groups.rows(groups.groups(), false).weights()).isEmpty();
  }

  @Test
  void earlierAndLater_splitByTimeWithoutTearingAMoment() throws IOException {
    ImpressionGroups groups =
        read(
            line("a", "2026-11-01T00:00:00Z", item(1, 1, 0, "1,2")),
            line("b", "2026-11-02T00:00:00Z", item(1, 1, 0, "1,2")),
            line("c", "2026-11-02T00:00:00Z", item(1, 1, 0, "1,2")),
            line("d", "2026-11-03T00:00:00Z", item(1, 1, 0, "1,2")));
    assertThat(groups.earlier(0.25))
        .extracting(LoggedGroup::impression)
        .containsExactly("a", "b", "c");
    assertThat(groups.earlier(0.5)).extracting(LoggedGroup::impression).containsExactly("a");
    assertThat(groups.later(0.5)).hasSize(3);
    assertThat(groups.later(0)).isEmpty();
  }

  @Test
  void read_anotherSchema_isRefusedWithItsLine() {
    String other = new FeatureSchema(List.of("a", "c")).fingerprint();
    String good = line("a", "2026-11-01T00:00:00Z", item(1, 1, 0, "1,2"));
    assertThatThrownBy(() -> read(good, good.replace(SCHEMA, other)))
        .hasMessageContaining("line 2")
        .hasMessageContaining("fingerprint");
    String changed =
        good.replace(SCHEMA, other)
            .replace("\"b\"", "\"c\"")
            .replace("\"a\",\"query", "\"z\",\"query");
    assertThatThrownBy(() -> read(good, changed)).hasMessageContaining("line 2: all groups must");
  }

  @Test
  void read_brokenLines_teachTheRule() {
    String at = "2026-11-01T00:00:00Z";
    assertThatThrownBy(() -> read(line("a", at, item(1, 0, 0, "1,2"))))
        .hasMessageContaining("propensity must be in (0, 1], got 0.0");
    assertThatThrownBy(() -> read(line("a", at, item(1, 1, 0, "1"))))
        .hasMessageContaining("must have 2 features, got 1");
    String good = line("a", at, item(1, 1, 0, "1,2"));
    assertThatThrownBy(() -> read(good, good)).hasMessageContaining("was there before");
    assertThatThrownBy(() -> read("{")).hasMessageContaining("line 1");
    assertThatThrownBy(this::read).hasMessageContaining("must have a line");
  }
}
