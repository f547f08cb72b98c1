package io.xunbao.queryapi.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Content coding gzip (RFC 9110, 8.4.1.3). */
final class Gzip {
  private Gzip() {}

  static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (GZIPOutputStream gzip = new FastGzip(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return out.toByteArray();
  }

  /** Whether the value of Accept-Encoding takes gzip, that is names it with a weight above 0. */
  static boolean isAccepted(String acceptEncoding) {
    for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] coding = part.strip().split("\\s*;\\s*", 2);
      if (coding[0].equals("gzip")) {
        return coding.length == 1 || !coding[1].matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
