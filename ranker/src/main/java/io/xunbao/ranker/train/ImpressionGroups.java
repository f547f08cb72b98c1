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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Training groups as the streams log them: JSON, an impression a line, with the features that it
 * was served with. All lines of a file have one schema; a line of another was served by other
 * formulas and is refused.
 *
 * @param schema the features of every row
 * @param groups the impressions by time, then by id
 */
public record ImpressionGroups(FeatureSchema schema, List<LoggedGroup> groups) {
  /** Above this a rarely examined position would drown all others. */
  private static final double MOST_WEIGHT = 10;

  public ImpressionGroups {
    groups = List.copyOf(groups);
  }

  /**
   * Reads a file.
   *
   * @throws LineFormatException where a line breaks the format, has another schema, or repeats an
   *     impression
   */
  public static ImpressionGroups read(Path file) throws IOException {
    List<LoggedGroup> groups = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    FeatureSchema schema = null;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          try {
            LoggedGroup group = JsonMapper.shared().readValue(line, LoggedGroup.class);
            schema = same(schema, group);
            if (!seen.add(group.impression())) {
              throw new IllegalArgumentException(
                  "impression " + group.impression() + " was there before; keep one line");
            }
            groups.add(group);
          } catch (JacksonException | IllegalArgumentException e) {
            throw new LineFormatException(file.toString(), number, reason(e));
          }
        }
      }
    }
    if (schema == null) {
      throw new LineFormatException(file.toString(), 1, "a file of groups must have a line");
    }
    groups.sort(Comparator.comparing(LoggedGroup::at).thenComparing(LoggedGroup::impression));
    return new ImpressionGroups(schema, groups);
  }

  private static String reason(RuntimeException e) {
    Throwable cause = e.getCause() instanceof IllegalArgumentException wrong ? wrong : e;
    String message = cause instanceof JacksonException json ? json.getOriginalMessage() : null;
    return String.valueOf(message == null ? cause.getMessage() : message)
        .lines()
        .findFirst()
        .orElse("");
  }

  private static FeatureSchema same(@Nullable FeatureSchema before, LoggedGroup group) {
    FeatureSchema schema = new FeatureSchema(group.features());
    if (!schema.fingerprint().equals(group.schema())) {
      throw new IllegalArgumentException(
          "schema must be the fingerprint of the features, "
              + schema.fingerprint()
              + ", got "
              + group.schema());
    }
    if (before != null && !before.equals(schema)) {
      throw new IllegalArgumentException(
          "all groups must have the schema "
              + before.fingerprint()
              + ", got "
              + group.schema()
              + "; split the file where the features changed");
    }
    return schema;
  }

  /**
   * The rows of some groups, in the order shown.
   *
   * @param weighted whether a row with a label counts for all those that were shown as low and not
   *     looked at: by one over its propensity, at most ten times
   */
  public TrainingSet rows(List<LoggedGroup> of, boolean weighted) {
    int rows = of.stream().mapToInt(group -> group.items().size()).sum();
    double[] values = new double[rows * schema.size()];
    int[] labels = new int[rows];
    float[] weights = new float[weighted ? rows : 0];
    int row = 0;
    for (LoggedGroup group : of) {
      for (LoggedGroup.Item item : group.items()) {
        for (int i = 0; i < schema.size(); i++) {
          Double value = item.features().get(i);
          values[row * schema.size() + i] = value == null ? Double.NaN : value;
        }
        labels[row] = item.label();
        if (weighted) {
          weights[row] =
              item.label() == 0 ? 1 : (float) Math.min(MOST_WEIGHT, 1 / item.propensity());
        }
        row++;
      }
    }
    return new TrainingSet(
        new FeatureMatrix(schema, rows, values),
        labels,
        of.stream().map(LoggedGroup::impression).toList(),
        of.stream().mapToInt(group -> group.items().size()).toArray(),
        weights);
  }

  /** The groups of the first part of the time, without the latest share of them. */
  public List<LoggedGroup> earlier(double latestShare) {
    return groups.subList(0, cut(latestShare));
  }

  /** The latest share of the groups. */
  public List<LoggedGroup> later(double latestShare) {
    return groups.subList(cut(latestShare), groups.size());
  }

  private int cut(double latestShare) {
    if (!(latestShare >= 0 && latestShare < 1)) {
      throw new IllegalArgumentException("the share must be in [0, 1), got " + latestShare);
    }
    int cut = (int) Math.round(groups.size() * (1 - latestShare));
    // What happened at one moment is not torn apart.
    while (cut > 0
        && cut < groups.size()
        && groups.get(cut).at().equals(groups.get(cut - 1).at())) {
      cut--;
    }
    return cut;
  }
}
