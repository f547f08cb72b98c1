package io.xunbao.ikdict.build;

import io.xunbao.ikdict.lexicon.FoldTable;
import io.xunbao.ikdict.lexicon.LexiconParts;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes the fold table: Unicode's NFKC and lower case, then HanLP's traditional to simplified. */
final class FoldTableMaker {
  private static final String SIMPLIFIED = "data/dictionary/tc/t2s.txt";
  private static final String DASHES = "\u2010\u2011\u2012\u2013\u2212";

  private final Map<Character, Character> simplified = new TreeMap<>();
  private final Map<String, String> phrases = new TreeMap<>();
  private final Map<Character, String> expansions = new TreeMap<>();
  private final char[] units = new char[1 << 16];

  static FoldTable make() {
    return new FoldTableMaker().build();
  }

  private FoldTable build() {
    Resources.forEachLine(SIMPLIFIED, this::addConversion);
    phrases.values().removeIf(String::isEmpty);
    for (int c = 0; c < units.length; c++) {
      units[c] = fold((char) c);
    }
    return LexiconParts.foldTable(units, expansions, phrases);
  }

  private void addConversion(String line) {
    String[] sides = line.split("=");
    if (sides.length != 2 || sides[0].length() != sides[1].length()) {
      return;
    }
    if (sides[0].length() == 1) {
      simplified.put(sides[0].charAt(0), sides[1].charAt(0));
    } else {
      phrases.put(sides[0], sides[1]);
    }
  }

  private char fold(char c) {
    if (Character.isSurrogate(c)) {
      return c;
    }
    if (vanishes(c) || c >= '\uFFFE') {
      return FoldTable.VANISHES;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return ' ';
    }
    if (DASHES.indexOf(c) >= 0) {
      return '-';
    }
    return foldCompatible(c);
  }

  private char foldCompatible(char c) {
    String text =
        Normalizer.normalize(
            Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
            Normalizer.Form.NFKC);
    if (text.length() == 1) {
      char one = text.charAt(0);
      return simplified.getOrDefault(one, one);
    }
    if (text.isEmpty()
        || text.charAt(0) == ' '
        || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return c;
    }
    expansions.put(c, text);
    return FoldTable.EXPANDS;
  }

  private static boolean vanishes(char c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.CONTROL -> !Character.isWhitespace(c);
      case Character.NON_SPACING_MARK -> c >= '\uFE00' && c <= '\uFE0F';
      default -> false;
    };
  }
}
