package io.xunbao.queryapi.understand;

import java.util.List;

/** How Chinese is read aloud. */
@FunctionalInterface
public interface Sounds {
  /** Knows no reading, so nothing sounds alike. */
  Sounds UNKNOWN = text -> List.of();

  /** The syllables of a text without tones, one a character; empty where it cannot be read. */
  List<String> syllables(String text);
}
