package io.xunbao.indexer.share;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * A shared store in a folder. What is written goes into a draft first and is renamed when whole.
 */
public final class FileSharedStore implements SharedStore {
  private static final String DRAFT = ".draft";

  private final Path root;

  private FileSharedStore(Path root) {
    this.root = root;
  }

  /** The store in a folder, which is made where it is missing. */
  public static FileSharedStore at(Path root) {
    return new FileSharedStore(root.toAbsolutePath().normalize());
  }

  @Override
  public Set<String> list(String prefix) throws IOException {
    if (!Files.isDirectory(root)) {
      return Set.of();
    }
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.startsWith(prefix) && !name.endsWith(DRAFT))
          .collect(Collectors.toUnmodifiableSet());
    } catch (UncheckedIOException vanished) {
      throw vanished.getCause();
    }
  }

  @Override
  public void put(String name, Path file) throws IOException {
    Path draft = draft(name);
    Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
    finish(draft, path(name));
  }

  @Override
  public void get(String name, Path file) throws IOException {
    Files.copy(path(name), file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void replace(String name, String text) throws IOException {
    Path draft = draft(name);
    Files.writeString(draft, text);
    finish(draft, path(name));
  }

  @Override
  public Optional<String> read(String name) throws IOException {
    try {
      return Optional.of(Files.readString(path(name)));
    } catch (NoSuchFileException nothing) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(path(name));
  }

  private Path draft(String name) throws IOException {
    Path file = path(name);
    Files.createDirectories(file.resolveSibling(".").normalize());
    return file.resolveSibling(file.getFileName() + DRAFT);
  }

  private static void finish(Path draft, Path file) throws IOException {
    IOUtils.fsync(draft, false);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    IOUtils.fsync(file.resolveSibling(".").normalize(), true);
  }

  private Path path(String name) {
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root) || file.equals(root)) {
      throw new IllegalArgumentException("a name must lie inside the store, got '" + name + "'");
    }
    return file;
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
