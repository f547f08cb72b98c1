package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.Start;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.share.FileSharedStore;
import io.xunbao.indexer.share.SnapshotReplica;
import io.xunbao.indexer.share.SnapshotSharing;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexLock;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.words.IndexWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
  private static final Logger LOG = LoggerFactory.getLogger(StreamPlan.class);

  /**
   * Makes the plan.
   *
   * @throws BuildRefusedException when the generation was fed before and the state is missing
   */
  static StreamPlan make(StreamTarget into, TopicNames names, CheckpointFolders checkpoints)
      throws IOException {
    IndexDirectory index = into.index();
    StartRule rule = into.start();
    if (rule != StartRule.NEW_GENERATION && index.served().isEmpty()) {
      Optional<StreamPlan> elsewhere = fromStore(into, checkpoints);
      if (elsewhere.isPresent()) {
        return elsewhere.get();
      }
    }
    Optional<String> served = index.served();
    if (served.isEmpty() || rule == StartRule.NEW_GENERATION) {
      return new StreamPlan(begin(into, checkpoints), Optional.empty(), false, Map.of());
    }
    StreamPlan plan = onto(index, index.generation(served.get()), checkpoints);
    String products = names.of(Topic.PRODUCTS) + "-";
    boolean fedBefore =
        plan.positions.keySet().stream().anyMatch(source -> source.startsWith(products));
    if (fedBefore && rule == StartRule.REFUSE) {
      throw refusal(index, plan.generation, checkpoints.of(plan.generation).folder());
    }
    return plan;
  }

  /** Goes on in a generation: at its newest checkpoint, or else at what it has published. */
  static StreamPlan onto(IndexDirectory index, Generation generation, CheckpointFolders checkpoints)
      throws IOException {
    Optional<Path> checkpoint = checkpoints.of(generation).newest();
    Map<String, Long> positions =
        checkpoint.isPresent()
            ? Map.of()
            : index.snapshots(generation.id()).current().map(Snapshot::positions).orElse(Map.of());
    return new StreamPlan(generation, checkpoint, true, positions);
  }

  /**
   * The index as the shared store holds it, fetched to here. Its snapshot says how far it had read,
   * and it holds the versions of all products: with that the state of a checkpoint, whose commits
   * may be newer than what was sent, is not needed.
   */
  private static Optional<StreamPlan> fromStore(StreamTarget into, CheckpointFolders checkpoints)
      throws IOException {
    Path share = into.share();
    if (share == null || !fetch(share, into.index())) {
      return Optional.empty();
    }
    Snapshot snapshot = into.index().current().orElseThrow();
    Generation generation = into.index().generation(snapshot.generation());
    Optional<Path> aside = checkpoints.of(generation).setAside();
    LOG.info(
        "{} was not here and is fetched from {}; its checkpoints: {}",
        snapshot.id(),
        share,
        aside.isPresent() ? "put aside at " + aside.get() : "none");
    return Optional.of(new StreamPlan(generation, Optional.empty(), true, snapshot.positions()));
  }

  private static boolean fetch(Path share, IndexDirectory index) throws IOException {
    try {
      return new SnapshotReplica(FileSharedStore.at(share), index).follow().isPresent();
    } catch (IOException away) {
      throw new BuildRefusedException(
          String.format(
              Locale.ROOT,
              "nothing is served in %s, and the store %s does not say whether it holds that index:"
                  + " %s. Either mend the store and start again, or say `start: new-generation` to"
                  + " build the index from the whole stream.",
              index,
              share,
              away),
          away);
    }
  }

  private static Generation begin(StreamTarget into, CheckpointFolders checkpoints)
      throws IOException {
    try (IndexLock lock = IndexLock.takeToBuild(into.index())) {
      return beginNext(into, checkpoints);
    }
  }

  private static Generation beginNext(StreamTarget into, CheckpointFolders checkpoints)
      throws IOException {
    IndexDirectory index = into.index();
    Path share = into.share();
    int number = index.nextNumber();
    if (share != null) {
      number = Math.max(number, SnapshotSharing.nextNumber(FileSharedStore.at(share)));
    }
    Generation next =
        new Generation(
            number,
            into.shards(),
            Integer.toString(IndexSchema.VERSION),
            IndexWords.at(index).current().lexicon().version(),
            "index words fine and overlapping, descriptions by smartcn",
            "");
    if (into.start() != StartRule.NEW_GENERATION && checkpoints.of(next).newest().isPresent()) {
      throw lost(into, next, checkpoints.of(next).folder());
    }
    checkpoints.of(next).setAside();
    index.create(next);
    return next;
  }

  private static BuildRefusedException lost(StreamTarget into, Generation next, Path folder) {
    return new BuildRefusedException(
        String.format(
            Locale.ROOT,
            """
            %s holds checkpoints of %s, but no such index is in %s%s. Either name the folder of that \
            index, or with `share` the store that its snapshots were sent to, or say `start: \
            new-generation` to build it from the whole stream.\
            """,
            folder,
            next.id(),
            into.index(),
            into.share() == null ? "" : " nor in the store " + into.share()));
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
