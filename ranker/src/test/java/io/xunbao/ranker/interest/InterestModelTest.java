package io.xunbao.ranker.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.Blends.Kind;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

  @Test
  void load_blends_areTheSameAndSoAreTheirScores() throws IOException {
    InterestModel model = InterestModel.of(events(), EventWeights.defaults()).withBlends(blends());

    InterestModel loaded = InterestFiles.load(stored(InterestFiles.write(model)));

    assertThat(loaded).isEqualTo(model);
    UserProfile profile = UserProfile.basket(List.of("bread"));
    assertThat(loaded.blends().blend(Kind.NEW).orElseThrow().score(profile))
        .isEqualTo(model.blends().blend(Kind.NEW).orElseThrow().score(profile));
  }

  @Test
  void load_formatBeforeThereWereBlends_isReadWithoutAny() throws IOException {
    InterestModel model = InterestModel.of(events(), EventWeights.defaults());
    Map<String, byte[]> files = new HashMap<>(InterestFiles.write(model));
    files.keySet().retainAll(Set.of("users.jsonl", "together.jsonl"));

    assertThat(InterestFiles.load(stored(files, "xunbao-interests-1"))).isEqualTo(model);
  }

  @Test
  void load_formatOfALaterVersion_isRefusedWithTheWayOut() throws IOException {
    StoredModel later = stored(InterestFiles.write(InterestModel.NONE), "xunbao-interests-3");

    assertThatThrownBy(() -> InterestFiles.load(later))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("got xunbao-interests-3")
        .hasMessageContaining("xunbao train interests");
  }

  @Test
  void load_weightsThatWereChanged_areRefusedByTheGoldenProfiles() throws IOException {
    InterestModel model = InterestModel.of(events(), EventWeights.defaults()).withBlends(blends());

    for (String changed : List.of("\"item-knn\":0.9", "\"item-knn\":-1", "\"item-cnn\":0.5")) {
      Map<String, byte[]> files = new HashMap<>(InterestFiles.write(model));
      files.computeIfPresent(
          "blends.json",
          (name, bytes) ->
              new String(bytes, StandardCharsets.UTF_8)
                  .replace("\"item-knn\":0.5", changed)
                  .getBytes(StandardCharsets.UTF_8));
      StoredModel stored = stored(files);
      assertThatThrownBy(() -> InterestFiles.load(stored))
          .as(changed)
          .isInstanceOf(ModelRefused.class);
    }
  }

  private static Blends blends() {
    ItemParts items =
        ItemParts.of(
            Map.of(
                BlendPart.NEIGHBOURS,
                Map.of("bread", List.of(new Companion("butter", 0.8), new Companion("lamp", 0.1)))),
            Map.of("bread", 4.0, "butter", 3.0, "lamp", 1.0),
            Map.of("bread", "food", "butter", "food"));
    return new Blends(
        items,
        ItemParts.NONE,
        Map.of(Kind.NEW, Map.of(BlendPart.NEIGHBOURS, 0.5, BlendPart.CATEGORY, 0.2)));
  }

  private StoredModel stored(Map<String, byte[]> files) throws IOException {
    return stored(files, InterestFiles.FORMAT);
  }

  private StoredModel stored(Map<String, byte[]> files, String format) throws IOException {
    ModelRegistry registry = new ModelRegistry(folder, Clock.systemUTC(), Map.of());
    return registry.register(
        new ModelDraft(
            InterestModel.KIND, format, "test", List.of(), Map.of(), Map.of(), List.of(), files));
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
