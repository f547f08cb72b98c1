package io.xunbao.ikdict.build;

import io.xunbao.ikdict.lexicon.Costs;
import io.xunbao.ikdict.lexicon.FoldTable;
import io.xunbao.ikdict.lexicon.LexiconImage;
import io.xunbao.ikdict.lexicon.LexiconParts;
import io.xunbao.ikdict.lexicon.WordClass;
import io.xunbao.ikdict.lexicon.WordTrie;
import io.xunbao.ikdict.lexicon.WordTrieBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Writes the bundled lexicon: words of HanLP, Ansj, jieba and IK with interpolated unigram costs,
 * and bigram costs by linear interpolation (Jelinek and Mercer, "Interpolated estimation of Markov
 * source parameters from sparse data", 1980): {@code P(b|a) = L P(b) + (1 - L) count(a b) /
 * count(a)}.
 *
 * <p>The factor L of an unseen pair is folded into the cost of the word, so that a pair that is not
 * in the table costs what its right word costs.
 */
public final class LexiconBuild {
  private static final double BACK_OFF = 0.3;
  private static final double CLASS_SHARE = 0.02;
  private static final double PRIOR = 2;

  private final FoldTable folds = FoldTableMaker.make();

  LexiconBuild() {}

  /**
   * @param args the files to write: lexicon, pinyin table
   */
  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[0]);
    if (Freshness.isNewerThanItsSources(out)) {
      return;
    }
    for (String file : args) {
      Files.createDirectories(Path.of(file).toAbsolutePath().getParent());
    }
    LexiconBuild build = new LexiconBuild();
    Files.write(Path.of(args[1]), build.pinyin());
    Files.write(out, build.lexicon());
  }

  /** The pinyin table; the same artifacts give the same bytes. */
  byte[] pinyin() {
    return PinyinTable.make(folds);
  }

  /** The lexicon; the same artifacts give the same bytes. */
  byte[] lexicon() {
    return image().toBytes();
  }

  private LexiconImage image() {
    Map<String, Double> probabilities = new UnigramModel(folds).probabilities();
    Map<String, Integer> costs = new TreeMap<>();
    probabilities.forEach((word, p) -> costs.put(word, Costs.of(p * BACK_OFF)));
    for (WordClass wordClass : WordClass.values()) {
      costs.put(wordClass.spelling(), Costs.of(CLASS_SHARE * BACK_OFF));
      probabilities.put(wordClass.spelling(), CLASS_SHARE);
    }
    WordTrie trie = WordTrieBuilder.build(costs);
    return new LexiconImage(trie, pairs(trie, probabilities), folds, NameModel.make(folds));
  }

  private long[] pairs(WordTrie trie, Map<String, Double> probabilities) {
    LongStream.Builder entries = LongStream.builder();
    Map<String, Map<String, Integer>> folded = new TreeMap<>();
    PairCounts.read()
        .forEach(
            (left, rights) ->
                rights.forEach(
                    (right, count) ->
                        folded
                            .computeIfAbsent(foldKey(left), l -> new TreeMap<>())
                            .merge(foldKey(right), count, Integer::sum)));
    folded.forEach(
        (left, rights) -> {
          int leftNumber = trie.find(left);
          double total = rights.values().stream().mapToInt(Integer::intValue).sum() + PRIOR;
          rights.forEach(
              (right, count) -> {
                int rightNumber = trie.find(right);
                if (leftNumber != WordTrie.NONE && rightNumber != WordTrie.NONE) {
                  double p =
                      BACK_OFF * probabilities.getOrDefault(right, 0.0)
                          + (1 - BACK_OFF) * count / total;
                  entries.add(LexiconParts.pair(trie, leftNumber, rightNumber, Costs.of(p)));
                }
              });
        });
    return entries.build().toArray();
  }

  private String foldKey(String word) {
    return word.length() == 1 && word.charAt(0) >= '\uE000' && word.charAt(0) < '\uF900'
        ? word
        : folds.fold(word);
  }
}
