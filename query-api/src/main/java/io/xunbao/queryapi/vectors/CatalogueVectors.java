package io.xunbao.queryapi.vectors;

import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.Segment;
import io.xunbao.queryapi.vectors.SnapshotVectors.Rows;
import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.embed.TextSpace;
import io.xunbao.ranker.model.FollowedModel;
import io.xunbao.ranker.model.FollowedModel.Loaded;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vectors of an index that changes, under an embedding that may be replaced. {@link #refresh}
 * makes what is missing; {@link #of} gives what there is at once. Safe for use by several threads.
 *
 * <p>Vectors are kept on the heap by segment: four bytes a number, half a kilobyte a product at 128
 * dimensions. An exact search reads all of them.
 */
public final class CatalogueVectors {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueVectors.class);

  private final FollowedModel<TextSpace> embeddings;
  private final ProductWords words;
  private final Blas blas;
  private final Map<Key, Rows> made = new ConcurrentHashMap<>();

  private record Key(String version, Object segment) {}

  public CatalogueVectors(FollowedModel<TextSpace> embeddings, Segmenter segmenter, Blas blas) {
    this.embeddings = embeddings;
    this.words = new ProductWords(segmenter);
    this.blas = blas;
  }

  /** The vectors of a snapshot as far as they are made; empty where no embedding is loaded. */
  public Optional<SnapshotVectors> of(ProductSearcher searcher) {
    return embeddings.get().map(embedding -> of(searcher, embedding));
  }

  private SnapshotVectors of(ProductSearcher searcher, Loaded<TextSpace> embedding) {
    List<SnapshotVectors.Block> blocks =
        searcher.segments().stream()
            .map(s -> new SnapshotVectors.Block(s, made.get(key(embedding, s))))
            .toList();
    return new SnapshotVectors(
        embedding.version(), Embedder.of(words, embedding.model()), searcher, blocks, blas);
  }

  /**
   * Loads the promoted embedding, without making vectors: from then on those of a window are made
   * on the spot, and models that were trained beside it can rank.
   */
  public void load() {
    embeddings.refresh();
  }

  /**
   * Takes over a newly promoted embedding and makes the vectors that a snapshot lacks; those of
   * segments that it no longer has are dropped. A search that runs meanwhile keeps what it has.
   */
  public synchronized void refresh(ProductSearcher searcher) throws IOException {
    embeddings.refresh();
    Loaded<TextSpace> embedding = embeddings.get().orElse(null);
    if (embedding == null) {
      made.clear();
      return;
    }
    Embedder embedder = Embedder.of(words, embedding.model());
    long start = System.nanoTime();
    int products = 0;
    Set<Key> current = new HashSet<>();
    for (Segment segment : searcher.segments()) {
      Key key = key(embedding, segment);
      current.add(key);
      if (!made.containsKey(key)) {
        made.put(key, rows(searcher, segment, embedder));
        products += segment.size();
      }
    }
    made.keySet().retainAll(current);
    if (products > 0) {
      LOG.info(
          "made vectors of {} products with embeddings {} in {} ms",
          products,
          embedding.version(),
          (System.nanoTime() - start) / 1_000_000);
    }
  }

  private static Key key(Loaded<TextSpace> embedding, Segment segment) {
    return new Key(embedding.version(), segment.key());
  }

  private Rows rows(ProductSearcher searcher, Segment segment, Embedder embedder)
      throws IOException {
    int d = embedder.texts().dimensions();
    float[] rows = new float[Math.multiplyExact(segment.size(), d)];
    for (int i = 0; i < segment.size(); i++) {
      float[] vector = embedder.product(searcher.product(segment.base() + i));
      System.arraycopy(vector, 0, rows, i * d, d);
    }
    Matrix vectors = Matrix.of(rows, segment.size(), d);
    return new Rows(vectors, embedder.kinds(vectors, blas));
  }
}
