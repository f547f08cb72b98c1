package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.Start;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.words.IndexWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the stream of products goes on.
 *
 * @param generation that it writes to
 * @param checkpoint whose state it goes on from; empty to begin without state
 * @param ontoPublished whether a begin without state goes on from the published snapshot
 * @param positions next offset of each topic's partitions that the snapshot knows, by source name
 */
record StreamPlan(
    Generation generation,
    Optional<Path> checkpoint,
    boolean ontoPublished,
    Map<String, Long> positions) {

  /**
   * Makes the plan.
   *
   * @throws BuildRefusedException when the generation was fed before and the state is missing
   */
  static StreamPlan make(StreamTarget into, TopicNames names, CheckpointFolders checkpoints)
      throws IOException {
    IndexDirectory index = into.index();
    StartRule rule = into.start();
    Optional<String> served = index.served();
    if (served.isEmpty() || rule == StartRule.NEW_GENERATION) {
      return new StreamPlan(begin(index, into.shards()), Optional.empty(), false, Map.of());
    }
    Generation generation = index.generation(served.get());
    Optional<Path> checkpoint = checkpoints.of(generation).newest();
    if (checkpoint.isPresent()) {
      return new StreamPlan(generation, checkpoint, true, Map.of());
    }
    Map<String, Long> positions =
        index.snapshots(generation.id()).current().map(Snapshot::positions).orElse(Map.of());
    String products = names.of(Topic.PRODUCTS) + "-";
    boolean fedBefore = positions.keySet().stream().anyMatch(source -> source.startsWith(products));
    if (fedBefore && rule == StartRule.REFUSE) {
      throw refusal(index, generation, checkpoints.of(generation).folder());
    }
    return new StreamPlan(generation, Optional.empty(), true, positions);
  }

  private static Generation begin(IndexDirectory index, int shards) throws IOException {
    Generation next =
        new Generation(
            index.nextNumber(),
            shards,
            Integer.toString(IndexSchema.VERSION),
            IndexWords.at(index).current().lexicon().version(),
            "index words fine and overlapping, descriptions by smartcn",
            "");
    index.create(next);
    return next;
  }

  private static BuildRefusedException refusal(
      IndexDirectory index, Generation generation, Path folder) {
    return new BuildRefusedException(
        String.format(
            Locale.ROOT,
            """
            %s in %s has been fed by this stream before, and the state that belongs to it is not in \
            %s. Either name the folder of its checkpoints, or say `start: published` to go on from the \
            positions in the published snapshot, or `start: new-generation` to build a new one from \
            the whole stream.\
            """,
            generation.id(),
            index,
            folder));
  }

  /** Where to begin in a topic without state. */
  Start start(TopicNames names, Topic topic) {
    String prefix = names.of(topic) + "-";
    Map<Integer, Long> next = new HashMap<>();
    positions.forEach(
        (source, position) -> {
          String rest = source.startsWith(prefix) ? source.substring(prefix.length()) : "";
          if (rest.matches("\\d{1,9}")) {
            next.put(Integer.valueOf(rest), position);
          }
        });
    return new Start.At(next);
  }
}
