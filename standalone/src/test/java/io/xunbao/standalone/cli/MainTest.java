package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void run_noArgument_printsHelp() {
    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Usage: xunbao");
  }

  @Test
  void run_misspeltOption_namesTheNearest(@TempDir Path folder) {
    assertThat(run("generate", "--out", folder.toString(), "--recrods", "5"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("--recrods").contains("--records");
  }

  @Test
  void run_misspeltVerb_namesTheNearest() {
    assertThat(run("genrate")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("generate");
  }

  @Test
  void run_wrongNumber_statesTheRule(@TempDir Path folder) {
    assertThat(run("generate", "--out", folder.toString(), "--records", "0"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("records must be >= 1").contains("0");
  }

  private int run(String... arguments) {
    return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(arguments);
  }
}
