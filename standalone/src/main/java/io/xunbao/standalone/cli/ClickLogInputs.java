package io.xunbao.standalone.cli;

import io.xunbao.ranker.eval.logged.ClickLog;
import io.xunbao.ranker.eval.logged.LoggedImpressions;
import io.xunbao.ranker.feedback.EventType;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that say what was shown and what came of it. */
final class ClickLogInputs {
  @Option(
      names = "--impressions",
      paramLabel = "FILE",
      description = "What was shown: JSON lines of the topic impressions.")
  @Nullable Path impressions;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = "What shoppers did: JSON lines of the topic behaviour, also packed as .gz.")
  @Nullable Path events;

  @Option(
      names = "--count",
      paramLabel = "TYPE",
      description = "The event that counts: click, cart, buy, ... (default: click).")
  String counted = EventType.CLICK.key();

  boolean given() {
    return impressions != null || events != null;
  }

  /** The joined log; what does not join is counted on stderr. */
  ClickLog read(PrintWriter err) throws IOException {
    if (impressions == null || events == null) {
      throw new CliException("a log is two files: name both --impressions and --events");
    }
    try {
      ClickLog log =
          ClickLog.of(
              LoggedImpressions.read(impressions),
              EventInputs.read(events, null, err),
              EventType.of(counted));
      if (log.continued() > 0) {
        err.println(log.continued() + " impressions do not begin at the first position: left out");
      }
      if (log.astray() > 0) {
        err.println(log.astray() + " events are of no list, product or shopper of the log");
      }
      if (log.lists().isEmpty()) {
        throw new CliException("no list that begins at its first position in " + impressions);
      }
      return log;
    } catch (IllegalArgumentException wrong) {
      throw new CliException(String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
