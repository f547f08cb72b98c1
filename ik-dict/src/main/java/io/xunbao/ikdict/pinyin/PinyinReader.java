package io.xunbao.ikdict.pinyin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Chinese words aloud: their syllables without tones, polyphones by the words they stand in
 * (银行 yin hang, 行走 xing zou).
 */
public final class PinyinReader {
  private static final String BUNDLED = "bundled.pinyin";
  private static final int LONGEST = 8;

  private final Map<String, String[]> readings = new HashMap<>();

  private PinyinReader() {}

  /** The table that the build makes. */
  public static PinyinReader bundled() {
    PinyinReader reader = new PinyinReader();
    try (InputStream in = PinyinReader.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new IllegalStateException(
            "the class path holds no " + BUNDLED + ": build ik-dict with Maven, which makes it");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .forEach(reader::add);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + BUNDLED, e);
    }
    return reader;
  }

  private void add(String line) {
    int equals = line.indexOf('=');
    readings.put(line.substring(0, equals), line.substring(equals + 1).split(","));
  }

  /** The syllables of a word, empty where a character has none. */
  public List<String> syllables(String word) {
    List<String> syllables = new ArrayList<>(word.length());
    int at = 0;
    while (at < word.length()) {
      int end = Math.min(word.length(), at + LONGEST);
      while (end > at && !readings.containsKey(word.substring(at, end))) {
        end--;
      }
      String[] reading = end > at ? readings.get(word.substring(at, end)) : null;
      if (reading == null || reading.length != end - at) {
        return List.of();
      }
      syllables.addAll(List.of(reading));
      at = end;
    }
    return syllables;
  }
}
