package io.xunbao.flinkjobs.products;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.words.IndexWords;
import io.xunbao.indexer.write.ShardWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which generation a build works on.
 *
 * @param generation a new one, or the one that an interrupted run left half built
 * @param resumed whether it was left half built
 */
record BuildPlan(Generation generation, boolean resumed) {

  static BuildPlan make(BuildRequest request) throws IOException {
    IndexDirectory index = request.index();
    String lexicon = IndexWords.at(index).current().lexicon().version();
    String inputs = Fingerprint.of(request.files(), lexicon);
    Optional<Generation> half = halfBuilt(index);
    if (half.isPresent()) {
      Generation left = half.get();
      boolean same = left.inputs().equals(inputs) && left.shards() == request.shards();
      if (same && !request.restart()) {
        return new BuildPlan(left, true);
      }
      if (!request.restart()) {
        throw refusal(index, left, request);
      }
      index.drop(left.id());
    }
    Generation next =
        new Generation(
            index.nextNumber(),
            request.shards(),
            Integer.toString(IndexSchema.VERSION),
            lexicon,
            "index words fine and overlapping, descriptions by smartcn",
            inputs);
    index.create(next);
    return new BuildPlan(next, false);
  }

  /** A bounded generation whose input never ended. Only the newest can be one. */
  private static Optional<Generation> halfBuilt(IndexDirectory index) throws IOException {
    List<Generation> generations = index.generations();
    if (generations.isEmpty() || generations.getLast().inputs().isEmpty()) {
      return Optional.empty();
    }
    Generation newest = generations.getLast();
    // It is served only once it is whole; a stream may have gone on writing to it since, or
    // somebody may have gone back to the one before.
    return index.wasServed(newest.id()) ? Optional.empty() : Optional.of(newest);
  }

  private static BuildRefusedException refusal(
      IndexDirectory index, Generation left, BuildRequest request) {
    String difference =
        left.shards() != request.shards()
            ? String.format(Locale.ROOT, "with %d shards, not %d", left.shards(), request.shards())
            : "from other files, mappings or words, or they changed meanwhile";
    return new BuildRefusedException(
        String.format(
            Locale.ROOT,
            """
            %s in %s was begun %s, and is not served yet. Either run it again with what it began \
            with, and it goes on where it stopped; or add --restart to throw it away.\
            """,
            left.id(),
            index,
            difference));
  }

  /** The last commit of every shard, where all of them saw the end of the input. */
  static Optional<List<ShardCommit>> finishedCommits(IndexDirectory index, Generation generation)
      throws IOException {
    List<ShardCommit> commits = new ArrayList<>();
    for (int shard = 0; shard < generation.shards(); shard++) {
      ShardWriter.newestCommit(index, generation, shard)
          .filter(ShardCommit::finished)
          .ifPresent(commits::add);
    }
    return commits.size() == generation.shards() ? Optional.of(commits) : Optional.empty();
  }
}
