package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Titles that a tester left behind.
 *
 * <p>A prefix such as {@code new2 - } is cut, not refused: what follows is the title of a real
 * product, whose sibling rows have the same words without the prefix. A title that is nothing but a
 * word for nothing, or has no letter in it, is refused: no query can mean it.
 */
final class PlaceholderTitle implements Rule {
  private static final Pattern PREFIX =
      Pattern.compile("^(?:(?:new|test|copy|tmp)\\d{0,3}\\s*[-_]+|测试\\d{0,3}\\s*[-_]+)\\s*");
  private static final Set<String> NOTHING =
      Set.of(
          "test",
          "testing",
          "null",
          "none",
          "undefined",
          "n/a",
          "na",
          "todo",
          "asdf",
          "xxx",
          "title",
          "测试",
          "测试商品",
          "测试产品",
          "测试标题",
          "标题",
          "商品名称",
          "商品标题",
          "无",
          "暂无",
          "空");

  @Override
  public String name() {
    return "placeholder-title";
  }

  @Override
  public String meaning() {
    return "a title names a product, not a test";
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    String title = draft.text(TextField.TITLE);
    if (title == null) {
      return List.of();
    }
    String real = withoutPrefix(title);
    if (NOTHING.contains(real.toLowerCase(Locale.ROOT)) || !hasLetter(real)) {
      return List.of(new Verdict.Refusal("title", title, "names no product"));
    }
    if (real.equals(title)) {
      return List.of();
    }
    String message = "had a tester's prefix; removed";
    return List.of(new Verdict.Repair("title", title, message, d -> d.set(TextField.TITLE, real)));
  }

  private static String withoutPrefix(String title) {
    String real = title;
    while (true) {
      char first = real.isEmpty() ? ' ' : real.charAt(0);
      if ("ntc测".indexOf(first) < 0) { // most titles end here
        return real;
      }
      Matcher prefix = PREFIX.matcher(real);
      if (!prefix.find() || prefix.end() == real.length()) {
        return real;
      }
      real = real.substring(prefix.end());
    }
  }

  private static boolean hasLetter(String title) {
    for (int i = 0; i < title.length(); i++) {
      if (Character.isLetter(title.charAt(i)) || Character.isSurrogate(title.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
