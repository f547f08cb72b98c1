package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts of a sane size; in characters, an id in bytes of UTF-8 because it becomes one term. */
final class Lengths implements Rule {
  private static final int MAX_ID_BYTES = 512;
  private static final int MAX_TITLE = 500;
  private static final int MIN_TITLE = 2;
  private static final int MAX_NAME = 100;
  private static final int MAX_DESCRIPTION = 50_000;

  @Override
  public String name() {
    return "length";
  }

  @Override
  public String meaning() {
    return String.format(
        Locale.ROOT,
        "an id has at most %d bytes, a title %d to %d characters, brand and shop %d, a description"
            + " %d",
        MAX_ID_BYTES,
        MIN_TITLE,
        MAX_TITLE,
        MAX_NAME,
        MAX_DESCRIPTION);
  }

  @Override
  public boolean isOptional() {
    return false;
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    List<Verdict> verdicts = new ArrayList<>(0);
    String id = draft.text(TextField.ID);
    if (id != null && 3 * id.length() > MAX_ID_BYTES && utf8Length(id) > MAX_ID_BYTES) {
      verdicts.add(refusal(TextField.ID, id, "bytes; the most is " + MAX_ID_BYTES));
    }
    String title = draft.text(TextField.TITLE);
    if (title != null && title.length() > MAX_TITLE) {
      verdicts.add(refusal(TextField.TITLE, title, "characters; the most is " + MAX_TITLE));
    } else if (title != null && title.length() < MIN_TITLE) {
      verdicts.add(new Verdict.Warning("title", title, "is a single character"));
    }
    name(draft, TextField.BRAND, verdicts);
    name(draft, TextField.SHOP, verdicts);
    description(draft, verdicts);
    return verdicts;
  }

  private static void name(ProductDraft draft, TextField field, List<Verdict> verdicts) {
    String name = draft.text(field);
    if (name != null && name.length() > MAX_NAME) {
      String message = "is too long for a name; left out";
      verdicts.add(
          new Verdict.Repair(field.contractName(), name, message, d -> d.set(field, null)));
    }
  }

  private static void description(ProductDraft draft, List<Verdict> verdicts) {
    String text = draft.text(TextField.DESCRIPTION);
    if (text != null && text.length() > MAX_DESCRIPTION) {
      int end =
          MAX_DESCRIPTION - (Character.isHighSurrogate(text.charAt(MAX_DESCRIPTION - 1)) ? 1 : 0);
      String message =
          String.format(Locale.ROOT, "has %,d characters; cut to %,d", text.length(), end);
      String cut = text.substring(0, end).stripTrailing();
      verdicts.add(
          new Verdict.Repair("description", text, message, d -> d.set(TextField.DESCRIPTION, cut)));
    }
  }

  private static Verdict refusal(TextField field, String value, String unit) {
    String message = String.format(Locale.ROOT, "has %,d %s", value.length(), unit);
    return new Verdict.Refusal(field.contractName(), value, message);
  }

  private static int utf8Length(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }
}
