package io.xunbao.ranker.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrecFilesTest {
  @TempDir Path folder;

  @Test
  void qrels_writtenAndRead_areEqual() throws IOException {
    Qrels qrels = qrels("q1 0 a 3\nq1 0 b 0\n\nq2\t0\tc\t1\n");
    qrels.write(folder.resolve("qrels"));
    assertThat(Qrels.read(folder.resolve("qrels"))).isEqualTo(qrels);
  }

  @Test
  void run_writtenAndRead_isEqual() throws IOException {
    Run run = run("q1 Q0 a 1 2.5 x\nq1 Q0 b 2 0.1 x\nq2 Q0 a 1 1e-9 x\n");
    run.write(folder.resolve("run"), "x");
    assertThat(Run.read(folder.resolve("run"))).isEqualTo(run);
  }

  @Test
  void run_equalScores_areOrderedByRankThenDocumentDescending() throws IOException {
    Run run = run("q Q0 a 2 1 x\nq Q0 b 1 1 x\nq Q0 c 3 7 x\nq Q0 d 2 1 x\n");
    assertThat(run.ranking("q")).containsExactly("c", "b", "d", "a");
  }

  @Test
  void run_documentTwice_keepsTheBetterPlace() throws IOException {
    Run run = run("q Q0 a 1 1 x\nq Q0 b 2 2 x\nq Q0 a 3 3 x\n");
    assertThat(run.ranking("q")).isEqualTo(List.of("a", "b"));
  }

  @Test
  void qrels_badLine_namesFileLineAndRule() {
    assertThatExceptionOfType(LineFormatException.class)
        .isThrownBy(() -> qrels("q1 0 a 1\n\nq1 0 b\n"))
        .withMessage(
            "test, line 3: needs 4 columns (query iteration document grade), got 3: q1 0 b");
    assertThatExceptionOfType(LineFormatException.class)
        .isThrownBy(() -> qrels("q1 0 a good\n"))
        .withMessage("test, line 1: grade must be a whole number in 0..30, got good");
    assertThatExceptionOfType(LineFormatException.class)
        .isThrownBy(() -> qrels("q1 0 a 1\nq1 0 a 2\n"))
        .withMessageContaining("line 2: a is graded twice for q1, 1 and 2");
  }

  @Test
  void run_scoreThatIsNoNumber_isRefused() {
    assertThatExceptionOfType(LineFormatException.class)
        .isThrownBy(() -> run("q Q0 a 1 NaN x\n"))
        .withMessage("test, line 1: score must be a finite number, got NaN");
  }

  @Test
  void read_bytesThatAreNotUtf8_areRefused() throws IOException {
    Path file = folder.resolve("latin");
    Files.write(file, new byte[] {'q', ' ', (byte) 0xff, '\n'});
    assertThatExceptionOfType(LineFormatException.class)
        .isThrownBy(() -> Run.read(file))
        .withMessageContaining("UTF-8");
  }

  @Test
  void qrels_byteOrderMark_isNotPartOfTheFirstId() throws IOException {
    assertThat(qrels("\ufeffq1 0 a 1\n").queries()).containsOnlyKeys("q1");
  }

  private static Qrels qrels(String text) throws IOException {
    return Qrels.read(new BufferedReader(new StringReader(text)), "test");
  }

  private static Run run(String text) throws IOException {
    return Run.read(new BufferedReader(new StringReader(text)), "test");
  }
}
