package io.xunbao.standalone.cli;

import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.feed.Feed;
import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.util.IOUtils;

/**
 * What a server serves.
 *
 * @param feed where posted records go
 * @param background what is started once the first page is there
 */
record ServedParts(SearchService service, Feed feed, Background background) implements Closeable {

  /** Work beside the server, which must not hold up the first page. */
  interface Background extends Closeable {
    /** Begins it in a thread of its own. */
    void start();
  }

  /** A server that only answers. */
  static ServedParts of(SearchService service, Feed feed) {
    return new ServedParts(
        service,
        feed,
        new Background() {
          @Override
          public void start() {
            // there is nothing to do
          }

          @Override
          public void close() {
            // holds nothing
          }
        });
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(feed, background, service);
  }
}
