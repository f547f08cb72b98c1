package io.xunbao.ranker.recommend;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.interest.Blends;
import io.xunbao.ranker.interest.Blends.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What shoppers do on the last day, asked of all that happened before. The blend's weights are
 * tuned on the day before the last, with models that were trained on what came before that; then
 * all methods are trained again on everything before the last day.
 *
 * <p>The row {@code served} is the stored form of what {@code train interests} would have made of
 * the days before, read back and scored by the code that serves.
 *
 * <p>Items that a shopper saw before are candidates, except where the table says otherwise. An item
 * that nobody touched before the day that is asked for cannot be known, nor can its category: it is
 * no candidate, and counts as a miss for every method.
 */
public final class NextItemEvaluation {
  /** k of HR@k. */
  public static final int CUTOFF = 20;

  /** Of the single events of the validation day, only every n-th is used, to save memory. */
  private static final int VALIDATION_STRIDE = 5;

  private final ZoneId zone;
  private final Blas blas;

  /**
   * @param zone in which days begin and end
   */
  public NextItemEvaluation(ZoneId zone, Blas blas) {
    this.zone = zone;
    this.blas = blas;
  }

  /**
   * The tables, the headline first, and the blend's weights.
   *
   * @param heldOut the day that was asked for
   */
  public record Result(LocalDate heldOut, List<EvaluationTable> tables, Blend blend) {
    public Result {
      tables = List.copyOf(tables);
    }
  }

  /**
   * Measures.
   *
   * @throws IllegalArgumentException where the events span fewer than three days
   */
  public Result evaluate(List<BehaviourEvent> all) {
    List<BehaviourEvent> events =
        all.stream()
            .filter(event -> event.product() != null)
            .sorted(Comparator.comparing(BehaviourEvent::at))
            .toList();
    TreeSet<LocalDate> days = new TreeSet<>();
    events.forEach(event -> days.add(day(event)));
    if (days.size() < 3) {
      throw new IllegalArgumentException(
          "events of three days or more are needed (train, validate, test), got " + days.size());
    }
    LocalDate last = days.last();
    LocalDate validation = Objects.requireNonNull(days.lower(last));
    Blend tuned = tune(heldOut(events, validation));
    HeldOut asked = heldOut(events, last);
    Methods methods = Methods.forEvents(asked.before(), blas);
    Blend blend = new Blend(EvaluationTable.OURS, methods.parts(), tuned.weights());
    Blends served = served(events, last);
    return new Result(last, tables(asked, methods.with(blend), served), blend);
  }

  private HeldOut heldOut(List<BehaviourEvent> events, LocalDate day) {
    return new HeldOut(events, start(day), start(day.plusDays(1)));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** What {@code train interests} stores and serving reads, had it run before that day. */
  private Blends served(List<BehaviourEvent> events, LocalDate day) {
    Instant start = start(day);
    List<BehaviourEvent> before = events.stream().filter(e -> e.at().isBefore(start)).toList();
    ShopperBlends trained = new BlendTraining(ProductFacts.NONE, zone).shoppers(before);
    return ServedScorer.stored(BlendTraining.blends(trained, BasketBlends.NONE));
  }

  private Blend tune(HeldOut validation) {
    Methods methods = Methods.forEvents(validation.before(), blas);
    List<Case> cases = new ArrayList<>(validation.allCases(false));
    cases.addAll(validation.nextCases());
    List<Case> each = validation.eventCases(false);
    for (int i = 0; i < each.size(); i += VALIDATION_STRIDE) {
      cases.add(each.get(i));
    }
    return BlendTuner.tune(EvaluationTable.OURS, methods.parts(), cases, CUTOFF);
  }

  private static List<EvaluationTable> tables(
      HeldOut last, List<ItemScorer> methods, Blends served) {
    List<ItemScorer> all = with(methods, served, Kind.SEEN, last.items());
    return List.of(
        EvaluationTable.of(
            "any item of the shopper's last day, from all days before",
            CUTOFF,
            all,
            last.allCases(false)),
        EvaluationTable.of(
            "the first item of the last day, from all days before", CUTOFF, all, last.nextCases()),
        EvaluationTable.of(
            "each next item of the last day, from all before it (models as of the day before)",
            CUTOFF,
            all,
            last.eventCases(false)),
        EvaluationTable.of(
            "any item of the last day that is new to the shopper; seen ones are no candidates",
            CUTOFF,
            with(methods, served, Kind.NEW, last.items()),
            last.allCases(true)));
  }

  private static List<ItemScorer> with(
      List<ItemScorer> methods, Blends served, Kind kind, ItemCatalogue items) {
    return Stream.concat(
            methods.stream(),
            served.blend(kind).map(b -> ServedScorer.forShoppers(b, items)).stream())
        .toList();
  }

  private LocalDate day(BehaviourEvent event) {
    return LocalDate.ofInstant(event.at(), zone);
  }
}
