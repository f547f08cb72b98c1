package io.xunbao.flinkjobs.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.feedback.Impression;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State that an older version of a record wrote is read by the present one. */
class StateEvolutionTest {
  private static final String NAME = "io.xunbao.flinkjobs.stats.Counts";

  /** {@link Counts} before reviews and clickers were counted. */
  private static final String BEFORE_REVIEWS =
      """
      package io.xunbao.flinkjobs.stats;
      public record Counts(long impressions, long exposure, long views, long clicks,
          long favourites, long carts, long buys) {}
      """;

  /** {@link Counts} with one that has since gone. */
  private static final String WITH_SHARES =
      """
      package io.xunbao.flinkjobs.stats;
      public record Counts(long impressions, long exposure, long views, long clicks,
          long favourites, long carts, long buys, long reviews, long clickers, long shares) {}
      """;

  private static final String IMPRESSION = "io.xunbao.ranker.feedback.Impression";

  /** {@link Impression} before lists were mixed. */
  private static final String BEFORE_EXPERIMENTS =
      """
      package io.xunbao.ranker.feedback;
      import java.util.List;
      public record Impression(String id, String user, String query, String understood,
          java.time.Instant at, String snapshot, String ranker, String model, String ruleSet,
          String arm, String schema, List<String> features, List<Shown> items) {
        public record Shown(String product, int position, double propensity, double[] features) {}
      }
      """;

  /** What was written: the values of the old record. */
  private interface Values {
    Object[] of(ClassLoader old) throws Exception;
  }

  @TempDir Path classes;

  @Test
  void restore_stateWithoutAField_hasItAsZero() throws Exception {
    Object[] values = {1L, 2L, 3L, 4L, 5L, 6L, 7L};
    assertThat(restored(Counts.class, NAME, BEFORE_REVIEWS, old -> values))
        .isEqualTo(new Counts(1, 2, 3, 4, 5, 6, 7, 0, 0));
  }

  @Test
  void restore_stateWithAFieldTooMany_dropsIt() throws Exception {
    Object[] values = {1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L};
    assertThat(restored(Counts.class, NAME, WITH_SHARES, old -> values))
        .isEqualTo(new Counts(1, 2, 3, 4, 5, 6, 7, 8, 9));
  }

  @Test
  void restore_impressionFromBeforeExperiments_namesNoTeam() throws Exception {
    double[] features = {2.5};
    Values values =
        old -> {
          Class<?> shown = old.loadClass(IMPRESSION + "$Shown");
          Object item = shown.getDeclaredConstructors()[0].newInstance("a", 1, 0.5, features);
          List<String> names = List.of("bm25");
          return new Object[] {
            "i",
            null,
            "q",
            "q",
            Instant.EPOCH,
            "s",
            "ltr",
            "m",
            null,
            "b",
            "f",
            names,
            List.of(item)
          };
        };
    Impression read = restored(Impression.class, IMPRESSION, BEFORE_EXPERIMENTS, values);
    assertThat(read.experiment()).isNull();
    assertThat(read.arm()).isEqualTo("b");
    assertThat(read.items().getFirst().team()).isNull();
    assertThat(read.items().getFirst().features()).containsExactly(2.5);
  }

  private <T> T restored(Class<T> type, String name, String source, Values values)
      throws Exception {
    DataOutputSerializer state = new DataOutputSerializer(64);
    DataOutputSerializer meta = new DataOutputSerializer(64);
    try (URLClassLoader loader = compile(name, source)) {
      write(loader.loadClass(name), values.of(loader), state, meta);
    }
    TypeSerializerSnapshot<T> old =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(meta.getCopyOfBuffer()), getClass().getClassLoader());
    TypeSerializerSchemaCompatibility<T> compatibility =
        serializer(type).snapshotConfiguration().resolveSchemaCompatibility(old);
    assertThat(compatibility.isCompatibleAfterMigration()).isTrue();
    return old.restoreSerializer().deserialize(new DataInputDeserializer(state.getCopyOfBuffer()));
  }

  private static <T> void write(
      Class<T> type, Object[] values, DataOutputSerializer state, DataOutputSerializer meta)
      throws Exception {
    TypeSerializer<T> serializer = serializer(type);
    Object value = type.getDeclaredConstructors()[0].newInstance(values);
    serializer.serialize(type.cast(value), state);
    TypeSerializerSnapshot.writeVersionedSnapshot(meta, serializer.snapshotConfiguration());
  }

  private static <T> TypeSerializer<T> serializer(Class<T> type) {
    return TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
  }

  private URLClassLoader compile(String name, String source) throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    SimpleJavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name.replace('.', '/') + ".java"),
            javax.tools.JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    boolean compiled =
        compiler
            .getTask(null, null, null, List.of("-d", classes.toString()), null, List.of(file))
            .call();
    assertThat(compiled).isTrue();
    ClassLoader withoutOurs = ClassLoader.getPlatformClassLoader();
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, withoutOurs);
  }
}
