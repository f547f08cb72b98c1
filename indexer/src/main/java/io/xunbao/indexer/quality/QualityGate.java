package io.xunbao.indexer.quality;

import io.xunbao.indexer.catalog.MappingException;
import io.xunbao.indexer.catalog.Nearest;
import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.ProductMapper;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordDefect;
import io.xunbao.indexer.catalog.RuleMode;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.quality.rule.Rule;
import io.xunbao.indexer.quality.rule.Rules;
import io.xunbao.indexer.quality.rule.Verdict;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides about source records one by one: maps each to a draft, asks the rules in order, applies
 * their repairs, and refuses at the first refusal. It never throws for what a record holds. For one
 * thread; make one for each.
 */
public final class QualityGate {
  private final ProductMapper mapper;
  private final List<Rule> rules;
  private final Map<String, RuleMode> modes;

  /**
   * @param rules in the order in which they are asked
   * @throws MappingException if the mapping names a rule that there is not, or wants to do without
   *     one that must be
   */
  public QualityGate(ProductMapping mapping, List<Rule> rules) {
    this.mapper = mapping.mapper();
    this.rules = List.copyOf(rules);
    this.modes = mapping.rules();
    modes.forEach(this::requireAllowed);
  }

  /** The gate with the standard rules and the system's clock. */
  public static QualityGate of(ProductMapping mapping) {
    return new QualityGate(mapping, Rules.standard(InstantSource.system()));
  }

  /** Accepts or refuses one record. */
  public Outcome check(SourceRecord record) {
    RecordDefect defect = record.defect();
    if (defect != null) {
      return refused(record, defect.rule(), null, defect.value(), defect.reason());
    }
    ProductDraft draft = mapper.map(record);
    List<Finding> findings = List.of();
    for (Rule rule : rules) {
      @Nullable RuleMode mode = modes.get(rule.name());
      if (mode == RuleMode.OFF) {
        continue;
      }
      for (Verdict verdict : rule.check(draft)) {
        if (isRefusal(verdict, mode)) {
          return refused(record, rule.name(), verdict.field(), verdict.value(), message(verdict));
        }
        findings = findings.isEmpty() ? new ArrayList<>(4) : findings;
        findings.add(apply(rule, verdict, mode, draft));
      }
    }
    return new Outcome.Accepted(draft.toProduct(), findings);
  }

  private static boolean isRefusal(Verdict verdict, @Nullable RuleMode mode) {
    return mode == RuleMode.QUARANTINE || (mode == null && verdict instanceof Verdict.Refusal);
  }

  private static Finding apply(
      Rule rule, Verdict verdict, @Nullable RuleMode mode, ProductDraft draft) {
    Severity severity = Severity.WARNING;
    if (verdict instanceof Verdict.Repair repair && mode == null) {
      repair.change().accept(draft);
      severity = Severity.REPAIR;
    }
    return new Finding(rule.name(), severity, verdict.field(), verdict.value(), message(verdict));
  }

  private static String message(Verdict verdict) {
    return verdict.field() + " " + verdict.message();
  }

  private static Outcome refused(
      SourceRecord record,
      String rule,
      @Nullable String field,
      @Nullable String value,
      String reason) {
    return new Outcome.Quarantined(
        new QuarantineRecord(
            record.position(), record.raw(), rule, field, value, reason, record.header()));
  }

  private void requireAllowed(String name, RuleMode mode) {
    List<String> names = rules.stream().map(Rule::name).toList();
    Rule rule =
        rules.stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new MappingException(
                        String.format(
                            Locale.ROOT,
                            "the mapping's `rules` name '%s', which there is not; %s",
                            name,
                            Nearest.hint(name, names))));
    if (!rule.isOptional() && mode != RuleMode.QUARANTINE) {
      throw new MappingException(
          String.format(
              Locale.ROOT,
              "the rule '%s' (%s) cannot be set to %s: the index could not hold such a product",
              name,
              rule.meaning(),
              mode));
    }
  }
}
