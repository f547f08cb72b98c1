package io.xunbao.indexer.quality.report;

import java.util.Locale;

/** Writes a drawing; sizes in pixels, colours by class, so that light and dark both work. */
final class Svg {
  private final StringBuilder out = new StringBuilder(1 << 12);

  Svg(int width, int height, String title) {
    out.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"%s\">\n",
            width,
            height,
            width,
            Escape.html(title)));
  }

  Svg bar(double x, double y, double width, double height, String style, String tip) {
    out.append(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\""
                + " class=\"%s\"><title>%s</title></rect>\n",
            x, y, Math.max(0, width), height, style, Escape.html(tip)));
    return this;
  }

  /** A cell of a heatmap; the darker, the more. */
  Svg heat(double x, double y, double width, double height, double share) {
    out.append(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"heat\""
                + " fill-opacity=\"%.2f\"/>\n",
            x, y, width, height, share));
    return this;
  }

  Svg dot(double x, double y, String style, String tip) {
    out.append(
        format(
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" class=\"%s\"><title>%s</title></circle>\n",
            x, y, style, Escape.html(tip)));
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2) {
    out.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"axis\"/>\n",
            x1, y1, x2, y2));
    return this;
  }

  /**
   * @param style {@code start}, {@code middle} or {@code end}: where the text is held
   */
  Svg text(double x, double y, String style, String text) {
    out.append(
        format(
            "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>\n",
            x, y, style, Escape.html(text)));
    return this;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** Shortens a label; a Han character is two columns wide. */
  static String label(String text, int columns) {
    int used = 0;
    for (int i = 0; i < text.length(); i++) {
      used += text.charAt(i) < 0x2E80 ? 1 : 2;
      if (used > columns) {
        return text.substring(0, i) + "…";
      }
    }
    return text;
  }

  @Override
  public String toString() {
    return out + "</svg>";
  }
}
