package io.xunbao.ikdict.normalize;

import io.xunbao.ikdict.lexicon.FoldTable;
import java.text.Normalizer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings text into the spelling that lexicons use. One table look-up a unit; only units that become
 * several, combining marks and the first characters of traditional phrases take a longer way. Safe
 * for several threads.
 */
public final class TextNormalizer {
  private final FoldTable folds;

  public TextNormalizer(FoldTable folds) {
    this.folds = Objects.requireNonNull(folds, "folds");
  }

  /** The normal spelling of a text. */
  public String normalize(String text) {
    NormalizedText out = new NormalizedText();
    normalize(text.toCharArray(), text.length(), out);
    return out.toString();
  }

  /**
   * Puts the normal spelling of a text's first {@code length} units into {@code out}, whose former
   * content is lost.
   */
  public void normalize(char[] text, int length, NormalizedText out) {
    out.clear(length);
    int i = 0;
    while (i < length) {
      char c = text[i];
      int phrase = c < 0x3400 || i + 1 == length ? 0 : folds.longestPhrase(c, text[i + 1]);
      if (phrase > 0) {
        i = phraseOrUnit(text, i, Math.min(phrase, length - i), out);
      } else {
        i = unit(text, i, out);
      }
    }
  }

  private int phraseOrUnit(char[] text, int start, int longest, NormalizedText out) {
    for (int length = longest; length > 1; length--) {
      String simplified = folds.simplifiedPhrase(new String(text, start, length));
      if (simplified != null) {
        out.add(simplified.charAt(0), start, start + 1);
        for (int i = 1; i < length; i++) {
          out.addGlued(simplified.charAt(i), start + i, start + i + 1);
        }
        return start + length;
      }
    }
    return unit(text, start, out);
  }

  private int unit(char[] text, int i, NormalizedText out) {
    char c = text[i];
    char folded = folds.fold(c);
    if (folded == FoldTable.EXPANDS) {
      String expansion = folds.expansion(c);
      for (int k = 0; k < expansion.length(); k++) {
        out.add(expansion.charAt(k), i, i + 1);
      }
    } else if (folded != FoldTable.VANISHES && !composed(folded, i, out)) {
      out.add(folded, i, i + 1);
    }
    return i + 1;
  }

  /** Whether a unit was a combining mark that melted into the unit before it. */
  private static boolean composed(char mark, int at, NormalizedText out) {
    if (!isCombining(mark) || out.length() == 0 || out.end(out.length() - 1) != at) {
      return false;
    }
    String composition = compose(out.unit(out.length() - 1), mark);
    if (composition == null) {
      return false;
    }
    out.replaceLast(composition.charAt(0), at + 1);
    return true;
  }

  private static @Nullable String compose(char base, char mark) {
    String text = Normalizer.normalize(new String(new char[] {base, mark}), Normalizer.Form.NFKC);
    return text.length() == 1 ? text : null;
  }

  private static boolean isCombining(char c) {
    return (c >= '\u0300' && c <= '\u036f') || c == '\u3099' || c == '\u309a';
  }
}
