package io.xunbao.standalone.cli;

import io.xunbao.ranker.classify.ClassifierReport;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints how a classifier did: the sums, each label, and what was taken for what. */
final class ClassifierTable {
  private ClassifierTable() {}

  static void print(ClassifierReport report, PrintWriter out) {
    out.printf(Locale.ROOT, "accuracy     %.4f%n", report.accuracy());
    out.printf(Locale.ROOT, "macro-F1     %.4f%n", report.macroF1());
    out.printf(Locale.ROOT, "calibration  off by %.4f on average%n", report.calibrationError());
    out.printf(
        Locale.ROOT,
        "sure         %.4f of the texts at confidence >= %.1f, of which %.4f right%n",
        report.sure(),
        ClassifierReport.SURE,
        report.sureAccuracy());
    out.printf(
        Locale.ROOT, "%n%6s %9s %7s %7s  %s%n", "texts", "precision", "recall", "F1", "label");
    for (int label = 0; label < report.labels().size(); label++) {
      out.printf(
          Locale.ROOT,
          "%6d %9.4f %7.4f %7.4f  %s%n",
          report.support(label),
          report.precision(label),
          report.recall(label),
          report.f1(label),
          report.labels().get(label));
    }
    confusion(report, out);
  }

  private static void confusion(ClassifierReport report, PrintWriter out) {
    out.printf(
        Locale.ROOT, "%nconfusion: a row is what a text is, a column what it was taken for%n");
    for (int truth = 0; truth < report.labels().size(); truth++) {
      for (int count : report.confusion()[truth]) {
        out.printf(Locale.ROOT, "%6d", count);
      }
      out.printf(Locale.ROOT, "  %s%n", report.labels().get(truth));
    }
    out.println();
  }
}
