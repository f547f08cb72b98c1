package io.xunbao.ikdict.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An immutable set of words; its version is the hash of its content. Safe for several threads. */
public final class Lexicon {
  /** Where the build puts the bundled lexicon on the class path. */
  static final String BUNDLED = "bundled.lexicon";

  private final String version;
  private final WordTrie words;
  private final BigramTable bigrams;
  private final FoldTable folds;
  private final NameCosts names;
  private final @Nullable WordTrie extension;

  Lexicon(String version, WordTrie words, BigramTable bigrams, FoldTable folds, NameCosts names) {
    this.version = Objects.requireNonNull(version, "version");
    this.words = Objects.requireNonNull(words, "words");
    this.bigrams = Objects.requireNonNull(bigrams, "bigrams");
    this.folds = Objects.requireNonNull(folds, "folds");
    this.names = Objects.requireNonNull(names, "names");
    extension = null;
  }

  private Lexicon(Lexicon base, String version, WordTrie words, @Nullable WordTrie extension) {
    this.version = Objects.requireNonNull(version, "version");
    this.words = Objects.requireNonNull(words, "words");
    bigrams = base.bigrams;
    folds = base.folds;
    names = base.names;
    this.extension = extension;
  }

  /** The lexicon that ships with Xunbao, built from Maven artifacts when the project is built. */
  public static Lexicon bundled() {
    return Bundled.LEXICON;
  }

  /**
   * This lexicon with more words, and without others; its version is the hash of both.
   *
   * <p>A word that is there already gets the cost of the extension where that is lower. Single
   * characters are never taken out, since every text must have a way through.
   */
  public Lexicon with(LexiconExtension more) {
    if (more.isEmpty()) {
      return this;
    }
    TreeMap<String, Integer> added = new TreeMap<>();
    TreeMap<Integer, Integer> changed = new TreeMap<>();
    more.words()
        .forEach(
            (text, cost) -> {
              String word = folds.fold(text);
              int known = words.find(word);
              if (known == WordTrie.NONE) {
                added.put(word, cost);
              } else if (cost < words.cost(known)) {
                changed.put(known, cost);
              }
            });
    for (String text : more.removed()) {
      int known = words.find(folds.fold(text));
      if (known != WordTrie.NONE && folds.fold(text).length() > 1) {
        changed.put(known, WordTrie.NO_WORD);
      }
    }
    WordTrie base = changed.isEmpty() ? words : words.withCosts(changed);
    WordTrie extra = added.isEmpty() ? null : WordTrieBuilder.build(added);
    return new Lexicon(this, more.versionOn(version), base, extra);
  }

  /** Words beside {@link #words} that take part in no pairs, or null where there are none. */
  public @Nullable WordTrie extension() {
    return extension;
  }

  /** Whether a text, in its normal spelling, is a word. */
  public boolean contains(String word) {
    return words.find(word) != WordTrie.NONE
        || (extension != null && extension.find(word) != WordTrie.NONE);
  }

  /** The content hash, 16 hexadecimal digits, that index manifests and health reports name. */
  public String version() {
    return version;
  }

  /** The words with their costs. */
  public WordTrie words() {
    return words;
  }

  /** The costs of word pairs. */
  public BigramTable bigrams() {
    return bigrams;
  }

  /** What text becomes before it is cut. */
  public FoldTable folds() {
    return folds;
  }

  /** What the characters of names cost. */
  public NameCosts names() {
    return names;
  }

  /** The number under which a class of words stands in {@link #words} and {@link #bigrams}. */
  public int numberOf(WordClass wordClass) {
    return words.find(wordClass.spelling());
  }

  /** Reads the bundled lexicon when it is first asked for, once a process. */
  private static final class Bundled {
    private static final Lexicon LEXICON = read();

    private static Lexicon read() {
      try (InputStream in = Lexicon.class.getResourceAsStream(BUNDLED)) {
        if (in == null) {
          throw new IllegalStateException(
              "the class path holds no " + BUNDLED + ": build ik-dict with Maven, which makes it");
        }
        return LexiconImage.read(in);
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + BUNDLED, e);
      }
    }
  }
}
