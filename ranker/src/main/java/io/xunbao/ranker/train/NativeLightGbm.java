package io.xunbao.ranker.train;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Loads LightGBM's native library from a folder of this process alone. The binding unpacks it under
 * a fixed name in the folder for temporary files and overwrites what is there: a second process
 * that did so would crash the first one in the middle of its training.
 */
public final class NativeLightGbm {
  private static final String TEMPORARY = "java.io.tmpdir";

  private NativeLightGbm() {}

  /**
   * To be called before any class of the binding is touched; does nothing the second time.
   *
   * @throws UnsatisfiedLinkError where the library cannot be loaded
   */
  public static void load() {
    if (!Loaded.DONE) {
      throw new UnsatisfiedLinkError("LightGBM has no library for this platform");
    }
  }

  /** Initialised once, by the first that asks. */
  private static final class Loaded {
    static final boolean DONE = loadPrivately();

    private static boolean loadPrivately() {
      String shared = System.getProperty(TEMPORARY);
      try {
        Path own = Files.createTempDirectory("xunbao-lightgbm");
        System.setProperty(TEMPORARY, own.toString());
        try {
          // The class loads the library when it is initialised.
          return LGBMBooster.isNativeLoaded();
        } finally {
          System.setProperty(TEMPORARY, shared);
          delete(own);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("LightGBM's library cannot be unpacked in " + shared, e);
      }
    }

    private static void delete(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file); // what is loaded stays loaded
        }
      }
      Files.delete(folder);
    }
  }
}
