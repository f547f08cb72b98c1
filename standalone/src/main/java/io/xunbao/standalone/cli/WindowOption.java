package io.xunbao.standalone.cli;

import io.xunbao.indexer.search.FeedbackSettings;
import io.xunbao.queryapi.SearchModels;
import picocli.CommandLine.Option;

/** How many hits a learned model ranks. */
final class WindowOption {
  @Option(
      names = "--window",
      paramLabel = "N",
      description = "Hits that --ranker ltr ranks (default: ${DEFAULT-VALUE}, as in training).")
  private int window = FeedbackSettings.DEFAULT.window();

  SearchModels of(SearchModels models) {
    if (window < 1 || window > SearchModels.MAX_WINDOW) {
      throw new CliException(
          "--window must be in 1.." + SearchModels.MAX_WINDOW + " hits, got " + window);
    }
    return models.withWindow(window);
  }
}
