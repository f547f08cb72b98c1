package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.WordTrie;
import io.xunbao.ikdict.lexicon.WordTrieBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The units that shops measure and count in, by every spelling, and the unit each is brought to.
 */
final class Units {
  /** Measures that exist in one unit only, or are not converted. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("寸", "寸 英寸 吋 inch inches \" ″ ”"),
          Map.entry("匹", "匹 p"),
          Map.entry("gb", "gb"),
          Map.entry("mb", "mb"),
          Map.entry("tb", "tb t"),
          Map.entry("mah", "mah 毫安 毫安时"),
          Map.entry("v", "v 伏 伏特"),
          Map.entry("hz", "hz 赫兹 赫"),
          Map.entry("ct", "ct 克拉"),
          Map.entry("万像素", "万像素 万"));

  /** What goods are packed in, or as: always one token with the number. */
  private static final String PACKS = "片 盒 支 瓶 袋 包 枚 粒 颗 抽 卷 罐 箱 贴 听 桶 听装 盒装 瓶装 袋装 包装 罐装 箱装 桶装";

  /** Other counts: one token with the number only where the text shows a pack, such as 10条*3. */
  private static final String COUNTS = "件 条 只 个 双 张 本 块 层 套 对 组 板 杯 份 把 提";

  static final Unit GIGABYTE = new Unit("gb", 1, Sort.MEASURE);

  /** No unit at all. */
  static final Unit NONE = new Unit("", 1, Sort.COUNT);

  /** Grams as they stand, which {@link Amount#append} does not turn into milligrams. */
  static final Unit GRAM = new Unit("g", 1, Sort.MEASURE);

  /** All of them; immutable once made. */
  static final Units ALL = new Units();

  private final List<Unit> units = new ArrayList<>();
  private final Map<String, Integer> spellings = new TreeMap<>();
  private final WordTrie trie;

  private Units() {
    add("mg", 1, "mg 毫克");
    add("mg", 1_000, "g 克");
    add("mg", 500_000, "斤 市斤");
    add("mg", 1_000_000, "kg 公斤 千克");
    add("ml", 1, "ml 毫升 cc");
    add("ml", 1_000, "l 升 公升");
    add("mm", 1, "mm 毫米");
    add("mm", 10, "cm 厘米 公分");
    add("mm", 1_000, "m 米");
    add("w", 1, "w 瓦");
    add("w", 1_000, "kw 千瓦");
    SAME.forEach((unit, names) -> add(unit, 1, names));
    for (String pack : PACKS.split(" ")) {
      add(pack.substring(0, 1), 1, pack, Sort.PACK);
    }
    for (String count : COUNTS.split(" ")) {
      add(count, 1, count, Sort.COUNT);
    }
    trie = WordTrieBuilder.build(spellings);
  }

  private void add(String base, int factor, String names) {
    add(base, factor, names, Sort.MEASURE);
  }

  private void add(String base, int factor, String names, Sort sort) {
    for (String name : names.split(" ")) {
      spellings.put(name, units.size());
    }
    units.add(new Unit(base, factor, sort));
  }

  /** All spellings; the cost of a word is the number of its unit. */
  WordTrie trie() {
    return trie;
  }

  Unit unit(int number) {
    return units.get(number);
  }

  /** What a unit does to the number before it. */
  enum Sort {
    /** It measures, so that there are parts of it and it may be brought to another unit. */
    MEASURE,
    /** It says what goods are packed in. */
    PACK,
    /** It counts anything. */
    COUNT
  }

  /**
   * A unit.
   *
   * @param base the unit it is brought to
   * @param factor how many of the base it is
   */
  record Unit(String base, int factor, Sort sort) {
    boolean isGram() {
      return base.equals("mg") && factor == 1_000;
    }

    boolean isGigabyte() {
      return base.equals("gb");
    }

    boolean isMetre() {
      return base.equals("mm") && factor == 1_000;
    }

    boolean isLength() {
      return base.equals("mm");
    }

    boolean isPixels() {
      return base.equals("万像素");
    }
  }
}
