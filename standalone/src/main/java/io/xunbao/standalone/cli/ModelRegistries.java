package io.xunbao.standalone.cli;

import io.xunbao.ranker.classify.ClassifierFiles;
import io.xunbao.ranker.embed.EmbeddingModel;
import io.xunbao.ranker.feature.ProductFeatures;
import io.xunbao.ranker.model.CurrentModel;
import io.xunbao.ranker.model.ModelRegistry;
import io.xunbao.ranker.model.RankingModels;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens registries with the checks that every verb holds promotions to. */
final class ModelRegistries {
  private ModelRegistries() {}

  static ModelRegistry open(Path directory) {
    return new ModelRegistry(
        directory,
        Clock.systemUTC(),
        Map.of(
            RankingModels.KIND,
            RankingModels::load,
            ClassifierFiles.KIND,
            ClassifierFiles::load,
            EmbeddingModel.KIND,
            stored -> EmbeddingModel.open(stored.directory())));
  }

  /** The ranking model that serves product search; null without a registry. */
  static @Nullable CurrentModel current(@Nullable Path directory) {
    return directory == null ? null : new CurrentModel(open(directory), ProductFeatures.schema());
  }
}
