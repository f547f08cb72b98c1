package io.xunbao.ikdict.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Files of the artifacts that the build puts on the class path. */
final class Resources {
  private Resources() {}

  /** Calls back for each line of a UTF-8 text, without byte order mark and line end. */
  static void forEachLine(String path, Consumer<String> line) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(path), StandardCharsets.UTF_8))) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line.accept(text.startsWith("\uFEFF") ? text.substring(1) : text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path, e);
    }
  }

  /** The content of a binary file. */
  static ByteBuffer bytes(String path) {
    try (InputStream in = open(path)) {
      return ByteBuffer.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path, e);
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = Resources.class.getClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new IOException(
          "the class path holds no " + path + ": the build needs the artifact that has it");
    }
    return in;
  }
}
