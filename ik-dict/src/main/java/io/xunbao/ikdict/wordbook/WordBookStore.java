package io.xunbao.ikdict.wordbook;

import io.xunbao.ikdict.lexicon.Lexicon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Published word books: a folder a version, named by its content hash, and a file {@code HISTORY}
 * whose last line names the one in force. A version is complete on disk before the history names
 * it, and says in a file {@code LEXICON} which lexicon it makes.
 *
 * <p>{@link #current} is one volatile reference; where a new version cannot be read the last good
 * one stays. Safe for several threads of one process.
 */
public final class WordBookStore {
  /** Names the versions that were in force, the present one last. */
  public static final String HISTORY = "HISTORY";

  /** In a version's folder, written last: the lexicon that it makes. */
  public static final String LEXICON = "LEXICON";

  private final Path folder;
  private volatile WordBook current;
  private volatile String currentVersion;

  /** The version read last that is not in force, for whoever asks again and again. */
  private volatile @Nullable Read other;

  private record Read(String version, WordBook book) {}

  private WordBookStore(Path folder, WordBook current, String version) {
    this.folder = folder;
    this.current = current;
    this.currentVersion = version;
  }

  /** Opens a store, which may be empty or not there yet; the bundled lexicon is in force then. */
  public static WordBookStore open(Path folder) throws IOException {
    Objects.requireNonNull(folder, "folder");
    WordBookStore store = new WordBookStore(folder, WordBook.bundled(), "");
    store.reload();
    return store;
  }

  /** The word book in force. */
  public WordBook current() {
    return current;
  }

  /**
   * The words that go with an index that was cut by a lexicon: of the versions that make this
   * lexicon the one that was published last, so that stop words and synonyms are never those of
   * other words. Versions that were taken back count only where no other makes the lexicon.
   *
   * @param lexicon the version of a lexicon
   * @return empty where neither a version nor the bundled words make it
   */
  public Optional<WordBook> of(String lexicon) throws IOException {
    WordBook now = current;
    if (now.lexicon().version().equals(lexicon)) {
      return Optional.of(now);
    }
    for (String version : history().reversed()) {
      if (makes(version, lexicon)) {
        return Optional.of(read(version));
      }
    }
    if (Lexicon.bundled().version().equals(lexicon)) {
      return Optional.of(WordBook.bundled());
    }
    Optional<String> takenBack = versions().stream().filter(v -> makes(v, lexicon)).findFirst();
    return takenBack.isEmpty() ? Optional.empty() : Optional.of(read(takenBack.get()));
  }

  private WordBook read(String version) throws IOException {
    Read known = other;
    if (known == null || !known.version().equals(version)) {
      known = new Read(version, WordBook.read(folder.resolve(version)));
      other = known;
    }
    return known.book();
  }

  private boolean makes(String version, String lexicon) {
    try {
      return Files.readString(folder.resolve(version).resolve(LEXICON)).strip().equals(lexicon);
    } catch (IOException e) {
      throw new UncheckedIOException("the words of version " + version + " cannot be read", e);
    }
  }

  private List<String> versions() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> Files.exists(path.resolve(LEXICON)))
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.matches("[0-9a-f]{16}"))
          .sorted()
          .toList();
    }
  }

  /** The versions that were in force, the present one last. */
  public List<String> history() throws IOException {
    Path history = folder.resolve(HISTORY);
    return Files.exists(history) ? Files.readAllLines(history, StandardCharsets.UTF_8) : List.of();
  }

  /**
   * Takes over what another process published. Reads the new version beside the present one and
   * then swaps the reference.
   *
   * @return whether the version changed
   * @throws IOException if it cannot be read; the present version stays
   * @throws WordFileException if it breaks a rule; the present version stays
   */
  public synchronized boolean reload() throws IOException {
    List<String> history = history();
    String version = history.isEmpty() ? "" : history.get(history.size() - 1);
    if (version.equals(currentVersion)) {
      return false;
    }
    current = version.isEmpty() ? WordBook.bundled() : WordBook.read(folder.resolve(version));
    currentVersion = version;
    return true;
  }

  /**
   * Publishes a folder of word files: checks it, copies it under its content hash, names it in the
   * history.
   *
   * @return the version
   * @throws WordFileException if a file breaks a rule; nothing is published then
   */
  public synchronized String publish(Path files) throws IOException {
    WordBook book = WordBook.read(files);
    String version = book.version();
    Path target = folder.resolve(version);
    if (!Files.exists(target)) {
      Path draft = folder.resolve(version + ".draft");
      copy(files, draft);
      Files.writeString(draft.resolve(LEXICON), book.lexicon().version() + '\n');
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }
    List<String> history = new ArrayList<>(history());
    if (history.isEmpty() || !history.getLast().equals(version)) {
      history.add(version);
      write(history);
    }
    reload();
    return version;
  }

  /**
   * Puts the version before the present one in force again.
   *
   * @return its name, empty for the bundled lexicon
   */
  public synchronized String undo() throws IOException {
    List<String> history = new ArrayList<>(history());
    if (history.isEmpty()) {
      throw new IllegalStateException(
          "nothing to undo: no words were published to " + folder + "; publish some first");
    }
    history.remove(history.size() - 1);
    write(history);
    reload();
    return currentVersion;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> paths = Files.list(from)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Files.copy(path, to.resolve(path.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void write(List<String> history) throws IOException {
    Files.createDirectories(folder);
    Path draft = folder.resolve(HISTORY + ".draft");
    Files.write(draft, history, StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        draft,
        folder.resolve(HISTORY),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
