package io.xunbao.standalone.cli;

import io.xunbao.flinkjobs.products.BuildResult;
import io.xunbao.indexer.snapshot.ShardTally;
import java.io.PrintWriter;
import java.util.Locale;

/** What a finished build prints: the sum law first. */
final class IndexSummary {
  private IndexSummary() {}

  static void print(BuildResult result, PrintWriter out) {
    ShardTally tally = result.tally();
    double seconds = result.elapsed().toMillis() / 1000.0;
    out.printf(
        Locale.ROOT,
        "%,d records in = %,d indexed + %,d superseded + %,d quarantined + %,d deleted%n",
        result.recordsIn(),
        tally.indexed(),
        tally.superseded(),
        tally.quarantined(),
        tally.deleted());
    out.printf(
        Locale.ROOT,
        "%s is served: snapshot %d, %d shards, %,d documents, %.1f s%s%n",
        result.generation().id(),
        result.snapshot().sequence(),
        result.generation().shards(),
        result.snapshot().documents(),
        seconds,
        result.resumed() ? " (went on from an interrupted run)" : "");
    out.flush();
  }
}
