package io.xunbao.indexer.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the values of a source record as texts; a blank text is no value. */
final class FieldValues {
  private final Set<String> absent;

  FieldValues(Set<String> absent) {
    this.absent = absent;
  }

  /** The first value of the first of several paths that has one. */
  @Nullable String first(Map<String, Object> source, List<String> paths) {
    for (String path : paths) {
      Object value = find(source, path);
      if (value instanceof List<?> list) {
        List<String> texts = new ArrayList<>();
        addAll(list, texts);
        if (!texts.isEmpty()) {
          return texts.getFirst();
        }
        continue;
      }
      String text = text(value);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** Every value at a path; several where it holds an array. */
  List<String> all(Map<String, Object> source, String path) {
    return all(find(source, path));
  }

  List<String> all(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<String> texts = new ArrayList<>(list.size());
      addAll(list, texts);
      return texts;
    }
    String text = text(value);
    return text == null ? List.of() : List.of(text);
  }

  private void addAll(List<?> list, List<String> texts) {
    for (Object element : list) {
      if (element instanceof List<?> inner) {
        addAll(inner, texts);
      } else {
        String text = text(element);
        if (text != null) {
          texts.add(text);
        }
      }
    }
  }

  @Nullable Object find(Map<String, Object> source, String path) {
    Object value = source.get(path);
    int dot = value == null ? path.indexOf('.') : -1;
    return dot > 0 && source.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? descend(inner, path.substring(dot + 1))
        : value;
  }

  private static @Nullable Object descend(Map<?, ?> object, String path) {
    Object value = object.get(path);
    int dot = value == null ? path.indexOf('.') : -1;
    return dot > 0 && object.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? descend(inner, path.substring(dot + 1))
        : value;
  }

  private @Nullable String text(@Nullable Object value) {
    String text =
        switch (value) {
          case null -> null;
          case String string -> string;
          case BigDecimal decimal -> plain(decimal);
          case Map<?, ?> object -> Json.MAPPER.writeValueAsString(object);
          default -> value.toString();
        };
    return text == null || text.isBlank() || absent.contains(text.strip()) ? null : text;
  }

  /** Guards against {@code 1e999999999}, which would write itself out to a gigabyte. */
  private static String plain(BigDecimal decimal) {
    return Math.abs((long) decimal.scale()) > 100
        ? decimal.toString()
        : decimal.stripTrailingZeros().toPlainString();
  }

  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at; (at = text.indexOf(separator, from)) >= 0; from = at + 1) {
      parts.add(text.substring(from, at));
    }
    parts.add(text.substring(from));
    return parts;
  }
}
