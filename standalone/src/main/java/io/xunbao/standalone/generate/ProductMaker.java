package io.xunbao.standalone.generate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes clean products. Titles have the looseness of real ones: the words stand in changing order,
 * brands in one or two scripts, units in several spellings, and half of the true attributes unsaid.
 */
final class ProductMaker {
  /** Every sample date is before this instant, so that a run is the same on any day. */
  static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private static final String LETTERS = "ABCDEFGHKLMNPRSTVXZ";
  private static final double SAID = 0.55;

  private final Vocabulary vocabulary;
  private final Chance chance;

  ProductMaker(Vocabulary vocabulary, Chance chance) {
    this.vocabulary = vocabulary;
    this.chance = chance;
  }

  SampleProduct make(int number) {
    int index = chance.below(vocabulary.categories().size());
    SampleCategory category = vocabulary.categories().get(index);
    String brand = chance.one(category.brands());
    Map<String, String> attributes = attributes(category);
    List<String> modifiers = chance.some(category.modifiers(), chance.between(2, 5));
    String model = model(category);
    String series = category.series().isEmpty() ? "" : chance.one(category.series());
    if (!model.isEmpty()) {
      attributes.put("型号", (model + " " + series).strip());
    }
    Set<String> traits = new HashSet<>(modifiers);
    traits.addAll(attributes.values());
    traits.add(brand);
    double quality = chance.gaussian();
    return new SampleProduct(
        String.format(Locale.ROOT, "gen-%05d", number),
        index,
        title(category, brand, join(model, series), modifiers, attributes),
        brand,
        List.of(category.top(), category.name()),
        priceFen(category, quality),
        attributes,
        Set.copyOf(traits),
        description(category, brand, modifiers, attributes),
        shop(brand),
        chance.below(900),
        (int) Math.exp(5 + 1.2 * quality + chance.gaussian()),
        quality,
        NOW.minus(Duration.ofMinutes(chance.between(1, 60 * 24 * 365))));
  }

  private Map<String, String> attributes(SampleCategory category) {
    Map<String, String> chosen = new LinkedHashMap<>();
    category.attributes().forEach((name, values) -> chosen.put(name, chance.one(values)));
    return chosen;
  }

  private String model(SampleCategory category) {
    return category
        .modelPattern()
        .chars()
        .mapToObj(
            c ->
                switch (c) {
                  case 'A' -> String.valueOf(LETTERS.charAt(chance.below(LETTERS.length())));
                  case '9' -> String.valueOf(chance.below(10));
                  default -> String.valueOf((char) c);
                })
        .collect(Collectors.joining());
  }

  private String title(
      SampleCategory category,
      String brand,
      String model,
      List<String> modifiers,
      Map<String, String> attributes) {
    List<String> middle = new ArrayList<>(modifiers);
    attributes.forEach(
        (name, value) -> {
          if (!name.equals("型号") && chance.happens(SAID)) {
            middle.add(respelt(value));
          }
        });
    List<String> words = new ArrayList<>();
    words.add(chance.happens(0.7) ? brand : brand.split("/")[0]);
    words.add(model);
    if (chance.happens(0.4)) {
      words.add(chance.one(category.seasonWords()));
    }
    words.addAll(chance.some(middle, middle.size() - 1));
    words.add(category.name());
    if (category.nouns().size() > 1 && chance.happens(0.35)) {
      words.add(category.nouns().get(chance.between(1, category.nouns().size() - 1)));
    }
    if (chance.happens(0.5)) {
      words.add(chance.one(category.audience()));
    }
    words.removeIf(String::isEmpty);
    return spaced(words);
  }

  /** The same quantity as another shop would write it. */
  private String respelt(String value) {
    if (!chance.happens(0.3)) {
      return value;
    }
    return switch (value) {
      case "500g" -> chance.one(List.of("0.5kg", "1斤", "500克"));
      case "1L" -> "1000ml";
      case "55英寸" -> "55寸";
      case "1TB" -> "1T";
      default -> value.endsWith("ml") ? value.replace("ml", "毫升") : value;
    };
  }

  private String spaced(List<String> words) {
    StringBuilder title = new StringBuilder();
    for (String word : words) {
      if (!title.isEmpty() && (needsSpace(title, word) || chance.happens(0.25))) {
        title.append(' ');
      }
      title.append(word);
    }
    return title.toString();
  }

  private static boolean needsSpace(CharSequence before, String after) {
    return before.charAt(before.length() - 1) < 128 && after.charAt(0) < 128;
  }

  private long priceFen(SampleCategory category, double quality) {
    double low = Math.log(category.lowYuan());
    double high = Math.log(category.highYuan());
    double position = 1 / (1 + Math.exp(-(0.5 * quality + chance.gaussian())));
    long yuan = Math.round(Math.exp(low + position * (high - low)));
    return chance.happens(0.5) ? yuan * 100 : yuan * 100 - 10;
  }

  private String description(
      SampleCategory category,
      String brand,
      List<String> modifiers,
      Map<String, String> attributes) {
    String facts =
        attributes.entrySet().stream()
            .map(entry -> entry.getKey() + "为" + entry.getValue())
            .collect(Collectors.joining("，"));
    return String.format(
        Locale.ROOT,
        "%s的这款%s，特点是%s。%s。适合%s使用。",
        brand,
        category.name(),
        String.join("、", modifiers),
        facts,
        chance.one(category.audience()));
  }

  private String shop(String brand) {
    String name = brand.split("/")[0];
    return switch (chance.below(4)) {
      case 0 -> name + "专营店";
      case 1 -> "优选" + (char) ('A' + chance.below(20)) + "号店";
      default -> name + "旗舰店";
    };
  }

  private static String join(String model, String series) {
    return (model + " " + series).strip();
  }
}
