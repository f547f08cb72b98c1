package io.xunbao.ranker.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.InterestModel.Companion;
import io.xunbao.ranker.model.ModelDraft;
import io.xunbao.ranker.model.ModelRefused;
import io.xunbao.ranker.model.ModelRegistry;
import io.xunbao.ranker.model.StoredModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterestModelTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;

  @Test
  void of_productsTakenByTheSameShoppers_areCompanionsStrongestFirst() {
    InterestModel model = InterestModel.of(events(), EventWeights.defaults());

    assertThat(model.companions("bread")).extracting(Companion::product).startsWith("butter");
    assertThat(model.companions("unheard-of")).isEmpty();
    assertThat(model.profile("u1")).isPresent();
    assertThat(model.profile("stranger")).isEmpty();
  }

  @Test
  void of_eventsInAnyOrder_knowsTheSame() {
    List<BehaviourEvent> shuffled = new ArrayList<>(events());
    Collections.shuffle(shuffled, new Random(7));

    assertThat(InterestModel.of(shuffled, EventWeights.defaults()).together())
        .isEqualTo(InterestModel.of(events(), EventWeights.defaults()).together());
  }

  @Test
  void load_whatWasWritten_isTheSame() throws IOException {
    InterestModel model = InterestModel.of(events(), EventWeights.defaults());

    assertThat(InterestFiles.load(stored(InterestFiles.write(model)))).isEqualTo(model);
  }

  @Test
  void load_brokenLine_isRefusedByItsNumber() throws IOException {
    StoredModel stored =
        stored(
            Map.of(
                "users.jsonl",
                "{\"user\":\"u\",\"at\":\"noon\"}".getBytes(StandardCharsets.UTF_8),
                "together.jsonl",
                new byte[0]));

    assertThatThrownBy(() -> InterestFiles.load(stored))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("users.jsonl:1");
  }

  private StoredModel stored(Map<String, byte[]> files) throws IOException {
    ModelRegistry registry = new ModelRegistry(folder, Clock.systemUTC(), Map.of());
    return registry.register(
        new ModelDraft(
            InterestModel.KIND,
            InterestFiles.FORMAT,
            "test",
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            files));
  }

  private static List<BehaviourEvent> events() {
    List<BehaviourEvent> events = new ArrayList<>();
    for (int user = 1; user <= 3; user++) {
      add(events, "u" + user, "bread");
      add(events, "u" + user, "butter");
    }
    add(events, "u4", "bread");
    add(events, "u4", "lamp");
    return events;
  }

  private static void add(List<BehaviourEvent> events, String user, String product) {
    Instant at = NOON.plusSeconds(events.size());
    events.add(BehaviourEvent.of("e" + events.size(), user, EventType.BUY, product, at));
  }
}
