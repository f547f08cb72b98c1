package io.xunbao.ikdict.wordbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordBookTest {
  @TempDir Path folder;

  @Test
  void read_addedAndRemovedWords_changesTheCut() throws IOException {
    write("brand.dic", "# brands\n自然堂\n雅川青 300 nz\n");
    write("removed.dic", "自然\n");
    WordBook book = WordBook.read(folder);
    assertThat(cut(book, "自然堂雅川青")).containsExactly("自然堂", "雅川青");
    assertThat(book.lexicon().contains("自然")).isFalse();
    assertThat(cut(WordBook.bundled(), "自然堂")).doesNotContain("自然堂");
  }

  @Test
  void version_namesTheContent() throws IOException {
    write("user.dic", "自然堂\n");
    String version = WordBook.read(folder).version();
    assertThat(version).matches("[0-9a-f]{16}").isEqualTo(WordBook.read(folder).version());
    write("user.dic", "自然堂\n雅川青\n");
    assertThat(WordBook.read(folder).version()).isNotEqualTo(version);
    write("stop.dic", "正品\n");
    assertThat(WordBook.read(folder).lexicon().version()).isNotEqualTo(Lexicon.bundled().version());
    assertThat(WordBook.read(folder).stopWords()).containsExactly("正品");
  }

  @Test
  void read_wrongEncoding_isRefusedWithTheWayOut() throws IOException {
    Files.write(folder.resolve("user.dic"), "自然堂\n".getBytes(Charset.forName("GB18030")));
    assertThatThrownBy(() -> WordBook.read(folder))
        .isInstanceOf(WordFileException.class)
        .hasMessageContaining("user.dic:0: error: the file must be UTF-8")
        .hasMessageContaining("iconv");
  }

  @Test
  void check_slips_areWarningsWithFileAndLine() throws IOException {
    write("a.dic", "自然堂\n手机\n的\niphone\n");
    write("b.dic", "自然堂\n");
    write("synonyms.txt", "手机,移动电话\n包\n电=>电器\na1=>b1\nb1=>a1\n");
    List<String> problems =
        Lint.check(folder, Lexicon.bundled()).stream().map(Problem::toString).toList();
    assertThat(problems)
        .contains("b.dic:1: warning: <自然堂> stands in a.dic:1 already")
        .anyMatch(p -> p.startsWith("a.dic:2: warning: <手机> is a word already"))
        .anyMatch(p -> p.startsWith("a.dic:3: warning: <的> is a single character"))
        .anyMatch(p -> p.startsWith("a.dic:4: warning: <iphone> has no Chinese"))
        .contains("synonyms.txt:2: error: write a,b or a=>b, got: 包")
        .anyMatch(p -> p.startsWith("synonyms.txt:3: warning: <电> is one character"))
        .anyMatch(p -> p.startsWith("synonyms.txt:5: error: <b1> leads back to itself"));
  }

  @Test
  void publish_brokenWords_keepsTheLastGoodOnes() throws IOException {
    WordBookStore store = WordBookStore.open(folder.resolve("store"));
    Path draft = Files.createDirectories(folder.resolve("draft"));
    Files.writeString(draft.resolve("user.dic"), "自然堂\n");
    String first = store.publish(draft);
    Files.writeString(draft.resolve("user.dic"), "自然堂 viel\n");
    assertThatThrownBy(() -> store.publish(draft)).isInstanceOf(WordFileException.class);
    assertThat(store.current().version()).isEqualTo(first);
    assertThat(WordBookStore.open(folder.resolve("store")).current().version()).isEqualTo(first);
  }

  @Test
  void undo_twoVersions_goesBackOneAfterTheOther() throws IOException {
    Path store = folder.resolve("store");
    WordBookStore writer = WordBookStore.open(store);
    WordBookStore reader = WordBookStore.open(store);
    Path draft = Files.createDirectories(folder.resolve("draft"));
    Files.writeString(draft.resolve("user.dic"), "自然堂\n");
    String first = writer.publish(draft);
    Files.writeString(draft.resolve("user.dic"), "雅川青\n");
    String second = writer.publish(draft);
    assertThat(reader.reload()).isTrue();
    assertThat(reader.current().version()).isEqualTo(second);
    assertThat(writer.undo()).isEqualTo(first);
    assertThat(writer.undo()).isEmpty();
    assertThat(writer.current().version()).isEqualTo(WordBook.bundled().version());
    assertThatThrownBy(writer::undo).hasMessageContaining("nothing to undo");
  }

  @Test
  void synonyms_solrFormat_worksOneWayAndTwoWays() {
    Synonyms synonyms =
        Synonyms.parse(List.of("# shop", "笔记本,手提電腦", "ＴＶ=>电视"), Lexicon.bundled().folds());
    assertThat(synonyms.of("手提电脑")).containsExactly("笔记本", "手提电脑");
    assertThat(synonyms.of("tv")).containsExactly("电视");
    assertThat(synonyms.of("电视")).containsExactly("电视");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void of_lexicon_givesTheNewestWordsForIt_readOnce() throws IOException {
    WordBookStore store = WordBookStore.open(folder.resolve("store"));
    Path draft = Files.createDirectories(folder.resolve("draft"));
    Files.writeString(draft.resolve("stop.dic"), "正品\n");
    store.publish(draft);
    Files.writeString(draft.resolve("user.dic"), "自然堂\n");
    store.publish(draft);
    String words = store.current().lexicon().version();
    String bundled = Lexicon.bundled().version();

    assertThat(store.of(words)).containsSame(store.current());
    WordBook before = store.of(bundled).orElseThrow();
    assertThat(before.stopWords()).containsExactly("正品");
    assertThat(store.of(bundled)).containsSame(before);
    assertThat(store.of("0123456789abcdef")).isEmpty();

    store.undo();
    store.undo();
    assertThat(store.of(words).orElseThrow().lexicon().contains("自然堂")).isTrue();
    assertThat(store.of(bundled).orElseThrow().stopWords()).isEmpty();
  }

  private static List<String> cut(WordBook book, String text) {
    return new Segmenter(book.lexicon())
        .segment(text, Mode.QUERY).stream().map(Token::text).toList();
  }
}
