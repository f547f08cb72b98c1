package io.xunbao.indexer.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.indexer.write.ShardSettings;
import io.xunbao.indexer.write.ShardWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotSenderTest {
  private static final Generation GENERATION =
      new Generation(1, 1, Integer.toString(IndexSchema.VERSION), "words", "plain", "");

  @TempDir Path root;

  @Test
  void storeThatIsAway_holdsNobodyUpAndGetsTheNewestWhenItIsBack()
      throws IOException, InterruptedException {
    IndexDirectory index = IndexDirectory.at(root.resolve("index"));
    Path place = Files.writeString(root.resolve("store"), "a file where a folder should be");
    Told told = new Told();
    index.create(GENERATION);
    try (ShardWriter writer =
            ShardWriter.create(
                index,
                GENERATION,
                0,
                new ShardSettings(new WhitespaceAnalyzer(), new ProductDocuments()::toDocument));
        SnapshotSender sender =
            SnapshotSender.start(new SnapshotSharing(index, FileSharedStore.at(place)), told)) {
      for (int snapshot = 0; snapshot < 5; snapshot++) {
        writer.upsert(TestProduct.of("p" + snapshot, "title").build(), snapshot);
        index.snapshots("gen-1").publish(List.of(writer.commit(false)));
        index.serve("gen-1");
        sender.offer();
      }
      assertThat(told.next()).startsWith("failed");
      Files.delete(place);
      sender.offer();
      String next = told.next();
      while (next.startsWith("failed")) {
        next = told.next(); // offers of before
      }
      assertThat(next).as("those between are left out").isEqualTo("gen-1/5");
      sender.offer();
      assertThat(told.next()).isEqualTo("there");
      IndexDirectory copy = IndexDirectory.at(root.resolve("copy"));
      new SnapshotReplica(FileSharedStore.at(place), copy).follow();
      assertThat(copy.current().orElseThrow().documents()).isEqualTo(5);
    }
  }

  private static final class Told implements SnapshotSender.Observer {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    private String next() throws InterruptedException {
      return String.valueOf(events.poll(1, TimeUnit.MINUTES));
    }

    @Override
    public void sent(SnapshotSharing.Sent snapshot) {
      events.add(snapshot.snapshot());
    }

    @Override
    public void isThere() {
      events.add("there");
    }

    @Override
    public void failed(Exception failure) {
      events.add("failed: " + failure);
    }
  }
}
