package io.xunbao.benchmarks.words;

import io.xunbao.ikdict.lexicon.Lexicon;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Prints word F1 as the SIGHAN bakeoff defines it (Emerson, "The second international Chinese word
 * segmentation bakeoff", 2005) on a gold file, and the recall of entity borders on BIO files, for
 * every segmenter.
 *
 * <p>Arguments: the folder of the data, whose files are named in {@link #main}.
 */
final class SegmentationQuality {
  private SegmentationQuality() {}

  /**
   * @param args the data folder
   */
  public static void main(String[] args) throws IOException {
    Path data = Path.of(args.length > 0 ? args[0] : "../shared/data");
    List<String> test = Files.readAllLines(data.resolve("segmentation/pku/test.txt"));
    List<String> gold = Files.readAllLines(data.resolve("segmentation/pku/gold.txt"));
    List<Entities> jd = Entities.read(data.resolve("zh/jd-2022-entities.bio"));
    List<Entities> taobao = Entities.read(data.resolve("zh/taobao-entities-test.bio"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        "segmenter       PKU P   PKU R   PKU F1  new words  JD entity borders  cut   Taobao borders  cut");
    for (Cutter cutter : Cutters.all()) {
      Score score = wordScore(cutter, test, gold);
      Recall onJd = recall(cutter, jd);
      Recall onTaobao = recall(cutter, taobao);
      out.printf(
          Locale.ROOT,
          "%-14s  %.4f  %.4f  %.4f  %.3f      %.4f             %.3f  %.4f          %.3f%n",
          cutter.name(),
          score.precision(),
          score.recall(),
          score.f1(),
          score.newWords() / (double) score.newGold(),
          onJd.recall(),
          onJd.density(),
          onTaobao.recall(),
          onTaobao.density());
    }
    out.println("cut: share of the places between two characters at which the text is cut");
    out.println("new words: share found of the Chinese words of the gold that our lexicon lacks");
  }

  private static Score wordScore(Cutter cutter, List<String> test, List<String> gold) {
    Score score = new Score(0, 0, 0, 0, 0);
    for (int i = 0; i < test.size(); i++) {
      String text = test.get(i);
      BitSet found = Borders.of(text, text.isEmpty() ? List.of() : cutter.cut(text));
      score = score.plus(Score.of(text, found, Borders.ofGold(gold.get(i))));
    }
    return score;
  }

  private static Recall recall(Cutter cutter, List<Entities> titles) {
    long hit = 0;
    long all = 0;
    long cuts = 0;
    long places = 0;
    for (Entities title : titles) {
      BitSet found = Borders.of(title.text(), cutter.cut(title.text()));
      BitSet common = (BitSet) title.borders().clone();
      common.and(found);
      hit += common.cardinality();
      all += title.borders().cardinality();
      cuts += found.cardinality() - 2L;
      places += title.text().length() - 1L;
    }
    return new Recall(hit / (double) all, cuts / (double) places);
  }

  /** Borders found, of those there are, and the share of all places that are cut. */
  private record Recall(double recall, double density) {}

  /**
   * Counts of words.
   *
   * @param correct words with both borders right
   * @param found words found
   * @param gold words there are
   * @param newWords correct words that our lexicon lacks
   * @param newGold words there are that our lexicon lacks
   */
  private record Score(long correct, long found, long gold, long newWords, long newGold) {
    static Score of(String text, BitSet found, BitSet gold) {
      long correct = 0;
      long newWords = 0;
      long newGold = 0;
      List<Integer> starts = new ArrayList<>();
      gold.stream().forEach(starts::add);
      for (int i = 0; i + 1 < starts.size(); i++) {
        int start = starts.get(i);
        int end = starts.get(i + 1);
        boolean hit = found.get(start) && found.nextSetBit(start + 1) == end;
        boolean isNew = isNew(text.substring(start, end));
        correct += hit ? 1 : 0;
        newGold += isNew ? 1 : 0;
        newWords += hit && isNew ? 1 : 0;
      }
      long words = found.cardinality() - 1L;
      return new Score(correct, words, gold.cardinality() - 1L, newWords, newGold);
    }

    private static boolean isNew(String word) {
      Lexicon lexicon = Lexicon.bundled();
      return word.length() > 1
          && word.codePoints().allMatch(Character::isIdeographic)
          && !lexicon.contains(lexicon.folds().fold(word));
    }

    Score plus(Score other) {
      return new Score(
          correct + other.correct,
          found + other.found,
          gold + other.gold,
          newWords + other.newWords,
          newGold + other.newGold);
    }

    double precision() {
      return correct / (double) found;
    }

    double recall() {
      return correct / (double) gold;
    }

    double f1() {
      return 2 * precision() * recall() / (precision() + recall());
    }
  }
}
