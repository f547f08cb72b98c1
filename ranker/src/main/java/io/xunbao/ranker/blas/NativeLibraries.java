package io.xunbao.ranker.blas;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The shared libraries inside the artifact {@code org.bytedeco:openblas} of this platform, unpacked
 * into a private folder, loaded, and removed again.
 *
 * <p>jblas wants libgfortran.so.5, which a bare Debian lacks; a library that is already loaded
 * satisfies it by its name, so the ones from the artifact are loaded first.
 */
final class NativeLibraries {
  private static final String FOLDER = "/org/bytedeco/openblas/linux-x86_64/";
  private static final String[] FORTRAN = {"libquadmath.so.0", "libgcc_s.so.1", "libgfortran.so.5"};

  private NativeLibraries() {}

  /**
   * Loads the Fortran runtime; harmless when it is loaded already.
   *
   * @throws UnsatisfiedLinkError where this platform has none on the class path
   */
  static void loadFortran() {
    inPrivateFolder(
        folder -> {
          for (String name : FORTRAN) {
            System.load(unpack(name, folder).toString());
          }
          return folder;
        });
  }

  /** The symbols of OpenBLAS, which stay loaded as long as the process. */
  static SymbolLookup openBlas() {
    return inPrivateFolder(
        folder -> SymbolLookup.libraryLookup(unpack("libopenblas.so.0", folder), Arena.global()));
  }

  private interface Loading<T> {
    T load(Path folder) throws IOException;
  }

  private static <T> T inPrivateFolder(Loading<T> loading) {
    requirePlatform();
    try {
      Path folder = Files.createTempDirectory("xunbao-native");
      try {
        return loading.load(folder);
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      throw linkError("cannot unpack the native libraries into the temporary folder", e);
    }
  }

  private static void requirePlatform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    if (!system.contains("linux") || !machine.equals("amd64")) {
      throw new UnsatisfiedLinkError(
          "native BLAS is shipped for linux amd64, this is " + system + " " + machine);
    }
  }

  private static Path unpack(String name, Path folder) throws IOException {
    try (InputStream in = NativeLibraries.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new UnsatisfiedLinkError(
            name + " is not on the class path; add org.bytedeco:openblas for linux-x86_64");
      }
      Path file = folder.resolve(name);
      Files.copy(in, file);
      return file;
    }
  }

  /** A loaded library stays mapped; its file is not needed any more. */
  private static void remove(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static UnsatisfiedLinkError linkError(String message, Exception cause) {
    UnsatisfiedLinkError error = new UnsatisfiedLinkError(message + ": " + cause.getMessage());
    error.initCause(cause);
    return error;
  }
}
