package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.normalize.NormalizedText;

/**
 * Letters and digits that belong together: {@code iphone15}, {@code V300r200c20}, {@code SP-F800}.
 * The term is the letters and digits without what separates them, so that a model number is found
 * however it is written; its parts are tokens of their own.
 */
final class Joins {
  private static final int LONGEST = 6;
  private static final int LONGEST_SPACED = 3;
  private static final String CONNECTORS = "-_'’&.";

  /** Bits of a join's shape: its first atom is letters, one is digits, one is a single letter. */
  private static final int LETTER_FIRST = 1;

  private static final int DIGITS = 2;
  private static final int SINGLE = 4;

  /** A connector stands within, a space stands within. */
  private static final int CONNECTED = 8;

  private static final int SPACED = 16;

  private final Scratch scratch;
  private final int word;
  private final int cost;
  private final int flags;

  Joins(Scratch scratch, int word, int cost, int flags) {
    this.scratch = scratch;
    this.word = word;
    this.cost = cost;
    this.flags = flags;
  }

  /**
   * Every join that starts at an atom of letters or digits.
   *
   * @param quantityEnd the atom after a quantity that starts there too and takes the place of a
   *     join
   */
  void add(Atoms atoms, int first, int quantityEnd, Candidates out) {
    int next = next(atoms, first);
    int shape = next < 0 ? 0 : shape(atoms, first) | (isLetters(atoms, first) ? LETTER_FIRST : 0);
    int last = first;
    for (int parts = 2; next >= 0 && parts <= LONGEST; parts++) {
      shape |= gap(atoms, last, next) | shape(atoms, next);
      if ((shape & SPACED) != 0 && parts > LONGEST_SPACED) {
        return;
      }
      last = next;
      if (isJoin(shape) && last + 1 != quantityEnd) {
        boolean asked = isAsked(shape) && !Packs.hasTimes(atoms, first, last);
        addJoin(atoms, first, last, asked, out);
      }
      next = next(atoms, last);
    }
  }

  private void addJoin(Atoms atoms, int first, int last, boolean inQueries, Candidates out) {
    int termStart = scratch.length();
    NormalizedText text = atoms.text();
    for (int atom = first; atom <= last; atom++) {
      if (isAlphanumeric(atoms, atom)) {
        for (int i = atoms.start(atom); i < atoms.end(atom); i++) {
          scratch.append(text.unit(i));
        }
      }
    }
    int length = scratch.length() - termStart;
    out.add(last + 1, word, flags, cost, TokenKind.MODEL, -1 - termStart, length);
    if (!inQueries) {
      out.onlyIndex();
    }
  }

  /** The next atom of letters or digits, behind at most one connector or one space, or -1. */
  private static int next(Atoms atoms, int atom) {
    int next = atom + 1;
    if (next >= atoms.size()) {
      return -1;
    }
    if (isConnector(atoms, next)) {
      boolean connects = atoms.touchesNext(atom) && atoms.touchesNext(next);
      next++;
      return connects && isAlphanumeric(atoms, next) ? next : -1;
    }
    boolean near = atoms.start(next) - atoms.end(atom) <= 1;
    return near && isAlphanumeric(atoms, next) ? next : -1;
  }

  private static int gap(Atoms atoms, int last, int next) {
    if (next > last + 1) {
      return CONNECTED;
    }
    return atoms.touchesNext(last) ? 0 : SPACED;
  }

  private static boolean isConnector(Atoms atoms, int atom) {
    return atoms.kind(atom) == CharKind.MARK
        && CONNECTORS.indexOf(atoms.text().unit(atoms.start(atom))) >= 0;
  }

  private static boolean isAlphanumeric(Atoms atoms, int atom) {
    int kind = atoms.kind(atom);
    return kind == CharKind.LETTER || kind == CharKind.DIGIT;
  }

  private static boolean isLetters(Atoms atoms, int atom) {
    return atoms.kind(atom) == CharKind.LETTER;
  }

  /** What one atom adds to the shape of a join. */
  private static int shape(Atoms atoms, int atom) {
    if (!isLetters(atoms, atom)) {
      return DIGITS;
    }
    return atoms.end(atom) - atoms.start(atom) == 1 ? SINGLE : 0;
  }

  private static boolean isJoin(int shape) {
    if ((shape & (SPACED | CONNECTED)) == 0) {
      return true;
    }
    return (shape & LETTER_FIRST) != 0 && (shape & (DIGITS | SPACED)) != SPACED;
  }

  private static boolean isAsked(int shape) {
    if ((shape & SPACED) != 0) {
      return false;
    }
    int needed = (shape & DIGITS) != 0 ? LETTER_FIRST : SINGLE;
    return (shape & CONNECTED) == 0 || (shape & needed) != 0;
  }
}
