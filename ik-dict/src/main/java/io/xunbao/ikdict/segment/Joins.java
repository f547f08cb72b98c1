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
    Shape shape = Shape.of(atoms, first);
    int parts = 1;
    int last = first;
    while (parts < LONGEST) {
      int next = next(atoms, last);
      if (next < 0) {
        return;
      }
      shape = shape.with(gap(atoms, last, next), atoms, next);
      if (shape.spaced() && parts >= LONGEST_SPACED) {
        return;
      }
      last = next;
      parts++;
      if (shape.isJoin() && last + 1 != quantityEnd) {
        addJoin(atoms, first, last, shape.inQueries() && !Packs.hasTimes(atoms, first, last), out);
      }
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

  private static Gap gap(Atoms atoms, int last, int next) {
    if (next > last + 1) {
      return Gap.CONNECTOR;
    }
    return atoms.touchesNext(last) ? Gap.NONE : Gap.SPACE;
  }

  private static boolean isConnector(Atoms atoms, int atom) {
    return atoms.kind(atom) == CharKind.MARK
        && CONNECTORS.indexOf(atoms.text().unit(atoms.start(atom))) >= 0;
  }

  private static boolean isAlphanumeric(Atoms atoms, int atom) {
    int kind = atoms.kind(atom);
    return kind == CharKind.LETTER || kind == CharKind.DIGIT;
  }

  /** What stands between two atoms of a join. */
  private enum Gap {
    NONE,
    CONNECTOR,
    SPACE
  }

  /**
   * What decides whether atoms are a join.
   *
   * @param letterFirst the first atom is letters
   * @param digits an atom is digits
   * @param connected a connector stands within
   * @param spaced a space stands within
   * @param single an atom is one letter, or two
   */
  private record Shape(
      boolean letterFirst, boolean digits, boolean connected, boolean spaced, boolean single) {
    static Shape of(Atoms atoms, int atom) {
      boolean letters = atoms.kind(atom) == CharKind.LETTER;
      return new Shape(letters, !letters, false, false, letters && isSingle(atoms, atom));
    }

    Shape with(Gap gap, Atoms atoms, int atom) {
      boolean letters = atoms.kind(atom) == CharKind.LETTER;
      return new Shape(
          letterFirst,
          digits || !letters,
          connected || gap == Gap.CONNECTOR,
          spaced || gap == Gap.SPACE,
          single || (letters && isSingle(atoms, atom)));
    }

    boolean isJoin() {
      return spaced || connected ? letterFirst && (digits || !spaced) : true;
    }

    boolean inQueries() {
      return !spaced && (!connected || (digits ? letterFirst : single));
    }

    private static boolean isSingle(Atoms atoms, int atom) {
      return atoms.end(atom) - atoms.start(atom) == 1;
    }
  }
}
