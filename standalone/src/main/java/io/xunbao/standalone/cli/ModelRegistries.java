package io.xunbao.standalone.cli;

import io.xunbao.queryapi.SearchModels;
import io.xunbao.ranker.blas.TunedBlas;
import io.xunbao.ranker.classify.ClassifierFiles;
import io.xunbao.ranker.embed.EmbeddingModel;
import io.xunbao.ranker.feature.ProductFeatures;
import io.xunbao.ranker.interest.InterestFiles;
import io.xunbao.ranker.interest.InterestModel;
import io.xunbao.ranker.interest.ProfileSource;
import io.xunbao.ranker.model.CurrentModel;
import io.xunbao.ranker.model.FollowedModel;
import io.xunbao.ranker.model.ModelRefused;
import io.xunbao.ranker.model.ModelRegistry;
import io.xunbao.ranker.model.RankingModels;
import io.xunbao.ranker.model.StoredModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
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
            stored -> checkRanking(stored, directory),
            ClassifierFiles.KIND,
            ClassifierFiles::load,
            InterestModel.KIND,
            InterestFiles::load,
            EmbeddingModel.KIND,
            stored -> EmbeddingModel.open(stored.directory())));
  }

  /** A model whose likeness is of another embedding than serves would rank by wrong numbers. */
  private static void checkRanking(StoredModel stored, Path directory) throws IOException {
    RankingModels.load(stored);
    Optional<String> served =
        new ModelRegistry(directory, Clock.systemUTC(), Map.of())
            .currentVersion(EmbeddingModel.KIND);
    Optional<String> misfit = stored.card().misfit(served);
    if (misfit.isPresent()) {
      throw new ModelRefused(misfit.get());
    }
  }

  /** What serves product search out of a registry; words alone without one. */
  static SearchModels serving(@Nullable Path directory) {
    if (directory == null) {
      return SearchModels.NONE;
    }
    ModelRegistry registry = open(directory);
    return new SearchModels(
        new CurrentModel(registry, ProductFeatures.schema()),
        new FollowedModel<>(
            registry, EmbeddingModel.KIND, stored -> EmbeddingModel.openTexts(stored.directory())),
        new FollowedModel<>(registry, InterestModel.KIND, InterestFiles::load),
        ProfileSource.NONE,
        TunedBlas.start());
  }
}
