package io.xunbao.flinkjobs.io;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A file from some record on.
 *
 * @param file index in the list of files
 * @param next ordinal of the next record, from 0
 */
record FileSplit(int file, long next) implements SourceSplit {
  FileSplit {
    if (file < 0 || next < 0) {
      throw new IllegalArgumentException(
          "file and next must be >= 0, got " + file + " and " + next);
    }
  }

  @Override
  public String splitId() {
    return Integer.toString(file);
  }
}
