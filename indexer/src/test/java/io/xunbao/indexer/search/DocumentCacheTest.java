package io.xunbao.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class DocumentCacheTest {
  private final AtomicInteger loads = new AtomicInteger();

  private String load(int document) {
    loads.incrementAndGet();
    return "d" + document;
  }

  private static IndexReader reader(int products) throws IOException {
    return TestIndex.reader(
        java.util.stream.IntStream.range(0, products)
            .mapToObj(i -> TestIndex.product("p" + i, "手机 " + i))
            .toList());
  }

  @Test
  void get_secondTime_loadsNothing() throws IOException {
    DocumentCache<String> cache = new DocumentCache<>(10);
    try (IndexReader reader = reader(5)) {
      for (int document = 0; document < 5; document++) {
        assertThat(cache.get(reader, document, this::load)).isEqualTo("d" + document);
        assertThat(cache.get(reader, document, this::load)).isEqualTo("d" + document);
      }
      assertThat(loads).hasValue(5);
    }
  }

  @Test
  void get_moreThanFit_beginsAnewAndStaysRight() throws IOException {
    DocumentCache<String> cache = new DocumentCache<>(3);
    try (IndexReader reader = reader(9)) {
      for (int round = 0; round < 3; round++) {
        for (int document = 0; document < 9; document++) {
          assertThat(cache.get(reader, document, this::load)).isEqualTo("d" + document);
          assertThat(cache.size()).isLessThanOrEqualTo(3);
        }
      }
    }
  }

  @Test
  void get_afterNumbersChanged_keepsWhatTheSegmentStores() throws IOException {
    DocumentCache<String> cache = new DocumentCache<>(10);
    try (ByteBuffersDirectory memory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(
                memory, new IndexWriterConfig(IndexSchema.indexAnalyzer(TestIndex.LEXICON)))) {
      writer.addDocument(
          new ProductDocuments()
              .toDocument(TestIndex.product("p", "手机", null, List.of(), 100L, 1L)));
      try (DirectoryReader before = DirectoryReader.open(writer)) {
        cache.get(before, 0, this::load);
        writer.updateNumericDocValue(new Term(IndexSchema.ID, "p"), IndexSchema.SALES, 7);
        try (DirectoryReader after = DirectoryReader.openIfChanged(before, writer)) {
          cache.get(after, 0, this::load);
          assertThat(loads).hasValue(1);
        }
      }
    }
  }

  @Test
  void close_ofAllReaders_forgetsTheSegment() throws IOException {
    DocumentCache<String> cache = new DocumentCache<>(10);
    try (IndexReader reader = reader(2)) {
      cache.get(reader, 0, this::load);
      assertThat(cache.size()).isEqualTo(1);
    }
    assertThat(cache.size()).isZero();
  }
}
