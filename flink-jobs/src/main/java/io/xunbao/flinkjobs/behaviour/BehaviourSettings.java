package io.xunbao.flinkjobs.behaviour;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How the behaviour job judges.
 *
 * @param keyFile file of the pseudonym key, read where the job runs; the key itself is in no job
 *     graph, checkpoint or log
 * @param memory how long ids of events are remembered; what is older when it arrives cannot be
 *     checked for duplicates and is turned away as {@code clock.late}
 * @param outOfOrder how much events may swap places before the later ones count as late
 * @param idle after how long without events a partition no longer holds the others back
 * @param sessionGap how long a shopper may pause within one visit
 */
public record BehaviourSettings(
    String keyFile,
    ClockLimits clocks,
    Duration memory,
    Duration outOfOrder,
    Duration idle,
    Duration sessionGap,
    BotRules bots)
    implements Serializable {
  public BehaviourSettings {
    Objects.requireNonNull(keyFile, "keyFile");
    Objects.requireNonNull(clocks, "clocks");
    Objects.requireNonNull(bots, "bots");
    requirePositive("memory", memory);
    requirePositive("outOfOrder", outOfOrder);
    requirePositive("idle", idle);
    requirePositive("sessionGap", sessionGap);
  }

  /** Ids for a day, a minute out of order, visits end after half an hour. */
  public static BehaviourSettings defaults(Path keyFile) {
    return new BehaviourSettings(
        keyFile.toString(),
        ClockLimits.DEFAULT,
        Duration.ofDays(1),
        Duration.ofMinutes(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(30),
        BotRules.DEFAULT);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be > 0, got " + value);
    }
  }
}
