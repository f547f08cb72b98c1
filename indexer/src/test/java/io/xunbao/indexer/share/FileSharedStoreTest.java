package io.xunbao.indexer.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class FileSharedStoreTest extends SharedStoreContract {
  @Override
  SharedStore store() {
    return FileSharedStore.at(folder.resolve("store"));
  }

  @Test
  void read_nameOutsideTheStore_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store().read("../secret"))
        .withMessageContaining("inside the store");
  }

  @Test
  void list_draftThatACrashLeft_isNotSeen() throws IOException {
    SharedStore store = store();
    store.replace("gen-1/a", "whole");
    Files.writeString(folder.resolve("store/gen-1/b.draft"), "hal");
    assertThat(store.list("")).containsExactly("gen-1/a");
  }
}
