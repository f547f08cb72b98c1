package io.xunbao.indexer.share;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A place for immutable files and a few small ones that are replaced, reached from several
 * machines: a folder of a network file system, or an object store. Names are parted by {@code /}.
 *
 * <p>Laws, which every implementation's test runs: a name holds nothing or a whole content, also
 * after a crash in the middle of {@link #put} or {@link #replace}; what was put is listed.
 */
public interface SharedStore {
  /** The names that begin with a prefix. */
  Set<String> list(String prefix) throws IOException;

  /** Stores a file under a name, whole or not at all. */
  void put(String name, Path file) throws IOException;

  /** Copies what a name holds into a file; a name that holds nothing is an error. */
  void get(String name, Path file) throws IOException;

  /** Makes a name hold a small text, atomically. */
  void replace(String name, String text) throws IOException;

  /** The text of a name; empty where it holds nothing. */
  Optional<String> read(String name) throws IOException;

  /** Removes a name; nothing happens where it holds nothing. */
  void delete(String name) throws IOException;
}
