package io.xunbao.flinkjobs.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.flinkjobs.sink.Change;
import io.xunbao.flinkjobs.sink.IndexChange;
import io.xunbao.indexer.catalog.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.flink.connector.testutils.source.reader.TestingReaderContext;
import org.apache.flink.connector.testutils.source.reader.TestingReaderOutput;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductFileReaderTest {
  @TempDir Path folder;
  private List<ProductFile> files = List.of();

  @BeforeEach
  void write() throws Exception {
    Path first = folder.resolve("first.jsonl");
    Files.write(first, IntStream.range(0, 10).mapToObj(ProductFileReaderTest::line).toList());
    Path second = folder.resolve("second.jsonl");
    Files.write(second, List.of(line(3), "{broken", line(4)));
    files = List.of(ProductFile.of(first, null), ProductFile.of(second, null));
  }

  private static String line(int number) {
    return String.format(Locale.ROOT, "{\"id\":\"p%d\",\"title\":\"小米手机 %d\"}", number, number);
  }

  @Test
  void read_twoFiles_everyRecordOnceWithItsPlace() throws Exception {
    List<IndexChange> changes = readAll(new FileSplit(0, 0), new FileSplit(1, 0));
    assertThat(changes).hasSize(13);
    assertThat(changes.subList(10, 13))
        .extracting(IndexChange::source, IndexChange::record)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1:second.jsonl", 0L),
            org.assertj.core.groups.Tuple.tuple("1:second.jsonl", 1L),
            org.assertj.core.groups.Tuple.tuple("1:second.jsonl", 2L));
    assertThat(changes).extracting(IndexChange::order).isSorted().doesNotHaveDuplicates();
    assertThat(((Change.Refusal) changes.get(11).change()).line()).contains("{broken");
    Product product = ((Change.Upsert) changes.get(12).change()).product();
    assertThat(product).isNotNull();
  }

  @Test
  void read_restoredInTheMiddle_goesOnAtTheNextRecord() throws Exception {
    List<IndexChange> whole = readAll(new FileSplit(0, 0));
    for (int stop = 0; stop <= 10; stop++) {
      List<IndexChange> changes = new ArrayList<>();
      FileSplit state;
      try (ProductFileReader reader = reader(new FileSplit(0, 0))) {
        TestingReaderOutput<IndexChange> output = new TestingReaderOutput<>();
        while (output.getEmittedRecords().size() < stop) {
          reader.pollNext(output);
        }
        changes.addAll(output.getEmittedRecords());
        state = reader.snapshotState(1).getFirst();
      }
      changes.addAll(readAll(state));
      assertThat(changes)
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("sourceBytes")
          .isEqualTo(whole);
    }
  }

  @Test
  void poll_noSplitYet_waitsAndWakesUp() throws Exception {
    TestingReaderContext context = new TestingReaderContext();
    try (ProductFileReader reader = new ProductFileReader(files, context)) {
      reader.start();
      assertThat(context.getNumSplitRequests()).isEqualTo(1);
      TestingReaderOutput<IndexChange> output = new TestingReaderOutput<>();
      assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
      assertThat(reader.isAvailable()).isNotDone();
      reader.addSplits(List.of(new FileSplit(1, 2)));
      assertThat(reader.isAvailable()).isDone();
      assertThat(reader.pollNext(output)).isEqualTo(InputStatus.MORE_AVAILABLE);
      assertThat(reader.pollNext(output)).isEqualTo(InputStatus.MORE_AVAILABLE);
      assertThat(context.getNumSplitRequests()).isEqualTo(2);
      reader.notifyNoMoreSplits();
      assertThat(reader.pollNext(output)).isEqualTo(InputStatus.END_OF_INPUT);
    }
  }

  private ProductFileReader reader(FileSplit... splits) {
    ProductFileReader reader = new ProductFileReader(files, new TestingReaderContext());
    reader.addSplits(List.of(splits));
    reader.notifyNoMoreSplits();
    return reader;
  }

  private List<IndexChange> readAll(FileSplit... splits) throws Exception {
    TestingReaderOutput<IndexChange> output = new TestingReaderOutput<>();
    try (ProductFileReader reader = reader(splits)) {
      while (reader.pollNext(output) != InputStatus.END_OF_INPUT) {
        assertThat(output.getEmittedRecords()).hasSizeLessThan(100);
      }
    }
    return output.getEmittedRecords();
  }
}
