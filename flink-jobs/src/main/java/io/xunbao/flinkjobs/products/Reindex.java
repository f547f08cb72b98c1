package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexLock;
import io.xunbao.indexer.snapshot.NothingPublishedException;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.words.IndexWords;
import io.xunbao.indexer.write.CarryOver;
import io.xunbao.indexer.write.ShardSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Builds a generation beside one that a stream feeds and a server serves, brings it up to the
 * stream and swaps it in:
 *
 * <ol>
 *   <li>the files, if there are any, are built as {@link IndexBuild} does;
 *   <li>what only the served index knows is taken over from one of its snapshots, see {@link
 *       CarryOver};
 *   <li>a job reads the stream from that snapshot's positions on, and the statistics from their
 *       beginning, for products that only the new files have had none until now;
 *   <li>a {@link SwapGate} compares both;
 *   <li>the new generation is served. A streaming job that follows what is served goes on in it.
 * </ol>
 *
 * <p>Killed at any point it leaves what is served as it is; run again it goes on.
 */
public final class Reindex {
  private static final int ATTEMPTS = 20;

  private final ReindexRequest request;
  private final IndexDirectory index;
  private final ReindexWatch watch;

  private Reindex(ReindexRequest request, ReindexWatch watch) {
    this.request = request;
    this.index = request.build().index();
    this.watch = watch;
  }

  /**
   * Runs it to its end.
   *
   * @throws BuildRefusedException when a half-built generation of other inputs is in the way, or
   *     the topic no longer has what would be needed
   * @throws io.xunbao.indexer.snapshot.IndexInUseException when another build is going on
   * @throws NothingPublishedException when nothing is served that it could stand beside
   * @throws IOException when a step fails; what was served stays
   */
  public static ReindexResult run(ReindexRequest request, SwapGate gate, ReindexWatch watch)
      throws IOException, InterruptedException {
    IndexBuild.requireReadable(request.build());
    try (IndexLock lock = IndexLock.takeToBuild(request.build().index())) {
      return new Reindex(request, watch).run(gate);
    }
  }

  private ReindexResult run(SwapGate gate) throws IOException, InterruptedException {
    String before = current().generation();
    Generation generation = prepare();
    ReindexResult result;
    try (CatchUp catchUp = CatchUp.start(request.stream(), index, generation)) {
      catchUp.await(request.patience());
      List<SwapGate.Finding> findings = gate.compare(before, generation.id());
      boolean passed = findings.stream().allMatch(SwapGate.Finding::passed);
      result = new ReindexResult(before, generation.id(), findings, passed || request.force());
      if (result.swapped()) {
        catchUp.await(request.patience());
      }
      catchUp.stop();
    }
    if (result.swapped()) {
      index.serve(generation.id());
      IndexBuild.checkpoints(index, generation).remove();
      OldGenerations.drop(index, Optional.of(before), request.build().keep());
    }
    return result;
  }

  /** A generation that holds the files and what was taken over. */
  private Generation prepare() throws IOException, InterruptedException {
    BuildPlan plan = BuildPlan.make(request.build());
    Generation generation = plan.generation();
    Optional<Snapshot> there = published(generation);
    if (there.isPresent() && CarryOver.source(there.get()).isPresent()) {
      watch.step(generation.id() + " was prepared by an earlier run; it goes on catching up");
      return generation;
    }
    if (!request.build().files().isEmpty() && there.filter(Snapshot::finished).isEmpty()) {
      Consumer<BuildProgress> progress = watch::building;
      BuildResult built = IndexBuild.beside(request.build(), plan, progress);
      watch.step(
          String.format(
              Locale.ROOT,
              "%s: %,d records of the files, %,d products",
              generation.id(),
              built.recordsIn(),
              built.snapshot().documents()));
    }
    watch.step(sentence(carryOver(generation)));
    return generation;
  }

  /** The writer beside may overtake the opening of a snapshot; then the next one is due. */
  private CarryOver.Carried carryOver(Generation generation) throws IOException {
    ShardSettings settings =
        new ShardSettings(
            IndexSchema.indexAnalyzer(IndexWords.at(index).of(generation).lexicon()),
            new ProductDocuments()::toDocument);
    for (int attempt = 1; ; attempt++) {
      Snapshot from = current();
      try {
        return CarryOver.run(index, from, generation, settings, products(from));
      } catch (NoSuchFileException | FileNotFoundException gone) {
        if (attempt == ATTEMPTS || current().sameCommits(from)) {
          throw gone;
        }
      }
    }
  }

  /** How far the snapshot has read the products. The statistics are read from their beginning. */
  private Map<String, Long> products(Snapshot from) {
    TopicNames names = request.stream().names();
    String prefix = names.of(Topic.PRODUCTS) + "-";
    return from.positions().entrySet().stream()
        .filter(
            source ->
                source.getKey().startsWith(prefix)
                    && source.getKey().substring(prefix.length()).matches("\\d{1,9}"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String sentence(CarryOver.Carried carried) {
    return String.format(
        Locale.ROOT,
        "taken over from %s: %,d products, %,d tombstones, numbers of %,d products; left out because"
            + " the new files have them no more: %,d products",
        carried.from(),
        carried.products(),
        carried.tombstones(),
        carried.numbers(),
        carried.leftOut());
  }

  private Snapshot current() throws IOException {
    return index.current().orElseThrow(() -> new NothingPublishedException(index));
  }

  private Optional<Snapshot> published(Generation generation) throws IOException {
    return index.snapshots(generation.id()).current();
  }
}
