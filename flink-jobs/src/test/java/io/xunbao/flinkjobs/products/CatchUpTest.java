package io.xunbao.flinkjobs.products;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.indexer.snapshot.Generation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatchUpTest {
  private static final Generation NEXT = new Generation(2, 1, "1", "lexicon", "analyzer", "");

  @Test
  void requireRetained_brokerDroppedUnread_isRefusedWithTheWayOut() {
    assertThatThrownBy(
            () ->
                CatchUp.requireRetained(
                    Map.of("products-0", 5L, "products-1", 8L),
                    Map.of("products-0", 5L, "products-1", 7L),
                    NEXT))
        .isInstanceOf(BuildRefusedException.class)
        .hasMessageContaining("gen-2 has read products-1 up to message 7")
        .hasMessageContaining("none before 8")
        .hasMessageContaining("--restart");
  }

  @Test
  void requireRetained_neverReadPartitionThatLostItsBeginning_isRefused() {
    assertThatThrownBy(() -> CatchUp.requireRetained(Map.of("products-0", 1L), Map.of(), NEXT))
        .hasMessageContaining("up to message 0");
  }

  @Test
  void requireRetained_allUnreadThere_passes() {
    assertThatCode(
            () ->
                CatchUp.requireRetained(
                    Map.of("products-0", 5L, "products-1", 0L), Map.of("products-0", 5L), NEXT))
        .doesNotThrowAnyException();
  }
}
