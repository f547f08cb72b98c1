package io.xunbao.ikdict.segment;

import java.util.random.RandomGenerator;

/** Random texts that mix what shop titles mix, and what they should not. */
public final class RandomTexts {
  private static final String[] PIECES = {
    "连衣裙",
    "王俊凯",
    "阿克马塔利耶夫",
    "丝塔芙",
    "李",
    "雪纺",
    "华为",
    "手机壳",
    "电饭煲",
    "二○○一年",
    "三月",
    "第三十",
    "中华人民共和国",
    "的",
    "和服装",
    "iPhone15",
    "Pro Max",
    "256G",
    "SP-F800",
    "V300r200c20",
    "i5-7500",
    "500g",
    "0.5kg",
    "1斤",
    "1.5匹",
    "55寸",
    "10片*3盒",
    "CHANDO/自然堂",
    "電子",
    "頭髮",
    "乾隆",
    "①",
    "㎏",
    "ｈｕａｗｅｉ",
    "０.５Ｌ",
    "シャツ",
    "ｶﾞ",
    "é",
    "e\u0301",
    "😀",
    "👩\u200d👧",
    "\uD842\uDFB7",
    "\uD842",
    "\uDFB7",
    "\u200b",
    "\uE000",
    "\uFFFF",
    "12+512G",
    "1,299",
    "2.1.3",
    "-",
    "/",
    " ",
    "　",
    "，",
    "！",
    "...",
    "——",
    "%",
    "'",
    "t-shirt",
    "levi's",
    "T恤",
    "U盘",
    "5G",
    "3D",
    "wi-fi",
    "两件",
    "十二分",
    "百分之五",
    "一斤",
    "两斤半",
    "半斤",
    "十片",
    "三盒",
    "一百毫升",
    "三十二升",
    "一米八",
    "1米8",
    "2万毫安",
    "五百万像素",
    "七匹狼",
    "半身裙",
    "一次性",
    "百雀羚",
    "三",
    "半",
    "斤",
    "50gx3",
    "50g*3",
    "3x50g",
    "0.05kg×3",
    "120x60x75cm",
    "rx580x2",
    "x",
    "gx",
    "*",
    "+",
    "8+256",
    "12GB+512GB",
    "9999999999kg",
    "1998年",
    "98年"
  };

  private RandomTexts() {}

  /** A text of up to {@code most} pieces or random units. */
  public static String text(RandomGenerator random, int most) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      switch (random.nextInt(8)) {
        case 0 -> text.append((char) random.nextInt(1 << 16));
        case 1 -> text.append((char) (0x4e00 + random.nextInt(0x5200)));
        case 2 -> text.append((char) (' ' + random.nextInt(95)));
        default -> text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}
