package io.xunbao.standalone.generate;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be wrong with a record of a real feed; each flaw turns a clean record into a dirty one.
 */
enum Flaw {
  MISSING_TITLE {
    @Override
    Map<String, Object> spoil(Map<String, Object> fields) {
      return with(fields, "title", "");
    }
  },
  NEGATIVE_PRICE {
    @Override
    Map<String, Object> spoil(Map<String, Object> fields) {
      return with(fields, "price", -1);
    }
  },
  PRICE_IN_WORDS {
    @Override
    Map<String, Object> spoil(Map<String, Object> fields) {
      return with(fields, "price", "面议");
    }
  },
  /** UTF-8 bytes that were read as Latin letters. */
  MOJIBAKE {
    @Override
    Map<String, Object> spoil(Map<String, Object> fields) {
      byte[] bytes = text(fields, "title").getBytes(StandardCharsets.UTF_8);
      return with(fields, "title", new String(bytes, WINDOWS));
    }
  },
  HTML {
    @Override
    Map<String, Object> spoil(Map<String, Object> fields) {
      return with(fields, "title", "<b>" + text(fields, "title") + "</b>&nbsp;&amp;包邮<br/>");
    }
  },
  PLACEHOLDER_TITLE {
    @Override
    Map<String, Object> spoil(Map<String, Object> fields) {
      return with(fields, "title", "测试商品请勿拍");
    }
  },
  UNKNOWN_STATUS {
    @Override
    Map<String, Object> spoil(Map<String, Object> fields) {
      return with(fields, "status", "maybe");
    }
  },
  /** A price with the point lost, a hundred times too high. */
  PRICE_OUTLIER {
    @Override
    Map<String, Object> spoil(Map<String, Object> fields) {
      return with(fields, "price", new BigDecimal(text(fields, "price")).movePointRight(2));
    }
  },
  NEAR_DUPLICATE {
    @Override
    Map<String, Object> spoil(Map<String, Object> fields) {
      return with(
          with(fields, "id", text(fields, "id") + "-copy"), "title", text(fields, "title") + "！");
    }
  },
  EXACT_DUPLICATE {
    @Override
    Map<String, Object> spoil(Map<String, Object> fields) {
      return fields;
    }
  },
  /** An older version of a product that arrives after the newer one. */
  LATE_VERSION {
    @Override
    Map<String, Object> spoil(Map<String, Object> fields) {
      Instant older = Instant.parse(text(fields, "updatedAt")).minus(Duration.ofDays(30));
      return with(with(fields, "updatedAt", older.toString()), "price", 1);
    }
  };

  static final List<Flaw> ALL = List.of(values());

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** The dirty form of a clean record; the clean one stays as it is. */
  abstract Map<String, Object> spoil(Map<String, Object> fields);

  /** Whether the record stands beside the clean one rather than in its place. */
  boolean addsRecord() {
    return this == NEAR_DUPLICATE || this == EXACT_DUPLICATE || this == LATE_VERSION;
  }

  private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(fields);
    copy.put(name, value);
    return copy;
  }

  private static String text(Map<String, Object> fields, String name) {
    return String.valueOf(fields.get(name));
  }
}
