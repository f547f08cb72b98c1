package io.xunbao.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The demo's own key of pseudonyms, made once and readable by its owner alone. */
final class DemoKey {
  private static final int BYTES = 32;

  private DemoKey() {}

  /** The file of the key in the demo's folder. */
  static Path in(Path folder) throws IOException {
    Path file = folder.toAbsolutePath().normalize().resolve("pseudonym.key");
    if (!Files.exists(file)) {
      byte[] key = new byte[BYTES];
      new SecureRandom().nextBytes(key);
      Files.createDirectories(file.getParent());
      Path beside = file.resolveSibling("pseudonym.key.new");
      Files.deleteIfExists(beside);
      if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
        Files.createFile(
            beside,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(beside, HexFormat.of().formatHex(key) + "\n");
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }
}
