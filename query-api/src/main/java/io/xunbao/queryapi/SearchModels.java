package io.xunbao.queryapi;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.indexer.search.FeedbackSettings;
import io.xunbao.queryapi.recommend.Learned;
import io.xunbao.queryapi.vectors.CatalogueVectors;
import io.xunbao.ranker.blas.TunedBlas;
import io.xunbao.ranker.embed.TextSpace;
import io.xunbao.ranker.interest.InterestModel;
import io.xunbao.ranker.interest.ProfileSource;
import io.xunbao.ranker.interest.UserProfile;
import io.xunbao.ranker.model.CurrentModel;
import io.xunbao.ranker.model.FollowedModel;
import io.xunbao.ranker.model.FollowedModel.Loaded;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service ranks with beside words. Each may be absent: then the rankers that need it answer
 * by the next best one and say so.
 *
 * @param ranking learned ranking; null for none
 * @param embeddings word vectors; null for none
 * @param interests what behaviour said up to a moment; null for nothing
 * @param live what is known of shoppers right now, asked before {@code interests}
 * @param blas carries out the products of vectors; null where there are no vectors
 * @param window hits that a learned model ranks, 1 to {@value #MAX_WINDOW}
 */
public record SearchModels(
    @Nullable CurrentModel ranking,
    @Nullable FollowedModel<TextSpace> embeddings,
    @Nullable FollowedModel<InterestModel> interests,
    ProfileSource live,
    @Nullable TunedBlas blas,
    int window) {
  /** A page behind the window still fits what may be retrieved at once. */
  public static final int MAX_WINDOW = 800;

  /** Words alone. */
  public static final SearchModels NONE =
      new SearchModels(null, null, null, ProfileSource.NONE, null);

  public SearchModels {
    Objects.requireNonNull(live, "live");
    if (window < 1 || window > MAX_WINDOW) {
      throw new IllegalArgumentException(
          "window must be in 1.." + MAX_WINDOW + " hits, got " + window);
    }
    if (embeddings != null) {
      Objects.requireNonNull(blas, "blas");
    }
  }

  /** The same with the window that models are trained on. */
  public SearchModels(
      @Nullable CurrentModel ranking,
      @Nullable FollowedModel<TextSpace> embeddings,
      @Nullable FollowedModel<InterestModel> interests,
      ProfileSource live,
      @Nullable TunedBlas blas) {
    this(ranking, embeddings, interests, live, blas, FeedbackSettings.DEFAULT.window());
  }

  /** What makes and keeps the vectors of an index; null where there are no embeddings. */
  public @Nullable CatalogueVectors vectors() {
    return embeddings == null || blas == null
        ? null
        : new CatalogueVectors(embeddings, new Segmenter(Lexicon.bundled()), blas);
  }

  /** Why newer versions that were promoted do not serve. */
  List<String> problems() {
    return Stream.of(
            ranking == null ? "" : ranking.problem(),
            embeddings == null ? "" : embeddings.problem(),
            interests == null ? "" : interests.problem())
        .filter(problem -> !problem.isEmpty())
        .toList();
  }

  /** What is known of shoppers: live first, then what was learned. */
  ProfileSource profiles() {
    return live.orElse(user -> learned().flatMap(model -> model.profile(user)));
  }

  /** What behaviour taught of a shopper and of products. */
  Learned learned(@Nullable String user) {
    return new Learned(
        user == null ? UserProfile.NONE : profiles().profile(user).orElse(UserProfile.NONE),
        learned().orElse(InterestModel.NONE));
  }

  private Optional<InterestModel> learned() {
    return interests == null ? Optional.empty() : interests.get().map(Loaded::model);
  }

  /** Looks for newly promoted models; vectors look after their own. */
  void refresh() {
    if (ranking != null) {
      ranking.refresh();
    }
    if (interests != null) {
      interests.refresh();
    }
  }

  /** The same with another source of what is known of shoppers, such as a live stream. */
  public SearchModels withLive(ProfileSource source) {
    return new SearchModels(ranking, embeddings, interests, source, blas, window);
  }

  /** The same with another window for a learned model. */
  public SearchModels withWindow(int hits) {
    return new SearchModels(ranking, embeddings, interests, live, blas, hits);
  }
}
