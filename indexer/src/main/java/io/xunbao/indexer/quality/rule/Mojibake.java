package io.xunbao.indexer.quality.rule;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Undoes UTF-8 that was read as Latin-1, Windows-1252 or GBK.
 *
 * <p>Each is undone by going back: write the text in the wrong charset, read the bytes as UTF-8. It
 * counts only when the bytes are valid UTF-8 throughout and at least {@link #MIN_CHARACTERS}
 * characters beyond ASCII come out, all of them Han, kana or CJK punctuation; text that was right
 * does not turn into that by chance.
 */
final class Mojibake {
  private static final int MIN_CHARACTERS = 2;
  private static final int MIN_CHARACTERS_GBK = 4;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset GBK = Charset.forName("GBK");

  private Mojibake() {}

  /** The text before the damage, or the text itself. */
  static String undo(String text) {
    int beyondAscii = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        beyondAscii++;
        latin += c <= 0xFF || isWindows(c) ? 1 : 0;
      }
    }
    if (beyondAscii < 3) {
      return text;
    }
    if (latin == beyondAscii) {
      String undone = reread(text, StandardCharsets.ISO_8859_1, MIN_CHARACTERS);
      undone = undone == null ? reread(text, WINDOWS, MIN_CHARACTERS) : undone;
      return undone == null ? text : undone;
    }
    if (latin == 0 && looksLikeGbk(text)) {
      String undone = reread(text, GBK, MIN_CHARACTERS_GBK);
      return undone == null ? text : undone;
    }
    return text;
  }

  /** Characters that Windows-1252 puts where Latin-1 has controls. */
  private static boolean isWindows(char c) {
    return "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".indexOf(c) >= 0;
  }

  /** UTF-8 of Han begins with E4 to E9, which as a first byte of GBK is one of these rows. */
  private static boolean looksLikeGbk(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        byte[] bytes = String.valueOf(c).getBytes(GBK);
        int lead = bytes[0] & 0xFF;
        return bytes.length == 2 && lead >= 0xE3 && lead <= 0xE9;
      }
    }
    return false;
  }

  private static @Nullable String reread(String text, Charset wrong, int atLeast) {
    try {
      ByteBuffer bytes =
          wrong
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      String right =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes)
              .toString();
      return isChinese(right, atLeast) ? right : null;
    } catch (CharacterCodingException notThisWay) {
      return null; // the text was not damaged in this way
    }
  }

  private static boolean isChinese(String text, int atLeast) {
    int chinese = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xFF00 && c <= 0xFFEF)) {
        chinese++;
      } else if (c >= 0x80) {
        return false;
      }
    }
    return chinese >= atLeast;
  }
}
