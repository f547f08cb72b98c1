package io.xunbao.ranker.eval.logged;

import io.xunbao.ranker.eval.LineFormatException;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.ImpressionJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Impressions in a file as the topic {@code impressions} has them, one a line. */
public final class LoggedImpressions {
  private LoggedImpressions() {}

  /**
   * Reads all of a file.
   *
   * @throws LineFormatException where a line is no impression
   */
  public static List<Impression> read(Path file) throws IOException {
    ImpressionJson json = new ImpressionJson();
    List<Impression> impressions = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          try {
            impressions.add(json.read(line));
          } catch (IllegalArgumentException wrong) {
            throw new LineFormatException(
                file.toString(), number, String.valueOf(wrong.getMessage()));
          }
        }
      }
    }
    return impressions;
  }
}
