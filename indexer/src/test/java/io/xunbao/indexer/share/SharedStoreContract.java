package io.xunbao.indexer.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laws of a shared store. */
abstract class SharedStoreContract {
  @TempDir Path folder;

  abstract SharedStore store();

  @Test
  void put_get_givesTheSameBytes() throws IOException {
    SharedStore store = store();
    Path file = Files.write(folder.resolve("file"), new byte[] {1, 0, -1});
    store.put("gen-1/shard-0/a", file);
    store.get("gen-1/shard-0/a", folder.resolve("back"));
    assertThat(folder.resolve("back")).hasBinaryContent(new byte[] {1, 0, -1});
    assertThat(store.list("gen-1/")).containsExactly("gen-1/shard-0/a");
    assertThat(store.list("gen-2/")).isEmpty();
  }

  @Test
  void replace_read_givesTheLastText() throws IOException {
    SharedStore store = store();
    assertThat(store.read("CURRENT")).isEmpty();
    store.replace("CURRENT", "gen-1");
    store.replace("CURRENT", "gen-二");
    assertThat(store.read("CURRENT")).contains("gen-二");
  }

  @Test
  void delete_name_holdsNothing() throws IOException {
    SharedStore store = store();
    store.replace("a", "text");
    store.delete("a");
    store.delete("a");
    assertThat(store.read("a")).isEmpty();
    assertThatIOException().isThrownBy(() -> store.get("a", folder.resolve("back")));
  }
}
