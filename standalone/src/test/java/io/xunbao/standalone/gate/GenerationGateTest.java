package io.xunbao.standalone.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.xunbao.flinkjobs.products.SwapGate;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.ranker.eval.Judgements;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.standalone.testing.PublishedIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two generations of which the second has lost half of the dresses, and the judged one with them.
 */
class GenerationGateTest {
  private static final GateLimits LIMITS = new GateLimits(0.9, 2, 0.6, 0.01);
  private static final Map<String, String> QUERIES = Map.of("q1", "红色连衣裙");
  private static final Qrels NONE = new Qrels(Map.of());

  @TempDir Path folder;
  private IndexDirectory index;

  @BeforeEach
  void publishTwo() throws IOException {
    index = IndexDirectory.at(folder);
    publish(1, IntStream.range(0, 8));
    publish(2, IntStream.range(4, 8));
  }

  @Test
  void compare_withItself_findsNothing() throws IOException {
    List<SwapGate.Finding> findings =
        new GenerationGate(index, LIMITS, QUERIES, judged()).compare("gen-1", "gen-1");
    assertThat(findings).hasSize(3).allMatch(SwapGate.Finding::passed);
    assertThat(findings.get(1).text()).contains("overlap 1.000 over 1 queries");
  }

  @Test
  void compare_halfLost_failsInEachMeasure() throws IOException {
    List<SwapGate.Finding> findings =
        new GenerationGate(index, LIMITS, QUERIES, judged()).compare("gen-1", "gen-2");
    assertThat(findings).hasSize(3).noneMatch(SwapGate.Finding::passed);
    assertThat(findings.get(0).text()).contains("8 -> 4, ratio 0.500, must be in 0.9..2.0");
    assertThat(findings.get(1).text()).contains("overlap 0.500").contains("红色连衣裙 (0.5)");
    assertThat(findings.get(2).text()).contains("-> 0.0000");
  }

  @Test
  void compare_otherLimits_decideOtherwise() throws IOException {
    GateLimits generous = new GateLimits(0.5, 1, 0.5, 1);
    assertThat(new GenerationGate(index, generous, QUERIES, judged()).compare("gen-1", "gen-2"))
        .allMatch(SwapGate.Finding::passed);
    GateLimits few = new GateLimits(0, 1.5, 0, 1);
    assertThat(new GenerationGate(index, few, Map.of(), NONE).compare("gen-2", "gen-1"))
        .singleElement()
        .matches(finding -> !finding.passed());
  }

  @Test
  void compare_noQueryHasAHit_provesNothing() throws IOException {
    Map<String, String> strange = Map.of("q1", "zzzzqqqq");
    assertThat(new GenerationGate(index, LIMITS, strange, NONE).compare("gen-1", "gen-1").get(1))
        .matches(finding -> !finding.passed());
  }

  @Test
  void new_judgementsOfOtherQueries_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GenerationGate(index, LIMITS, Map.of("x", "裙"), judged()))
        .withMessageContaining("share no id");
  }

  private static Qrels judged() {
    return new Qrels(Map.of("q1", new Judgements(Map.of("p-0", 3))));
  }

  private void publish(int number, IntStream products) throws IOException {
    List<Product> dresses =
        products.mapToObj(i -> TestProduct.of("p-" + i, "红色连衣裙").priceFen(100L).build()).toList();
    PublishedIndex.publish(index, number, dresses, true);
  }
}
