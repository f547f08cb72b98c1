package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/** Counts of fixed price ranges, each about twice as high as the one before. */
final class PriceCounts {
  /** Lower bounds in fen. */
  private static final long[] BOUNDS = {
    0, 20_00, 50_00, 100_00, 200_00, 500_00, 1_000_00, 2_000_00, 5_000_00, 10_000_00
  };

  private final long[] counts = new long[BOUNDS.length];

  /** The ranges that hold products, cheapest first. */
  List<Facets.PriceRange> ranges() {
    List<Facets.PriceRange> ranges = new ArrayList<>();
    for (int i = 0; i < BOUNDS.length; i++) {
      if (counts[i] > 0) {
        Long max = i + 1 < BOUNDS.length ? (Long) (BOUNDS[i + 1] - 1) : null;
        ranges.add(new Facets.PriceRange(BOUNDS[i], max, counts[i]));
      }
    }
    return ranges;
  }

  Leaf leaf(LeafReader reader, ProductFilter filter) throws IOException {
    return new Leaf(DocValues.getNumeric(reader, IndexSchema.PRICE), filter);
  }

  /** One segment. */
  final class Leaf {
    private static final int UNKNOWN = -1;

    private final NumericDocValues prices;
    private final boolean filtered;
    private final long min;
    private final long max;
    private int range;

    private Leaf(NumericDocValues prices, ProductFilter filter) {
      this.prices = prices;
      Long lowest = filter.minPriceFen();
      Long highest = filter.maxPriceFen();
      this.filtered = lowest != null || highest != null;
      this.min = lowest == null ? 0 : lowest;
      this.max = highest == null ? Long.MAX_VALUE : highest;
    }

    /** Reads a document's price. Returns whether it passes the price filter. */
    boolean load(int document) throws IOException {
      if (!prices.advanceExact(document)) {
        range = UNKNOWN;
        return !filtered;
      }
      long price = prices.longValue();
      range = BOUNDS.length - 1;
      while (range > 0 && price < BOUNDS[range]) {
        range--;
      }
      return price >= min && price <= max;
    }

    void count() {
      if (range != UNKNOWN) {
        counts[range]++;
      }
    }
  }
}
