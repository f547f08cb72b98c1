package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.ranker.embed.Phrases;
import io.xunbao.ranker.embed.SessionSentences;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What words are learned from beside the products: queries and what shoppers did. */
final class EmbeddingCorpus {
  @Option(
      names = "--queries",
      paramLabel = "TSV",
      description = "Queries to learn words from too: id TAB text.")
  @Nullable Path queries;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = {
        "Behaviour events to learn words from too: a session is one sentence,",
        "of its queries and of the titles of the products that it looked at."
      })
  @Nullable Path events;

  @Option(
      names = "--events-mapping",
      paramLabel = "FILE",
      description = "How the fields of that file become fields of events (YAML).")
  @Nullable Path eventsMapping;

  @Option(
      names = "--phrases",
      description = "Join words that stand together more often than by chance.")
  boolean phrases;

  /** All sentences: titles and attributes, then queries, then sessions. */
  List<List<String>> sentences(ProductTexts texts, Map<String, Product> products, PrintWriter err)
      throws IOException {
    List<List<String>> sentences = new ArrayList<>();
    products.values().forEach(product -> sentences.addAll(texts.sentences(product)));
    if (queries != null) {
      try (Stream<String> lines = Files.lines(queries)) {
        lines
            .map(line -> line.substring(line.indexOf('\t') + 1))
            .forEach(query -> sentences.add(texts.words(query)));
      }
    }
    if (events != null) {
      sentences.addAll(
          new SessionSentences(texts::words, id -> title(products.get(id), texts))
              .of(EventInputs.read(events, eventsMapping, err)));
    }
    return phrases ? Phrases.join(sentences) : sentences;
  }

  private static List<String> title(@Nullable Product product, ProductTexts texts) {
    return product == null ? List.of() : texts.about(product);
  }
}
