package io.xunbao.flinkjobs.behaviour;

import io.xunbao.ranker.feedback.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pseudonym key for tests. */
final class Keys {
  static final String HEX = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

  private Keys() {}

  static Path in(Path folder) throws IOException {
    return Files.writeString(folder.resolve("pseudonym.key"), HEX);
  }

  static Pseudonyms pseudonyms() {
    return new Pseudonyms(java.util.HexFormat.of().parseHex(HEX));
  }
}
