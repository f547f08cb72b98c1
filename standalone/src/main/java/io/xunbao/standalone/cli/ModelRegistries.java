package io.xunbao.standalone.cli;

import io.xunbao.ranker.model.ModelRegistry;
import io.xunbao.ranker.model.RankingModels;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Opens registries with the checks that every verb holds promotions to. */
final class ModelRegistries {
  private ModelRegistries() {}

  static ModelRegistry open(Path directory) {
    return new ModelRegistry(
        directory, Clock.systemUTC(), Map.of(RankingModels.KIND, RankingModels::load));
  }
}
