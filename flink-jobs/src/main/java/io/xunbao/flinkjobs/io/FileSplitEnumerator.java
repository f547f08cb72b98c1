package io.xunbao.flinkjobs.io;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Hands files to readers, one whenever a reader asks. */
final class FileSplitEnumerator implements SplitEnumerator<FileSplit, List<FileSplit>> {
  private final SplitEnumeratorContext<FileSplit> context;
  private final Deque<FileSplit> pending;

  FileSplitEnumerator(SplitEnumeratorContext<FileSplit> context, List<FileSplit> pending) {
    this.context = context;
    this.pending = new ArrayDeque<>(pending);
  }

  @Override
  public void start() {
    // readers ask
  }

  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {
    FileSplit split = pending.poll();
    if (split == null) {
      context.signalNoMoreSplits(reader);
    } else {
      context.assignSplit(split, reader);
    }
  }

  @Override
  public void addSplitsBack(List<FileSplit> splits, int reader) {
    splits.forEach(pending::addFirst);
  }

  @Override
  public void addReader(int reader) {
    // it asks when it is ready
  }

  @Override
  public List<FileSplit> snapshotState(long checkpointId) {
    return List.copyOf(pending);
  }

  @Override
  public void close() {
    // holds nothing
  }
}
