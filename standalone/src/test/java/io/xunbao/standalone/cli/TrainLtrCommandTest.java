package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The linear trainer alone: the native ones are not on the class path of what serves. */
class TrainLtrCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void trainThenRank_letorRows_scoresEveryLine() throws IOException {
    Path rows = rows();
    Path models = folder.resolve("models");
    Path scores = folder.resolve("scores");
    assertThat(train(rows, models)).isZero();
    assertThat(execute("rank", "--models", models, "--letor", rows, "--out", scores)).isZero();
    assertThat(Files.readAllLines(scores)).hasSize(60).allMatch(line -> !line.isBlank());
    assertThat(out.toString()).contains("promoted").containsPattern("nDCG@10 0\\.9|nDCG@10 1\\.");
  }

  @Test
  void models_listPromoteRollback_moveWhatServes() throws IOException {
    Path rows = rows();
    Path models = folder.resolve("models");
    train(rows, models);
    String first = out.toString().split(" ")[1];
    train(rows, models);
    assertThat(execute("models", "rollback", "ltr", "--models", models)).isZero();
    assertThat(out.toString()).contains("ltr " + first + " serves again");
    assertThat(execute("models", "list", "--models", models)).isZero();
    assertThat(out.toString()).containsPattern("\\* ltr +" + first);
    assertThat(execute("models", "promote", "ltr", "never", "--models", models))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("no model ltr never");
  }

  @Test
  void rank_withoutAModel_teachesTheCommand() throws IOException {
    assertThat(execute("rank", "--models", folder, "--letor", rows(), "--out", "x"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("xunbao train ltr --letor FILE --models");
  }

  @Test
  void train_libraryNotOnTheClassPath_saysTheWayOut() throws IOException {
    Path rows = rows();
    for (String trainer : new String[] {"lightgbm", "xgboost"}) {
      assertThat(execute("train", "ltr", "--letor", rows, "--models", folder, "--trainer", trainer))
          .isEqualTo(ExitCode.FAILED);
    }
    assertThat(err.toString())
        .contains("LightGBM is not on the class path", "XGBoost is not on", "--trainer linear")
        .doesNotContain("this should not happen");
  }

  @Test
  void train_autoOrSearchWithRows_namesWhatTheyNeed() throws IOException {
    Path rows = rows();
    for (Object[] option : new Object[][] {{"--trainer", "auto"}, {"--search", 3}}) {
      assertThat(execute("train", "ltr", "--letor", rows, "--models", folder, option[0], option[1]))
          .isEqualTo(ExitCode.FAILED);
      assertThat(err.toString()).contains("need judged hits: --index DIR");
    }
  }

  private int train(Path rows, Path models) {
    return execute("train", "ltr", "--letor", rows, "--models", models, "--trainer", "linear");
  }

  private Path rows() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 60; row++) {
      int grade = random.nextInt(4);
      text.append(grade).append(" qid:").append(row / 10).append(" 1:").append(grade + 0.5);
      text.append(" 2:").append(random.nextDouble()).append('\n');
    }
    return Files.writeString(folder.resolve("rows"), text);
  }

  private int execute(Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(texts);
  }
}
