package io.xunbao.indexer.words;

import io.xunbao.ikdict.wordbook.WordBook;
import io.xunbao.ikdict.wordbook.WordBookStore;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The words of an index, in the folder {@code words} beside its generations. A generation names the
 * lexicon that it was cut with; writers and searchers of that generation both ask here for it, so
 * that they never cut differently. Safe for use by several threads.
 */
public final class IndexWords {
  private static final String FOLDER = "words";

  private final WordBookStore store;

  private IndexWords(WordBookStore store) {
    this.store = store;
  }

  /** The words of an index, which may have published none: the bundled ones then. */
  public static IndexWords at(IndexDirectory index) throws IOException {
    return new IndexWords(WordBookStore.open(folder(index)));
  }

  /** Where the published words of an index lie, for who copies an index. */
  public static Path folder(IndexDirectory index) {
    return index.root().resolve(FOLDER);
  }

  /** The words in force: what a new generation is cut with. */
  public WordBook current() throws IOException {
    store.reload();
    return store.current();
  }

  /**
   * The words that a generation is written and searched with: its lexicon, and the stop words and
   * synonyms that were last published for it.
   *
   * @throws IncompatibleIndexException when it was built with another schema, or with words that
   *     are not here
   */
  public WordBook of(Generation generation) throws IOException {
    IncompatibleIndexException.checkSchema(generation);
    store.reload();
    return store
        .of(generation.lexiconVersion())
        .orElseThrow(
            () ->
                IncompatibleIndexException.lexicon(
                    generation, store.current().lexicon().version()));
  }

  /** Where versions are published and taken back. */
  public WordBookStore store() {
    return store;
  }
}
