package io.xunbao.ranker.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventReaderTest {
  @TempDir Path folder;

  @Test
  void read_csvByMapping_namesTypesTimesAndKeepsTheRest() throws IOException {
    EventReader.Reading reading =
        read(
            """
            kind: events
            format: csv
            columns: [user, item, category, behaviour, seconds]
            time: seconds
            productPrefix: tb-
            fields: {user: user, product: item, type: behaviour, at: seconds}
            types: {pv: view, fav: favourite}
            """,
            "7,42,\"c,1\",pv,1511848894\n7,42,9,cart,1511848895\n");
    assertThat(reading.refused()).isEmpty();
    BehaviourEvent first = reading.events().getFirst();
    assertThat(first.type()).isEqualTo(EventType.VIEW);
    assertThat(first.product()).isEqualTo("tb-42");
    assertThat(first.at()).isEqualTo(Instant.ofEpochSecond(1511848894));
    assertThat(first.attributes()).isEqualTo(Map.of("category", "c,1"));
    assertThat(reading.events().get(1).type()).isEqualTo(EventType.CART);
  }

  @Test
  void read_brokenLines_areRefusedWithLineAndRule() throws IOException {
    EventReader.Reading reading =
        read(
            "kind: events\nformat: tsv\ntime: millis\n",
            "user\ttype\tproduct\tat\nu\tview\tp\t5\nu\tsteal\tp\t5\nu\tview\tp\tnoon\nu\tview\n\tview\tp\t5\n");
    assertThat(reading.events()).hasSize(1);
    assertThat(reading.refused())
        .satisfiesExactly(
            line -> assertThat(line).contains("events:3: type must be one of").contains("steal"),
            line -> assertThat(line).contains("events:4: at must be a time in millis, got noon"),
            line -> assertThat(line).contains("events:5: a row must have 4 columns, got 2"),
            line -> assertThat(line).contains("events:6: user must not be blank"));
  }

  @Test
  void load_unknownKeyOrField_isRefusedWithTheValidOnes() {
    assertThatThrownBy(() -> read("kind: events\nkolumns: [a]\n", ""))
        .hasMessageContaining("unknown key kolumns")
        .hasMessageContaining("columns");
    assertThatThrownBy(() -> read("kind: events\nfields: {who: user}\n", ""))
        .hasMessageContaining("an event has no field who; there are: id, user");
    assertThatThrownBy(() -> read("kind: products\n", "")).hasMessageContaining("got products");
    assertThatThrownBy(() -> read("kind: events\ntypes: {pv: look}\n", ""))
        .hasMessageContaining("got look");
  }

  @Test
  void eventJson_writtenEvent_readsBackEqual() {
    BehaviourEvent event =
        new BehaviourEvent(
            "e-81",
            "u-17",
            "s-3",
            EventType.CLICK,
            "tm-1",
            "面霜",
            "i-9",
            4,
            5300L,
            Instant.parse("2026-11-24T10:00:00Z"),
            Map.of("arm", "b"));
    EventJson json = new EventJson();
    assertThat(json.read(json.write(event))).isEqualTo(event);
  }

  @Test
  void eventJson_noEvent_isRefusedInWords() {
    assertThatThrownBy(() -> new EventJson().read("[1]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be a JSON object");
    assertThatThrownBy(() -> new EventJson().read("{"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EventJson().read("{\"user\":\"u\"}"))
        .hasMessageContaining("type must not be blank");
  }

  @Test
  void read_realEvents_refusesNone() throws IOException {
    Path mapping = SharedData.projectRoot().resolve("examples/mappings/taobao-114-users.yaml");
    EventReader.Reading reading =
        new EventReader(EventMapping.load(mapping))
            .read(SharedData.file("behaviour/taobao-114-users.csv"));
    assertThat(reading.refused()).isEmpty();
    assertThat(reading.events()).hasSize(10_000);
  }

  private EventReader.Reading read(String mapping, String text) throws IOException {
    Path yaml = Files.writeString(folder.resolve("mapping.yaml"), mapping);
    Path file = Files.writeString(folder.resolve("events"), text);
    return new EventReader(EventMapping.load(yaml)).read(file);
  }
}
