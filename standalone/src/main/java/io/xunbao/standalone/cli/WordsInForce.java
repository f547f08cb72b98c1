package io.xunbao.standalone.cli;

import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexInUseException;
import io.xunbao.indexer.words.Reanalysis;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Brings an index to the words that were put in force. */
final class WordsInForce {
  private WordsInForce() {}

  static void apply(IndexDirectory index, PrintWriter out) throws IOException {
    if (index.current().isEmpty()) {
      out.println("the index is not built yet; its first build will use these words");
      return;
    }
    long start = System.nanoTime();
    try {
      Reanalysis.Result done = Reanalysis.run(index);
      if (done.changedWords() == 0) {
        out.println("the index has these words already; nothing was analysed again");
        return;
      }
      out.printf(
          Locale.ROOT,
          "%,d words changed, %,d of %,d products analysed again, %s is served, in %d ms%n",
          done.changedWords(),
          done.rewritten(),
          done.products(),
          done.generation(),
          Duration.ofNanos(System.nanoTime() - start).toMillis());
    } catch (IndexInUseException busy) {
      throw new CliException(
          "the words are published, but the index keeps those it has: "
              + busy.getMessage()
              + ". Run the same command again when that has ended; beside a running stream,"
              + " ./xunbao reindex --config FILE brings the index to these words",
          busy);
    }
  }
}
