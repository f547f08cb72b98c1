package io.xunbao.ranker.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.embed.Encoding;
import io.xunbao.ranker.model.ModelDraft;
import io.xunbao.ranker.model.ModelRefused;
import io.xunbao.ranker.model.ModelRegistry;
import io.xunbao.ranker.model.StoredModel;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierFilesTest {
  private static final ClassifierSettings SETTINGS =
      ClassifierSettings.defaults().withBuckets(1 << 10).withDimensions(10);
  private static final List<List<String>> EXAMPLES =
      List.of(List.of("owna1", "shared2"), List.of("ownb3"), List.of());

  @TempDir Path folder;

  private static final TextClassifier CLASSIFIER =
      new ClassifierTrainer(SETTINGS)
          .train(TextSplit.of(Sayings.of(3, 600, new SplittableRandom(5)), 1));

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void load_writtenClassifier_saysTheSame(Encoding encoding) throws IOException {
    TextClassifier after =
        ClassifierFiles.load(stored(ClassifierFiles.write(CLASSIFIER, encoding, EXAMPLES)));
    assertThat(after.labels()).isEqualTo(CLASSIFIER.labels());
    double tolerance = encoding == Encoding.FLOAT32 ? 0 : 0.05;
    for (LabelledText text : Sayings.of(3, 100, new SplittableRandom(6))) {
      assertThat(after.probabilities(text.words()))
          .containsExactly(CLASSIFIER.probabilities(text.words()), within(tolerance));
    }
  }

  @Seeded
  @Test
  void load_anyByteFlipped_isRefused(RandomGenerator random) throws IOException {
    Map<String, byte[]> files = ClassifierFiles.write(CLASSIFIER, Encoding.FLOAT32, EXAMPLES);
    for (String name : List.of("features.vec", "labels.vec")) {
      Map<String, byte[]> damaged = new HashMap<>(files);
      byte[] bytes = files.get(name).clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      damaged.put(name, bytes);
      assertThatThrownBy(() -> ClassifierFiles.load(stored(damaged)))
          .as(name)
          .isInstanceOf(ModelRefused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"buckets\":1024,\"temperature\":3,\"golden\":[]}",
        "{\"buckets\":1024,\"temperature\":1e9,\"golden\":[{\"words\":[\"owna1\"],"
            + "\"probabilities\":[1,0,0]}]}",
        "{\"buckets\":1024,\"temperature\":1,\"golden\":[{\"words\":[\"owna1\"],"
            + "\"probabilities\":[1]}]}",
        "{\"buckets\":2147483647,\"temperature\":1,\"golden\":[]}",
        "{\"buckets\":16,\"temperature\":1,\"golden\":[]}",
        "{\"buckets\":1024,\"temperature\":-1,\"golden\":[]}",
        "{\"buckets\":1024,\"temperature\":1}",
        "not json"
      })
  void load_hostileSettings_areRefused(String settings) throws IOException {
    Map<String, byte[]> files =
        new HashMap<>(ClassifierFiles.write(CLASSIFIER, Encoding.FLOAT32, EXAMPLES));
    files.put("classifier.json", settings.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ClassifierFiles.load(stored(files))).isInstanceOf(ModelRefused.class);
  }

  @Test
  void load_vectorsOfAnotherClassifier_areRefused() throws IOException {
    Map<String, byte[]> files =
        new HashMap<>(ClassifierFiles.write(CLASSIFIER, Encoding.FLOAT32, EXAMPLES));
    TextClassifier other =
        new ClassifierTrainer(SETTINGS.withSeed(9))
            .train(TextSplit.of(Sayings.of(3, 500, new SplittableRandom(8)), 1));
    files.put(
        "labels.vec", ClassifierFiles.write(other, Encoding.FLOAT32, EXAMPLES).get("labels.vec"));
    assertThatThrownBy(() -> ClassifierFiles.load(stored(files)))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("a golden text must give");
  }

  @Test
  void promote_damagedClassifierOfAName_isRefusedAndTheOneBeforeStays() throws IOException {
    ModelRegistry registry = registry(1);
    Map<String, byte[]> files = ClassifierFiles.write(CLASSIFIER, Encoding.FLOAT32, EXAMPLES);
    StoredModel good = registry.register(draft("classifier-sentiment", files));
    registry.promote("classifier-sentiment", good.card().version());
    Map<String, byte[]> hostile = new HashMap<>(files);
    hostile.put("classifier.json", "[]".getBytes(StandardCharsets.UTF_8));
    StoredModel bad = registry(2).register(draft("classifier-sentiment", hostile));
    assertThatThrownBy(() -> registry.promote("classifier-sentiment", bad.card().version()))
        .isInstanceOf(ModelRefused.class);
    assertThat(registry.currentVersion("classifier-sentiment")).contains(good.card().version());
  }

  private StoredModel stored(Map<String, byte[]> files) throws IOException {
    Path own = java.nio.file.Files.createTempDirectory(folder, "registry");
    return new ModelRegistry(own, clock(1), Map.of()).register(draft("classifier", files));
  }

  private ModelRegistry registry(int second) {
    return new ModelRegistry(
        folder, clock(second), Map.of(ClassifierFiles.KIND, ClassifierFiles::load));
  }

  private static Clock clock(int second) {
    return Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
  }

  private static ModelDraft draft(String kind, Map<String, byte[]> files) {
    return new ModelDraft(
        kind, ClassifierFiles.FORMAT, "", List.of(), Map.of(), Map.of(), List.of(), files);
  }
}
