package io.xunbao.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.NothingPublishedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveIndexTest {
  private static final int PRODUCTS = 40;
  private static final int SWAPS = 50;

  @TempDir Path folder;

  @Test
  void open_nothingPublished_saysSo() {
    assertThatThrownBy(() -> LiveIndex.open(IndexDirectory.at(folder)))
        .isInstanceOf(NothingPublishedException.class);
  }

  @Test
  void acquire_afterClose_isRefused() throws IOException {
    try (TestIndex index = new TestIndex(folder)) {
      index.publish(version(0));
      LiveIndex live = LiveIndex.open(index.directory());
      live.close();

      assertThatThrownBy(live::acquire).isInstanceOf(AlreadyClosedException.class);
    }
  }

  @Test
  void refresh_leaseHeld_keepsItsSnapshot() throws IOException {
    try (TestIndex index = new TestIndex(folder)) {
      index.publish(version(0));
      try (LiveIndex live = LiveIndex.open(index.directory());
          LiveIndex.Lease before = live.acquire()) {
        index.publish(version(1));

        assertThat(live.refresh()).isPresent();
        assertThat(live.refresh()).isEmpty();
        assertThat(titles(before)).allMatch(title -> title.endsWith("版本0"));
        try (LiveIndex.Lease after = live.acquire()) {
          assertThat(titles(after)).hasSize(PRODUCTS).allMatch(title -> title.endsWith("版本1"));
        }
      }
    }
  }

  @Test
  void refresh_fiftySwapsUnderLoad_failsAndMixesNothing() throws Exception {
    try (TestIndex index = new TestIndex(folder)) {
      index.publish(version(0));
      try (LiveIndex live = LiveIndex.open(index.directory());
          ExecutorService shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
        AtomicBoolean open = new AtomicBoolean(true);
        List<Future<Integer>> searches = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          searches.add(shoppers.submit(() -> searchWhile(open, live)));
        }
        for (int swap = 1; swap <= SWAPS; swap++) {
          index.publish(version(swap));
          assertThat(live.refresh()).isPresent();
        }
        open.set(false);
        for (Future<Integer> search : searches) {
          assertThat(search.get()).isPositive();
        }
      }
    }
  }

  private static int searchWhile(AtomicBoolean open, LiveIndex live) throws IOException {
    int done = 0;
    while (open.get() || done == 0) {
      try (LiveIndex.Lease lease = live.acquire()) {
        List<String> titles = titles(lease);
        assertThat(titles).hasSize(PRODUCTS);
        assertThat(titles.stream().map(t -> t.substring(t.indexOf("版本"))).distinct()).hasSize(1);
      }
      done++;
    }
    return done;
  }

  private static List<String> titles(LiveIndex.Lease lease) throws IOException {
    List<String> titles = new ArrayList<>();
    for (Hit hit : lease.searcher().retrieve(ProductQuery.of("连衣裙", PRODUCTS * 2)).hits()) {
      titles.add(lease.searcher().product(hit).title());
    }
    return titles;
  }

  /** All products in one version. */
  private static List<Product> version(int number) {
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      products.add(TestIndex.product("p" + i, "连衣裙 " + i + " 版本" + number));
    }
    return products;
  }
}
