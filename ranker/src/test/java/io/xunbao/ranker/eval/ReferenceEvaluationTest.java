package io.xunbao.ranker.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import io.xunbao.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds our metrics against an independent implementation that lives beside the real data. */
class ReferenceEvaluationTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "ndcg", "nDCG@10",
          "cndcg", "condensed-nDCG@10",
          "mrr", "MRR@10",
          "p", "P@10",
          "recall", "recall@100",
          "judged", "judged@10");

  @TempDir Path folder;

  @Test
  @Seeded
  void means_randomRunsWithTiesAndRepeats_equalTheReference(RandomGenerator random)
      throws Exception {
    Path script = SharedData.file("../tools/trec.py");
    Path qrels = Files.writeString(folder.resolve("qrels"), randomQrels(random));
    Path run = Files.writeString(folder.resolve("run"), randomRun(random));
    Map<String, Double> expected = reference(script, qrels, run);
    Evaluation ours = Evaluation.of(Qrels.read(qrels), Run.read(run), Metrics.standard());
    assertThat(expected.remove("queries")).isEqualTo(ours.queries().size());
    assertThat(expected).containsOnlyKeys(NAMES.keySet());
    expected.forEach(
        (name, value) ->
            assertThat(ours.mean(NAMES.getOrDefault(name, name)))
                .as(name)
                .isCloseTo(value, within(5.1e-5)));
  }

  private static Map<String, Double> reference(Path script, Path qrels, Path run)
      throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder("python3", script.toString(), qrels.toString(), run.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      Assumptions.abort("no python3 to run the reference: " + e.getMessage());
      throw e;
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    String[] words = out.strip().split("\\s+");
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      values.put(words[i], Double.valueOf(words[i + 1]));
    }
    return values;
  }

  private static String randomQrels(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int query = 0; query < 60; query++) {
      int worst = random.nextInt(3);
      for (int document = random.nextInt(3); document < 150; document += random.nextInt(1, 30)) {
        int grade = worst == 0 ? 0 : random.nextInt(worst + 2);
        text.append(String.format(Locale.ROOT, "q%d 0 d%d %d%n", query, document, grade));
      }
    }
    return text.toString();
  }

  private static String randomRun(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int query = 5; query < 65; query++) {
      for (int rank = 1; rank <= random.nextInt(1, 200); rank++) {
        text.append(
            String.format(
                Locale.ROOT,
                "q%d Q0 d%d %d %s x%n",
                query,
                random.nextInt(150),
                rank / 3,
                random.nextInt(40) / 8.0));
      }
    }
    return text.toString();
  }
}
