package io.xunbao.ranker.interest;

import io.xunbao.ranker.interest.Blends.Kind;
import io.xunbao.ranker.interest.InterestFiles.Content;
import io.xunbao.ranker.interest.InterestModel.Companion;
import io.xunbao.ranker.model.ModelRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link Blends} as files: a line a product, and the weights with golden profiles. */
final class BlendFiles {
  private static final String BLENDS = "blends.json";
  private static final String SHOPPERS = "shoppers.jsonl";
  private static final String BASKETS = "baskets.jsonl";
  private static final int GOLDEN = 5;
  private static final double TOLERANCE = 1e-6;
  private static final JsonMapper JSON = JsonMapper.shared();

  private BlendFiles() {}

  static Map<String, byte[]> write(Blends blends) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(BLENDS, JSON.writeValueAsBytes(weights(blends)));
    files.put(SHOPPERS, lines(blends.shoppers()).getBytes(StandardCharsets.UTF_8));
    files.put(BASKETS, lines(blends.baskets()).getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static ObjectNode weights(Blends blends) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode weights = root.putObject("weights");
    ArrayNode golden = root.putArray("golden");
    for (Kind kind : Kind.values()) {
      blends
          .blend(kind)
          .ifPresent(
              blend -> {
                ObjectNode of = weights.putObject(kind.key());
                blend.weights().forEach((part, weight) -> of.put(part.key(), weight));
                examples(blend).forEach(p -> golden.add(golden(kind, blend, p)));
              });
    }
    return root;
  }

  /** Made-up shoppers of two popular products each, so that no real one is stored here. */
  private static List<UserProfile> examples(ItemBlend blend) {
    List<String> popular = blend.items().popular().stream().map(Companion::product).toList();
    List<UserProfile> examples = new ArrayList<>();
    for (int i = 0; i + 1 < popular.size() && examples.size() < GOLDEN; i += 2) {
      examples.add(
          new UserProfile(
              Map.of(popular.get(i), 1.0),
              new TreeMap<>(Map.of(popular.get(i), 1.0, popular.get(i + 1), 0.5)),
              Instant.EPOCH));
    }
    return examples;
  }

  private static ObjectNode golden(Kind kind, ItemBlend blend, UserProfile profile) {
    ObjectNode one = InterestFiles.profile(profile).put("blend", kind.key());
    ObjectNode scores = one.putObject("scores");
    totals(blend, profile).entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(GOLDEN)
        .forEach(e -> scores.put(e.getKey(), e.getValue()));
    return one;
  }

  private static Map<String, Double> totals(ItemBlend blend, UserProfile profile) {
    Map<String, Double> totals = new LinkedHashMap<>();
    blend.score(profile).forEach((p, parts) -> totals.put(p, ItemBlend.total(parts)));
    return totals;
  }

  private static String lines(ItemParts items) {
    TreeSet<String> products = new TreeSet<>(items.popularity().keySet());
    products.addAll(items.categories().keySet());
    items.tables().values().forEach(table -> products.addAll(table.keySet()));
    StringBuilder lines = new StringBuilder();
    for (String product : products) {
      ObjectNode line = JSON.createObjectNode().put("product", product);
      Double count = items.popularity().get(product);
      if (count != null) {
        line.put("count", count);
      }
      String category = items.categories().get(product);
      if (category != null) {
        line.put("category", category);
      }
      items
          .tables()
          .forEach(
              (part, table) -> {
                ObjectNode with = JSON.createObjectNode();
                table
                    .getOrDefault(product, List.of())
                    .forEach(c -> with.put(c.product(), c.weight()));
                if (!with.isEmpty()) {
                  line.set(part.key(), with);
                }
              });
      lines.append(line).append('\n');
    }
    return lines.toString();
  }

  static Blends read(Content content) throws IOException {
    JsonNode root = root(content);
    Map<Kind, Map<BlendPart, Double>> weights = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      if (root.path("weights").has(kind.key())) {
        weights.put(kind, weights(root.path("weights").path(kind.key())));
      }
    }
    try {
      Blends blends = new Blends(items(content, SHOPPERS), items(content, BASKETS), weights);
      root.path("golden").forEach(golden -> requireGolden(blends, golden));
      return blends;
    } catch (IllegalArgumentException e) {
      throw new ModelRefused(BLENDS + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static JsonNode root(Content content) throws IOException {
    try (InputStream in = content.open(BLENDS)) {
      return JSON.readTree(in.readAllBytes());
    } catch (JacksonException e) {
      throw new ModelRefused(BLENDS + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Map<BlendPart, Double> weights(JsonNode of) {
    Map<BlendPart, Double> weights = new EnumMap<>(BlendPart.class);
    InterestFiles.numbers(of).forEach((name, weight) -> weights.put(part(name), weight));
    return weights;
  }

  private static BlendPart part(String name) {
    return BlendPart.ofKey(name)
        .orElseThrow(
            () ->
                new ModelRefused(
                    BLENDS
                        + " names the part "
                        + name
                        + ", which this version does not know; train interests again with this"
                        + " version"));
  }

  private static ItemParts items(Content content, String file) throws IOException {
    Map<BlendPart, Map<String, List<Companion>>> tables = new EnumMap<>(BlendPart.class);
    Map<String, Double> popularity = new LinkedHashMap<>();
    Map<String, String> categories = new LinkedHashMap<>();
    InterestFiles.each(
        content,
        file,
        "product",
        (product, line) -> {
          if (line.has("count")) {
            popularity.put(product, line.path("count").asDouble());
          }
          if (line.has("category")) {
            categories.put(product, line.path("category").asString());
          }
          for (BlendPart part : BlendPart.values()) {
            if (line.has(part.key())) {
              tables
                  .computeIfAbsent(part, p -> new LinkedHashMap<>())
                  .put(product, InterestFiles.companions(line.path(part.key())));
            }
          }
        });
    return ItemParts.of(tables, popularity, categories);
  }

  private static void requireGolden(Blends blends, JsonNode golden) {
    UserProfile profile =
        new UserProfile(
            InterestFiles.numbers(golden.path("recent")),
            InterestFiles.numbers(golden.path("lasting")),
            Instant.EPOCH);
    for (Kind kind : Kind.values()) {
      if (kind.key().equals(golden.path("blend").asString())) {
        Map<String, Double> found =
            blends.blend(kind).map(blend -> totals(blend, profile)).orElse(Map.of());
        InterestFiles.numbers(golden.path("scores"))
            .forEach((product, score) -> requireAlike(product, score, found));
      }
    }
  }

  private static void requireAlike(String product, double score, Map<String, Double> found) {
    double got = found.getOrDefault(product, 0.0);
    if (Math.abs(got - score) > TOLERANCE) {
      throw new ModelRefused(
          "a golden profile must give "
              + product
              + " the score "
              + score
              + ", got "
              + got
              + "; the model was changed");
    }
  }
}
