package io.xunbao.ikdict.lexicon;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Builds a {@link WordTrie} from words in sorted order, first fit over a list of free cells.
 * Frequent characters get small codes, which keeps the children of one state close together.
 */
public final class WordTrieBuilder {
  private static final int FIRST_FREE = WordTrie.ROOT + 1;

  private final List<Map.Entry<String, Integer>> words;
  private final char[] codes;
  private long[] cells = new long[1 << 12];
  private boolean[] used = new boolean[1 << 12];
  private int firstFree = FIRST_FREE;
  private int end = FIRST_FREE;

  private WordTrieBuilder(SortedMap<String, Integer> words) {
    this.words = List.copyOf(words.entrySet());
    this.codes = codesByFrequency(words);
  }

  /**
   * The trie of these words.
   *
   * @param words each word with its cost, 0 to 16382
   */
  public static WordTrie build(Map<String, Integer> words) {
    TreeMap<String, Integer> sorted = new TreeMap<>(words);
    sorted.forEach(WordTrieBuilder::check);
    WordTrieBuilder builder = new WordTrieBuilder(sorted);
    builder.reserve(WordTrie.ROOT, 0, WordTrie.NO_WORD);
    builder.place(WordTrie.ROOT, 0, builder.words.size(), 0);
    return new WordTrie(Arrays.copyOf(builder.cells, builder.end), builder.codes);
  }

  private static void check(String word, int cost) {
    if (word.isEmpty()) {
      throw new IllegalArgumentException("a word must have a character");
    }
    if (cost < 0 || cost >= WordTrie.NO_WORD) {
      throw new IllegalArgumentException("0 <= cost < 16383 must hold, got " + cost + ": " + word);
    }
  }

  private static char[] codesByFrequency(SortedMap<String, Integer> words) {
    int[] counts = new int[1 << 16];
    words.keySet().forEach(word -> word.chars().forEach(c -> counts[c]++));
    int[] order =
        java.util.stream.IntStream.range(0, 1 << 16)
            .filter(c -> counts[c] > 0)
            .boxed()
            .sorted((a, b) -> counts[a] != counts[b] ? counts[b] - counts[a] : a - b)
            .mapToInt(Integer::intValue)
            .toArray();
    char[] codes = new char[1 << 16];
    for (int i = 0; i < order.length; i++) {
      codes[order[i]] = (char) (i + 1);
    }
    return codes;
  }

  /** Places the children of a state that the words from, inclusive, to, exclusive, share. */
  private void place(int state, int from, int to, int depth) {
    int first = words.get(from).getKey().length() == depth ? from + 1 : from;
    if (first == to) {
      return;
    }
    int[] starts = new int[16];
    int children = 0;
    char last = 0;
    for (int i = first; i < to; i++) {
      char c = words.get(i).getKey().charAt(depth);
      if (children == 0 || c != last) {
        starts = children + 1 >= starts.length ? Arrays.copyOf(starts, starts.length * 2) : starts;
        starts[children++] = i;
        last = c;
      }
    }
    starts[children] = to;
    placeChildren(state, depth, Arrays.copyOf(starts, children + 1));
  }

  private void placeChildren(int state, int depth, int[] starts) {
    int children = starts.length - 1;
    char[] labels = new char[children];
    for (int i = 0; i < children; i++) {
      labels[i] = codes[words.get(starts[i]).getKey().charAt(depth)];
    }
    int base = fit(labels);
    setBase(state, base);
    for (int i = 0; i < children; i++) {
      Map.Entry<String, Integer> word = words.get(starts[i]);
      boolean ends = word.getKey().length() == depth + 1;
      reserve(base + labels[i], state, ends ? word.getValue() : WordTrie.NO_WORD);
    }
    for (int i = 0; i < children; i++) {
      place(base + labels[i], starts[i], starts[i + 1], depth + 1);
    }
  }

  private int fit(char[] labels) {
    int smallest = Integer.MAX_VALUE;
    for (char label : labels) {
      smallest = Math.min(smallest, label);
    }
    // A dense front is not searched again for every wide state: first fit starts where cells are
    // free.
    for (int cell = Math.max(firstFree, smallest + 1); ; cell++) {
      int base = cell - smallest;
      if (!taken(cell) && fits(base, labels)) {
        return base;
      }
    }
  }

  private boolean fits(int base, char[] labels) {
    for (char label : labels) {
      if (taken(base + label)) {
        return false;
      }
    }
    return true;
  }

  private boolean taken(int cell) {
    return cell < used.length && used[cell];
  }

  private void reserve(int cell, int check, int cost) {
    if (cell >= WordTrie.MAX_STATES) {
      throw new IllegalStateException("a trie holds up to 16 million states");
    }
    if (cell >= used.length) {
      int size = Math.max(cell + 1, used.length * 2);
      used = Arrays.copyOf(used, size);
      cells = Arrays.copyOf(cells, size);
    }
    used[cell] = true;
    cells[cell] = WordTrie.pack(0, check, cost);
    end = Math.max(end, cell + 1);
    while (taken(firstFree)) {
      firstFree++;
    }
  }

  private void setBase(int state, int base) {
    long cell = cells[state];
    cells[state] = WordTrie.pack(base, WordTrie.check(cell), (int) cell & WordTrie.NO_WORD);
  }
}
