package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.LeafReader;

/** Counts of the exact values of one key field. */
final class KeyCounts {
  private static final int SHOWN = 20;

  private static final Comparator<Facets.Value> BY_COUNT =
      Comparator.comparingLong(Facets.Value::count).reversed().thenComparing(Facets.Value::value);

  private final String field;
  private final Set<String> selected;
  private final KeyNames names;

  /** By the numbers of {@link #names}. */
  private int[] counts = {};

  /** The numbers whose count is above 0. */
  private int[] counted = new int[64];

  private int size;

  KeyCounts(String field, List<String> selected, KeyNames names) {
    this.field = field;
    this.selected = Set.copyOf(selected);
    this.names = names;
  }

  /** The most frequent values, and all that are selected, by falling count, then by name. */
  List<Facets.Value> values() {
    PriorityQueue<Facets.Value> most = new PriorityQueue<>(SHOWN + 1, BY_COUNT.reversed());
    for (int i = 0; i < size; i++) {
      Facets.Value least = most.peek();
      if (least == null || most.size() < SHOWN || isBefore(counted[i], least)) {
        most.add(value(names.name(counted[i]), counts[counted[i]]));
        if (most.size() > SHOWN) {
          most.remove();
        }
      }
    }
    List<Facets.Value> values = new ArrayList<>(most);
    values.sort(BY_COUNT);
    selected.stream()
        .map(name -> value(name, count(name)))
        .filter(value -> !most.contains(value))
        .sorted(BY_COUNT)
        .forEach(values::add);
    return values;
  }

  private boolean isBefore(int number, Facets.Value other) {
    long more = counts[number] - other.count();
    return more > 0 || more == 0 && names.name(number).compareTo(other.value()) < 0;
  }

  private Facets.Value value(String name, long count) {
    return new Facets.Value(name, count, selected.contains(name));
  }

  private long count(String name) {
    int[] number = names.known(Set.of(name));
    return number.length > 0 && number[0] < counts.length ? counts[number[0]] : 0;
  }

  private void count(int number) {
    if (counts[number]++ == 0) {
      if (size == counted.length) {
        counted = Arrays.copyOf(counted, size * 2);
      }
      counted[size++] = number;
    }
  }

  Leaf leaf(LeafReader reader) throws IOException {
    KeyColumn column = names.column(reader, field);
    if (counts.length < names.size()) {
      counts = Arrays.copyOf(counts, names.size());
    }
    return new Leaf(column, names.known(selected));
  }

  /** The values of one segment. */
  final class Leaf {
    private final int[] starts;
    private final int[] numbers;
    private final int[] chosen;

    /** Where the values of the loaded document stand. */
    private int from;

    private int to;

    private Leaf(KeyColumn column, int[] chosen) {
      this.starts = column.starts();
      this.numbers = column.numbers();
      this.chosen = chosen;
    }

    /** Finds a document's values. Returns whether they pass this facet's filter. */
    boolean load(int document) {
      from = starts[document];
      to = starts[document + 1];
      return selected.isEmpty() || isChosen();
    }

    private boolean isChosen() {
      for (int i = from; i < to; i++) {
        if (Arrays.binarySearch(chosen, numbers[i]) >= 0) {
          return true;
        }
      }
      return false;
    }

    void count() {
      for (int i = from; i < to; i++) {
        KeyCounts.this.count(numbers[i]);
      }
    }
  }
}
