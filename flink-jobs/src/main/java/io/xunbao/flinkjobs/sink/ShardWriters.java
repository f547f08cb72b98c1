package io.xunbao.flinkjobs.sink;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.share.SharedShards;
import io.xunbao.indexer.share.SharedStore;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.words.IndexWords;
import io.xunbao.indexer.write.ShardSettings;
import io.xunbao.indexer.write.ShardWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the writer of a shard where the job's state says, or refuses. */
final class ShardWriters {
  private final IndexDirectory index;
  private final Generation generation;
  private final ShardSettings settings;
  private final @Nullable SharedStore store;

  /**
   * @param store what a shard that is gone is fetched from; null for none
   */
  ShardWriters(IndexDirectory index, Generation generation, @Nullable SharedStore store)
      throws IOException {
    this.store = store;
    this.index = index;
    this.generation = generation;
    Lexicon lexicon = IndexWords.at(index).of(generation).lexicon();
    ProductDocuments documents = new ProductDocuments();
    this.settings = new ShardSettings(IndexSchema.indexAnalyzer(lexicon), documents::toDocument);
  }

  /** A shard at the start of a job without state. */
  ShardWriter start(int shard, boolean ontoPublished) throws IOException {
    Optional<Snapshot> published = index.snapshots(generation.id()).current();
    if (ontoPublished && published.isPresent()) {
      ShardCommit commit = published.get().shards().get(shard);
      return ShardWriter.openAt(index, generation, commit, settings);
    }
    return ShardWriter.create(index, generation, shard, settings);
  }

  /**
   * A shard at the commit that the checkpoint names. A subtask that had finished before the
   * checkpoint has no state; then the shard's newest commit is its last.
   */
  ShardWriter restore(int shard, Collection<ShardCommit> state) throws IOException {
    if (state.isEmpty()) {
      ShardCommit last =
          ShardWriter.newestCommit(index, generation, shard)
              .filter(ShardCommit::finished)
              .orElseThrow(
                  () ->
                      new IOException(
                          String.format(
                              Locale.ROOT,
                              "the checkpoint names no commit of shard %d of %s: %s",
                              shard,
                              generation.id(),
                              RESCALE)));
      return ShardWriter.openAt(index, generation, last, settings);
    }
    ShardCommit commit = state.iterator().next();
    if (state.size() != 1 || commit.shard() != shard) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "the writer of shard %d was given the state %s: %s",
              shard,
              state,
              RESCALE));
    }
    if (store != null && !ShardWriter.holds(index, generation, commit)) {
      new SharedShards(store, index).restore(generation.id(), commit);
    }
    return ShardWriter.openAt(index, generation, commit, settings);
  }

  private static final String RESCALE =
      "a generation keeps its number of shards, so the sink's parallelism must stay the same;"
          + " for another number of shards build a new generation";
}
