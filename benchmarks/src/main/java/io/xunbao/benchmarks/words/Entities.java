package io.xunbao.benchmarks.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A title whose entities are known.
 *
 * @param text the title
 * @param borders offsets at which an entity starts or ends
 */
record Entities(String text, BitSet borders) {
  Entities {
    borders = (BitSet) borders.clone();
  }

  /** Reads {@code character TAG} lines with blank lines between titles; tags are B-x, I-x and O. */
  static List<Entities> read(Path file) throws IOException {
    List<Entities> titles = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    BitSet borders = new BitSet();
    boolean inside = false;
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add("");
    for (String line : lines) {
      if (line.isBlank()) {
        if (inside) {
          borders.set(text.length());
        }
        if (!text.isEmpty()) {
          titles.add(new Entities(text.toString(), borders));
        }
        text.setLength(0);
        borders.clear();
        inside = false;
        continue;
      }
      int space = line.lastIndexOf(' ');
      String tag = line.substring(space + 1);
      if (tag.startsWith("B") || (inside && tag.equals("O"))) {
        borders.set(text.length());
      }
      inside = !tag.equals("O");
      text.append(space > 0 ? line.substring(0, space) : " ");
    }
    return titles;
  }
}
