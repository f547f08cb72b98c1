package io.xunbao.ranker.train;

import io.xunbao.ranker.eval.LineFormatException;
import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads LETOR files, SVMlight rows {@code grade [qid:query] feature:value ... [# comment]}.
 * Features count from 1; those that a row leaves out are 0, as the format has it. Groups come from
 * {@code qid}, or from a file of the same name with {@code .query} added that holds one size a
 * line.
 */
public final class Letor {
  /** Bounds what one hostile line can make this process allocate. */
  private static final int MAX_FEATURES = 100_000;

  private final String source;
  private final List<LetorRow> rows = new ArrayList<>();

  private Letor(String source) {
    this.source = source;
  }

  /** Reads rows whose features are those of the largest number in the file. */
  public static TrainingSet read(Path file) throws IOException {
    return read(file, 0);
  }

  /**
   * Reads rows.
   *
   * @param columns number of features; 0 takes the largest number in the file
   * @throws LineFormatException where a line breaks the format
   */
  public static TrainingSet read(Path file, int columns) throws IOException {
    Letor letor = new Letor(file.toString());
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String text = line.strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          letor.rows.add(LetorRow.parse(text, letor.source, number, MAX_FEATURES));
        }
      }
    }
    if (letor.rows.isEmpty()) {
      throw new LineFormatException(letor.source, 1, "a LETOR file must hold rows, got none");
    }
    return letor.set(file, columns);
  }

  private TrainingSet set(Path file, int columns) throws IOException {
    int largest = rows.stream().mapToInt(LetorRow::largest).max().orElse(0);
    int count = columns == 0 ? Math.max(1, largest) : columns;
    if (largest > count) {
      LetorRow row = rows.stream().filter(r -> r.largest() > count).findFirst().orElseThrow();
      throw new LineFormatException(
          source, row.line(), "feature must be <= " + count + ", got " + row.largest());
    }
    double[] values = new double[Math.multiplyExact(rows.size(), count)];
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).fill(values, i * count);
    }
    Path sizes = file.resolveSibling(file.getFileName() + ".query");
    boolean byFile = Files.exists(sizes) && rows.getFirst().query().isEmpty();
    LetorGroups groups =
        byFile ? LetorGroups.read(sizes, rows.size()) : LetorGroups.of(rows, source, sizes);
    return new TrainingSet(
        new FeatureMatrix(FeatureSchema.columns(count), rows.size(), values),
        rows.stream().mapToInt(LetorRow::grade).toArray(),
        groups.names(),
        groups.sizes());
  }
}
