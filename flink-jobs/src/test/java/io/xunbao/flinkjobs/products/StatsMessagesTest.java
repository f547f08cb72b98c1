package io.xunbao.flinkjobs.products;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.flinkjobs.io.Decoded;
import io.xunbao.flinkjobs.io.Message;
import io.xunbao.flinkjobs.sink.Change;
import io.xunbao.flinkjobs.sink.IndexChange;
import io.xunbao.flinkjobs.stats.Counts;
import io.xunbao.flinkjobs.stats.ProductStats;
import io.xunbao.flinkjobs.stats.Rates;
import io.xunbao.indexer.schema.IndexSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the statistics job writes is what the index understands. */
class StatsMessagesTest {
  private static Decoded<IndexChange> decode(String json) {
    return new StatsMessages()
        .decode(new Message("product-stats", 0, 7, 0, null, json.getBytes(UTF_8)));
  }

  private static Change change(String json) {
    assertThat(decode(json)).isInstanceOf(Decoded.Accepted.class);
    return ((Decoded.Accepted<IndexChange>) decode(json)).records().getFirst().change();
  }

  @Test
  void decode_statisticsOfTheJob_setsWhatWasCounted() {
    ProductStats stats =
        new ProductStats(
            "p-1",
            1,
            new Counts(9, 0, 8, 7, 0, 1, 5, 2, 6),
            List.of(),
            List.of(),
            new Rates(0.1, 0.2, 0.3));
    assertThat(change(stats.toJson()))
        .isEqualTo(
            new Change.Numbers("p-1", Map.of(IndexSchema.BOUGHT, 5L, IndexSchema.REVIEWED, 2L)));
  }

  @Test
  void decode_numbersOfAShop_setsThem() {
    assertThat(change("{\"id\":\"p-1\",\"sales\":12,\"price\":1.5,\"bought\":3}"))
        .isEqualTo(
            new Change.Numbers("p-1", Map.of(IndexSchema.SALES, 12L, IndexSchema.PRICE, 150L)));
  }

  @Test
  void decode_countThatIsNone_isRefusedByItsField() {
    assertThat(decode("{\"id\":\"p-1\",\"all\":{\"buys\":-1}}"))
        .isInstanceOfSatisfying(
            Decoded.Refused.class, bad -> assertThat(bad.letter().reason()).contains("bought"));
  }
}
