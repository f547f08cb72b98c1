package io.xunbao.flinkjobs.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import io.xunbao.indexer.write.Version;
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
      Product before = product(random);
      IndexChange change =
          new IndexChange("0:f", random.nextLong(1 << 20), round, 7, new Change.Upsert(before));
      IndexChange back = roundTrip(change);
      assertThat(back).isEqualTo(change);
      assertThat(((Change.Upsert) back.change()).product().attributes().keySet())
          .containsExactlyElementsOf(before.attributes().keySet());
    }
  }

  @Test
  void roundTrip_everyKindOfChange_isTheSame() throws IOException {
    for (Change change :
        List.of(
            new Change.Delete("p-1", new Version(-5, Long.MAX_VALUE)),
            new Change.Numbers("长", Map.of("sales", 12L, "price", Long.MAX_VALUE)),
            new Change.Refusal("{\"raw\":\"" + "长".repeat(70_000)))) {
      IndexChange whole = new IndexChange("products-3", 5, 6, 7, change);
      assertThat(roundTrip(whole)).isEqualTo(whole);
    }
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
