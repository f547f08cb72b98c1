package io.xunbao.indexer.catalog;

import java.util.Locale;

/** Mappings that several tests share. */
public final class Mappings {
  private Mappings() {}

  /** Columns id, title, price (yuan) of the given format. */
  public static ProductMapping table(String format, String... extraLines) {
    return ProductMapping.parse(
        String.format(
            Locale.ROOT,
            """
            format: %s
            fields: {id: id, title: title, price: price}
            %s
            """,
            format,
            String.join("\n", extraLines)),
        "test.yaml");
  }
}
