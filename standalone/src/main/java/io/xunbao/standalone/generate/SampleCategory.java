package io.xunbao.standalone.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One leaf category of the sample catalogue.
 *
 * @param top the broad category above it
 * @param nouns names of its products, the category's own name first
 * @param brands brand names as shops write them, such as {@code 云织/YUNZHI}
 * @param modelPattern pattern of model numbers ({@code A} a letter, {@code 9} a digit), empty for
 *     none
 * @param series names of product lines, may be empty
 * @param attributes possible values by attribute name
 * @param modifiers words that titles add
 * @param audience whom or what a product is for
 * @param seasonWords words about age and trade form
 * @param lowYuan lowest usual price
 * @param highYuan highest usual price
 */
record SampleCategory(
    String top,
    List<String> nouns,
    List<String> brands,
    String modelPattern,
    List<String> series,
    Map<String, List<String>> attributes,
    List<String> modifiers,
    List<String> audience,
    List<String> seasonWords,
    int lowYuan,
    int highYuan) {

  static SampleCategory of(Vocabulary.Family family, Vocabulary.Entry entry) {
    Map<String, List<String>> attributes = new LinkedHashMap<>(entry.attributes());
    attributes.putAll(family.attributes());
    return new SampleCategory(
        family.top(),
        entry.nouns(),
        family.brands().stream().map(SampleCategory::brandName).toList(),
        family.model() == null ? "" : family.model(),
        entry.series() == null ? List.of() : entry.series(),
        attributes,
        entry.modifiers(),
        entry.audience(),
        family.years(),
        entry.price().getFirst(),
        entry.price().getLast());
  }

  String name() {
    return nouns.getFirst();
  }

  private static String brandName(List<String> names) {
    return String.join("/", names.stream().filter(name -> !name.isEmpty()).toList());
  }

  /** Every word that a query in this category may name beside the noun. */
  Stream<String> constraints() {
    return Stream.concat(modifiers.stream(), attributes.values().stream().flatMap(List::stream));
  }
}
