package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityCommandTest {
  private static final String SHOP =
      """
      id,name,price
      1,连衣裙,129
      2,,99
      3,衬衫,面议
      1,连衣裙,129
      """;
  private static final String MAPPING =
      "format: csv\nfields: {id: id, title: name, price: price}\n";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void quality_file_provesTheSum() throws IOException {
    assertThat(quality("shop.csv", SHOP)).isZero();
    assertThat(out.toString())
        .contains("4 records in = 1 indexed + 1 superseded + 2 quarantined")
        .contains("required")
        .contains("price-format");
  }

  @Test
  void quality_severalFiles_eachTakesTheMappingThatFollows() throws IOException {
    Path own = write("own.jsonl", "{\"id\":\"9\",\"title\":\"裙子\"}\n");

    int code =
        run(
            "quality",
            "--products",
            write("shop.csv", SHOP).toString(),
            "--mapping",
            write("m.yaml", MAPPING).toString(),
            "--products",
            own.toString());

    assertThat(code).isZero();
    assertThat(out.toString()).contains("5 records in = 2 indexed");
  }

  @Test
  void quality_json_isForMachines() throws IOException {
    assertThat(quality("shop.csv", SHOP, "-o", "json")).isZero();
    assertThat(out.toString()).startsWith("{").contains("\"recordsIn\" : 4");
  }

  @Test
  void quality_report_isWrittenByItsSuffix() throws IOException {
    Path html = folder.resolve("new/report.html");

    assertThat(quality("shop.csv", SHOP, "--report", html.toString())).isZero();
    assertThat(Files.readString(html)).startsWith("<!doctype html>").contains("面议");
    assertThat(quality("shop.csv", SHOP, "--report", "report.pdf")).isEqualTo(2);
  }

  @Test
  void quality_missingFile_isNamed() {
    assertThat(run("quality", "--products", folder.resolve("no.csv").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no such file").contains("no.csv").doesNotContain("\tat ");
  }

  @Test
  void quality_mappingThatDoesNotFit_namesTheNearestField() throws IOException {
    Path mapping = write("m.yaml", MAPPING.replace("title: name", "title: nmae"));

    int code =
        run(
            "quality",
            "--products",
            write("shop.csv", SHOP).toString(),
            "--mapping",
            mapping.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("no field 'nmae'").contains("nearest: name");
  }

  @Test
  void quality_gzThatIsCutOff_reportsWhatWasReadAndFails() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append("{\"id\":\"").append(i).append("\",\"title\":\"t ").append(i * 7_919L);
      lines.append("\"}\n");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("cut.jsonl.gz");
    Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));

    assertThat(run("quality", "--products", file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("records in = ");
    assertThat(err.toString()).contains("breaks off after").doesNotContain("\tat ");
  }

  @Test
  void quarantine_listShowReplay_leadFromRefusedToProducts() throws IOException {
    Path refused = folder.resolve("refused.jsonl");
    Path passing = folder.resolve("passing.jsonl");
    assertThat(quality("shop.csv", SHOP, "--quarantine", refused.toString())).isZero();

    assertThat(run("quarantine", "list", refused.toString())).isZero();
    assertThat(out.toString()).contains("2 records in quarantine").contains("price-format");

    assertThat(run("quarantine", "show", refused.toString(), "--rule", "required")).isZero();
    assertThat(out.toString()).contains("record: 2,,99").doesNotContain("面议");

    Path mended = write("mended.yaml", MAPPING + "absent: [面议]\n");
    int code =
        run(
            "quarantine",
            "replay",
            refused.toString(),
            "--mapping",
            mended.toString(),
            "--out",
            passing.toString());
    assertThat(code).isZero();
    assertThat(out.toString()).contains("1 of 2 records pass now, 1 still fail");
    assertThat(Files.readString(passing)).contains("\"id\":\"3\"").contains("衬衫");
  }

  private int quality(String name, String content, String... more) throws IOException {
    String[] args = {
      "quality",
      "--products",
      write(name, content).toString(),
      "--mapping",
      write("m.yaml", MAPPING).toString()
    };
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return run(all);
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(args);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
