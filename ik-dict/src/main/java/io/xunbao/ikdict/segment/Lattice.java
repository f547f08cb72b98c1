package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.BigramTable;
import io.xunbao.ikdict.lexicon.Costs;
import io.xunbao.ikdict.lexicon.WordTrie;
import java.util.Arrays;

/**
 * The best path through the words of a text by bigram costs (Viterbi, "Error bounds for
 * convolutional codes and an asymptotically optimum decoding algorithm", 1967). An edge is a word
 * from one atom to another; a pair of words that the table does not know costs what its right word
 * costs.
 *
 * <p>An edge is eight ints in a row of one array, and is known by where they start.
 */
final class Lattice {
  private static final int NO_EDGE = -1;
  private static final int UNSEEN_END = (int) (6 * Costs.UNIT);

  private static final int STRIDE = 8;
  private static final int TO = 0;
  private static final int WORD = 1;
  private static final int PATH = 2;
  private static final int BACK = 3;
  private static final int NEXT = 4;
  private static final int TERM_START = 5;
  private static final int TERM_LENGTH = 6;
  private static final int KIND_AND_FLAGS = 7;
  private static final int FLAG_SHIFT = 8;

  private static final TokenKind[] KINDS = TokenKind.values();

  private final BigramTable bigrams;
  private int[] edges = new int[STRIDE * 512];
  private int[] lastAt = new int[256];
  private int[] bestAt = new int[256];
  private int size;

  Lattice(BigramTable bigrams) {
    this.bigrams = bigrams;
  }

  /** Empties the lattice for a text of so many atoms, which starts after {@code begin}. */
  void clear(int atoms, int begin) {
    size = 0;
    if (lastAt.length <= atoms) {
      lastAt = new int[Math.max(atoms + 1, lastAt.length * 2)];
      bestAt = new int[lastAt.length];
    }
    Arrays.fill(lastAt, 0, atoms + 1, NO_EDGE);
    append(0, begin, 0, NO_EDGE);
    edges[KIND_AND_FLAGS] = WordTrie.LEFT_OF_PAIRS << FLAG_SHIFT;
  }

  boolean isReached(int atom) {
    return lastAt[atom] != NO_EDGE;
  }

  /**
   * Adds an edge that starts at a reached atom.
   *
   * @param offset what is taken off the candidate's end to get an atom of this lattice
   */
  void add(int from, Candidates candidates, int candidate, int offset) {
    long info = candidates.info(candidate);
    int flags = Candidates.flags(info);
    int word = Candidates.word(info);
    int back = bestAt[from];
    int[] rows = edges;
    int path = rows[back + PATH] + Candidates.cost(info);
    if ((flags & WordTrie.RIGHT_OF_PAIRS) != 0) {
      for (int left = lastAt[from]; left != NO_EDGE; left = rows[left + NEXT]) {
        // A pair costs 0 or more: what is dearer already is not looked up.
        if (rows[left + PATH] < path
            && (rows[left + KIND_AND_FLAGS] & WordTrie.LEFT_OF_PAIRS << FLAG_SHIFT) != 0) {
          int pair = bigrams.cost(rows[left + WORD], word);
          if (pair != BigramTable.UNSEEN && rows[left + PATH] + pair < path) {
            path = rows[left + PATH] + pair;
            back = left;
          }
        }
      }
    }
    int edge = append(candidates.end(candidate) - offset, word, path, back);
    edges[edge + TERM_START] = candidates.termStart(candidate);
    edges[edge + TERM_LENGTH] = candidates.termLength(candidate);
    edges[edge + KIND_AND_FLAGS] = flags << FLAG_SHIFT | Candidates.kindOrdinal(info);
  }

  /**
   * Finds the best path to an atom and turns its edges round.
   *
   * @return the first edge of the path, which {@link #next} leads on from, or -1 where it has none
   */
  int bestPath(int atom, int end) {
    int last = NO_EDGE;
    int cheapest = Integer.MAX_VALUE;
    for (int left = lastAt[atom]; left != NO_EDGE; left = edges[left + NEXT]) {
      int pair = bigrams.cost(edges[left + WORD], end);
      int path = edges[left + PATH] + (pair == BigramTable.UNSEEN ? UNSEEN_END : pair);
      if (path < cheapest) {
        cheapest = path;
        last = left;
      }
    }
    int following = NO_EDGE;
    while (last > 0) {
      edges[last + NEXT] = following;
      following = last;
      last = edges[last + BACK];
    }
    return following;
  }

  /** The edge after one on the best path, or -1. */
  int next(int edge) {
    return edges[edge + NEXT];
  }

  int from(int edge) {
    return edges[edges[edge + BACK] + TO];
  }

  int to(int edge) {
    return edges[edge + TO];
  }

  TokenKind kind(int edge) {
    return KINDS[edges[edge + KIND_AND_FLAGS] & 0xff];
  }

  int termStart(int edge) {
    return edges[edge + TERM_START];
  }

  int termLength(int edge) {
    return edges[edge + TERM_LENGTH];
  }

  private int append(int to, int word, int path, int back) {
    int edge = size;
    size += STRIDE;
    if (size > edges.length) {
      edges = Arrays.copyOf(edges, edges.length * 2);
    }
    edges[edge + TO] = to;
    edges[edge + WORD] = word;
    edges[edge + PATH] = path;
    edges[edge + BACK] = back;
    edges[edge + NEXT] = lastAt[to];
    if (lastAt[to] == NO_EDGE || path < edges[bestAt[to] + PATH]) {
      bestAt[to] = edge;
    }
    lastAt[to] = edge;
    return edge;
  }
}
