package io.xunbao.flinkjobs.io;

import io.xunbao.flinkjobs.sink.Change;
import io.xunbao.flinkjobs.sink.IndexChange;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.quality.Outcome;
import io.xunbao.indexer.quality.QualityGate;
import io.xunbao.indexer.quality.QuarantineJson;
import io.xunbao.indexer.write.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** Reads files one after the other in the task's own thread: no hand-over between threads. */
final class ProductFileReader implements SourceReader<IndexChange, FileSplit> {
  private final List<ProductFile> files;
  private final SourceReaderContext context;
  private final Deque<FileSplit> waiting = new ArrayDeque<>();
  private CompletableFuture<Void> available = new CompletableFuture<>();
  private boolean noMoreSplits;
  private @Nullable OpenFile open;

  ProductFileReader(List<ProductFile> files, SourceReaderContext context) {
    this.files = files;
    this.context = context;
  }

  @Override
  public void start() {
    if (waiting.isEmpty()) {
      context.sendSplitRequest();
    }
  }

  @Override
  public InputStatus pollNext(ReaderOutput<IndexChange> output) throws Exception {
    if (open == null) {
      FileSplit split = waiting.poll();
      if (split == null) {
        return noMoreSplits ? InputStatus.END_OF_INPUT : waitForSplits();
      }
      open = new OpenFile(split, files.get(split.file()));
    }
    IndexChange change = open.next();
    if (change != null) {
      output.collect(change);
      return InputStatus.MORE_AVAILABLE;
    }
    open.close();
    open = null;
    if (waiting.isEmpty() && !noMoreSplits) {
      context.sendSplitRequest();
    }
    return InputStatus.MORE_AVAILABLE;
  }

  private InputStatus waitForSplits() {
    if (available.isDone()) {
      available = new CompletableFuture<>();
    }
    return InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public List<FileSplit> snapshotState(long checkpointId) {
    List<FileSplit> state = new ArrayList<>(waiting);
    if (open != null) {
      state.addFirst(open.position());
    }
    return state;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public void addSplits(List<FileSplit> splits) {
    waiting.addAll(splits);
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreSplits = true;
    available.complete(null);
  }

  @Override
  public void close() throws Exception {
    if (open != null) {
      open.close();
    }
  }

  /** A file that is being read. */
  private static final class OpenFile {
    private final int file;
    private final String source;
    private final RecordReader reader;
    private final QualityGate gate;
    private long next;

    OpenFile(FileSplit split, ProductFile file) throws IOException {
      ProductMapping mapping = file.loadMapping();
      this.file = split.file();
      this.source = file.source(split.file());
      this.gate = QualityGate.of(mapping);
      this.reader = RecordReader.open(Path.of(file.path()), mapping);
      reader.skip(split.next());
      this.next = split.next();
    }

    @Nullable IndexChange next() throws IOException {
      SourceRecord record = reader.next();
      if (record == null) {
        return null;
      }
      long ordinal = next++;
      long order = Version.inFile(file, ordinal);
      long bytes = reader.bytesRead();
      Change change =
          switch (gate.check(record)) {
            case Outcome.Accepted accepted -> new Change.Upsert(accepted.product());
            case Outcome.Quarantined refused ->
                new Change.Refusal(QuarantineJson.write(refused.record()));
          };
      return new IndexChange(source, ordinal, order, bytes, change);
    }

    FileSplit position() {
      return new FileSplit(file, next);
    }

    void close() throws IOException {
      reader.close();
    }
  }
}
