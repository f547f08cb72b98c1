package io.xunbao.indexer.quality;

import io.xunbao.indexer.catalog.RecordDefect;
import io.xunbao.indexer.catalog.SourcePosition;
import io.xunbao.indexer.quality.QualityReport.RuleCount;
import io.xunbao.indexer.quality.QualityReport.Sample;
import io.xunbao.indexer.quality.rule.Rule;
import io.xunbao.indexer.quality.rule.Rules;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts findings by rule and keeps the first of each as samples. */
final class RuleTally {
  private static final int SAMPLES = 5;
  private static final int SAMPLE_LENGTH = 300;
  private static final Map<String, String> DEFECTS =
      Map.of(
          RecordDefect.MALFORMED_CSV, "a row follows the rules of CSV",
          RecordDefect.MALFORMED_JSON, "a line is one JSON object",
          RecordDefect.COLUMN_COUNT, "a row has as many columns as the header",
          RecordDefect.INVALID_ENCODING, "a line is valid in the source's charset",
          RecordDefect.LINE_TOO_LONG, "a line is below the size limit");

  private final Map<String, Tally> tallies = new LinkedHashMap<>();

  private static final class Tally {
    private long repairs;
    private long warnings;
    private long quarantined;
    private final List<Sample> samples = new ArrayList<>();
  }

  void add(SourcePosition at, Finding finding) {
    Tally tally = tallies.computeIfAbsent(finding.rule(), rule -> new Tally());
    switch (finding.severity()) {
      case REPAIR -> tally.repairs++;
      case WARNING -> tally.warnings++;
    }
    sample(tally, at, finding.field(), finding.value(), finding.message());
  }

  void add(QuarantineRecord record) {
    Tally tally = tallies.computeIfAbsent(record.rule(), rule -> new Tally());
    tally.quarantined++;
    String value = record.value() == null && record.field() == null ? record.raw() : record.value();
    sample(tally, record.position(), record.field(), value, record.reason());
  }

  private static void sample(
      Tally tally,
      SourcePosition at,
      @Nullable String field,
      @Nullable String value,
      String message) {
    if (tally.samples.size() < SAMPLES) {
      tally.samples.add(new Sample(at.source(), at.record(), field, shortened(value), message));
    }
  }

  private static @Nullable String shortened(@Nullable String value) {
    return value == null || value.length() <= SAMPLE_LENGTH
        ? value
        : value.substring(0, SAMPLE_LENGTH) + "…";
  }

  /** Those with the most findings first. */
  List<RuleCount> counts() {
    Map<String, String> meanings = new HashMap<>(DEFECTS);
    for (Rule rule : Rules.standard(InstantSource.system())) {
      meanings.put(rule.name(), rule.meaning());
    }
    List<RuleCount> counts = new ArrayList<>();
    tallies.forEach((rule, tally) -> counts.add(count(rule, meanings.get(rule), tally)));
    counts.sort(
        Comparator.comparingLong(RuleCount::total).reversed().thenComparing(RuleCount::rule));
    return counts;
  }

  private static RuleCount count(String rule, @Nullable String meaning, Tally tally) {
    return new RuleCount(
        rule,
        meaning == null ? "" : meaning,
        tally.repairs,
        tally.warnings,
        tally.quarantined,
        List.copyOf(tally.samples));
  }
}
