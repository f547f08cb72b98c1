package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.TextField;
import java.util.List;
import java.util.Locale;

/**
 * Characters of a title that a wrong charset destroyed for good: U+FFFD, private use, 锟斤拷. A few
 * are a warning; a refusal where so many are lost that the title cannot be found by its words.
 */
final class LostCharacters implements Rule {
  private static final double UNREADABLE = 0.3;
  private static final String TWICE_DAMAGED = "锟斤拷";

  @Override
  public String name() {
    return "lost-characters";
  }

  @Override
  public String meaning() {
    return "a title has no characters that a wrong charset destroyed";
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    String title = draft.text(TextField.TITLE);
    int lost = title == null ? 0 : lost(title);
    if (title == null || lost == 0) {
      return List.of();
    }
    String count =
        String.format(
            Locale.ROOT, "has %d of %d characters lost in a wrong charset", lost, title.length());
    return List.of(
        lost >= UNREADABLE * title.length()
            ? new Verdict.Refusal("title", title, count + ": nobody can find it")
            : new Verdict.Warning("title", title, count));
  }

  private static int lost(String title) {
    int lost = 0;
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      if (c == '\uFFFD' || (c >= 0xE000 && c <= 0xF8FF)) {
        lost++;
      }
    }
    int from = title.indexOf(TWICE_DAMAGED);
    while (from >= 0) {
      lost += TWICE_DAMAGED.length();
      from = title.indexOf(TWICE_DAMAGED, from + TWICE_DAMAGED.length());
    }
    return lost;
  }
}
