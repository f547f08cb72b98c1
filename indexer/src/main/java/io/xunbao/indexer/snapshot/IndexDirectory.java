package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/** The folder of an index: its generations, and which of them is served. */
public final class IndexDirectory {
  static final String CURRENT = "CURRENT";
  private static final String GENERATION = "generation.json";
  private static final String SERVED = "SERVED";
  private static final String DROPPED = "DROPPED";

  private final Path root;
  private final DurableFiles files;

  private IndexDirectory(Path root, DurableFiles files) {
    this.root = root;
    this.files = files;
  }

  /** An index at a path, which need not exist yet. */
  public static IndexDirectory at(Path root) {
    return at(root, DurableFiles.DISK);
  }

  static IndexDirectory at(Path root, DurableFiles files) {
    return new IndexDirectory(root.toAbsolutePath().normalize(), files);
  }

  public Path root() {
    return root;
  }

  /** All generations that were begun, oldest first. */
  public List<Generation> generations() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<String> ids;
    try (Stream<Path> entries = Files.list(root)) {
      ids =
          entries
              .map(path -> path.getFileName().toString())
              .filter(name -> name.matches("gen-\\d+"))
              .filter(name -> Files.exists(root.resolve(name).resolve(GENERATION)))
              .sorted(Comparator.comparingInt(IndexDirectory::number))
              .toList();
    }
    List<Generation> generations = new java.util.ArrayList<>();
    for (String id : ids) {
      generations.add(generation(id));
    }
    return List.copyOf(generations);
  }

  /** The generation of an id such as {@code gen-2}. */
  public Generation generation(String id) throws IOException {
    Path file = folder(id).resolve(GENERATION);
    String json = CheckedText.decode(Files.readAllBytes(file), file);
    return SnapshotJson.read(json, Generation.class);
  }

  /**
   * The number of the next generation to build. That of a dropped one is never given again, for
   * checkpoints and copies elsewhere may still name it.
   */
  public int nextNumber() throws IOException {
    int newest = generations().stream().mapToInt(Generation::number).max().orElse(0);
    return Math.max(newest, newestDropped()) + 1;
  }

  private int newestDropped() throws IOException {
    Path dropped = root.resolve(DROPPED);
    try {
      return Integer.parseInt(CheckedText.decode(Files.readAllBytes(dropped), dropped));
    } catch (NoSuchFileException noneYet) {
      return 0;
    }
  }

  /** Begins a generation, which readers do not see before {@link #serve}. */
  public void create(Generation generation) throws IOException {
    Path folder = folder(generation.id());
    Files.createDirectories(folder);
    files.replace(folder.resolve(GENERATION), CheckedText.encode(SnapshotJson.write(generation)));
    files.syncDirectory(root);
  }

  /**
   * Begins a generation with the documents of a published snapshot, which it shares with it on disk
   * where it can, and with a copy of its refused records.
   *
   * @param generation must have as many shards as the snapshot
   */
  public void create(Generation generation, Snapshot from) throws IOException {
    if (generation.shards() != from.shards().size()) {
      throw new IllegalArgumentException(
          generation.id() + " must have the shards of " + from.id() + ", got " + generation);
    }
    create(generation);
    for (ShardCommit commit : from.shards()) {
      ShardCopy.copy(
          shard(from.generation(), commit.shard()), commit, shard(generation.id(), commit.shard()));
    }
    if (Files.exists(quarantine(from.generation()))) {
      Files.copy(
          quarantine(from.generation()),
          quarantine(generation.id()),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes a generation with all its files. The served one is refused. */
  public void drop(String id) throws IOException {
    if (served().filter(id::equals).isPresent()) {
      throw new IOException(id + " is served; serve another generation before it is dropped");
    }
    int newest = Math.max(number(id), newestDropped());
    files.replace(root.resolve(DROPPED), CheckedText.encode(Integer.toString(newest)));
    Files.deleteIfExists(folder(id).resolve(GENERATION));
    IOUtils.rm(folder(id));
  }

  /** The id of the generation that readers open; empty before the first. */
  public Optional<String> served() throws IOException {
    Path current = root.resolve(CURRENT);
    try {
      return Optional.of(CheckedText.decode(Files.readAllBytes(current), current));
    } catch (NoSuchFileException nothingServed) {
      return Optional.empty();
    }
  }

  /**
   * Makes a generation the served one, atomically: a swap to a new one, or a rollback to an old
   * one.
   *
   * @throws IOException when it has no published snapshot
   */
  public void serve(String id) throws IOException {
    if (snapshots(id).current().isEmpty()) {
      throw new IOException(id + " has no published snapshot, so it cannot be served");
    }
    if (!Files.exists(folder(id).resolve(SERVED))) {
      files.replace(folder(id).resolve(SERVED), CheckedText.encode(id));
    }
    files.replace(root.resolve(CURRENT), CheckedText.encode(id));
  }

  /** Whether a generation is served or was once, so that it can be served again. */
  public boolean wasServed(String id) throws IOException {
    return Files.exists(folder(id).resolve(SERVED)) || served().filter(id::equals).isPresent();
  }

  /** The newest snapshot of the served generation: what a search should see. */
  public Optional<Snapshot> current() throws IOException {
    Optional<String> served = served();
    return served.isEmpty() ? Optional.empty() : snapshots(served.get()).current();
  }

  /** The snapshots of one generation. */
  public SnapshotStore snapshots(String generation) {
    return new FileSnapshotStore(folder(generation), files);
  }

  /** The folder of one generation. */
  public Path folder(String generation) {
    return root.resolve(generation);
  }

  /** The Lucene directory of one shard. */
  public Path shard(String generation, int shard) {
    return folder(generation).resolve("shard-" + shard);
  }

  /** The records that a generation refused, one JSON object a line. */
  public Path quarantine(String generation) {
    return folder(generation).resolve("quarantine.jsonl");
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring("gen-".length()));
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
