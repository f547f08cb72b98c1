package io.xunbao.indexer.quality.rule;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text out of text with HTML in it. Only real tags and entities count: {@code <正品>}, {@code 5
 * < 7} and {@code 面霜&面膜} are left alone.
 */
final class HtmlText {
  /** Text is often escaped twice, hardly ever more often. */
  private static final int MAX_ROUNDS = 4;

  private static final Set<String> BLOCK =
      Set.of(
          "br", "p", "div", "li", "ul", "ol", "td", "tr", "th", "table", "h1", "h2", "h3", "h4",
          "h5", "h6", "hr", "dd", "dt", "dl", "section", "tbody", "thead");
  private static final Set<String> INLINE =
      Set.of(
          "a", "b", "i", "u", "em", "strong", "span", "font", "img", "sup", "sub", "small", "big",
          "label", "center", "script", "style", "iframe", "input", "button", "strike", "del");

  private static final Pattern DROPPED =
      Pattern.compile("(?is)<(script|style)\\b[^>]*>.*?</\\1\\s*>|<!--.*?-->");
  private static final Pattern TAG =
      Pattern.compile(
          "</?([a-zA-Z][a-zA-Z0-9]{0,9})(?:[\\s\\p{Z}][^<>]*)?/?>|</?([a-zA-Z]{1,10})[\\s\\p{Z}][^<>]*$");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ensp", " "),
          Map.entry("emsp", " "),
          Map.entry("middot", "·"),
          Map.entry("bull", "•"),
          Map.entry("hellip", "…"),
          Map.entry("mdash", "—"),
          Map.entry("ndash", "–"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("reg", "®"),
          Map.entry("trade", "™"),
          Map.entry("copy", "©"),
          Map.entry("times", "×"),
          Map.entry("deg", "°"),
          Map.entry("plusmn", "±"),
          Map.entry("yen", "¥"),
          Map.entry("euro", "€"),
          Map.entry("micro", "µ"),
          Map.entry("eacute", "é"));

  private HtmlText() {}

  /** The text itself where there is no HTML in it. */
  static String plain(String text) {
    String plain = text;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (plain.indexOf('<') < 0 && plain.indexOf('&') < 0) {
        return plain;
      }
      String before = plain;
      plain = entities(tags(plain));
      if (plain.equals(before)) {
        return plain;
      }
    }
    return plain;
  }

  private static String tags(String text) {
    if (text.indexOf('<') < 0) {
      return text;
    }
    Matcher tag = TAG.matcher(DROPPED.matcher(text).replaceAll(" "));
    StringBuilder out = new StringBuilder(text.length());
    while (tag.find()) {
      String name = tag.group(1) == null ? tag.group(2) : tag.group(1);
      String known = name.toLowerCase(Locale.ROOT);
      String instead = BLOCK.contains(known) ? " " : INLINE.contains(known) ? "" : tag.group();
      tag.appendReplacement(out, Matcher.quoteReplacement(instead));
    }
    return tag.appendTail(out).toString();
  }

  private static String entities(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    Matcher entity = ENTITY.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    while (entity.find()) {
      entity.appendReplacement(out, Matcher.quoteReplacement(character(entity)));
    }
    return entity.appendTail(out).toString();
  }

  private static String character(Matcher entity) {
    if (entity.group(3) != null) {
      return NAMED.getOrDefault(entity.group(3).toLowerCase(Locale.ROOT), entity.group());
    }
    int code =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    if (code < ' ' || code > Character.MAX_CODE_POINT || surrogate) {
      return " ";
    }
    return code <= Character.MAX_VALUE && ControlCharacters.isInvisible((char) code)
        ? ""
        : Character.toString(code);
  }
}
