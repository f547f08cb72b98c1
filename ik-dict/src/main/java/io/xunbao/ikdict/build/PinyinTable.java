package io.xunbao.ikdict.build;

import io.xunbao.ikdict.lexicon.FoldTable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the pinyin table out of HanLP's: {@code word=syllable,syllable} a line, without tones.
 * Words whose reading is that of their characters are left out; what stays says how polyphones are
 * read.
 */
final class PinyinTable {
  private static final String PINYIN = "data/dictionary/pinyin/pinyin.txt";

  private final Map<String, String> characters = new TreeMap<>();
  private final Map<String, String> words = new TreeMap<>();
  private final FoldTable folds;

  private PinyinTable(FoldTable folds) {
    this.folds = folds;
  }

  static byte[] make(FoldTable folds) {
    PinyinTable table = new PinyinTable(folds);
    Resources.forEachLine(PINYIN, table::add);
    StringBuilder text = new StringBuilder();
    table.characters.forEach((c, yin) -> text.append(c).append('=').append(yin).append('\n'));
    table.words.forEach(
        (word, yin) -> {
          if (!yin.equals(table.byCharacters(word))) {
            text.append(word).append('=').append(yin).append('\n');
          }
        });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void add(String line) {
    int equals = line.indexOf('=');
    if (equals <= 0) {
      return;
    }
    String word = folds.fold(line.substring(0, equals));
    String yin = line.substring(equals + 1).replaceAll("[0-9]", "").replace("ü", "v").strip();
    if (!yin.matches("[a-z]+(,[a-z]+)*") || yin.contains("none")) {
      return;
    }
    if (word.length() == 1) {
      characters.putIfAbsent(word, yin.split(",")[0]);
    } else {
      words.putIfAbsent(word, yin);
    }
  }

  private String byCharacters(String word) {
    StringBuilder yin = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      yin.append(i == 0 ? "" : ",").append(characters.get(word.substring(i, i + 1)));
    }
    return yin.toString();
  }
}
