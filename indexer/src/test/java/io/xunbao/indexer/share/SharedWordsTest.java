package io.xunbao.indexer.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.xunbao.ikdict.wordbook.WordBook;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.words.IndexWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedWordsTest {
  @TempDir Path root;
  private final MemorySharedStore store = new MemorySharedStore();
  private IndexDirectory source;
  private IndexDirectory copy;

  @BeforeEach
  void begin() {
    source = IndexDirectory.at(root.resolve("source"));
    copy = IndexDirectory.at(root.resolve("copy"));
  }

  @Test
  void publishedAndTakenBack_areTheSameThere() throws IOException {
    share();
    assertThat(IndexWords.at(copy).current().version())
        .as("nothing was published")
        .isEqualTo(WordBook.bundled().version());
    publish("星尘石");
    publish("云母灯");
    share();
    requireSame();
    IndexWords.at(source).store().undo();
    share();
    requireSame();
    int sent = store.puts.size();
    share();
    assertThat(store.puts).as("a version is sent once").hasSize(sent).doesNotHaveDuplicates();
  }

  @Test
  void fetch_damagedVersion_isRefusedAndTheWordsBeforeStay() throws IOException {
    publish("星尘石");
    share();
    String before = IndexWords.at(copy).current().version();
    publish("云母灯");
    new SharedWords(store, source).send();
    String words = store.puts.stream().filter(n -> n.endsWith(".dic")).toList().getLast();
    store.content.put(words, "别的词\n".getBytes(StandardCharsets.UTF_8));
    assertThatIOException()
        .isThrownBy(() -> new SharedWords(store, copy).fetch())
        .withMessageContaining("are damaged");
    assertThat(IndexWords.at(copy).current().version()).isEqualTo(before);
  }

  @Test
  void sendAndFetch_cutAtEveryStep_goOn() throws IOException {
    for (int cut = 0; cut < 5; cut++) {
      publish("星尘石" + "甲乙丙丁戊".charAt(cut));
      store.stepsLeft = cut;
      List<Exception> failures = tryBoth();
      store.stepsLeft = -1;
      assertThat(failures).as("the cut strikes").isNotEmpty();
      share();
      requireSame();
    }
  }

  private List<Exception> tryBoth() {
    try {
      share();
      return List.of();
    } catch (IOException broken) {
      return List.of(broken);
    }
  }

  private void share() throws IOException {
    new SharedWords(store, source).send();
    new SharedWords(store, copy).fetch();
  }

  private void requireSame() throws IOException {
    assertThat(IndexWords.at(copy).current().version())
        .isEqualTo(IndexWords.at(source).current().version());
    assertThat(IndexWords.at(copy).store().history())
        .isEqualTo(IndexWords.at(source).store().history());
  }

  private void publish(String word) throws IOException {
    Path files = Files.createDirectories(root.resolve("words-" + word));
    Files.writeString(files.resolve("ext.dic"), word + "\n");
    IndexWords.at(source).store().publish(files);
  }
}
