package io.xunbao.ikdict.wordbook;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.wordbook.Problem.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Checks word files: what cannot be used is an error, what is likely a slip is a warning (a word
 * twice, one that is there already, a single character, a model number, synonyms that go round in
 * circles, that hide one another, or that make half a language the same).
 */
public final class Lint {
  private static final int LONGEST_WORD = 32;
  private static final int BROADEST_RULE = 12;

  private final WordFiles files;
  private final Lexicon lexicon;
  private final List<Problem> problems = new ArrayList<>();

  private Lint(WordFiles files, Lexicon lexicon) {
    this.files = files;
    this.lexicon = lexicon;
  }

  /** The problems of a folder of word files. */
  public static List<Problem> check(java.nio.file.Path folder, Lexicon lexicon)
      throws java.io.IOException {
    return check(WordFiles.read(folder), lexicon);
  }

  static List<Problem> check(WordFiles files, Lexicon lexicon) {
    Lint lint = new Lint(files, lexicon);
    lint.problems.addAll(files.problems());
    lint.checkWords();
    lint.checkRemoved();
    lint.checkSynonyms();
    return List.copyOf(lint.problems);
  }

  private void checkWords() {
    Map<String, String> seen = new HashMap<>();
    files
        .words()
        .forEach(
            (file, lines) -> {
              for (WordFiles.Line line : lines) {
                checkWord(file, line);
                String before = seen.putIfAbsent(line.word(), file + ":" + line.number());
                if (before != null) {
                  warn(file, line, "<%s> stands in %s already", line.word(), before);
                }
              }
            });
  }

  private void checkWord(String file, WordFiles.Line line) {
    String word = lexicon.folds().fold(line.word());
    if (word.isEmpty() || word.length() > LONGEST_WORD) {
      error(file, line, "a word has 1 to 32 characters, got %d", word.length());
    } else if (line.frequency() < 0) {
      error(file, line, "a word may be followed by a frequency, a whole number: %s", line.text());
    } else if (word.codePoints().noneMatch(Character::isIdeographic)) {
      warn(file, line, "<%s> has no Chinese character: it is a token without being listed", word);
    } else if (word.length() == 1) {
      warn(file, line, "<%s> is a single character: it is a token already", word);
    } else if (lexicon.contains(word) && line.frequency() == 0) {
      warn(file, line, "<%s> is a word already; here it becomes a common one", word);
    }
  }

  private void checkRemoved() {
    for (WordFiles.Line line : files.removed()) {
      if (!lexicon.contains(lexicon.folds().fold(line.word()))) {
        warn(WordFiles.REMOVED, line, "<%s> is no word of the bundled lexicon", line.word());
      }
    }
  }

  private void checkSynonyms() {
    Map<String, Integer> oneWay = new HashMap<>();
    Map<String, List<String>> arrows = new HashMap<>();
    for (WordFiles.Line line : files.synonyms()) {
      SynonymRule rule = SynonymRule.parse(line.text());
      if (rule.from().isEmpty()
          || rule.to().isEmpty()
          || (!rule.oneWay() && rule.to().size() < 2)) {
        error(WordFiles.SYNONYMS, line, "write a,b or a=>b, got: %s", line.text());
        continue;
      }
      if (rule.to().size() > BROADEST_RULE) {
        warn(WordFiles.SYNONYMS, line, "%d words in one rule: is it too broad?", rule.to().size());
      }
      for (String from : rule.from()) {
        checkSingle(line, from);
        Integer before = rule.oneWay() ? oneWay.putIfAbsent(from, line.number()) : null;
        if (before != null) {
          warn(WordFiles.SYNONYMS, line, "<%s> is replaced in line %d already", from, before);
        }
        if (rule.oneWay()) {
          arrows.computeIfAbsent(from, f -> new ArrayList<>()).addAll(rule.to());
        }
      }
      checkCycle(line, rule, arrows);
    }
  }

  private void checkSingle(WordFiles.Line line, String word) {
    if (word.codePointCount(0, word.length()) == 1) {
      warn(WordFiles.SYNONYMS, line, "<%s> is one character: is it too broad?", word);
    }
  }

  private void checkCycle(WordFiles.Line line, SynonymRule rule, Map<String, List<String>> arrows) {
    for (String from : rule.oneWay() ? rule.from() : List.<String>of()) {
      if (!rule.to().contains(from) && reaches(from, from, arrows, new HashSet<>())) {
        error(
            WordFiles.SYNONYMS,
            line,
            "<%s> leads back to itself: write a,b where both ways are meant",
            from);
      }
    }
  }

  private static boolean reaches(
      String from, String target, Map<String, List<String>> arrows, Set<String> visited) {
    for (String next : arrows.getOrDefault(from, List.of())) {
      if (next.equals(target) || (visited.add(next) && reaches(next, target, arrows, visited))) {
        return true;
      }
    }
    return false;
  }

  private void warn(String file, WordFiles.Line line, String message, Object... values) {
    problems.add(
        new Problem(
            Severity.WARNING, file, line.number(), String.format(Locale.ROOT, message, values)));
  }

  private void error(String file, WordFiles.Line line, String message, Object... values) {
    problems.add(
        new Problem(
            Severity.ERROR, file, line.number(), String.format(Locale.ROOT, message, values)));
  }
}
