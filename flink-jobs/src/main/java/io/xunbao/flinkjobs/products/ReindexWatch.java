package io.xunbao.flinkjobs.products;

/** Is told how far a reindex is. */
public interface ReindexWatch {
  /** The reading of the files, about once a second. */
  void building(BuildProgress progress);

  /** A step that is done, or begins, as a sentence for people. */
  void step(String sentence);
}
