package io.xunbao.indexer.quality;

/** 64-bit hashes that are the same in every run. */
final class Hash {
  private Hash() {}

  /** Hashes a text; different seeds give hashes that have nothing to do with each other. */
  static long of(CharSequence text, long seed) {
    long hash = seed ^ text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L; // FNV-1a, with a final mix
      hash = Long.rotateLeft(hash, 23);
    }
    return mix(hash);
  }

  /** The finalizer of MurmurHash3: every bit of the argument changes half of the bits. */
  static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
