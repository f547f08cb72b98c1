package io.xunbao.indexer.write;

import io.xunbao.indexer.catalog.Product;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.store.Directory;

/**
 * How a shard is written.
 *
 * @param analyzer cuts the text fields
 * @param documents makes the document of a product
 * @param bufferMegabytes memory for documents before they are flushed to a segment
 * @param directory what the Lucene directory is wrapped in; tests put faults there
 */
public record ShardSettings(
    Analyzer analyzer,
    Function<Product, Document> documents,
    int bufferMegabytes,
    UnaryOperator<Directory> directory) {
  static final int BUFFER_MEGABYTES = 96;

  public ShardSettings {
    Objects.requireNonNull(analyzer, "analyzer");
    Objects.requireNonNull(documents, "documents");
    Objects.requireNonNull(directory, "directory");
    if (bufferMegabytes < 1 || bufferMegabytes > 1900) {
      throw new IllegalArgumentException(
          "bufferMegabytes must be in 1..1900, got " + bufferMegabytes);
    }
  }

  public ShardSettings(Analyzer analyzer, Function<Product, Document> documents) {
    this(analyzer, documents, BUFFER_MEGABYTES, UnaryOperator.identity());
  }
}
