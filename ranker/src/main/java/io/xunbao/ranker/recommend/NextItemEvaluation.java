package io.xunbao.ranker.recommend;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.feedback.BehaviourEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What shoppers do on the last day, asked of all that happened before. The blend's weights are
 * tuned on the day before the last, with models that were trained on what came before that; then
 * all methods are trained again on everything before the last day.
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
    Blend tuned = tune(new Day(events, validation));
    Day asked = new Day(events, last);
    Methods methods = Methods.forEvents(asked.before(), blas);
    Blend blend = new Blend("ours (blend)", methods.parts(), tuned.weights());
    return new Result(last, tables(asked, methods.with(blend)), blend);
  }

  private Blend tune(Day validation) {
    Methods methods = Methods.forEvents(validation.before(), blas);
    List<Case> cases = new ArrayList<>(validation.dayCases(false));
    cases.addAll(validation.nextCases());
    List<Case> each = validation.eventCases();
    for (int i = 0; i < each.size(); i += VALIDATION_STRIDE) {
      cases.add(each.get(i));
    }
    return new BlendTuner(cases, CUTOFF).tune("ours (blend)", methods.parts());
  }

  private static List<EvaluationTable> tables(Day last, List<ItemScorer> methods) {
    return List.of(
        EvaluationTable.of(
            "any item of the shopper's last day, from all days before",
            CUTOFF,
            methods,
            last.dayCases(false)),
        EvaluationTable.of(
            "the first item of the last day, from all days before",
            CUTOFF,
            methods,
            last.nextCases()),
        EvaluationTable.of(
            "each next item of the last day, from all before it (models as of the day before)",
            CUTOFF,
            methods,
            last.eventCases()),
        EvaluationTable.of(
            "any item of the last day that is new to the shopper; seen ones are no candidates",
            CUTOFF,
            methods,
            last.dayCases(true)));
  }

  private LocalDate day(BehaviourEvent event) {
    return LocalDate.ofInstant(event.at(), zone);
  }

  /** A day that is asked for, with the items that were known when it began, by shopper. */
  private final class Day {
    private final Instant start;
    private final Instant end;
    private final ItemCatalogue items;
    private final Map<String, List<Action>> byUser;

    Day(List<BehaviourEvent> events, LocalDate day) {
      start = day.atStartOfDay(zone).toInstant();
      end = day.plusDays(1).atStartOfDay(zone).toInstant();
      items =
          Events.catalogue(events.stream().filter(event -> event.at().isBefore(start)).toList());
      byUser = Events.byUser(events, items);
    }

    private static List<Action> known(List<Action> actions) {
      return actions.stream().filter(action -> action.item() != Case.UNKNOWN).toList();
    }

    private History before(List<Action> actions) {
      return new History(
          actions.stream().filter(action -> action.at().isBefore(start)).toList(), start);
    }

    private List<Action> during(List<Action> actions) {
      return actions.stream()
          .filter(action -> !action.at().isBefore(start) && action.at().isBefore(end))
          .toList();
    }

    TrainingData before() {
      return new TrainingData(
          items,
          byUser.values().stream()
              .map(this::before)
              .filter(history -> !history.actions().isEmpty())
              .toList());
    }

    /** One case a shopper: everything before the day, and the items of the day. */
    List<Case> dayCases(boolean newOnly) {
      List<Case> cases = new ArrayList<>();
      byUser.forEach(
          (user, actions) -> {
            History history = before(actions);
            Set<Integer> seen = newOnly ? items(history.actions()) : Set.of();
            Set<Integer> answers = items(during(actions));
            answers.removeAll(seen);
            if (!history.actions().isEmpty() && !answers.isEmpty()) {
              cases.add(new Case(user, history, answers, seen));
            }
          });
      return cases;
    }

    List<Case> nextCases() {
      List<Case> cases = new ArrayList<>();
      byUser.forEach(
          (user, actions) -> {
            History history = before(actions);
            List<Action> next = during(actions);
            if (!history.actions().isEmpty() && !next.isEmpty()) {
              cases.add(new Case(user, history, Set.of(next.getFirst().item()), Set.of()));
            }
          });
      return cases;
    }

    List<Case> eventCases() {
      List<Case> cases = new ArrayList<>();
      byUser.forEach(
          (user, actions) -> {
            for (int i = 1; i < actions.size(); i++) {
              Action action = actions.get(i);
              if (!action.at().isBefore(start) && action.at().isBefore(end)) {
                History history = new History(known(actions.subList(0, i)), action.at());
                cases.add(new Case(user, history, Set.of(action.item()), Set.of()));
              }
            }
          });
      return cases;
    }

    private static Set<Integer> items(List<Action> actions) {
      Set<Integer> distinct = new LinkedHashSet<>();
      actions.forEach(action -> distinct.add(action.item()));
      return distinct;
    }
  }
}
