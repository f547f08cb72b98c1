package io.xunbao.indexer.words;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.LexiconChange;
import io.xunbao.ikdict.lucene.AffectedDocuments;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexLock;
import io.xunbao.indexer.snapshot.NothingPublishedException;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.write.ShardSettings;
import io.xunbao.indexer.write.ShardWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;

/**
 * Brings an index to the words in force: a new generation that shares the files of the served one,
 * in which only the products that hold a changed word are analysed again. The generation before
 * stays for a rollback.
 */
public final class Reanalysis {
  private final IndexDirectory index;
  private final IndexWords words;

  private Reanalysis(IndexDirectory index, IndexWords words) {
    this.index = index;
    this.words = words;
  }

  /**
   * What was done.
   *
   * @param generation the one that is served now
   * @param changedWords words that the lexicons do not share
   * @param rewritten products that were analysed again
   * @param products live products
   */
  public record Result(String generation, int changedWords, long rewritten, long products) {}

  /**
   * Analyses again what the words in force change, and serves it. Nothing happens where the served
   * generation has these words already.
   *
   * @throws NothingPublishedException when there is no index
   * @throws io.xunbao.indexer.snapshot.IndexInUseException when a job writes to the index
   */
  public static Result run(IndexDirectory index) throws IOException {
    try (IndexLock lock = IndexLock.takeWhole(index)) {
      return new Reanalysis(index, IndexWords.at(index)).run();
    }
  }

  /** Queries for the products that hold one of the changed words, in an index of a lexicon. */
  public static List<Query> affected(Lexicon before, Set<String> changed) {
    AffectedDocuments affected = new AffectedDocuments(IndexSchema.indexAnalyzer(before));
    return Stream.of(IndexSchema.TEXT, IndexSchema.ATTRIBUTES)
        .flatMap(field -> affected.queries(field, changed).stream())
        .toList();
  }

  private Result run() throws IOException {
    Snapshot served = index.current().orElseThrow(() -> new NothingPublishedException(index));
    Generation before = index.generation(served.generation());
    Lexicon old = words.of(before).lexicon();
    Lexicon now = words.current().lexicon();
    if (old.version().equals(now.version())) {
      return new Result(before.id(), 0, 0, served.documents());
    }
    dropUnfinished(before, now);
    Set<String> changed = LexiconChange.words(old, now);
    Generation next =
        new Generation(
            index.nextNumber(),
            before.shards(),
            before.schemaVersion(),
            now.version(),
            before.analyzer(),
            "");
    index.create(next, served);
    long rewritten = rewrite(next, served, now, affected(old, changed));
    index.serve(next.id());
    return new Result(next.id(), changed.size(), rewritten, served.documents());
  }

  /** What a run that was killed left: never published, so nobody reads it. */
  private void dropUnfinished(Generation served, Lexicon now) throws IOException {
    for (Generation left : index.generations()) {
      boolean mine = left.inputs().isEmpty() && left.lexiconVersion().equals(now.version());
      if (mine
          && left.number() > served.number()
          && index.snapshots(left.id()).current().isEmpty()) {
        index.drop(left.id());
      }
    }
  }

  private long rewrite(Generation next, Snapshot from, Lexicon lexicon, List<Query> affected)
      throws IOException {
    ShardSettings settings =
        new ShardSettings(IndexSchema.indexAnalyzer(lexicon), new ProductDocuments()::toDocument);
    List<ShardCommit> commits = new ArrayList<>();
    long rewritten = 0;
    for (ShardCommit shard : from.shards()) {
      try (ShardWriter writer = ShardWriter.openAt(index, next, shard, settings)) {
        rewritten += writer.rewrite(affected);
        commits.add(writer.commit(shard.finished()));
      }
    }
    index.snapshots(next.id()).publish(commits);
    return rewritten;
  }
}
