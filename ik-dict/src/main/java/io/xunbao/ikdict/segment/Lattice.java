package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.BigramTable;
import java.util.Arrays;

/**
 * The best path through the words of a text by bigram costs (Viterbi, "Error bounds for
 * convolutional codes and an asymptotically optimum decoding algorithm", 1967). An edge is a word
 * from one atom to another; a pair of words that the table does not know costs what its right word
 * costs.
 */
final class Lattice {
  private static final int NO_EDGE = -1;

  private final BigramTable bigrams;
  private int[] froms = new int[512];
  private int[] tos = new int[512];
  private int[] words = new int[512];
  private int[] paths = new int[512];
  private int[] backs = new int[512];
  private int[] nexts = new int[512];
  private int[] termStarts = new int[512];
  private int[] termLengths = new int[512];
  private TokenKind[] kinds = new TokenKind[512];
  private int[] lastAt = new int[256];
  private int[] best = new int[256];
  private int size;

  Lattice(BigramTable bigrams) {
    this.bigrams = bigrams;
  }

  /** Empties the lattice for a text of so many atoms, which starts after {@code begin}. */
  void clear(int atoms, int begin) {
    size = 0;
    if (lastAt.length <= atoms + 1) {
      lastAt = new int[Math.max(atoms + 2, lastAt.length * 2)];
      best = new int[lastAt.length];
    }
    Arrays.fill(lastAt, 0, atoms + 1, NO_EDGE);
    append(0, 0, begin);
    paths[0] = 0;
    backs[0] = NO_EDGE;
    link(0, 0);
  }

  boolean isReached(int atom) {
    return lastAt[atom] != NO_EDGE;
  }

  /** Adds an edge that starts at a reached atom. */
  void add(int from, Candidates candidates, int candidate, int offset) {
    int word = candidates.word(candidate);
    int own = candidates.cost(candidate);
    int cheapest = Integer.MAX_VALUE;
    int back = NO_EDGE;
    for (int left = lastAt[from]; left != NO_EDGE; left = nexts[left]) {
      int pair = word == 0 ? BigramTable.UNSEEN : bigrams.cost(words[left], word);
      int path = paths[left] + (pair == BigramTable.UNSEEN || pair > own ? own : pair);
      if (path < cheapest) {
        cheapest = path;
        back = left;
      }
    }
    int to = candidates.end(candidate) - offset;
    int edge = append(from, to, word);
    paths[edge] = cheapest;
    backs[edge] = back;
    termStarts[edge] = candidates.termStart(candidate);
    termLengths[edge] = candidates.termLength(candidate);
    kinds[edge] = candidates.kind(candidate);
    link(edge, to);
  }

  /**
   * Finds the best path to an atom and turns its edges round.
   *
   * @return the first edge of the path; {@link #next} leads on from it
   */
  int bestPath(int atom, int end) {
    int last = NO_EDGE;
    int cheapest = Integer.MAX_VALUE;
    for (int left = lastAt[atom]; left != NO_EDGE; left = nexts[left]) {
      int pair = bigrams.cost(words[left], end);
      int path = paths[left] + (pair == BigramTable.UNSEEN ? 7000 : pair);
      if (path < cheapest) {
        cheapest = path;
        last = left;
      }
    }
    int following = NO_EDGE;
    while (last > 0) {
      nexts[last] = following;
      following = last;
      last = backs[last];
    }
    return following;
  }

  /** The edge after one on the best path, or -1. */
  int next(int edge) {
    return nexts[edge];
  }

  int from(int edge) {
    return froms[edge];
  }

  int to(int edge) {
    return tos[edge];
  }

  TokenKind kind(int edge) {
    return kinds[edge];
  }

  int termStart(int edge) {
    return termStarts[edge];
  }

  int termLength(int edge) {
    return termLengths[edge];
  }

  private int append(int from, int to, int word) {
    if (size == froms.length) {
      grow();
    }
    froms[size] = from;
    tos[size] = to;
    words[size] = word;
    return size++;
  }

  private void link(int edge, int atom) {
    nexts[edge] = lastAt[atom];
    lastAt[atom] = edge;
  }

  private void grow() {
    int capacity = froms.length * 2;
    froms = Arrays.copyOf(froms, capacity);
    tos = Arrays.copyOf(tos, capacity);
    words = Arrays.copyOf(words, capacity);
    paths = Arrays.copyOf(paths, capacity);
    backs = Arrays.copyOf(backs, capacity);
    nexts = Arrays.copyOf(nexts, capacity);
    termStarts = Arrays.copyOf(termStarts, capacity);
    termLengths = Arrays.copyOf(termLengths, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
  }
}
