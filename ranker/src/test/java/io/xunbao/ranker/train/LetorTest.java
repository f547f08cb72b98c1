package io.xunbao.ranker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xunbao.ranker.eval.LineFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetorTest {
  @TempDir Path folder;

  @Test
  void read_qids_groupsRowsAndFillsZeros() throws IOException {
    TrainingSet set = read("2 qid:7 1:0.5 3:-1 # doc\n0 qid:7 2:4\n\n1.0 qid:9 1:nan\n");
    assertThat(set.groups()).containsExactly("7", "9");
    assertThat(set.sizes()).containsExactly(2, 1);
    assertThat(set.grades()).containsExactly(2, 0, 1);
    assertThat(set.matrix().row(0).values()).containsExactly(0.5, 0, -1);
    assertThat(set.matrix().row(1).values()).containsExactly(0, 4, 0);
    assertThat(set.matrix().get(2, 0)).isNaN();
  }

  @Test
  void read_sizesBesideTheFile_areTheGroups() throws IOException {
    Files.writeString(folder.resolve("rows.query"), "1\n2\n");
    TrainingSet set = read("0 1:1\n1 1:2\n2 1:3\n");
    assertThat(set.sizes()).containsExactly(1, 2);
    assertThat(set.only(List.of(1)).grades()).containsExactly(1, 2);
  }

  @Test
  void read_sizesThatDoNotAddUp_areRefused() throws IOException {
    Files.writeString(folder.resolve("rows.query"), "1\n1\n");
    assertThatExceptionOfType(LineFormatException.class)
        .isThrownBy(() -> read("0 1:1\n1 1:2\n2 1:3\n"))
        .withMessageContaining("rows.query, line 2: the sizes must add up to the rows, 3, got 2");
  }

  @ParameterizedTest
  @CsvSource({
    "good qid:1 1:1, the grade must be a whole number in 0..30",
    "-1 qid:1 1:1, the grade must be a whole number in 0..30",
    "1 qid:1 0:1, a feature must be a number in 1..100000",
    "1 qid:1 1000000000:1, a feature must be a number in 1..100000",
    "1 qid:1 1:x, a feature must be number:value",
    "1 qid:1 1, a feature must be number:value",
    "1 1:1, a row must have a qid after its grade",
  })
  void read_badLine_namesLineAndRule(String line, String rule) {
    assertThatExceptionOfType(LineFormatException.class)
        .isThrownBy(() -> read("1 qid:1 1:1\n" + line + "\n"))
        .withMessageContaining("line 2: " + rule);
  }

  @Test
  void read_qidThatComesBack_isRefused() {
    assertThatExceptionOfType(LineFormatException.class)
        .isThrownBy(() -> read("1 qid:1 1:1\n1 qid:2 1:1\n1 qid:1 1:1\n"))
        .withMessageContaining("line 3: the rows of qid 1 must stand together");
  }

  @Test
  void read_moreFeaturesThanTheModel_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("rows"), "1 qid:1 5:1\n");
    assertThatExceptionOfType(LineFormatException.class)
        .isThrownBy(() -> Letor.read(file, 4))
        .withMessageContaining("line 1: feature must be <= 4, got 5");
  }

  private TrainingSet read(String text) throws IOException {
    return Letor.read(Files.writeString(folder.resolve("rows"), text));
  }
}
