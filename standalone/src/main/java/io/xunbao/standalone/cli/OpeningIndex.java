package io.xunbao.standalone.cli;

import io.xunbao.indexer.search.LiveIndex;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.lucene.util.IOUtils;

/** An index that opens in the background while models are loaded and BLAS backends are measured. */
final class OpeningIndex {
  private final CompletableFuture<LiveIndex> opening;

  private OpeningIndex(CompletableFuture<LiveIndex> opening) {
    this.opening = opening;
  }

  static OpeningIndex of(Path folder) {
    return new OpeningIndex(
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return LiveIndex.open(IndexDirectory.at(folder));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            task -> Thread.ofPlatform().name("open index").daemon().start(task)));
  }

  /** Waits for it; what kept it from opening is thrown as it was. */
  LiveIndex get() throws IOException {
    try {
      return opening.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException unchecked) {
        throw unchecked.getCause();
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Closes it as soon as it is open, for it is not wanted any more. */
  void abandon() {
    opening.thenAccept(IOUtils::closeWhileHandlingException);
  }
}
