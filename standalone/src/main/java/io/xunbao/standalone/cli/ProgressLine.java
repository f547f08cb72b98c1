package io.xunbao.standalone.cli;

import io.xunbao.flinkjobs.products.BuildProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A build's progress on stderr: one line that is rewritten on a terminal, a line every 5 s
 * elsewhere.
 */
final class ProgressLine implements Consumer<BuildProgress> {
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final String WEB_UI = "http://localhost:8081";

  private final PrintWriter err;
  private final boolean terminal;
  private Duration last = Duration.ZERO;
  private boolean open;

  ProgressLine(PrintWriter err, boolean webUi) {
    this.err = err;
    this.terminal = System.console() != null && System.console().isTerminal();
    if (webUi) {
      err.println("Flink's web page: " + WEB_UI);
    }
  }

  @Override
  public void accept(BuildProgress progress) {
    if (terminal) {
      err.print("\r" + text(progress) + "   ");
      open = true;
    } else if (progress.elapsed().minus(last).compareTo(INTERVAL) >= 0) {
      last = progress.elapsed();
      err.println(text(progress));
    }
    err.flush();
  }

  /** Leaves the line. */
  void end() {
    if (open) {
      err.println();
      open = false;
    }
    err.flush();
  }

  static String text(BuildProgress progress) {
    String left = progress.timeLeft().map(time -> ", " + time.toSeconds() + " s left").orElse("");
    return String.format(
        Locale.ROOT,
        "indexing: %3.0f%%  %,d records  %,.0f records/s%s",
        progress.fraction() * 100,
        progress.records(),
        progress.rate(),
        left);
  }
}
