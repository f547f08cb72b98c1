package io.xunbao.queryapi.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.interest.LiveInterests;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterestStoreTest {
  private static void assertSame(LiveInterests found, LiveInterests expected) {
    assertThat(found.at()).isEqualTo(expected.at());
    assertThat(found.profile().lasting().keySet())
        .containsExactlyInAnyOrderElementsOf(expected.profile().lasting().keySet());
    expected
        .profile()
        .lasting()
        .forEach(
            (id, weight) ->
                assertThat(found.profile().lasting().get(id)).isCloseTo(weight, within(1e-4)));
    assertThat(found.categories().keySet()).isEqualTo(expected.categories().keySet());
    assertThat(found.longTerm()[0])
        .isCloseTo(expected.longTerm()[0], within(Math.abs(expected.longTerm()[0]) / 1_000));
  }

  @Test
  void get_unknown_isEmpty() {
    try (InterestStore store = new InterestStore(10)) {
      assertThat(store.get("u~1")).isEmpty();
      assertThat(store.remove("u~1")).isFalse();
    }
  }

  /** Whatever is put and removed, the store holds what a map would. */
  @Seeded
  @Test
  void putAndRemove_anything_equalsAMap(RandomGenerator random) {
    Map<String, LiveInterests> expected = new HashMap<>();
    try (InterestStore store = new InterestStore(100_000)) {
      for (int i = 0; i < 12_000; i++) {
        String owner = "u~" + random.nextInt(3_000);
        if (random.nextInt(3) == 0) {
          assertThat(store.remove(owner)).isEqualTo(expected.remove(owner) != null);
        } else {
          LiveInterests interests = Shoppers.busy(random, 1 + random.nextInt(4));
          store.put(owner, interests);
          expected.put(owner, interests);
        }
      }
      assertThat(store.size()).isEqualTo(expected.size());
      expected.forEach((owner, interests) -> assertSame(store.get(owner).orElseThrow(), interests));
    }
  }

  @Seeded
  @Test
  void put_growingShopper_reusesItsMemory(RandomGenerator random) {
    try (InterestStore store = new InterestStore(10)) {
      LiveInterests busy = Shoppers.busy(random, 60);
      store.put("u~1", busy);
      long bytes = store.bytes();
      for (int i = 0; i < 5_000; i++) {
        store.put("u~1", busy);
      }
      assertThat(store.bytes()).isEqualTo(bytes);
    }
  }

  @Test
  void put_moreThanItMayHold_forgetsOneWhoWasAwayLong() {
    try (InterestStore store = new InterestStore(100)) {
      for (int i = 0; i < 1_000; i++) {
        store.put("u~" + i, Shoppers.buyer("p", Shoppers.NOON.plusSeconds(i)));
      }
      assertThat(store.size()).isEqualTo(100);
      assertThat(store.get("u~999")).isPresent();
      long recent = 0;
      for (int i = 800; i < 1_000; i++) {
        recent += store.get("u~" + i).isPresent() ? 1 : 0;
      }
      assertThat(recent).isGreaterThan(60);
    }
  }

  @Test
  void put_nothingKnown_forgets() {
    try (InterestStore store = new InterestStore(10)) {
      store.put("u~1", Shoppers.buyer("p", Shoppers.NOON));
      store.put("u~1", LiveInterests.none(4));
      assertThat(store.get("u~1")).isEmpty();
    }
  }

  /** Readers see one whole record, never half of two. */
  @Test
  void get_whileOthersWrite_isAlwaysWhole() throws InterruptedException {
    try (InterestStore store = new InterestStore(100_000)) {
      AtomicBoolean stop = new AtomicBoolean();
      List<Throwable> failures = new ArrayList<>();
      Thread reader =
          Thread.ofPlatform()
              .uncaughtExceptionHandler((thread, failure) -> failures.add(failure))
              .start(
                  () -> {
                    while (!stop.get()) {
                      store
                          .get("u~0")
                          .ifPresent(
                              i ->
                                  Assertions.assertThat(i.profile().lasting())
                                      .hasSize(1)
                                      .containsValue(4.0));
                    }
                  });
      for (int i = 0; i < 20_000; i++) {
        store.put("u~" + i % 2_500, Shoppers.buyer("product-" + i, Shoppers.NOON));
      }
      stop.set(true);
      reader.join();
      assertThat(failures).isEmpty();
    }
  }

  @Seeded
  @Test
  void snapshot_writtenAndRead_givesTheSame(RandomGenerator random, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("interests");
    Map<String, LiveInterests> expected = new HashMap<>();
    try (InterestStore store = new InterestStore(10_000);
        InterestStore restored = new InterestStore(10_000)) {
      for (int i = 0; i < 1_500; i++) {
        LiveInterests interests = Shoppers.busy(random, 5);
        store.put("u~" + i, interests);
        expected.put("u~" + i, interests);
      }
      InterestSnapshot.write(file, store, Map.of(0, 17L, 3, 5L));
      assertThat(InterestSnapshot.read(file, restored)).contains(Map.of(0, 17L, 3, 5L));
      assertThat(restored.size()).isEqualTo(1_500);
      expected.forEach((o, i) -> assertSame(restored.get(o).orElseThrow(), i));
    }
  }

  @Seeded
  @Test
  void snapshot_cutOrChangedAnywhere_isRefused(RandomGenerator random, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("interests");
    try (InterestStore store = new InterestStore(100)) {
      store.put("u~1", Shoppers.busy(random, 9));
      InterestSnapshot.write(file, store, Map.of(0, 1L));
    }
    byte[] good = Files.readAllBytes(file);
    for (int i = 0; i < 200; i++) {
      byte[] bad = good.clone();
      if (random.nextBoolean()) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      } else {
        bad = java.util.Arrays.copyOf(bad, random.nextInt(bad.length));
      }
      Files.write(file, bad);
      try (InterestStore store = new InterestStore(100)) {
        Assertions.assertThatThrownBy(() -> InterestSnapshot.read(file, store))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("no snapshot of interests");
      }
    }
  }
}
