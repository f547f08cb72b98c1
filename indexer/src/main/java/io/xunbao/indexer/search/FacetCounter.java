package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Counts the facets of all products of a query in one pass. A product counts for a facet when it
 * passes the filters of all the others, so the query that feeds this collector has no filter.
 */
final class FacetCounter implements Collector {
  private static final int BRAND = 0;
  private static final int CATEGORY = 1;
  private static final int SHOP = 2;

  private final ProductFilter filter;
  private final List<KeyCounts> keys;
  private final PriceCounts prices;
  private long matching;

  FacetCounter(ProductFilter filter, ProductCaches caches) {
    this.filter = filter;
    this.keys =
        List.of(
            new KeyCounts(IndexSchema.BRAND_KEY, filter.brands(), caches.brands()),
            new KeyCounts(IndexSchema.CATEGORY_KEY, filter.categories(), caches.categories()),
            new KeyCounts(IndexSchema.SHOP_KEY, filter.shops(), caches.shops()));
    this.prices = new PriceCounts();
  }

  /** This counter for a search that runs on one thread. */
  CollectorManager<FacetCounter, FacetCounter> onOneThread() {
    return new CollectorManager<>() {
      @Override
      public FacetCounter newCollector() {
        return FacetCounter.this;
      }

      @Override
      public FacetCounter reduce(Collection<FacetCounter> collectors) {
        return FacetCounter.this;
      }
    };
  }

  /** Products that pass all filters. */
  long matching() {
    return matching;
  }

  Facets facets() {
    return new Facets(
        keys.get(BRAND).values(),
        keys.get(CATEGORY).values(),
        keys.get(SHOP).values(),
        prices.ranges());
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    List<KeyCounts.Leaf> leaves = new ArrayList<>();
    for (KeyCounts key : keys) {
      leaves.add(key.leaf(context.reader()));
    }
    return new Leaf(leaves, prices.leaf(context.reader(), filter));
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  private final class Leaf implements LeafCollector {
    private final List<KeyCounts.Leaf> keyLeaves;
    private final PriceCounts.Leaf price;

    Leaf(List<KeyCounts.Leaf> keyLeaves, PriceCounts.Leaf price) {
      this.keyLeaves = keyLeaves;
      this.price = price;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int document) throws IOException {
      int misses = price.load(document) ? 0 : 1;
      KeyCounts.Leaf missed = null;
      for (KeyCounts.Leaf key : keyLeaves) {
        if (!key.load(document)) {
          misses++;
          missed = key;
        }
      }
      if (misses == 0) {
        matching++;
        keyLeaves.forEach(KeyCounts.Leaf::count);
        price.count();
      } else if (misses == 1 && missed != null) {
        missed.count();
      } else if (misses == 1) {
        price.count();
      }
    }
  }
}
