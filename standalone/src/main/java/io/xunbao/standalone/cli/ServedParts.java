package io.xunbao.standalone.cli;

import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.http.StreamLinks;
import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.util.IOUtils;

/**
 * What a server serves.
 *
 * @param links to the streams
 * @param background what is started once the first page is there, and what is behind the links
 */
record ServedParts(SearchService service, StreamLinks links, Background background)
    implements Closeable {

  /** Work beside the server, which must not hold up the first page. */
  interface Background extends Closeable {
    /** Begins it in a thread of its own. */
    void start();
  }

  /** A server whose streams run elsewhere. */
  static ServedParts of(SearchService service, StreamLinks links, Closeable streams) {
    return new ServedParts(
        service,
        links,
        new Background() {
          @Override
          public void start() {
            // there is nothing to do
          }

          @Override
          public void close() throws IOException {
            streams.close();
          }
        });
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(background, service);
  }
}
