package io.xunbao.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * A picture of measured points as SVG: both axes logarithmic, so that a cost that grows by a power
 * is a straight line. Each axis spans what was measured.
 */
public final class Plot {
  private static final int SIDE = 260;
  private static final int LEFT = 70;
  private static final int TOP = 40;
  private static final int WIDTH = LEFT + SIDE + 30;
  private static final int HEIGHT = TOP + SIDE + 60;

  private Plot() {}

  /**
   * What one thing costs as another grows.
   *
   * @param across what grows
   * @param up what is measured, with its unit
   */
  public record Curve(String title, String across, String up, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
      if (points.size() < 2) {
        throw new IllegalArgumentException("a curve must have 2 points, got " + points.size());
      }
    }
  }

  /** One measurement, both above 0. */
  public record Point(double at, double cost) {}

  /** The curves side by side. */
  public static String svg(List<Curve> curves) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
            WIDTH * curves.size(),
            HEIGHT));
    for (int i = 0; i < curves.size(); i++) {
      append(svg, curves.get(i), i * WIDTH);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void append(StringBuilder svg, Curve curve, int left) {
    double minX = curve.points().stream().mapToDouble(Point::at).min().orElseThrow();
    double maxX = curve.points().stream().mapToDouble(Point::at).max().orElseThrow();
    double minY = curve.points().stream().mapToDouble(Point::cost).min().orElseThrow() / 1.5;
    double maxY = curve.points().stream().mapToDouble(Point::cost).max().orElseThrow() * 1.5;
    svg.append(
        String.format(
            Locale.ROOT,
            "<g transform=\"translate(%d,%d)\">%n<text y=\"-15\" font-weight=\"bold\">%s</text>%n"
                + "<rect width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#999\"/>%n"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n"
                + "<text transform=\"translate(-50,%d) rotate(-90)\" text-anchor=\"middle\">%s"
                + "</text>%n",
            left + LEFT,
            TOP,
            curve.title(),
            SIDE,
            SIDE,
            SIDE / 2,
            SIDE + 45,
            curve.across(),
            SIDE / 2,
            curve.up()));
    StringBuilder line = new StringBuilder();
    for (Point point : curve.points()) {
      double x = SIDE * share(point.at(), minX, maxX);
      double y = SIDE * (1 - share(point.cost(), minY, maxY));
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#c00\"/>%n"
                  + "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>%n"
                  + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s</text>%n",
              x,
              y,
              x,
              y - 8,
              number(point.cost()),
              x,
              SIDE + 18,
              number(point.at())));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<polyline fill=\"none\" stroke=\"#c00\" points=\"%s\"/>%n</g>%n",
            line.toString().strip()));
  }

  private static double share(double value, double min, double max) {
    return Math.log(value / min) / Math.log(max / min);
  }

  private static String number(double value) {
    return value >= 1_000_000
        ? String.format(Locale.ROOT, "%.0fM", value / 1_000_000)
        : value >= 10_000
            ? String.format(Locale.ROOT, "%.0fk", value / 1_000)
            : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }
}
