package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.TextField;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that went through the wrong charset. What can be undone is undone ({@link Mojibake}), a lone
 * half of a surrogate pair becomes U+FFFD because it cannot be written at all, and what is lost for
 * good is reported: a warning, or a refusal where so much of the title is lost that it cannot be
 * found by its words.
 */
final class CharsetDamage implements Rule {
  private static final double UNREADABLE = 0.3;

  @Override
  public String name() {
    return "charset-damage";
  }

  @Override
  public String meaning() {
    return "texts have no traces of a wrong charset (replacement characters, lone surrogates, UTF-8"
        + " read as something else)";
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    List<Verdict> repairs =
        Texts.clean(draft, CharsetDamage::mend, "was decoded with a wrong charset; undone");
    String title = draft.text(TextField.TITLE);
    int damaged = title == null ? 0 : damaged(title);
    if (title == null || damaged == 0) {
      return repairs;
    }
    List<Verdict> all = new ArrayList<>(repairs);
    String count = "%d of %d characters".formatted(damaged, title.length());
    all.add(
        damaged >= UNREADABLE * title.length() && mend(title).equals(title)
            ? new Verdict.Refusal("title", title, count + " are lost: nobody can find it")
            : new Verdict.Warning("title", title, count + " were lost in a wrong charset"));
    return all;
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
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** Characters that no source writes on purpose: U+FFFD, C1 controls, private use, 锟斤拷. */
  private static int damaged(String title) {
    int damaged = 0;
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      if (c == '\uFFFD' || (c >= 0x80 && c <= 0x9F) || (c >= 0xE000 && c <= 0xF8FF)) {
        damaged++;
      }
    }
    for (int at = title.indexOf("锟斤拷"); at >= 0; at = title.indexOf("锟斤拷", at + 3)) {
      damaged += 3;
    }
    return damaged;
  }
}
