package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import java.util.List;

/** Space around a text, and runs of spaces of any kind inside it. */
final class Whitespace implements Rule {
  @Override
  public String name() {
    return "whitespace";
  }

  @Override
  public String meaning() {
    return "texts have no space around them and single spaces inside";
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    return Texts.clean(draft, Whitespace::clean, "had surplus space; removed");
  }

  static String clean(String text) {
    boolean before = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = isSpace(c);
      if (space && (before || c != ' ')) {
        return collapsed(text);
      }
      before = space;
    }
    return before && !text.isEmpty() ? collapsed(text) : text;
  }

  private static String collapsed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean wanted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        wanted = !out.isEmpty();
      } else {
        if (wanted) {
          out.append(' ');
          wanted = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isSpace(char c) {
    return c <= ' '
        || (c >= 0x80 && (c == 0xA0 || Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }
}
