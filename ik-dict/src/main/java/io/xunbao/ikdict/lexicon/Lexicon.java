package io.xunbao.ikdict.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** An immutable set of words; its version is the hash of its content. Safe for several threads. */
public final class Lexicon {
  /** Where the build puts the bundled lexicon on the class path. */
  static final String BUNDLED = "bundled.lexicon";

  private final String version;
  private final WordTrie words;
  private final BigramTable bigrams;
  private final FoldTable folds;

  Lexicon(String version, WordTrie words, BigramTable bigrams, FoldTable folds) {
    this.version = Objects.requireNonNull(version, "version");
    this.words = Objects.requireNonNull(words, "words");
    this.bigrams = Objects.requireNonNull(bigrams, "bigrams");
    this.folds = Objects.requireNonNull(folds, "folds");
  }

  /** The lexicon that ships with Xunbao, built from Maven artifacts when the project is built. */
  public static Lexicon bundled() {
    return Bundled.LEXICON;
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
