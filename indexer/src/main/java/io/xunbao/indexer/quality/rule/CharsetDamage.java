package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import java.util.List;

/**
 * Text that went through the wrong charset and can be brought back ({@link Mojibake}); a lone half
 * of a surrogate pair becomes U+FFFD, because it cannot be written at all.
 */
final class CharsetDamage implements Rule {
  @Override
  public String name() {
    return "charset-damage";
  }

  @Override
  public String meaning() {
    return "texts were read in their own charset (no UTF-8 taken for another, no lone surrogates)";
  }

  @Override
  public boolean isOptional() {
    return false;
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    return Texts.clean(draft, CharsetDamage::mend, "was read in a wrong charset; undone");
  }

  private static String mend(String text) {
    String mended = Mojibake.undo(text);
    for (int i = 0; i < mended.length(); i++) {
      if (isLone(mended, i)) {
        return withoutLoneSurrogates(mended);
      }
    }
    return mended;
  }

  private static String withoutLoneSurrogates(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      if (isLone(text, i)) {
        out.setCharAt(i, '\uFFFD');
      }
    }
    return out.toString();
  }

  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }
}
