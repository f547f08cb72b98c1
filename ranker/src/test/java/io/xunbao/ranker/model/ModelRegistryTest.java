package io.xunbao.ranker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.ranker.feature.FeatureSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRegistryTest {
  private static final FeatureSchema SCHEMA = new FeatureSchema(List.of("a", "b"));

  @TempDir Path root;
  private final AtomicLong seconds = new AtomicLong();
  private ModelRegistry registry = registry(Path.of(""));

  @BeforeEach
  void open() {
    registry = registry(root);
  }

  private ModelRegistry registry(Path directory) {
    InstantSource ticking = () -> Instant.ofEpochSecond(seconds.incrementAndGet());
    return new ModelRegistry(
        directory,
        ticking.withZone(ZoneOffset.UTC),
        Map.of(RankingModels.KIND, RankingModels::load));
  }

  @Test
  void promote_soundModel_servesAndKeepsItsCard() throws IOException {
    String version = registerAndPromote(1);
    StoredModel stored = registry.current(RankingModels.KIND).orElseThrow();
    assertThat(stored.card().version()).isEqualTo(version);
    assertThat(stored.card().schema()).isEqualTo(SCHEMA.fingerprint());
    assertThat(stored.card().golden()).hasSize(2);
    assertThat(stored.card().metrics()).containsEntry("nDCG@10", 0.5);
    assertThat(RankingModels.load(stored).schema()).isEqualTo(SCHEMA);
  }

  @Test
  void rollback_returnsToTheOneBeforeAndStopsAtTheFirst() throws IOException {
    String first = registerAndPromote(1);
    String second = registerAndPromote(2);
    assertThat(registry.rollback(RankingModels.KIND)).isEqualTo(first);
    assertThat(registry.currentVersion(RankingModels.KIND)).contains(first);
    assertThatExceptionOfType(ModelRefused.class)
        .isThrownBy(() -> registry.rollback(RankingModels.KIND));
    assertThat(registry.list()).containsEntry("ltr", List.of(first, second));
  }

  @Test
  void promote_wrongGolden_isRefusedAndTheOneBeforeStays() throws IOException {
    String first = registerAndPromote(1);
    StoredModel wrong = registry.register(draft(1, 99));
    assertThatExceptionOfType(ModelRefused.class)
        .isThrownBy(() -> registry.promote(RankingModels.KIND, wrong.card().version()))
        .withMessageContaining("a golden vector must score 99.0, got 1.0");
    assertThat(registry.currentVersion(RankingModels.KIND)).contains(first);
  }

  @Test
  void open_everyByteChanged_isRefused() throws IOException {
    StoredModel stored = registry.register(draft(1, 1));
    Path file = stored.directory().resolve(RankingModels.FILE);
    byte[] sound = Files.readAllBytes(file);
    for (int i = 0; i < sound.length; i++) {
      byte[] changed = sound.clone();
      changed[i] ^= 1;
      Files.write(file, changed);
      assertThatExceptionOfType(ModelRefused.class)
          .isThrownBy(() -> registry.open(RankingModels.KIND, stored.card().version()))
          .withMessageContaining("changed or damaged");
    }
  }

  @Test
  void open_damagedCard_isRefusedWithoutAStackOfCauses() throws IOException {
    StoredModel stored = registry.register(draft(1, 1));
    Path card = stored.directory().resolve(StoredModel.CARD);
    for (String text : List.of("", "{", "[]", "{\"kind\":3}", "null", "{\"kind\":\"ltr\"}")) {
      Files.writeString(card, text);
      assertThatThrownBy(() -> registry.open(RankingModels.KIND, stored.card().version()))
          .isInstanceOf(ModelRefused.class)
          .hasMessageContaining("no model card");
    }
  }

  @Test
  void open_fileThatIsALink_isRefused() throws IOException {
    StoredModel stored = registry.register(draft(1, 1));
    Path file = stored.directory().resolve(RankingModels.FILE);
    Path elsewhere = Files.move(file, root.resolve("elsewhere"));
    Files.createSymbolicLink(file, elsewhere);
    assertThatExceptionOfType(ModelRefused.class)
        .isThrownBy(() -> registry.open(RankingModels.KIND, stored.card().version()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../up", "", "a/b", "UP", ".hidden", "x\ny"})
  void names_thatLeadOutOfTheRegistry_areRefused(String name) {
    assertThatExceptionOfType(ModelRefused.class).isThrownBy(() -> registry.open(name, "v1"));
    assertThatExceptionOfType(ModelRefused.class).isThrownBy(() -> registry.open("ltr", name));
    assertThatExceptionOfType(ModelRefused.class)
        .isThrownBy(
            () ->
                new ModelDraft(
                    "ltr",
                    "f",
                    "",
                    List.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Map.of(name, new byte[0])));
  }

  @Test
  void currentModel_promotions_areFollowedAndBadOnesRefused() throws IOException {
    CurrentModel current = new CurrentModel(registry, SCHEMA);
    current.refresh();
    assertThat(current.get()).isEmpty();
    String first = registerAndPromote(1);
    current.refresh();
    assertThat(current.get().orElseThrow().card().version()).isEqualTo(first);

    StoredModel second = registry.register(draft(2, 2));
    registry.promote(RankingModels.KIND, second.card().version());
    Files.writeString(second.directory().resolve(RankingModels.FILE), "damaged");
    current.refresh();
    assertThat(current.get().orElseThrow().card().version()).isEqualTo(first);
    assertThat(current.problem()).contains("changed or damaged");
  }

  @Test
  void currentModel_otherSchema_isRefused() throws IOException {
    registerAndPromote(1);
    CurrentModel current = new CurrentModel(registry, new FeatureSchema(List.of("a", "c")));
    current.refresh();
    assertThat(current.get()).isEmpty();
    assertThat(current.problem()).contains("train again");
  }

  private String registerAndPromote(double weight) throws IOException {
    String version = registry.register(draft(weight, weight)).card().version();
    registry.promote(RankingModels.KIND, version);
    return version;
  }

  /** A model that scores {@code weight x a}, and says that it scores {@code golden} at a = 1. */
  private static ModelDraft draft(double weight, double golden) {
    LinearModel model =
        new LinearModel(SCHEMA, List.of(0.0, 0.0), List.of(1.0, 1.0), List.of(weight, 0.0));
    return new ModelDraft(
        RankingModels.KIND,
        RankingModels.LINEAR,
        Sha256.of(new byte[0]),
        SCHEMA.names(),
        Map.of("trainer", "by hand"),
        Map.of("nDCG@10", 0.5),
        List.of(
            new ModelCard.Golden(List.of(1.0, 7.0), golden),
            new ModelCard.Golden(List.of(Double.NaN, Double.NaN), 0)),
        Map.of(RankingModels.FILE, RankingModels.text(model).getBytes(StandardCharsets.UTF_8)));
  }
}
