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

  /** Counts: one token with the number only where the text shows a pack, such as 10片*3盒. */
  private static final String COUNTS =
      "片 盒 支 瓶 袋 包 件 条 只 个 双 张 枚 粒 颗 本 块 抽 卷 层 罐 箱 贴 套 对 组 听 桶 板 杯 份 把 提 听装 盒装 瓶装 包装";

  /** All of them; immutable once made. */
  static final Units ALL = new Units();

  private final List<Unit> units = new ArrayList<>();
  private final Map<String, Integer> spellings = new TreeMap<>();
  private final WordTrie trie;

  private Units() {
    add("mg", 1, "mg 毫克", false);
    add("mg", 1_000, "g 克", false);
    add("mg", 500_000, "斤 市斤", false);
    add("mg", 1_000_000, "kg 公斤 千克", false);
    add("ml", 1, "ml 毫升 cc", false);
    add("ml", 1_000, "l 升 公升", false);
    add("mm", 1, "mm 毫米", false);
    add("mm", 10, "cm 厘米 公分", false);
    add("mm", 1_000, "m 米", false);
    add("w", 1, "w 瓦", false);
    add("w", 1_000, "kw 千瓦", false);
    SAME.forEach((unit, names) -> add(unit, 1, names, false));
    for (String count : COUNTS.split(" ")) {
      add(count, 1, count, true);
    }
    trie = WordTrieBuilder.build(spellings);
  }

  private void add(String base, int factor, String names, boolean count) {
    for (String name : names.split(" ")) {
      spellings.put(name, units.size());
    }
    units.add(new Unit(base, factor, count));
  }

  /** All spellings; the cost of a word is the number of its unit. */
  WordTrie trie() {
    return trie;
  }

  Unit unit(int number) {
    return units.get(number);
  }

  /**
   * A unit.
   *
   * @param base the unit it is brought to
   * @param factor how many of the base it is
   * @param count whether it counts things instead of measuring them
   */
  record Unit(String base, int factor, boolean count) {
    boolean isGram() {
      return base.equals("mg") && factor == 1_000;
    }

    boolean isGigabyte() {
      return base.equals("gb");
    }
  }
}
