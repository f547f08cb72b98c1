package io.xunbao.ranker.blas;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found when the backends were started: which ones work, and which one serves each size
 * class. It is shown by {@code /health} and in the log.
 *
 * @param backends every backend that was tried, working or refused
 * @param choices the winner of each size class
 * @param took how long loading, checking and measuring lasted
 */
public record BlasReport(List<Backend> backends, List<Choice> choices, Duration took) {
  public BlasReport {
    backends = List.copyOf(backends);
    choices = List.copyOf(choices);
  }

  /**
   * One backend.
   *
   * @param refused why it is not used, or the empty string where it works
   */
  public record Backend(String name, String refused) {
    /** Whether the backend loaded and agreed with plain Java. */
    public boolean works() {
      return refused.isEmpty();
    }
  }

  /**
   * The winner of one size class, at the dimension it was measured with.
   *
   * @param nanos time of one call of each working backend, in nanoseconds
   */
  public record Choice(SizeClass size, String backend, Map<String, Long> nanos) {
    public Choice {
      nanos = Map.copyOf(nanos);
    }
  }

  /** Whether a backend was refused. */
  public boolean degraded() {
    return backends.stream().anyMatch(backend -> !backend.works());
  }

  /** The same after a backend failed at work and another took over. */
  BlasReport without(String failed, String successor, String reason) {
    return new BlasReport(
        backends.stream()
            .map(b -> b.name().equals(failed) ? new Backend(failed, reason) : b)
            .toList(),
        choices.stream()
            .map(c -> c.backend().equals(failed) ? new Choice(c.size(), successor, c.nanos()) : c)
            .toList(),
        took);
  }

  /** Two or more lines for people: the backends, then the winner of each class. */
  public String describe() {
    StringBuilder text = new StringBuilder("BLAS backends:");
    for (Backend backend : backends) {
      text.append(' ')
          .append(backend.name())
          .append(backend.works() ? "" : " (refused: " + backend.refused() + ")");
    }
    for (Choice choice : choices) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n  %-12s %-10s %s",
              choice.size(),
              choice.backend(),
              micros(choice.nanos())));
    }
    return text.toString();
  }

  private static String micros(Map<String, Long> nanos) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(nanos)
        .forEach(
            (name, ns) -> text.append(String.format(Locale.ROOT, "%s %.1f us  ", name, ns / 1e3)));
    return text.toString().strip();
  }
}
