package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path words;

  @BeforeEach
  void write() throws IOException {
    words = Files.createDirectories(folder.resolve("words"));
    Files.writeString(words.resolve("brand.dic"), "雅川青\n");
  }

  @Test
  void publish_indexNotBuilt_keepsTheWordsForItsFirstBuild() {
    assertThat(run("words", "publish", "--from", words.toString(), "--index", index())).isZero();
    assertThat(out.toString()).contains("published").contains("first build will use these words");
    assertThat(run("words", "undo", "--index", index())).isZero();
    assertThat(out.toString()).contains("in force: the bundled lexicon");
  }

  @Test
  void publish_brokenWords_publishesNothingAndNamesTheLine() throws IOException {
    Files.writeString(words.resolve("synonyms.txt"), "手机\n");
    assertThat(run("words", "publish", "--from", words.toString(), "--index", index()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("nothing was published").contains("synonyms.txt:1");
    assertThat(run("words", "undo", "--index", index())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("nothing to undo");
  }

  @Test
  void lint_wrongEncoding_isAnErrorWithTheWayOut() throws IOException {
    Files.write(words.resolve("user.dic"), "自然堂\n".getBytes(Charset.forName("GB18030")));
    assertThat(run("words", "lint", words.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("iconv").contains("1 errors");
  }

  @Test
  void impact_queries_showsWhichAreCutDifferently() throws IOException {
    Path queries = Files.writeString(folder.resolve("q.tsv"), "1\t华为雅川青手机\n2\t连衣裙\n");
    assertThat(run("words", "impact", "--from", words.toString(), "--queries", queries.toString()))
        .isZero();
    assertThat(out.toString())
        .contains("words changed  1")
        .contains("华为 雅川青 手机")
        .contains("queries cut differently  1");
  }

  private String index() {
    return folder.resolve("index").toString();
  }

  private int run(String... arguments) {
    return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(arguments);
  }
}
