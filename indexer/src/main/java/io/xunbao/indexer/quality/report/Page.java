package io.xunbao.indexer.quality.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes HTML: whatever comes in as a value is escaped, only this class writes markup. */
final class Page {
  private final StringBuilder out = new StringBuilder(1 << 14);

  /** Markup that this package made itself. */
  Page markup(String html) {
    out.append(html).append('\n');
    return this;
  }

  Page heading(int level, String text) {
    return element("h" + level, text);
  }

  Page paragraph(String text) {
    return element("p", text);
  }

  private Page element(String name, String text) {
    out.append('<').append(name).append('>').append(Escape.html(text));
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** A figure: a drawing, and the same numbers in a table that can be opened beside it. */
  Page figure(String caption, String svg, List<String> columns, List<List<String>> rows) {
    out.append("<figure>\n").append(svg).append("\n<figcaption>").append(Escape.html(caption));
    out.append("</figcaption>\n<details><summary>The numbers in a table</summary>\n");
    table(columns, rows);
    out.append("</details>\n</figure>\n");
    return this;
  }

  /** A table; a cell that looks like a number stands to the right. */
  Page table(List<String> columns, List<List<String>> rows) {
    out.append("<div class=\"scroll\"><table>\n<thead><tr>");
    columns.forEach(column -> cell("th scope=\"col\"", "th", column));
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      out.append("<tr>");
      row.forEach(value -> cell(isNumber(value) ? "td class=\"n\"" : "td", "td", value));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table></div>\n");
    return this;
  }

  private void cell(String open, String close, @Nullable String text) {
    out.append('<').append(open).append('>').append(Escape.html(text == null ? "" : text));
    out.append("</").append(close).append('>');
  }

  private static boolean isNumber(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> "0123456789,.%-<>".indexOf(c) >= 0);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
