package io.xunbao.flinkjobs.io;

import io.xunbao.flinkjobs.sink.IndexChange;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Catalogue files, read, mapped and checked: every record comes out as a product or as a refusal. A
 * file is read by one reader from its first to its last record, so the order within it stays.
 */
public final class ProductFileSource implements Source<IndexChange, FileSplit, List<FileSplit>> {
  private static final long serialVersionUID = 1;

  private final ProductFile[] files;

  public ProductFileSource(List<ProductFile> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a source needs at least one file, got none");
    }
    this.files = files.toArray(ProductFile[]::new);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SplitEnumerator<FileSplit, List<FileSplit>> createEnumerator(
      SplitEnumeratorContext<FileSplit> context) {
    List<FileSplit> all =
        IntStream.range(0, files.length).mapToObj(file -> new FileSplit(file, 0)).toList();
    return restoreEnumerator(context, all);
  }

  @Override
  public SplitEnumerator<FileSplit, List<FileSplit>> restoreEnumerator(
      SplitEnumeratorContext<FileSplit> context, List<FileSplit> pending) {
    return new FileSplitEnumerator(context, pending);
  }

  @Override
  public SimpleVersionedSerializer<FileSplit> getSplitSerializer() {
    return new FileSplitSerializer.OfSplit();
  }

  @Override
  public SimpleVersionedSerializer<List<FileSplit>> getEnumeratorCheckpointSerializer() {
    return new FileSplitSerializer.OfList();
  }

  @Override
  public SourceReader<IndexChange, FileSplit> createReader(SourceReaderContext context) {
    return new ProductFileReader(List.of(files), context);
  }
}
