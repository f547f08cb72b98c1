package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchAnswer.Correction;
import io.xunbao.queryapi.SearchAnswer.RankedHit;
import io.xunbao.queryapi.explain.ExplanationWords;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer for machines: one JSON object on one line. */
final class AnswerJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private AnswerJson() {}

  static void print(SearchAnswer answer, PrintWriter out, @Nullable ExplanationWords words) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("query", answer.query());
    root.put("snapshot", answer.snapshot());
    root.put("ranker", answer.ranker().wireName());
    root.putObject("total")
        .put("value", answer.total().value())
        .put("exact", answer.total().exact());
    Correction correction = answer.correction();
    if (correction != null) {
      root.set("correction", MAPPER.valueToTree(correction));
    }
    ArrayNode hits = root.putArray("hits");
    answer.hits().forEach(hit -> hits.add(hit(hit, words)));
    root.set("facets", MAPPER.valueToTree(answer.facets()));
    root.set("degraded", MAPPER.valueToTree(answer.degraded()));
    root.set("trace", MAPPER.valueToTree(answer.trace()));
    out.println(root);
  }

  private static ObjectNode hit(RankedHit hit, @Nullable ExplanationWords words) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("position", hit.position());
    node.put("score", hit.score());
    node.set("product", MAPPER.readTree(ProductJson.write(hit.product())));
    node.set("titleHighlights", MAPPER.valueToTree(hit.titleHighlights()));
    ScoreExplanation explanation = hit.explanation();
    if (explanation != null) {
      node.set("explanation", MAPPER.valueToTree(explanation));
    }
    if (explanation != null && words != null) {
      node.set("why", MAPPER.valueToTree(words.sentences(explanation)));
    }
    return node;
  }
}
