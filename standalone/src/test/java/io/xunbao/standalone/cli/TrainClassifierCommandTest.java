package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainClassifierCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path texts = Path.of("texts");

  @BeforeEach
  void write() throws IOException {
    StringBuilder rows = new StringBuilder("cat,label,review\n");
    for (int i = 0; i < 200; i++) {
      rows.append(i % 2 == 0 ? "酒店,1,\"房间第" + i + "间很干净，早餐不错\"\n" : "平板,0,屏幕的像素太低 游戏卡" + i + "次\n");
    }
    texts = Files.writeString(folder.resolve("reviews.csv"), rows);
  }

  @Test
  void train_twoCategories_printsTheTableAndClassifiesLines() {
    assertThat(train("--text", "review", "--label", "cat")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("160 to learn from, 20 to calibrate on, 20 held out")
        .contains("accuracy     1.0000")
        .contains("macro-F1")
        .contains("confusion")
        .contains("(serves now)");
    assertThat(classify("早餐很好，房间也干净\n屏幕像素低\n"))
        .hasLineCount(2)
        .matches("(?s)酒店\t[01]\\.\\d{4}\\R平板\t[01]\\.\\d{4}\\R");
  }

  @Test
  void eval_servingClassifier_printsTheTable() {
    train("--text", "review", "--label", "label", "--name", "sentiment");
    out.getBuffer().setLength(0);
    assertThat(
            run(
                "eval",
                "classifier",
                "--name",
                "sentiment",
                "--models",
                models(),
                "--texts",
                texts.toString(),
                "--text",
                "review"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("texts        200").contains("accuracy     1.0000");
  }

  @Test
  void train_unknownColumn_namesTheOptions() {
    assertThat(train("--text", "reviews", "--label", "cat")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("reviews").contains("--text and --label");
  }

  @Test
  void train_oneLabel_isRefused() throws IOException {
    Files.writeString(
        texts,
        "text,label\n"
            + "好,1\n很 好,1\n不错,1\n棒,1\n行,1\n".repeat(4)
            + "快,1\n慢,1\n新,1\n旧,1\n大,1\n小,1\n");
    assertThat(train()).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("at least two labels");
  }

  @Test
  void classify_nothingTrained_saysHowToTrain() {
    assertThat(run("classify", "--models", models())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("./xunbao train classifier");
  }

  private String models() {
    return folder.resolve("models").toString();
  }

  private int train(String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "classifier"));
    arguments.addAll(List.of("--models", models(), "--texts", texts.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
  }

  private String classify(String lines) {
    StringWriter said = new StringWriter();
    new CommandLine(
            new ClassifyCommand(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))))
        .setOut(new PrintWriter(said))
        .execute("--models", models());
    return said.toString();
  }
}
