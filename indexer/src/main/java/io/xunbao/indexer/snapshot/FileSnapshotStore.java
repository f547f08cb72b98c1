package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Snapshots as files of a generation's folder. A publish writes the manifest and then renames
 * {@code CURRENT} over the old one; both are fsynced together with their folders, so that a crash
 * at any point leaves the old or the new snapshot.
 *
 * <p>A damaged {@code CURRENT} or manifest is passed over for the newest manifest that is whole.
 */
final class FileSnapshotStore implements SnapshotStore {
  private static final String SUFFIX = ".json";

  private final Path folder;
  private final Path manifests;
  private final Path current;
  private final DurableFiles files;

  FileSnapshotStore(Path folder, DurableFiles files) {
    this.folder = folder;
    this.manifests = folder.resolve("snapshots");
    this.current = folder.resolve(IndexDirectory.CURRENT);
    this.files = files;
  }

  @Override
  public Optional<Snapshot> current() throws IOException {
    return retained().stream().findFirst();
  }

  @Override
  public List<Snapshot> retained() throws IOException {
    long newest = newestPublished();
    List<Snapshot> whole = new ArrayList<>();
    for (long sequence : sequences()) {
      if (sequence <= newest) {
        read(sequence).ifPresent(whole::add);
      }
    }
    return List.copyOf(whole);
  }

  @Override
  public Optional<Snapshot> publish(List<ShardCommit> commits) throws IOException {
    Optional<Snapshot> next =
        PublishRule.next(folder.getFileName().toString(), commits, retained());
    if (next.isPresent()) {
      publish(next.get());
    }
    return next;
  }

  private void publish(Snapshot snapshot) throws IOException {
    Files.createDirectories(manifests);
    files.syncDirectory(folder);
    byte[] manifest = CheckedText.encode(SnapshotJson.write(snapshot));
    files.replace(manifest(snapshot.sequence()), manifest);
    files.replace(current, CheckedText.encode(Long.toString(snapshot.sequence())));
    prune(snapshot.sequence());
  }

  /**
   * The sequence in CURRENT. Without a readable one nothing is known to be unpublished but what is
   * newer than all manifests; a manifest that a crash left before the rename counts then, which is
   * safe: its commits were durable before it was written.
   */
  private long newestPublished() throws IOException {
    try {
      return Long.parseLong(CheckedText.decode(Files.readAllBytes(current), current));
    } catch (NoSuchFileException nothingPublished) {
      return -1;
    } catch (CorruptSnapshotException damaged) {
      return Long.MAX_VALUE;
    }
  }

  private Optional<Snapshot> read(long sequence) throws IOException {
    Path file = manifest(sequence);
    try {
      String json = CheckedText.decode(Files.readAllBytes(file), file);
      return Optional.of(SnapshotJson.read(json, Snapshot.class));
    } catch (NoSuchFileException | CorruptSnapshotException unreadable) {
      return Optional.empty();
    }
  }

  /** Manifests by descending sequence. */
  private List<Long> sequences() throws IOException {
    if (!Files.isDirectory(manifests)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(manifests)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d+\\.json"))
          .map(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  private void prune(long newest) throws IOException {
    List<Long> published = sequences().stream().filter(s -> s <= newest).toList();
    for (long old :
        published.subList(Math.min(PublishRule.RETAINED, published.size()), published.size())) {
      Files.deleteIfExists(manifest(old));
    }
  }

  private Path manifest(long sequence) {
    return manifests.resolve(sequence + SUFFIX);
  }
}
