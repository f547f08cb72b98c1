package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * The values of one key field, numbered in the order in which segments brought them: each segment
 * numbers its own values, and counts of several segments meet under one number here without their
 * names being read. Numbers and names stay for good; of a segment the table from its ordinals is
 * kept as long as it is open. Safe for use by several threads.
 */
final class KeyNames {
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<CacheKey, int[]> segments = new ConcurrentHashMap<>();
  private volatile String[] names = {};

  /** How many values are numbered: from 0 on. */
  int size() {
    return names.length;
  }

  /** The value of a number that {@link #numbers} has given. */
  String name(int number) {
    return names[number];
  }

  /** The numbers of those values that are known, ascending. */
  int[] known(Set<String> values) {
    return values.stream()
        .map(numbers::get)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /**
   * The numbers of a segment's values, by their ordinals; shared, not to be changed.
   *
   * @param values the field in the segment
   */
  int[] numbers(LeafReader segment, SortedSetDocValues values) throws IOException {
    IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
    int[] before = helper == null ? null : segments.get(helper.getKey());
    if (before != null) {
      return before;
    }
    int[] read = read(values);
    if (helper != null && segments.putIfAbsent(helper.getKey(), read) == null) {
      helper.addClosedListener(segments::remove);
    }
    return read;
  }

  private synchronized int[] read(SortedSetDocValues values) throws IOException {
    int[] byOrdinal = new int[Math.toIntExact(values.getValueCount())];
    Map<String, Integer> added = new HashMap<>();
    List<String> all = new ArrayList<>(Arrays.asList(names));
    for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
      String name = values.lookupOrd(ordinal).utf8ToString();
      Integer number = numbers.get(name);
      if (number == null) {
        number = all.size();
        all.add(name);
        added.put(name, number);
      }
      byOrdinal[ordinal] = number;
    }
    names = all.toArray(String[]::new);
    numbers.putAll(added); // behind the names, for who knows a number asks for its name
    return byOrdinal;
  }
}
