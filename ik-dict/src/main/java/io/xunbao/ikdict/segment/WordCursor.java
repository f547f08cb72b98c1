package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.WordClass;
import io.xunbao.ikdict.normalize.NormalizedText;
import io.xunbao.ikdict.normalize.TextNormalizer;

/**
 * Reads the tokens of one text after the other without making an object for any of them. Belongs to
 * one thread.
 *
 * <pre>{@code
 * cursor.start(units, length);
 * while (cursor.next()) {
 *   use(cursor.termBuffer(), cursor.termOffset(), cursor.termLength(), cursor.start(), cursor.end());
 * }
 * }</pre>
 *
 * <p>In the index mode tokens come by their start; a token's position is the number of atoms before
 * it and its length the number of its atoms, in both modes: a phrase of query tokens finds the
 * index tokens.
 */
public final class WordCursor {
  /** Longest stretch that one lattice covers; a mark ends it from the first half on. */
  private static final int STRETCH = 4096;

  private final Mode mode;
  private final TextNormalizer normalizer;
  private final NormalizedText text = new NormalizedText();
  private final Atoms atoms = new Atoms();
  private final CandidateFinder finder;
  private final Candidates candidates = new Candidates();
  private final Lattice lattice;
  private final int begin;
  private final int sentenceEnd;

  private int atom;
  private int candidate;
  private int edge;
  private int stretchStart;
  private int stretchEnd;

  private int fromAtom;
  private int toAtom;
  private int termStart;
  private int termLength;
  private TokenKind kind = TokenKind.MARK;

  WordCursor(Lexicon lexicon, Mode mode) {
    this.mode = mode;
    normalizer = new TextNormalizer(lexicon.folds());
    finder = new CandidateFinder(lexicon);
    lattice = new Lattice(lexicon.bigrams());
    begin = lexicon.numberOf(WordClass.BEGIN);
    sentenceEnd = lexicon.numberOf(WordClass.END);
  }

  /** Starts over with the first {@code length} units of a text, which may change afterwards. */
  public void start(char[] units, int length) {
    normalizer.normalize(units, length, text);
    atoms.scan(text);
    finder.start(atoms);
    candidates.clear();
    atom = -1;
    candidate = 0;
    edge = -1;
    stretchEnd = 0;
    toAtom = 0;
  }

  /** Moves on to the next token; false where there is none. */
  public boolean next() {
    boolean found = mode == Mode.INDEX ? nextCandidate() : nextEdge();
    while (found && kind == TokenKind.MARK) {
      found = mode == Mode.INDEX ? nextCandidate() : nextEdge();
    }
    return found;
  }

  private boolean nextCandidate() {
    if (candidate == candidates.size()) {
      atom++;
      if (atom >= atoms.size()) {
        return false;
      }
      finder.find(atom, candidates);
      candidate = 0;
    }
    fromAtom = atom;
    toAtom = candidates.end(candidate);
    termStart = candidates.termStart(candidate);
    termLength = candidates.termLength(candidate);
    kind = candidates.kind(candidate++);
    return true;
  }

  private boolean nextEdge() {
    if (edge < 0) {
      if (stretchEnd >= atoms.size()) {
        return false;
      }
      solve();
    }
    fromAtom = stretchStart + lattice.from(edge);
    toAtom = stretchStart + lattice.to(edge);
    termStart = lattice.termStart(edge);
    termLength = lattice.termLength(edge);
    kind = lattice.kind(edge);
    edge = lattice.next(edge);
    return true;
  }

  /** Finds the best path through the next stretch of the text. */
  private void solve() {
    stretchStart = stretchEnd;
    int limit = Math.min(atoms.size(), stretchStart + STRETCH);
    lattice.clear(limit - stretchStart, begin);
    int last = stretchStart;
    for (int at = stretchStart; at < limit; at++) {
      if (lattice.isReached(at - stretchStart)) {
        finder.find(at, candidates);
        addEdges(at, limit);
      }
      last = at + 1;
      if (last - stretchStart > STRETCH / 2
          && atoms.kind(at) == CharKind.MARK
          && lattice.isReached(last - stretchStart)) {
        break;
      }
    }
    stretchEnd = last;
    edge = lattice.bestPath(last - stretchStart, sentenceEnd);
  }

  private void addEdges(int at, int limit) {
    for (int c = 0; c < candidates.size(); c++) {
      if (candidates.inQueries(c) && candidates.end(c) <= limit) {
        lattice.add(at - stretchStart, candidates, c, stretchStart);
      }
    }
  }

  /** The array that holds the term. */
  public char[] termBuffer() {
    return termStart >= 0 ? text.units() : finder.scratch().units();
  }

  /** Where the term starts in {@link #termBuffer}. */
  public int termOffset() {
    return termStart >= 0 ? termStart : -1 - termStart;
  }

  /** How many units the term has. */
  public int termLength() {
    return termLength;
  }

  /** The offset of the token in the original text. */
  public int start() {
    return text.start(atoms.start(fromAtom));
  }

  /** The offset after the token in the original text. */
  public int end() {
    return text.end(atoms.end(toAtom - 1) - 1);
  }

  /** The number of atoms, marks not counted, before the token. */
  public int position() {
    return atoms.position(fromAtom);
  }

  /** How many atoms, marks not counted, the token covers. */
  public int positionLength() {
    return atoms.position(toAtom) - atoms.position(fromAtom);
  }

  /** By which rule the token was found. */
  public TokenKind kind() {
    return kind;
  }

  /** The term as a string. */
  public String term() {
    return new String(termBuffer(), termOffset(), termLength);
  }
}
