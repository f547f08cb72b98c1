package io.xunbao.queryapi;

import io.xunbao.indexer.search.FeedbackSettings;
import io.xunbao.indexer.search.ProductSort;
import io.xunbao.queryapi.arrange.PageCursor;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What ranks the window of one search: a ranker, or two whose lists are mixed. The pages behind the
 * first one keep to what ranked that, whatever was drawn for them.
 *
 * @param rankers one, or the two arms of the experiment
 * @param seed of the mix, 0 where there is none
 * @param window hits that rankers see; beyond them the order is that of retrieval
 * @param experiment null where the search is part of none
 */
record RankingPlan(
    List<RankerName> rankers, long seed, int window, @Nullable Experiment experiment) {
  /** The experiment, and the coins or the arm that was there alone. */
  private static final Pattern FROZEN = Pattern.compile("([0-9a-f]+)([:=])(.+)");

  private static final int HEXADECIMAL = 16;

  RankingPlan {
    rankers = List.copyOf(rankers);
  }

  /**
   * The plan of a request.
   *
   * @param cursor where the page before ended; null for the first page
   * @param learned window of a learned model
   * @throws InvalidRequest where the cursor goes on with an experiment that runs no more
   */
  static RankingPlan of(SearchRequest request, @Nullable PageCursor cursor, int learned) {
    Mixing mixing = request.mixing();
    Long seed = mixing == null ? null : mixing.seed();
    if (cursor != null) {
      return cursor.mix().isEmpty()
          ? plain(request, learned)
          : frozen(cursor.mix(), mixing, learned);
    }
    return mixing == null || seed == null || request.sort() != ProductSort.RELEVANCE
        ? plain(request, learned)
        : mixed(mixing.experiment(), seed, learned);
  }

  private static RankingPlan plain(SearchRequest request, int learned) {
    List<RankerName> one = List.of(request.ranker());
    return new RankingPlan(one, 0, window(one, learned), null);
  }

  private static RankingPlan mixed(Experiment experiment, long seed, int learned) {
    return new RankingPlan(experiment.arms(), seed, window(experiment.arms(), learned), experiment);
  }

  private static RankingPlan frozen(String mix, @Nullable Mixing mixing, int learned) {
    Matcher parts = FROZEN.matcher(mix);
    if (mixing == null || !parts.matches() || !parts.group(1).equals(mark(mixing.experiment()))) {
      throw new InvalidRequest(
          "cursor-stale",
          "cursor belongs to a list of an experiment that runs no more: start again without it");
    }
    Experiment experiment = mixing.experiment();
    return parts.group(2).equals(":")
        ? mixed(experiment, Long.parseUnsignedLong(parts.group(3), HEXADECIMAL), learned)
        : alone(experiment, RankerName.valueOf(parts.group(3)), learned);
  }

  /** The plan of an experiment's search that only one arm could rank, over the same window. */
  private static RankingPlan alone(Experiment experiment, RankerName arm, int learned) {
    return new RankingPlan(List.of(arm), 0, window(experiment.arms(), learned), experiment);
  }

  private static int window(List<RankerName> rankers, int learned) {
    int usual = FeedbackSettings.DEFAULT.window();
    boolean model = rankers.contains(RankerName.LTR);
    return !model ? usual : rankers.size() == 1 ? learned : Math.max(usual, learned);
  }

  boolean mixes() {
    return rankers.size() > 1;
  }

  /**
   * What a cursor keeps of a first page, for {@link #of}.
   *
   * @param ranker what ranked it in the end
   * @param mixed whether both arms did
   */
  String frozen(RankerName ranker, boolean mixed) {
    if (experiment == null) {
      return "";
    }
    return mark(experiment)
        + (mixed ? ":" + Long.toUnsignedString(seed, HEXADECIMAL) : "=" + ranker.name());
  }

  private static String mark(Experiment experiment) {
    return PageCursor.fingerprint(experiment.name(), experiment.teams());
  }
}
