package io.xunbao.indexer.catalog;

import java.util.List;
import java.util.Map;

/** Puts a source's attributes, whatever their form, into a draft. */
final class AttributeReader {
  private final List<String> prefixes;
  private final FieldValues values;

  AttributeReader(List<String> prefixes, FieldValues values) {
    this.prefixes = prefixes;
    this.values = values;
  }

  void read(Map<String, Object> source, AttributeSource attribute, ProductDraft draft) {
    Object value = values.find(source, attribute.field());
    if (value == null) {
      return;
    }
    switch (attribute.form()) {
      case VALUE -> values.all(value).forEach(text -> add(attribute.name(), text, draft));
      case BRACKETED ->
          values.all(value).forEach(text -> BracketedAttributes.read(text, draft::addAttribute));
      case PAIRS -> pairs(attribute.field(), value, draft);
      case OBJECT -> object(attribute.field(), value, draft);
    }
  }

  /** Keeps a field that the mapping does not name. */
  void keep(String field, Object value, ProductDraft draft) {
    if (value != null) {
      values.all(value).forEach(text -> add(field, text, draft));
    }
  }

  private void pairs(String field, Object value, ProductDraft draft) {
    if (!(value instanceof List<?> pairs)) {
      keep(field, value, draft);
      return;
    }
    for (Object pair : pairs) {
      if (pair instanceof List<?> both
          && both.size() == 2
          && both.getFirst() instanceof String name) {
        values.all(both.getLast()).forEach(text -> add(name, text, draft));
      } else if (pair != null) {
        keep(field, pair, draft);
      }
    }
  }

  private void object(String field, Object value, ProductDraft draft) {
    if (!(value instanceof Map<?, ?> object)) {
      keep(field, value, draft);
      return;
    }
    object.forEach(
        (name, inner) -> {
          if (inner != null) {
            values.all(inner).forEach(text -> add(name.toString(), text, draft));
          }
        });
  }

  private void add(String name, String value, ProductDraft draft) {
    String shown = name.strip();
    for (String prefix : prefixes) {
      if (shown.startsWith(prefix) && shown.length() > prefix.length()) {
        shown = shown.substring(prefix.length());
        break;
      }
    }
    if (!shown.isEmpty()) {
      draft.addAttribute(shown, value.strip());
    }
  }
}
