package io.xunbao.queryapi.http;

import io.xunbao.indexer.search.Facets;
import io.xunbao.indexer.search.ProductFilter;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.indexer.search.TextRange;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.explain.ExplanationWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code /v1/search} on the wire.
 *
 * @param generatedData whether the index holds generated sample data
 * @param impression names this list: events that come of it carry it; absent where nothing is
 *     logged
 * @param partial whether a step was left out to keep the deadline; {@code degraded} says which
 */
record SearchBody(
    String query,
    String snapshot,
    boolean generatedData,
    String ranker,
    String sort,
    TotalBody total,
    List<HitBody> hits,
    FacetsBody facets,
    @Nullable String cursor,
    @Nullable CorrectionBody correction,
    @Nullable String impression,
    boolean partial,
    List<DegradationBody> degraded,
    List<TimingBody> timings,
    @Nullable List<TraceBody> trace) {
  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * @param words says each explanation in sentences; null where nobody asked
   */
  static SearchBody of(
      SearchRequest request,
      SearchAnswer answer,
      boolean generatedData,
      @Nullable ExplanationWords words) {
    SearchAnswer.Correction correction = answer.correction();
    return new SearchBody(
        answer.query(),
        answer.snapshot(),
        generatedData,
        answer.rankedBy(),
        SortName.of(request.sort()),
        new TotalBody(answer.total().value(), answer.total().exact()),
        answer.hits().stream().map(hit -> HitBody.of(hit, words)).toList(),
        FacetsBody.of(answer.facets(), request.filter()),
        answer.cursor(),
        correction == null
            ? null
            : new CorrectionBody(correction.typed(), correction.corrected(), correction.applied()),
        answer.impression(),
        !answer.degraded().isEmpty(),
        answer.degraded().stream().map(d -> new DegradationBody(d.step(), d.reason())).toList(),
        answer.timings().stream()
            .map(t -> new TimingBody(t.stage(), t.took().toNanos() / NANOS_PER_MILLI))
            .toList(),
        request.trace()
            ? answer.trace().stream().map(t -> new TraceBody(t.stage(), t.details())).toList()
            : null);
  }

  /** How many products match: exactly {@code value}, or at least so many. */
  record TotalBody(long value, boolean exact) {}

  /**
   * One product of the answer.
   *
   * @param highlights matching parts of the title, in UTF-16 units
   * @param why the explanation in sentences; absent unless an audience was named
   */
  record HitBody(
      int position,
      double score,
      ProductBody product,
      List<RangeBody> highlights,
      @Nullable ExplanationBody explanation,
      @Nullable List<String> why) {
    static HitBody of(SearchAnswer.RankedHit hit, @Nullable ExplanationWords words) {
      ScoreExplanation explanation = hit.explanation();
      return new HitBody(
          hit.position(),
          hit.score(),
          ProductBody.of(hit.product()),
          hit.titleHighlights().stream().map(RangeBody::of).toList(),
          explanation == null ? null : ExplanationBody.of(explanation),
          explanation == null || words == null ? null : words.sentences(explanation));
    }
  }

  /** A part of a text: from {@code start} to before {@code end}. */
  record RangeBody(int start, int end) {
    static RangeBody of(TextRange range) {
      return new RangeBody(range.start(), range.end());
    }
  }

  /** Where a score comes from; the parts add up to the value. */
  record ExplanationBody(String description, double value, List<ExplanationBody> parts) {
    static ExplanationBody of(ScoreExplanation explanation) {
      return new ExplanationBody(
          explanation.description(),
          explanation.value(),
          explanation.parts().stream().map(ExplanationBody::of).toList());
    }
  }

  /** Counts by field. */
  record FacetsBody(
      List<FacetValueBody> brand,
      List<FacetValueBody> category,
      List<FacetValueBody> shop,
      List<PriceRangeBody> price) {
    static FacetsBody of(Facets facets, ProductFilter filter) {
      return new FacetsBody(
          values(FilterSyntax.BRAND, facets.brands()),
          values(FilterSyntax.CATEGORY, facets.categories()),
          values(FilterSyntax.SHOP, facets.shops()),
          facets.prices().stream().map(range -> PriceRangeBody.of(range, filter)).toList());
    }

    private static List<FacetValueBody> values(String field, List<Facets.Value> values) {
      return values.stream()
          .map(v -> new FacetValueBody(v.value(), v.count(), v.selected(), field + ":" + v.value()))
          .toList();
    }
  }

  /**
   * One value of a facet.
   *
   * @param filter what the parameter {@code filter} takes to ask for it
   */
  record FacetValueBody(String value, long count, boolean selected, String filter) {}

  /** One price range in whole currency units, both ends inclusive, no {@code max} for no bound. */
  record PriceRangeBody(
      BigDecimal min, @Nullable BigDecimal max, long count, boolean selected, String filter) {
    static PriceRangeBody of(Facets.PriceRange range, ProductFilter filter) {
      Long max = range.maxFen();
      boolean selected =
          Objects.equals(filter.minPriceFen(), range.minFen())
              && Objects.equals(filter.maxPriceFen(), max);
      return new PriceRangeBody(
          FilterSyntax.decimal(range.minFen()),
          max == null ? null : FilterSyntax.decimal(max),
          range.count(),
          selected,
          FilterSyntax.price(range.minFen(), max));
    }
  }

  /** Another spelling; when it is applied the hits are those of {@code corrected}. */
  record CorrectionBody(String typed, String corrected, boolean applied) {}

  /** A step that was left out. */
  record DegradationBody(String step, String reason) {}

  /** How long a stage took. */
  record TimingBody(String stage, double millis) {}

  /** What a stage did. */
  record TraceBody(String stage, Map<String, String> details) {}
}
