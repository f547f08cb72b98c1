package io.xunbao.ranker.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The names of a model's inputs in their order. Two schemas with one fingerprint mean the same
 * columns; a model is only ever given rows of its own schema.
 *
 * @param names one a column, such as {@code title.coverage}; part of a name after {@code '/'}, if
 *     any, is the version of its formula
 */
public record FeatureSchema(List<String> names) {
  public FeatureSchema {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a schema must have at least one feature, got none");
    }
    if (new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("feature names must be distinct, got " + names);
    }
    for (String name : names) {
      if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ')) {
        throw new IllegalArgumentException("a feature name must be one word, got '" + name + "'");
      }
    }
  }

  /** Columns of a file that has no names: {@code column.1} and so on. */
  public static FeatureSchema columns(int count) {
    return new FeatureSchema(IntStream.rangeClosed(1, count).mapToObj(i -> "column." + i).toList());
  }

  public int size() {
    return names.size();
  }

  /** SHA-256 of the names in their order, in hexadecimal. */
  public String fingerprint() {
    byte[] text = String.join("\n", names).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
