package io.xunbao.ranker.recommend;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.feedback.BehaviourEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
 * that nobody touched before the last day cannot be known: it counts as a miss for every method.
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
    Log log = new Log(events);
    Blend tuned = tune(log, validation);
    Methods methods = Methods.forEvents(log.before(last), blas);
    Blend blend = new Blend("ours (blend)", methods.parts(), tuned.weights());
    List<ItemScorer> compared = methods.with(blend);
    return new Result(last, tables(log, last, compared), blend);
  }

  private Blend tune(Log log, LocalDate validation) {
    Methods methods = Methods.forEvents(log.before(validation), blas);
    List<Case> cases = new ArrayList<>(log.dayCases(validation, false));
    cases.addAll(log.nextCases(validation));
    List<Case> each = log.eventCases(validation);
    for (int i = 0; i < each.size(); i += VALIDATION_STRIDE) {
      cases.add(each.get(i));
    }
    return new BlendTuner(cases, CUTOFF).tune("ours (blend)", methods.parts());
  }

  private static List<EvaluationTable> tables(Log log, LocalDate last, List<ItemScorer> methods) {
    return List.of(
        EvaluationTable.of(
            "any item of the shopper's last day, from all days before",
            CUTOFF,
            methods,
            log.dayCases(last, false)),
        EvaluationTable.of(
            "the first item of the last day, from all days before",
            CUTOFF,
            methods,
            log.nextCases(last)),
        EvaluationTable.of(
            "each next item of the last day, from all before it (models as of the day before)",
            CUTOFF,
            methods,
            log.eventCases(last)),
        EvaluationTable.of(
            "any item of the last day that is new to the shopper; seen ones are no candidates",
            CUTOFF,
            methods,
            log.dayCases(last, true)));
  }

  private LocalDate day(BehaviourEvent event) {
    return LocalDate.ofInstant(event.at(), zone);
  }

  /** The events as actions of numbered items, by shopper and in the order of time. */
  private final class Log {
    private final ItemCatalogue items;
    private final Map<String, List<Action>> byUser = new LinkedHashMap<>();

    Log(List<BehaviourEvent> events) {
      items = Events.catalogue(events);
      byUser.putAll(Events.byUser(events, items));
    }

    private Instant start(LocalDate day) {
      return day.atStartOfDay(zone).toInstant();
    }

    private List<Action> between(List<Action> actions, Instant from, Instant to) {
      return actions.stream()
          .filter(action -> !action.at().isBefore(from) && action.at().isBefore(to))
          .toList();
    }

    TrainingData before(LocalDate day) {
      Instant start = start(day);
      return new TrainingData(
          items,
          byUser.values().stream()
              .map(actions -> new History(between(actions, Instant.MIN, start), start))
              .filter(history -> !history.actions().isEmpty())
              .toList());
    }

    /** One case a shopper: everything before the day, and the items of the day. */
    List<Case> dayCases(LocalDate day, boolean newOnly) {
      Instant start = start(day);
      List<Case> cases = new ArrayList<>();
      byUser.forEach(
          (user, actions) -> {
            History history = new History(between(actions, Instant.MIN, start), start);
            Set<Integer> seen = newOnly ? items(history.actions()) : Set.of();
            Set<Integer> answers = items(between(actions, start, start(day.plusDays(1))));
            answers.removeAll(seen);
            if (!history.actions().isEmpty() && !answers.isEmpty()) {
              cases.add(new Case(user, history, answers, seen));
            }
          });
      return cases;
    }

    List<Case> nextCases(LocalDate day) {
      Instant start = start(day);
      List<Case> cases = new ArrayList<>();
      byUser.forEach(
          (user, actions) -> {
            History history = new History(between(actions, Instant.MIN, start), start);
            List<Action> next = between(actions, start, start(day.plusDays(1)));
            if (!history.actions().isEmpty() && !next.isEmpty()) {
              cases.add(new Case(user, history, Set.of(next.getFirst().item()), Set.of()));
            }
          });
      return cases;
    }

    List<Case> eventCases(LocalDate day) {
      Instant start = start(day);
      Instant end = start(day.plusDays(1));
      List<Case> cases = new ArrayList<>();
      byUser.forEach(
          (user, actions) -> {
            for (int i = 1; i < actions.size(); i++) {
              Action action = actions.get(i);
              if (!action.at().isBefore(start) && action.at().isBefore(end)) {
                History history = new History(actions.subList(0, i), action.at());
                cases.add(new Case(user, history, Set.of(action.item()), Set.of()));
              }
            }
          });
      return cases;
    }

    private Set<Integer> items(List<Action> actions) {
      Set<Integer> distinct = new LinkedHashSet<>();
      actions.forEach(action -> distinct.add(action.item()));
      return distinct;
    }
  }
}
