package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/**
 * Values made of what documents store, kept as long as their segment is open. What a document
 * stores never changes within its segment, so a value outlives snapshots. When the cache is full it
 * begins anew. Safe for use by several threads.
 */
final class DocumentCache<V> {
  private final int most;
  private final AtomicInteger size = new AtomicInteger();
  private final Map<CacheKey, AtomicReferenceArray<@Nullable V>> segments =
      new ConcurrentHashMap<>();

  /**
   * @param most values that are kept
   */
  DocumentCache(int most) {
    this.most = most;
  }

  /** Makes the value of a document. */
  interface Loader<V> {
    V load(int document) throws IOException;
  }

  /** The values of a reader's documents, for the time of one query: segments are found once. */
  Values of(IndexReader reader) {
    return new Values(reader.leaves());
  }

  /** The value of a document of a reader; {@link #of} is cheaper for many. */
  V get(IndexReader reader, int document, Loader<V> loader) throws IOException {
    return of(reader).get(document, loader);
  }

  /** The values of one reader's documents. */
  final class Values {
    /** First documents of the segments. */
    private final int[] bases;

    private final List<@Nullable AtomicReferenceArray<@Nullable V>> segments = new ArrayList<>();

    private Values(List<LeafReaderContext> leaves) {
      bases = new int[leaves.size()];
      for (int i = 0; i < bases.length; i++) {
        bases[i] = leaves.get(i).docBase;
        segments.add(values(leaves.get(i)));
      }
    }

    /**
     * The value of a document.
     *
     * @param document its number in the whole reader
     */
    V get(int document, Loader<V> loader) throws IOException {
      int leaf = leaf(document);
      AtomicReferenceArray<@Nullable V> values = segments.get(leaf);
      if (values == null) {
        return loader.load(document);
      }
      V known = values.get(document - bases[leaf]);
      if (known != null) {
        return known;
      }
      V made = loader.load(document);
      count();
      values.set(document - bases[leaf], made);
      return made;
    }

    /** The value of a document where it is kept; null otherwise. */
    @Nullable V known(int document) {
      int leaf = leaf(document);
      AtomicReferenceArray<@Nullable V> values = segments.get(leaf);
      return values == null ? null : values.get(document - bases[leaf]);
    }

    private int leaf(int document) {
      return ReaderUtil.subIndex(document, bases);
    }
  }

  /** Counts one more value. */
  private void count() {
    if (size.incrementAndGet() > most) {
      segments.clear();
      size.set(0);
    }
  }

  /** Null where the segment does not say when it is closed. */
  private @Nullable AtomicReferenceArray<@Nullable V> values(LeafReaderContext leaf) {
    IndexReader.CacheHelper helper = leaf.reader().getCoreCacheHelper();
    if (helper == null) {
      return null;
    }
    AtomicReferenceArray<@Nullable V> values = segments.get(helper.getKey());
    if (values == null) {
      AtomicReferenceArray<@Nullable V> fresh = new AtomicReferenceArray<>(leaf.reader().maxDoc());
      values = segments.putIfAbsent(helper.getKey(), fresh);
      if (values == null) {
        values = fresh;
        helper.addClosedListener(this::forget);
      }
    }
    return values;
  }

  private void forget(CacheKey segment) {
    AtomicReferenceArray<@Nullable V> values = segments.remove(segment);
    for (int i = 0; values != null && i < values.length(); i++) {
      if (values.get(i) != null) {
        size.decrementAndGet();
      }
    }
  }

  /** How many values are kept, about. */
  int size() {
    return size.get();
  }
}
