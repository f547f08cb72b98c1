package io.xunbao.indexer.quality.report;

import io.xunbao.indexer.quality.QualityReport;
import tools.jackson.databind.json.JsonMapper;

/** The report as one JSON object, whose fields are those of {@link QualityReport}. */
public final class JsonReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonReport() {}

  public static String render(QualityReport report) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }
}
