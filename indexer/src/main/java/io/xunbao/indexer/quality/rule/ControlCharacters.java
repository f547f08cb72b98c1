package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import java.util.List;

/**
 * Characters that are not seen but keep words from being found: control characters, zero-width
 * spaces, soft hyphens, direction marks. Joiners (U+200C, U+200D) stay, since scripts and emoji
 * need them.
 */
final class ControlCharacters implements Rule {
  @Override
  public String name() {
    return "control-characters";
  }

  @Override
  public String meaning() {
    return "texts have no invisible characters";
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    return Texts.clean(draft, ControlCharacters::clean, "had invisible characters; removed");
  }

  private static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isInvisible(text.charAt(i))) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().filter(c -> !isInvisible((char) c)).forEach(c -> out.append((char) c));
        return out.toString();
      }
    }
    return text;
  }

  static boolean isInvisible(char c) {
    if (c < 0x80) {
      return c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r');
    }
    return c <= 0x9F
        || c == 0xAD
        || c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xFEFF;
  }
}
