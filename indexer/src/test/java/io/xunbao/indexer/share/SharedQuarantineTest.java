package io.xunbao.indexer.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.testing.Seeded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Seeded
class SharedQuarantineTest {
  private static final String GENERATION = "gen-1";

  @TempDir Path root;
  private final MemorySharedStore store = new MemorySharedStore();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private IndexDirectory source;
  private SharedQuarantine from;
  private SharedQuarantine to;
  private IndexDirectory copy;

  @BeforeEach
  void begin() throws IOException {
    source = IndexDirectory.at(root.resolve("source"));
    copy = IndexDirectory.at(root.resolve("copy"));
    Files.createDirectories(source.folder(GENERATION));
    Files.createDirectories(copy.folder(GENERATION));
    from = new SharedQuarantine(store, source);
    to = new SharedQuarantine(store, copy);
  }

  @Test
  void fileThatGrows_isFetchedByteForByte_inFewPieces(RandomGenerator random) throws IOException {
    long sent = 0;
    for (int round = 0; round < 200; round++) {
      grow(random, random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(300));
      int published = written.size();
      grow(random, random.nextInt(50)); // of the next snapshot
      int before = store.puts.size();
      from.send(GENERATION, published);
      for (String name : store.puts.subList(before, store.puts.size())) {
        sent += store.bytes(name).length;
      }
      if (random.nextInt(5) == 0) {
        to.fetch(GENERATION, published);
        assertThat(fetched()).startsWith(Arrays.copyOf(written.toByteArray(), published));
      }
    }
    double doublings = Math.log(written.size()) / Math.log(2);
    assertThat(store.content).hasSizeLessThan((int) doublings + 2);
    assertThat(sent).as("bytes sent").isLessThan((long) (written.size() * (doublings + 2)));
  }

  @Test
  void fetch_pieceDamagedOrMissing_isRefused(RandomGenerator random) throws IOException {
    grow(random, 100);
    from.send(GENERATION, 100);
    assertThatIOException()
        .isThrownBy(() -> to.fetch(GENERATION, 101))
        .withMessageContaining("holds 100 bytes");
    String piece = store.puts.getLast();
    store.bytes(piece)[random.nextInt(100)] ^= 8;
    Files.delete(copy.quarantine(GENERATION));
    assertThatIOException()
        .isThrownBy(() -> to.fetch(GENERATION, 100))
        .withMessageContaining(piece + " is damaged");
    assertThat(copy.quarantine(GENERATION)).doesNotExist();
  }

  /** Where nothing was refused there is no file. */
  private byte[] fetched() throws IOException {
    Path file = copy.quarantine(GENERATION);
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private void grow(RandomGenerator random, int bytes) throws IOException {
    byte[] more = new byte[bytes];
    random.nextBytes(more);
    written.write(more);
    Files.write(source.quarantine(GENERATION), written.toByteArray());
  }
}
