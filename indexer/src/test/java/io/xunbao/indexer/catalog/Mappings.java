package io.xunbao.indexer.catalog;

/** Mappings that several tests share. */
public final class Mappings {
  private Mappings() {}

  /** Columns id, title, price (yuan) of the given format. */
  public static ProductMapping table(String format, String... extraLines) {
    return ProductMapping.parse(
        """
        format: %s
        fields: {id: id, title: title, price: price}
        %s
        """
            .formatted(format, String.join("\n", extraLines)),
        "test.yaml");
  }
}
