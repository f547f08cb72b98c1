package io.xunbao.flinkjobs.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
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

  @TempDir Path classes;

  @Test
  void restore_stateWithoutAField_hasItAsZero() throws Exception {
    assertThat(restored(BEFORE_REVIEWS, 1L, 2L, 3L, 4L, 5L, 6L, 7L))
        .isEqualTo(new Counts(1, 2, 3, 4, 5, 6, 7, 0, 0));
  }

  @Test
  void restore_stateWithAFieldTooMany_dropsIt() throws Exception {
    assertThat(restored(WITH_SHARES, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L))
        .isEqualTo(new Counts(1, 2, 3, 4, 5, 6, 7, 8, 9));
  }

  private Counts restored(String source, Object... values) throws Exception {
    DataOutputSerializer state = new DataOutputSerializer(64);
    DataOutputSerializer meta = new DataOutputSerializer(64);
    try (URLClassLoader loader = compile(source)) {
      write(loader.loadClass(NAME), values, state, meta);
    }
    TypeSerializerSnapshot<Counts> old =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(meta.getCopyOfBuffer()), getClass().getClassLoader());
    TypeSerializerSchemaCompatibility<Counts> compatibility =
        serializer(Counts.class).snapshotConfiguration().resolveSchemaCompatibility(old);
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

  private URLClassLoader compile(String source) throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    SimpleJavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + NAME.replace('.', '/') + ".java"),
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
