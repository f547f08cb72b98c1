package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A Lucene directory, each writing step counted. */
final class HaltingDirectory extends FilterDirectory {
  private final Steps steps;

  HaltingDirectory(Directory in, Steps steps) {
    super(in);
    this.steps = steps;
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    steps.step();
    return in.createOutput(name, context);
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    steps.step();
    in.sync(names);
  }

  @Override
  public void rename(String source, String dest) throws IOException {
    steps.step();
    in.rename(source, dest);
  }

  @Override
  public void syncMetaData() throws IOException {
    steps.step();
    in.syncMetaData();
  }

  @Override
  public void deleteFile(String name) throws IOException {
    steps.step();
    in.deleteFile(name);
  }
}
