package io.xunbao.indexer.search;

import io.xunbao.ikdict.wordbook.WordBook;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.SnapshotReader;
import io.xunbao.indexer.words.IndexWords;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * The newest published snapshot of an index, ready for searches. Each search leases the snapshot it
 * starts with and keeps it to its end, so that a swap fails and mixes nothing; a snapshot's files
 * are given back when its last lease ends. Safe for use by several threads.
 */
public final class LiveIndex implements Closeable {
  private static final String[] WARMING = {"手机", "连衣裙 女", "laptop"};

  private final IndexDirectory index;
  private final IndexWords words;
  private final ProductCaches caches;
  private volatile Served served;

  private LiveIndex(IndexDirectory index, IndexWords words, ProductCaches caches, Served served) {
    this.caches = caches;
    this.index = index;
    this.words = words;
    this.served = served;
  }

  /**
   * Opens the current snapshot, with the words that it was cut with.
   *
   * @throws io.xunbao.indexer.snapshot.NothingPublishedException when nothing is published
   * @throws io.xunbao.indexer.words.IncompatibleIndexException when it was built with words that
   *     are not here or with another schema
   */
  public static LiveIndex open(IndexDirectory index) throws IOException {
    IndexWords words = IndexWords.at(index);
    ProductCaches caches = new ProductCaches();
    Served served = serve(index, SnapshotReader.open(index), words, caches);
    return new LiveIndex(index, words, caches, served);
  }

  /**
   * Opens the newest snapshot of any generation, served or not, with the words that it was cut
   * with. Until {@link #refresh} it stays with that snapshot.
   */
  public static LiveIndex openNewest(IndexDirectory index, String generation) throws IOException {
    IndexWords words = IndexWords.at(index);
    ProductCaches caches = new ProductCaches();
    Served served = serve(index, SnapshotReader.openNewest(index, generation), words, caches);
    return new LiveIndex(index, words, caches, served);
  }

  private static Served serve(
      IndexDirectory index, SnapshotReader reader, IndexWords words, ProductCaches caches)
      throws IOException {
    boolean warm = false;
    try {
      Generation generation = index.generation(reader.snapshot().generation());
      WordBook book = words.of(generation);
      ProductSearcher searcher =
          new ProductSearcher(
              reader.reader(),
              book.lexicon(),
              RankingWeights.DEFAULT,
              FeedbackSettings.DEFAULT,
              caches);
      for (String query : WARMING) {
        searcher.session(ProductQuery.of(query, 10)).retrieve();
      }
      searcher.session(ProductQuery.of("", 10)).facets(Matching.ANY);
      warm = true;
      return new Served(reader, searcher, generation, book);
    } finally {
      if (!warm) {
        reader.close();
      }
    }
  }

  /** The snapshot of this moment, held open until the lease is closed. */
  public Lease acquire() {
    while (true) {
      Served now = served;
      if (now.reader().reader().tryIncRef()) {
        return new Lease(now);
      }
      if (now == served) {
        throw new AlreadyClosedException("this index is closed");
      }
    }
  }

  /**
   * Takes over the newest published snapshot where it is another one, after warming it up, and stop
   * words and synonyms that were published for the one that is served.
   *
   * @return the new snapshot's id, empty when it is the same
   * @throws IOException when the new snapshot or the words cannot be read; what was served stays
   */
  public synchronized Optional<String> refresh() throws IOException {
    Served old = served;
    Optional<SnapshotReader> next = old.reader().refresh();
    if (next.isEmpty()) {
      WordBook book = words.of(old.generation());
      if (book != old.book()) {
        served = new Served(old.reader(), old.searcher(), old.generation(), book);
      }
      return Optional.empty();
    }
    served = serve(index, next.get(), words, caches);
    old.reader().close();
    return Optional.of(served.id());
  }

  /** Ends the service; leases that are out stay valid until they are closed. */
  @Override
  public synchronized void close() throws IOException {
    served.reader().close();
  }

  private record Served(
      SnapshotReader reader, ProductSearcher searcher, Generation generation, WordBook book) {
    String id() {
      return reader.snapshot().id();
    }
  }

  /** The right to search one snapshot. */
  public static final class Lease implements AutoCloseable {
    private final Served served;

    private Lease(Served served) {
      this.served = served;
    }

    public ProductSearcher searcher() {
      return served.searcher();
    }

    /** The words that go with the snapshot. */
    public WordBook words() {
      return served.book();
    }

    /** The snapshot's id, such as {@code gen-2/14}. */
    public String snapshot() {
      return served.id();
    }

    @Override
    public void close() {
      try {
        served.reader().reader().decRef();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("closing snapshot " + snapshot(), e);
      }
    }
  }
}
