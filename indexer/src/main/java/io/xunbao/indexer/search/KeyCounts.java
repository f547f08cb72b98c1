package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Counts of the exact values of one key field. */
final class KeyCounts {
  private static final int SHOWN = 20;

  private static final Comparator<Facets.Value> BY_COUNT =
      Comparator.comparingLong(Facets.Value::count).reversed().thenComparing(Facets.Value::value);

  private final String field;
  private final Set<String> selected;
  private final Map<String, Long> counts = new HashMap<>();

  KeyCounts(String field, List<String> selected) {
    this.field = field;
    this.selected = Set.copyOf(selected);
  }

  /** The most frequent values, and all that are selected, by falling count, then by name. */
  List<Facets.Value> values() {
    PriorityQueue<Facets.Value> most = new PriorityQueue<>(SHOWN + 1, BY_COUNT.reversed());
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      Facets.Value least = most.peek();
      if (least == null || most.size() < SHOWN || count.getValue() >= least.count()) {
        most.add(value(count.getKey()));
        if (most.size() > SHOWN) {
          most.remove();
        }
      }
    }
    List<Facets.Value> values = new ArrayList<>(most);
    values.sort(BY_COUNT);
    selected.stream()
        .map(this::value)
        .filter(value -> !most.contains(value))
        .sorted(BY_COUNT)
        .forEach(values::add);
    return values;
  }

  private Facets.Value value(String value) {
    return new Facets.Value(value, counts.getOrDefault(value, 0L), selected.contains(value));
  }

  Leaf leaf(LeafReader reader) throws IOException {
    return new Leaf(DocValues.getSortedSet(reader, field));
  }

  /** The counts of one segment, by ordinal, added to the whole at its end. */
  final class Leaf {
    private final SortedSetDocValues values;
    private final @Nullable SortedDocValues single;
    private final FixedBitSet chosen;
    private final int[] countByOrdinal;
    private long[] ordinals = new long[8];
    private int size;

    private Leaf(SortedSetDocValues values) throws IOException {
      this.values = values;
      this.single = DocValues.unwrapSingleton(values);
      this.countByOrdinal = new int[Math.toIntExact(values.getValueCount())];
      this.chosen = new FixedBitSet(Math.max(1, countByOrdinal.length));
      for (String value : selected) {
        long ordinal = values.lookupTerm(new BytesRef(value));
        if (ordinal >= 0) {
          chosen.set((int) ordinal);
        }
      }
    }

    /** Reads a document's values. Returns whether they pass this facet's filter. */
    boolean load(int document) throws IOException {
      size = 0;
      boolean passes = selected.isEmpty();
      if (single != null) {
        if (single.advanceExact(document)) {
          size = 1;
          ordinals[0] = single.ordValue();
          passes |= chosen.get((int) ordinals[0]);
        }
        return passes;
      }
      if (values.advanceExact(document)) {
        size = values.docValueCount();
        if (size > ordinals.length) {
          ordinals = Arrays.copyOf(ordinals, size * 2);
        }
        for (int i = 0; i < size; i++) {
          ordinals[i] = values.nextOrd();
          passes |= chosen.get((int) ordinals[i]);
        }
      }
      return passes;
    }

    void count() {
      for (int i = 0; i < size; i++) {
        countByOrdinal[(int) ordinals[i]]++;
      }
    }

    void finish() throws IOException {
      for (int ordinal = 0; ordinal < countByOrdinal.length; ordinal++) {
        if (countByOrdinal[ordinal] > 0) {
          counts.merge(
              values.lookupOrd(ordinal).utf8ToString(), (long) countByOrdinal[ordinal], Long::sum);
        }
      }
    }
  }
}
