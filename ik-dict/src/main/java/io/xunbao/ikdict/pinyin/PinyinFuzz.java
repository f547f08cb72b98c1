package io.xunbao.ikdict.pinyin;

import java.util.EnumSet;
import java.util.Set;

/**
 * Sounds that some speakers do not tell apart.
 *
 * @param pairs which of them are taken for the same
 */
public record PinyinFuzz(Set<Pair> pairs) {
  /** Every sound as it is written. */
  public static final PinyinFuzz NONE = new PinyinFuzz(Set.of());

  /** All pairs. */
  public static final PinyinFuzz ALL = new PinyinFuzz(EnumSet.allOf(Pair.class));

  public PinyinFuzz {
    pairs = Set.copyOf(pairs);
  }

  /** Brings pinyin to the one spelling of each pair. */
  String simplify(String pinyin) {
    String text = pinyin;
    for (Pair pair : Pair.values()) {
      if (pairs.contains(pair)) {
        text = text.replace(pair.from, pair.to);
      }
    }
    return text;
  }

  /** Two sounds. */
  public enum Pair {
    ZH_Z("zh", "z"),
    CH_C("ch", "c"),
    SH_S("sh", "s"),
    ANG_AN("ang", "an"),
    ENG_EN("eng", "en"),
    ING_IN("ing", "in"),
    N_L("l", "n"),
    H_F("hu", "fu");

    private final String from;
    private final String to;

    Pair(String from, String to) {
      this.from = from;
      this.to = to;
    }
  }
}
