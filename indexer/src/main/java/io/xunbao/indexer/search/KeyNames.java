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
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;

/**
 * The values of one key field, numbered in the order in which segments brought them: each segment
 * numbers its own values, and counts of several segments meet under one number here without their
 * names being read. Numbers and names stay for good; of a segment the column of its products is
 * kept as long as it is open. Safe for use by several threads.
 */
final class KeyNames {
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<CacheKey, KeyColumn> segments = new ConcurrentHashMap<>();
  private volatile String[] names = {};

  /** How many values are numbered: from 0 on. */
  int size() {
    return names.length;
  }

  /** The value of a number that {@link #column} has given. */
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

  /** The values of a field of a segment's products; shared, not to be changed. */
  KeyColumn column(LeafReader segment, String field) throws IOException {
    IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
    KeyColumn before = helper == null ? null : segments.get(helper.getKey());
    if (before != null) {
      return before;
    }
    SortedSetDocValues values = DocValues.getSortedSet(segment, field);
    KeyColumn read = column(values, numbers(values), segment.maxDoc());
    if (helper != null && segments.putIfAbsent(helper.getKey(), read) == null) {
      helper.addClosedListener(segments::remove);
    }
    return read;
  }

  private static KeyColumn column(SortedSetDocValues values, int[] byOrdinal, int documents)
      throws IOException {
    int[] starts = new int[documents + 1];
    int[] numbers = new int[documents];
    int size = 0;
    for (int document = 0; document < documents; document++) {
      if (values.advanceExact(document)) {
        int many = values.docValueCount();
        numbers = ArrayUtil.grow(numbers, size + many);
        for (int i = 0; i < many; i++) {
          numbers[size++] = byOrdinal[(int) values.nextOrd()];
        }
      }
      starts[document + 1] = size;
    }
    return new KeyColumn(starts, Arrays.copyOf(numbers, size));
  }

  /** The numbers of a segment's values, by their ordinals. */
  private synchronized int[] numbers(SortedSetDocValues values) throws IOException {
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
