package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Repairs that treat every text of a product alike. */
final class Texts {
  private static final TextField[] FIELDS = {
    TextField.ID,
    TextField.TITLE,
    TextField.BRAND,
    TextField.SHOP,
    TextField.DESCRIPTION,
    TextField.IMAGE,
    TextField.CURRENCY
  };

  private Texts() {}

  /**
   * One repair for each field that a cleaner changes.
   *
   * @param cleaner returns its argument itself where there is nothing to clean; pure, idempotent
   * @param message what was done
   */
  static List<Verdict> clean(ProductDraft draft, UnaryOperator<String> cleaner, String message) {
    List<Verdict> verdicts = null;
    for (TextField field : FIELDS) {
      String text = draft.text(field);
      String clean = text == null ? null : cleaner.apply(text);
      if (clean != null && !clean.equals(text)) {
        @Nullable String mended = clean.isBlank() ? null : clean;
        verdicts = added(verdicts, field.contractName(), text, message, d -> d.set(field, mended));
      }
    }
    verdicts = category(draft, cleaner, message, verdicts);
    verdicts = attributes(draft, cleaner, message, verdicts);
    return verdicts == null ? List.of() : verdicts;
  }

  private static @Nullable List<Verdict> category(
      ProductDraft draft,
      UnaryOperator<String> cleaner,
      String message,
      @Nullable List<Verdict> verdicts) {
    List<String> levels = draft.category();
    List<String> clean = cleanAll(levels, cleaner);
    return clean == levels
        ? verdicts
        : added(verdicts, "category", String.join("/", levels), message, d -> d.category(clean));
  }

  private static @Nullable List<Verdict> attributes(
      ProductDraft draft,
      UnaryOperator<String> cleaner,
      String message,
      @Nullable List<Verdict> verdicts) {
    Map<String, List<String>> before = draft.attributes();
    for (Map.Entry<String, List<String>> entry : before.entrySet()) {
      if (cleanAll(entry.getValue(), cleaner) != entry.getValue()
          || !cleaner.apply(entry.getKey()).equals(entry.getKey())) {
        Map<String, List<String>> clean = new LinkedHashMap<>();
        before.forEach(
            (name, values) -> keep(clean, cleaner.apply(name), cleanAll(values, cleaner)));
        String value = entry.getKey() + ": " + String.join(", ", entry.getValue());
        return added(verdicts, "attributes", value, message, d -> d.attributes(clean));
      }
    }
    return verdicts;
  }

  private static void keep(Map<String, List<String>> clean, String name, List<String> values) {
    if (!name.isBlank() && !values.isEmpty()) {
      clean.merge(name, values, Texts::union);
    }
  }

  private static List<String> union(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    more.stream().filter(value -> !all.contains(value)).forEach(all::add);
    return all;
  }

  /** The same list where nothing changes; else a new one without blank values. */
  private static List<String> cleanAll(List<String> values, UnaryOperator<String> cleaner) {
    List<String> clean = null;
    for (int i = 0; i < values.size(); i++) {
      String after = cleaner.apply(values.get(i));
      if (clean == null && !after.equals(values.get(i))) {
        clean = new ArrayList<>(values.subList(0, i));
      }
      if (clean != null && !after.isBlank() && !clean.contains(after)) {
        clean.add(after);
      }
    }
    return clean == null ? values : clean;
  }

  private static List<Verdict> added(
      @Nullable List<Verdict> verdicts,
      String field,
      @Nullable String value,
      String message,
      java.util.function.Consumer<ProductDraft> change) {
    List<Verdict> list = verdicts == null ? new ArrayList<>(2) : verdicts;
    list.add(new Verdict.Repair(field, value, message, change));
    return list;
  }
}
