package io.xunbao.indexer.catalog;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

/**
 * Turns the bytes of a line into text and never replaces silently: bytes that the charset does not
 * have become {@code \xNN} and a defect.
 */
final class LineDecoder {
  private static final char REPLACEMENT = '\uFFFD';

  private final Charset charset;

  LineDecoder(Charset charset) {
    this.charset = charset;
  }

  Line decode(long number, byte[] bytes, int from, int to) {
    // The JDK's own constructor is fast but replaces; only a line with a replacement character in
    // it can have been damaged, and is looked at again.
    String text = new String(bytes, from, to - from, charset);
    if (text.indexOf(REPLACEMENT) < 0 || isValid(bytes, from, to)) {
      return new Line(number, text, null);
    }
    return escaped(number, bytes, from, to);
  }

  private boolean isValid(byte[] bytes, int from, int to) {
    try {
      strict().decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException invalid) {
      return false; // the caller reports what and where
    }
  }

  private Line escaped(long number, byte[] bytes, int from, int to) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from + 1);
    CharsetDecoder decoder = strict();
    StringBuilder text = new StringBuilder(to - from + 16);
    String first = "";
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      text.append(out.flip().toString().replace("\\", "\\\\"));
      out.clear();
      if (!result.isError()) {
        break;
      }
      StringBuilder bad = new StringBuilder();
      for (int i = 0; i < result.length(); i++) {
        bad.append(String.format(Locale.ROOT, "\\x%02X", in.get() & 0xFF));
      }
      first =
          first.isEmpty() ? bad + " at byte " + (in.position() - from - result.length()) : first;
      text.append(bad);
    }
    return new Line(number, text.toString(), invalid(first));
  }

  private RecordDefect invalid(String first) {
    return new RecordDefect(
        RecordDefect.INVALID_ENCODING,
        first,
        "the line is not valid "
            + charset.name()
            + "; if the source is in another charset, name it in the mapping (`charset: GB18030`)");
  }

  private CharsetDecoder strict() {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
