package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.ranker.recommend.ItemCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads baskets: a line of product ids each, separated by spaces or tabs. */
final class BasketFile {
  private final ItemCatalogue items;
  private final PrintWriter err;

  BasketFile(Map<String, Product> products, PrintWriter err) {
    Map<String, String> categoryOf = new LinkedHashMap<>();
    products.forEach(
        (id, p) -> categoryOf.put(id, p.category().isEmpty() ? "" : p.category().getLast()));
    this.items = new ItemCatalogue(categoryOf);
    this.err = err;
  }

  ItemCatalogue items() {
    return items;
  }

  /** The baskets as they stand in a file, whatever products there are. */
  static List<List<String>> ids(Path file) throws IOException {
    List<List<String>> baskets = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        baskets.add(List.of(line.strip().split("\\s+")));
      }
    }
    if (baskets.isEmpty()) {
      throw new CliException("no basket in " + file + "; a line holds product ids");
    }
    return baskets;
  }

  /** The baskets as numbers of distinct items; ids that no product has are counted on stderr. */
  List<int[]> read(Path file) throws IOException {
    List<int[]> baskets = new ArrayList<>();
    int unknown = 0;
    for (String line : Files.readAllLines(file)) {
      String[] ids = line.strip().split("\\s+");
      int[] known =
          Arrays.stream(ids)
              .filter(id -> items.number(id).isPresent())
              .mapToInt(id -> items.number(id).orElseThrow())
              .distinct()
              .toArray();
      unknown +=
          line.isBlank()
              ? 0
              : (int) Arrays.stream(ids).filter(id -> items.number(id).isEmpty()).count();
      if (known.length > 0) {
        baskets.add(known);
      }
    }
    if (unknown > 0) {
      err.println(unknown + " ids of " + file + " are of no product and were left out");
    }
    if (baskets.isEmpty()) {
      throw new CliException(
          "no basket in " + file + " holds a product of --products; do the ids join?");
    }
    return baskets;
  }
}
