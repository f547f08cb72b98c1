package io.xunbao.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@Seeded
class FeedBudgetTest {
  private static final long LONGEST = 64 * 1024;

  private final FeedBudget budget = new FeedBudget(LONGEST);

  @Test
  void tryTake_bodiesOfUnknownLength_countAsTheLongest() {
    Deque<FeedBudget.Room> taken = new ArrayDeque<>();
    for (int i = 0; i < FeedBudget.BODIES; i++) {
      taken.add(budget.tryTake(OptionalLong.empty()).orElseThrow());
    }
    assertThat(budget.tryTake(OptionalLong.of(1))).isEmpty();
    taken.pop().close();
    assertThat(budget.tryTake(OptionalLong.of(LONGEST * 100))).isPresent();
    assertThat(budget.tryTake(OptionalLong.of(1))).isEmpty();
  }

  @Test
  void tryTake_anyRequests_neverHoldMoreThanTheBoundAndGiveAllBack(RandomGenerator random) {
    Deque<FeedBudget.Room> open = new ArrayDeque<>();
    Deque<Long> sizes = new ArrayDeque<>();
    long held = 0;
    for (int i = 0; i < 2_000; i++) {
      if (random.nextInt(3) > 0) {
        long size = random.nextLong(1, LONGEST + 1);
        Optional<FeedBudget.Room> room = budget.tryTake(OptionalLong.of(size));
        if (room.isPresent()) {
          open.add(room.get());
          sizes.add(size);
          held += size;
        }
        assertThat(held).isLessThanOrEqualTo(FeedBudget.BODIES * LONGEST);
      } else if (!open.isEmpty()) {
        open.pop().close();
        held -= sizes.pop();
      }
    }
    open.forEach(FeedBudget.Room::close);
    for (int i = 0; i < FeedBudget.BODIES; i++) {
      assertThat(budget.tryTake(OptionalLong.empty())).isPresent();
    }
  }
}
