package io.xunbao.ikdict.wordbook;

import io.xunbao.ikdict.lexicon.Costs;
import io.xunbao.ikdict.lexicon.FoldTable;
import io.xunbao.ikdict.lexicon.LexiconExtension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of a folder of word files, without comments and blank lines. */
final class WordFiles {
  static final String STOP = "stop.dic";
  static final String REMOVED = "removed.dic";
  static final String SYNONYMS = "synonyms.txt";

  /** What jieba's frequencies are counted in. */
  private static final double JIEBA_TOTAL = 6e7;

  private static final long MOST_BYTES = 64L << 20;

  private final Map<String, List<Line>> files = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private WordFiles() {}

  static WordFiles read(Path folder) throws IOException {
    WordFiles files = new WordFiles();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.sorted().toList()) {
        String name = String.valueOf(path.getFileName());
        if (Files.isRegularFile(path) && (name.endsWith(".dic") || name.equals(SYNONYMS))) {
          files.read(name, path);
        }
      }
    }
    return files;
  }

  private void read(String name, Path path) throws IOException {
    if (Files.size(path) > MOST_BYTES) {
      problems.add(
          new Problem(Problem.Severity.ERROR, name, 0, "a word file may have 64 MB: split it"));
      return;
    }
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : decode(name, Files.readAllBytes(path)).split("\r?\n", -1)) {
      number++;
      String bare = (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
      if (!bare.isEmpty() && !bare.startsWith("#")) {
        lines.add(new Line(number, bare));
      }
    }
    files.put(name, lines);
  }

  private String decode(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      problems.add(
          new Problem(
              Problem.Severity.ERROR,
              name,
              0,
              "the file must be UTF-8; convert it with: iconv -f GB18030 -t UTF-8 " + name));
      return "";
    }
  }

  /** What reading found: wrong encodings, files that are too large. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Lines of words by file: all *.dic files but stop words and removed words. */
  Map<String, List<Line>> words() {
    Map<String, List<Line>> words = new TreeMap<>(files);
    words.keySet().removeAll(Set.of(STOP, REMOVED, SYNONYMS));
    return words;
  }

  List<Line> synonyms() {
    return files.getOrDefault(SYNONYMS, List.of());
  }

  List<Line> removed() {
    return files.getOrDefault(REMOVED, List.of());
  }

  Set<String> stopWords(FoldTable folds) {
    return files.getOrDefault(STOP, List.of()).stream()
        .map(line -> folds.fold(line.word()))
        .collect(Collectors.toSet());
  }

  LexiconExtension extension() {
    Map<String, Integer> costs = new TreeMap<>();
    for (List<Line> lines : words().values()) {
      for (Line line : lines) {
        if (line.word().codePoints().anyMatch(Character::isIdeographic)) {
          costs.merge(line.word(), cost(line), Math::min);
        }
      }
    }
    Set<String> removed = new TreeSet<>();
    removed().forEach(line -> removed.add(line.word()));
    costs.keySet().removeAll(removed);
    return new LexiconExtension(costs, removed);
  }

  private static int cost(Line line) {
    double frequency = line.frequency();
    return frequency <= 0
        ? LexiconExtension.COMMON
        : Math.min(Costs.of(Math.min(1, frequency / JIEBA_TOTAL)), Costs.MAX);
  }

  /**
   * A line of a word file.
   *
   * @param number counted from 1
   * @param text without white space around it
   */
  record Line(int number, String text) {
    String word() {
      return fields()[0];
    }

    /** The frequency that jieba's format gives, 0 where there is none, -1 where it is no number. */
    double frequency() {
      String[] fields = fields();
      if (fields.length < 2) {
        return 0;
      }
      return fields[1].matches("\\d{1,12}") ? Double.parseDouble(fields[1]) : -1;
    }

    private String[] fields() {
      return text.split("[ \t]+");
    }
  }
}
