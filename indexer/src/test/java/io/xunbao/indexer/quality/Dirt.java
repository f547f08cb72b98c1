package io.xunbao.indexer.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Records as no sane source writes them. */
final class Dirt {
  private static final String[] PIECES = {
    "a",
    "连衣裙",
    " ",
    "　",
    "\u200B",
    "\uFEFF",
    "<b>",
    "</b>",
    "<a href=x>",
    "<",
    ">",
    "&",
    "&amp;",
    "&lt;b&gt;",
    "&#8203;",
    "&nbsp;",
    "\uFFFD",
    "\uD83D",
    "\uDE00",
    "😀",
    "\u0000",
    "\u0085",
    "\n",
    "new2 - ",
    "测试",
    "ä¸\u00AD",
    "涓枃",
    "锟斤拷",
    "7",
    "-",
    ".",
    ",",
    "\"",
    "\uE001",
    "<script>",
    "&#"
  };
  private static final String[] FIELDS = {
    "id",
    "title",
    "brand",
    "category",
    "price",
    "currency",
    "shop",
    "attributes",
    "description",
    "image",
    "stock",
    "sales",
    "comments",
    "status",
    "updatedAt",
    "else"
  };

  private Dirt() {}

  static Map<String, Object> record(RandomGenerator random) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", "p" + random.nextInt(500));
    fields.put("title", text(random) + "裙子");
    for (int i = random.nextInt(8); i > 0; i--) {
      fields.put(FIELDS[random.nextInt(FIELDS.length)], value(random, 2));
    }
    return fields;
  }

  private static Object value(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> random.nextInt();
      case 1 -> new BigDecimal("1e" + (random.nextInt(400) - 200));
      case 2 -> random.nextBoolean();
      case 3 -> Long.toString(random.nextLong());
      case 4 -> "2016-11-0" + random.nextInt(10);
      case 5, 6 -> text(random);
      case 7 -> list(random, depth);
      default -> {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.put(text(random), value(random, depth - 1));
        }
        yield object;
      }
    };
  }

  private static List<Object> list(RandomGenerator random, int depth) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(random.nextInt(5) == 0 ? null : value(random, depth - 1));
    }
    return list;
  }

  static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(7); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
