package io.xunbao.flinkjobs.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexChangeSerializerTest {
  @Seeded
  @Test
  void roundTrip_anyProduct_isTheSame(RandomGenerator random) throws IOException {
    for (int round = 0; round < 300; round++) {
      IndexChange change =
          new IndexChange("0:f", random.nextLong(1 << 20), round, 7, product(random), null);
      IndexChange back = roundTrip(change);
      assertThat(back).isEqualTo(change);
      assertThat(back.product()).isEqualTo(change.product());
      Product before = change.product();
      Product after = back.product();
      if (before != null && after != null) {
        assertThat(after.attributes().keySet())
            .containsExactlyElementsOf(before.attributes().keySet());
      }
    }
  }

  @Test
  void roundTrip_refusedRecord_keepsItsLine() throws IOException {
    IndexChange change = new IndexChange("1:g", 5, 6, 7, null, "{\"raw\":\"" + "长".repeat(70_000));
    assertThat(roundTrip(change)).isEqualTo(change);
  }

  @Test
  void change_neitherProductNorRefused_isRefused() {
    assertThatThrownBy(() -> new IndexChange("0:f", 0, 0, 0, null, null))
        .hasMessageContaining("exactly one");
  }

  private static IndexChange roundTrip(IndexChange change) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    IndexChangeSerializer.INSTANCE.serialize(change, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    IndexChange back = IndexChangeSerializer.INSTANCE.deserialize(in);
    assertThat(in.available()).isZero();
    return back;
  }

  private static Product product(RandomGenerator random) {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      attributes.put("name" + random.nextInt(99), List.of("值", "v" + i));
    }
    return new Product(
        "id" + random.nextInt(),
        "标题 \ud83d\ude00 " + random.nextInt(),
        text(random),
        random.nextBoolean() ? List.of() : List.of("美妆", "面霜"),
        number(random),
        "CNY",
        text(random),
        attributes,
        random.nextInt(20) == 0 ? "x".repeat(70_000) : text(random),
        text(random),
        number(random),
        number(random),
        number(random),
        ProductStatus.values()[random.nextInt(3)],
        Instant.ofEpochSecond(random.nextLong(-1_000_000_000L, 4_000_000_000L), 123_456_789));
  }

  private static @Nullable String text(RandomGenerator random) {
    return random.nextBoolean() ? null : "文" + random.nextInt();
  }

  private static @Nullable Long number(RandomGenerator random) {
    return random.nextBoolean() ? null : random.nextLong(0, Long.MAX_VALUE);
  }
}
