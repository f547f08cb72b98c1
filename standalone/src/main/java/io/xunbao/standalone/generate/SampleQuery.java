package io.xunbao.standalone.generate;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A query whose meaning is known.
 *
 * @param category index of the category that is meant
 * @param constraints traits that the shopper asks for, may be empty
 */
record SampleQuery(String text, int category, List<String> constraints) {

  static SampleQuery draw(int index, SampleCategory category, Chance chance) {
    List<String> constraints =
        switch (chance.below(6)) {
          case 0, 1 -> List.of();
          case 2, 3 -> List.of(chance.one(category.modifiers()));
          case 4 -> List.of(chance.one(category.constraints().toList()));
          default -> List.of(chance.one(category.brands()), chance.one(category.modifiers()));
        };
    String words =
        constraints.stream()
            .map(word -> word.contains("/") ? chance.one(List.of(word.split("/"))) : word)
            .collect(Collectors.joining(chance.happens(0.3) ? " " : ""));
    String noun = chance.happens(0.8) ? category.name() : chance.one(category.nouns());
    return new SampleQuery((words + noun).strip(), index, constraints);
  }

  /** The true grade of a product of the meant category: 3 all constraints met, 2 not all. */
  int grade(SampleProduct product) {
    return product.traits().containsAll(constraints) ? 3 : 2;
  }
}
