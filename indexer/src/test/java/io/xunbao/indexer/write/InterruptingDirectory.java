package io.xunbao.indexer.write;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;

/** A directory in which the thread that made it is interrupted before one of its own steps. */
final class InterruptingDirectory extends FilterDirectory {
  private final Thread thread = Thread.currentThread();
  private final int before;
  private int steps;

  /**
   * @param before how many steps are taken first
   */
  InterruptingDirectory(Directory in, int before) {
    super(in);
    this.before = before;
  }

  private void step() {
    if (Thread.currentThread() == thread && steps++ == before) {
      thread.interrupt();
    }
  }

  /** How many were taken. */
  int steps() {
    return steps;
  }

  @Override
  public String[] listAll() throws IOException {
    step();
    return super.listAll();
  }

  @Override
  public Lock obtainLock(String name) throws IOException {
    step();
    return super.obtainLock(name);
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    step();
    return super.openInput(name, context);
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    step();
    return super.createOutput(name, context);
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    step();
    super.sync(names);
  }

  @Override
  public void rename(String source, String dest) throws IOException {
    step();
    super.rename(source, dest);
  }

  /**
   * Where assertions are on, Lucene asserts that this one fails of nothing: the interrupt waits.
   */
  @Override
  public void syncMetaData() throws IOException {
    boolean interrupted = Thread.interrupted();
    super.syncMetaData();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void deleteFile(String name) throws IOException {
    step();
    super.deleteFile(name);
  }

  @Override
  public void close() throws IOException {
    step();
    super.close();
  }
}
