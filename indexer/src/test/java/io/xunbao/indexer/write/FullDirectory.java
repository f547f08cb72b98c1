package io.xunbao.indexer.write;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A directory whose disk is full while the switch is on. */
final class FullDirectory extends FilterDirectory {
  private final AtomicBoolean full;

  FullDirectory(Directory in, AtomicBoolean full) {
    super(in);
    this.full = full;
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    if (full.get()) {
      throw new IOException(name + ": No space left on device");
    }
    return super.createOutput(name, context);
  }
}
