package io.xunbao.ikdict.wordbook;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.LexiconExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A lexicon with what a shop added, its stop words and its synonyms: one reference, never half of
 * it.
 *
 * @param lexicon bundled words and those of the shop; its version goes into the index
 * @param stopWords words that a query leaves out, in their normal spelling
 * @param synonyms what words mean the same in queries
 */
public record WordBook(Lexicon lexicon, Set<String> stopWords, Synonyms synonyms) {
  public WordBook {
    Objects.requireNonNull(lexicon, "lexicon");
    Objects.requireNonNull(synonyms, "synonyms");
    stopWords = Set.copyOf(stopWords);
  }

  /** The bundled lexicon alone. */
  public static WordBook bundled() {
    return new WordBook(Lexicon.bundled(), Set.of(), Synonyms.NONE);
  }

  /**
   * Reads a folder of word files over the bundled lexicon.
   *
   * @throws WordFileException where a file breaks its format; nothing of the folder is used then
   * @throws IOException if a file cannot be read
   */
  public static WordBook read(Path folder) throws IOException {
    WordFiles files = WordFiles.read(folder);
    List<Problem> problems = Lint.check(files, Lexicon.bundled());
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      throw new WordFileException(errors);
    }
    LexiconExtension extension = files.extension();
    Lexicon base = Lexicon.bundled();
    return new WordBook(
        base.with(extension),
        files.stopWords(base.folds()),
        Synonyms.of(files.synonyms(), base.folds()));
  }

  /** The hash of lexicon, stop words and synonyms: 16 hexadecimal digits. */
  public String version() {
    String content = lexicon.version() + '\n' + new TreeSet<>(stopWords) + '\n' + synonyms.rules();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
