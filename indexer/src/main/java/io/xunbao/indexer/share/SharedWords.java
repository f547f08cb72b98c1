package io.xunbao.indexer.share;

import io.xunbao.ikdict.wordbook.WordBook;
import io.xunbao.ikdict.wordbook.WordBookStore;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.words.IndexWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * The published words of an index in a shared store. A version never changes, so it is sent once;
 * its file {@code LEXICON} comes last and says that it is whole. The history follows all versions
 * that it names.
 */
final class SharedWords {
  private static final String HISTORY = SharedNames.WORDS + WordBookStore.HISTORY;
  private static final String WHOLE = "/" + WordBookStore.LEXICON;

  private final SharedStore store;
  private final Path folder;

  SharedWords(SharedStore store, IndexDirectory index) {
    this.store = store;
    this.folder = IndexWords.folder(index);
  }

  /** Sends what was published since. */
  void send() throws IOException {
    Path history = folder.resolve(WordBookStore.HISTORY);
    if (!Files.exists(history)) {
      return;
    }
    // Read first: a version is complete before the history names it.
    String text = Files.readString(history);
    if (store.read(HISTORY).filter(text::equals).isPresent()) {
      return;
    }
    Set<String> there = versionsThere();
    for (String version : versionsHere()) {
      if (!there.contains(version)) {
        send(version);
      }
    }
    store.replace(HISTORY, text);
  }

  private void send(String version) throws IOException {
    Path book = folder.resolve(version);
    for (Path file : files(book)) {
      if (!String.valueOf(file.getFileName()).equals(WordBookStore.LEXICON)) {
        store.put(SharedNames.WORDS + version + "/" + file.getFileName(), file);
      }
    }
    store.put(SharedNames.WORDS + version + WHOLE, book.resolve(WordBookStore.LEXICON));
  }

  /**
   * Fetches what was published since.
   *
   * @throws IOException when a version is damaged in the store; the words before stay
   */
  void fetch() throws IOException {
    String text = store.read(HISTORY).orElse("");
    Path history = folder.resolve(WordBookStore.HISTORY);
    if (text.isEmpty() || (Files.exists(history) && Files.readString(history).equals(text))) {
      return;
    }
    Files.createDirectories(folder);
    Set<String> here = versionsHere();
    for (String version : versionsThere()) {
      if (!here.contains(version)) {
        fetch(version);
      }
    }
    Path draft = history.resolveSibling(WordBookStore.HISTORY + ".draft");
    Files.writeString(draft, text);
    IOUtils.fsync(draft, false);
    Files.move(draft, history, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    IOUtils.fsync(folder, true);
  }

  private void fetch(String version) throws IOException {
    Path draft = folder.resolve(version + ".draft");
    IOUtils.rm(draft);
    Files.createDirectories(draft);
    String prefix = SharedNames.WORDS + version + "/";
    for (String name : store.list(prefix)) {
      store.get(name, draft.resolve(name.substring(prefix.length())));
    }
    WordBook book = WordBook.read(draft);
    String lexicon = Files.readString(draft.resolve(WordBookStore.LEXICON)).strip();
    if (!book.version().equals(version) || !book.lexicon().version().equals(lexicon)) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "the words %s in %s are damaged: their content is that of %s. Publish them again"
                  + " where they were written, after they are deleted in the store.",
              version,
              store,
              book.version()));
    }
    for (Path file : files(draft)) {
      IOUtils.fsync(file, false);
    }
    Files.move(draft, folder.resolve(version), StandardCopyOption.ATOMIC_MOVE);
  }

  private Set<String> versionsThere() throws IOException {
    return store.list(SharedNames.WORDS).stream()
        .filter(name -> name.endsWith(WHOLE))
        .map(name -> name.substring(SharedNames.WORDS.length(), name.length() - WHOLE.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> versionsHere() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(book -> Files.exists(book.resolve(WordBookStore.LEXICON)))
          .map(book -> String.valueOf(book.getFileName()))
          .filter(name -> !name.contains("."))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<Path> files(Path book) throws IOException {
    try (Stream<Path> files = Files.list(book)) {
      return files.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
