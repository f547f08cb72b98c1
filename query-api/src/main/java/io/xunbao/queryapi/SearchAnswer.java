package io.xunbao.queryapi;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.Facets;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.indexer.search.TextRange;
import io.xunbao.ranker.feature.FeatureSchema;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One ranked answer.
 *
 * @param query as typed
 * @param snapshot the published index snapshot that all of it comes from
 * @param ranker what ranked it in the end; of a mixed list, the first of the two
 * @param cursor asks for the next page; null when there is none
 * @param correction what was searched in place of, or could be searched beside, the typed query
 * @param degraded the steps that were left out, empty in the normal case
 * @param timings milliseconds a stage, in the order of the stages
 * @param trace what each stage did; empty unless the request asked
 * @param served what a model ranked by; null where none did
 * @param impression names this answer in the log of impressions; null where it is not logged
 * @param mix who picked what; null where one ranker made the list
 */
public record SearchAnswer(
    String query,
    String snapshot,
    RankerName ranker,
    List<RankedHit> hits,
    Facets facets,
    Total total,
    @Nullable String cursor,
    @Nullable Correction correction,
    List<Degradation> degraded,
    List<Timing> timings,
    List<TraceStep> trace,
    @Nullable ServedFeatures served,
    @Nullable String impression,
    @Nullable Mix mix) {
  public SearchAnswer {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(snapshot, "snapshot");
    hits = List.copyOf(hits);
    degraded = List.copyOf(degraded);
    timings = List.copyOf(timings);
    trace = List.copyOf(trace);
  }

  /** An answer that no model ranked and that is not logged yet. */
  public SearchAnswer(
      String query,
      String snapshot,
      RankerName ranker,
      List<RankedHit> hits,
      Facets facets,
      Total total,
      @Nullable String cursor,
      @Nullable Correction correction,
      List<Degradation> degraded,
      List<Timing> timings,
      List<TraceStep> trace) {
    this(
        query,
        snapshot,
        ranker,
        hits,
        facets,
        total,
        cursor,
        correction,
        degraded,
        timings,
        trace,
        null,
        null,
        null);
  }

  /** The same with what a model ranked by. */
  public SearchAnswer withServed(@Nullable ServedFeatures features) {
    return with(timings, features, impression, mix);
  }

  /** The same under a name in the log. */
  public SearchAnswer withImpression(String id) {
    return with(timings, served, id, mix);
  }

  /** The same answer, given in another time. */
  public SearchAnswer withTimings(List<Timing> others) {
    return with(others, served, impression, mix);
  }

  /** The same as a list that was mixed. */
  public SearchAnswer withMix(@Nullable Mix picked) {
    return with(timings, served, impression, picked);
  }

  /** What ranked it, for people and logs. */
  public String rankedBy() {
    return mix == null ? ranker.wireName() : "mixed";
  }

  private SearchAnswer with(
      List<Timing> took,
      @Nullable ServedFeatures features,
      @Nullable String id,
      @Nullable Mix picked) {
    return new SearchAnswer(
        query,
        snapshot,
        ranker,
        hits,
        facets,
        total,
        cursor,
        correction,
        degraded,
        took,
        trace,
        features,
        id,
        picked);
  }

  /**
   * Who picked the products of a list that two rankers were mixed into.
   *
   * @param experiment its name
   * @param teams names of the two, in the order of the experiment
   * @param picks who picked each product that is shown; one behind the window was picked by nobody
   */
  public record Mix(String experiment, List<String> teams, Map<String, String> picks) {
    public Mix {
      Objects.requireNonNull(experiment, "experiment");
      teams = List.copyOf(teams);
      picks = Map.copyOf(picks);
    }
  }

  /**
   * The features of hits as the model saw them.
   *
   * @param model id of the model
   * @param schema names of the features
   * @param byProduct a row of each hit that was ranked; shared, not to be changed
   */
  public record ServedFeatures(
      String model, FeatureSchema schema, Map<String, double[]> byProduct) {
    public ServedFeatures {
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(schema, "schema");
      byProduct = Map.copyOf(byProduct);
    }
  }

  /**
   * One product of the answer.
   *
   * @param position from 1 over all pages
   * @param score of the stage that ranked it; scores of different rankers do not compare
   * @param titleHighlights the parts of the title that match, in order, without overlaps
   * @param explanation where the score comes from; null unless the request asked
   */
  public record RankedHit(
      int position,
      Product product,
      double score,
      List<TextRange> titleHighlights,
      @Nullable ScoreExplanation explanation) {
    public RankedHit {
      Objects.requireNonNull(product, "product");
      titleHighlights = List.copyOf(titleHighlights);
    }
  }

  /**
   * How many products match.
   *
   * @param exact whether {@code value} is the number itself; otherwise there are at least so many
   */
  public record Total(long value, boolean exact) {}

  /**
   * Another spelling of the query.
   *
   * @param typed what the shopper typed
   * @param corrected what was meant
   * @param applied whether the hits are those of {@code corrected}; otherwise it is a suggestion
   */
  public record Correction(String typed, String corrected, boolean applied) {}

  /**
   * A step that was left out or cut short.
   *
   * @param step stable name, such as {@code facets} or {@code ltr}
   * @param reason in words
   */
  public record Degradation(String step, String reason) {}

  /** How long a stage took. */
  public record Timing(String stage, Duration took) {}

  /**
   * What one stage did.
   *
   * @param stage such as {@code understand.segment}
   * @param details values by name, in order
   */
  public record TraceStep(String stage, Map<String, String> details) {
    public TraceStep {
      details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
  }
}
