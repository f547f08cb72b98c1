package io.xunbao.indexer.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a query asks for, cut into terms of the index. A term that the query repeats stands once,
 * with its count.
 *
 * @param words Han words, coarse and fine, overlapping
 * @param characters single Han characters
 * @param pairs Han characters with their neighbours
 * @param latin Latin words, numbers and model numbers, whole
 * @param latinParts what those consist of
 * @param cut whether the query had more terms than are looked up
 */
record QueryWords(
    List<Counted> words,
    List<Counted> characters,
    List<Counted> pairs,
    List<Counted> latin,
    List<Counted> latinParts,
    boolean cut) {
  QueryWords {
    words = List.copyOf(words);
    characters = List.copyOf(characters);
    pairs = List.copyOf(pairs);
    latin = List.copyOf(latin);
    latinParts = List.copyOf(latinParts);
  }

  boolean isEmpty() {
    return words.isEmpty() && characters.isEmpty() && latin.isEmpty();
  }

  /** All terms of the field of words, without repetition. */
  Stream<String> terms() {
    return Stream.of(words, characters, latin, latinParts)
        .flatMap(List::stream)
        .map(Counted::text)
        .distinct();
  }

  /** A term and how often the query has it. */
  record Counted(String text, int count) {}
}
