package io.xunbao.ranker.train;

import io.xunbao.ranker.eval.LineFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The groups of a LETOR file: what each is called and how many rows it has. */
record LetorGroups(List<String> names, int[] sizes) {

  /** Groups by the size lines of a file; they are called by their number from 1. */
  static LetorGroups read(Path file, int rows) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<Integer> sizes = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        if (!line.matches("[1-9][0-9]{0,8}")) {
          throw new LineFormatException(
              file.toString(), i + 1, "a group's size must be a number >= 1, got " + line);
        }
        sizes.add(Integer.valueOf(line));
        sum += sizes.getLast();
      }
    }
    if (sum != rows) {
      throw new LineFormatException(
          file.toString(),
          lines.size(),
          "the sizes must add up to the rows, " + rows + ", got " + sum);
    }
    return new LetorGroups(
        IntStream.rangeClosed(1, sizes.size()).mapToObj(Integer::toString).toList(),
        sizes.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Groups by the rows' own query ids, whose rows must stand together. */
  static LetorGroups of(List<LetorRow> rows, String source, Path sizesFile)
      throws LineFormatException {
    Set<String> names = new LinkedHashSet<>();
    List<Integer> sizes = new ArrayList<>();
    String current = "";
    for (LetorRow row : rows) {
      if (row.query().isEmpty()) {
        throw new LineFormatException(
            source,
            row.line(),
            "a row must have a qid after its grade, or " + sizesFile + " must hold group sizes");
      }
      if (!row.query().equals(current)) {
        current = row.query();
        sizes.add(0);
        if (!names.add(current)) {
          throw new LineFormatException(
              source, row.line(), "the rows of qid " + current + " must stand together");
        }
      }
      sizes.set(sizes.size() - 1, sizes.getLast() + 1);
    }
    return new LetorGroups(
        List.copyOf(names), sizes.stream().mapToInt(Integer::intValue).toArray());
  }
}
