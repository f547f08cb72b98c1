package io.xunbao.indexer.write;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.SnapshotReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of every product of a shard, tombstones included: those written since the last
 * refresh from a map, the others from the index itself, which is so the only durable copy.
 */
final class KnownVersions implements Closeable {
  /** The place of the record that a document was made of. */
  static final String ORDER = "_order";

  private static final int MAX_RECENT = 200_000;

  /**
   * What the index knows of a product.
   *
   * @param tombstone whether the version deleted it
   * @param numbers what was set beside the versions, see {@link ProductNumbers}
   */
  record Known(Version version, boolean tombstone, Map<String, Long> numbers) {
    Known with(Map<String, Long> changed) {
      Map<String, Long> all = new HashMap<>(numbers);
      all.putAll(changed);
      return new Known(version, tombstone, Map.copyOf(all));
    }
  }

  private final IndexWriter writer;
  private final Map<String, Known> recent = new HashMap<>();
  private DirectoryReader reader;

  KnownVersions(IndexWriter writer) throws IOException {
    this.writer = writer;
    this.reader = DirectoryReader.open(writer);
  }

  @Nullable Known get(String id) throws IOException {
    Known known = recent.get(id);
    return known != null || reader.maxDoc() == 0 ? known : lookUp(new BytesRef(id));
  }

  void put(String id, Known known) throws IOException {
    recent.put(id, known);
    if (recent.size() >= MAX_RECENT) {
      refresh();
    }
  }

  /** Forgets the map in favour of the index. Cheap right after a commit. */
  void refresh() throws IOException {
    DirectoryReader changed = DirectoryReader.openIfChanged(reader, writer);
    if (changed != null) {
      reader.close();
      reader = changed;
    }
    recent.clear();
  }

  private @Nullable Known lookUp(BytesRef id) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Known known = lookUp(leaf.reader(), id);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private static @Nullable Known lookUp(LeafReader leaf, BytesRef id) throws IOException {
    Terms terms = leaf.terms(IndexSchema.ID);
    if (terms == null) {
      return null;
    }
    TermsEnum ids = terms.iterator();
    if (!ids.seekExact(id)) {
      return null;
    }
    Bits live = notOverwritten(leaf);
    PostingsEnum postings = ids.postings(null, PostingsEnum.NONE);
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      if (live == null || live.get(doc)) {
        Version version =
            new Version(number(leaf, IndexSchema.UPDATED_AT, doc), number(leaf, ORDER, doc));
        return new Known(
            version,
            number(leaf, SnapshotReader.TOMBSTONE, doc) == 1,
            ProductNumbers.read(leaf, doc));
      }
    }
    return null;
  }

  /** Tombstones count as live here; to Lucene they are soft-deleted. */
  private static @Nullable Bits notOverwritten(LeafReader leaf) {
    return leaf instanceof SegmentReader segment ? segment.getHardLiveDocs() : leaf.getLiveDocs();
  }

  static long number(LeafReader leaf, String field, int doc) throws IOException {
    NumericDocValues values = leaf.getNumericDocValues(field);
    return values != null && values.advanceExact(doc) ? values.longValue() : 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
