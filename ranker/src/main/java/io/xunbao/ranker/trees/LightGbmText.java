package io.xunbao.ranker.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads LightGBM's text format, versions 3 and 4: one output, numerical and categorical splits, all
 * three kinds of missing values. Linear leaves and other objectives are refused by name.
 */
public final class LightGbmText {
  private static final List<String> IDENTITY =
      List.of(
          "lambdarank",
          "rank_xendcg",
          "regression",
          "regression_l1",
          "huber",
          "fair",
          "quantile",
          "mape",
          "none");

  private final Map<String, String> header;
  private final List<Map<String, String>> trees = new ArrayList<>();

  private LightGbmText(String text) {
    String[] blocks = text.split("\nTree=");
    header = fields(blocks[0]);
    for (int i = 1; i < blocks.length; i++) {
      int end = blocks[i].indexOf("\nend of trees");
      trees.add(fields(end < 0 ? blocks[i] : blocks[i].substring(0, end)));
    }
    if (!text.startsWith("tree") || !text.contains("\nend of trees")) {
      throw new ModelFormatException(
          "not a whole LightGBM text model: it must start with 'tree' and hold 'end of trees'");
    }
  }

  /**
   * Reads a model.
   *
   * @throws ModelFormatException where the text is damaged or asks for what is not implemented
   */
  public static TreeEnsemble parse(String text) {
    try {
      return new LightGbmText(text).ensemble();
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new ModelFormatException("damaged LightGBM text model: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> fields(String block) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : block.split("\n")) {
      int equals = line.indexOf('=');
      fields.put(
          equals < 0 ? line.strip() : line.substring(0, equals),
          equals < 0 ? "" : line.substring(equals + 1).strip());
    }
    return fields;
  }

  private TreeEnsemble ensemble() {
    require("1".equals(header.getOrDefault("num_class", "1")), "num_class must be 1");
    require(
        "1".equals(header.getOrDefault("num_tree_per_iteration", "1")),
        "num_tree_per_iteration must be 1");
    requireIdentity();
    List<String> features = List.of(value(header, "feature_names").split(" "));
    require(
        features.size() == Integer.parseInt(value(header, "max_feature_idx")) + 1,
        "feature_names must name max_feature_idx + 1 features");
    List<Tree> read = new ArrayList<>();
    for (Map<String, String> tree : trees) {
      read.add(tree(tree));
    }
    double divisor = header.containsKey("average_output") ? Math.max(1, read.size()) : 1;
    return new TreeEnsemble(read, features, TreeEnsemble.Precision.DOUBLE, 0, divisor);
  }

  private void requireIdentity() {
    String objective = header.getOrDefault("objective", "none");
    require(
        IDENTITY.contains(objective),
        "the objective must be one of " + String.join(", ", IDENTITY) + "; got " + objective);
  }

  private static Tree tree(Map<String, String> fields) {
    require("0".equals(fields.getOrDefault("is_linear", "0")), "linear leaves are not implemented");
    double[] leaves = doubles(value(fields, "leaf_value"));
    require(
        leaves.length == Integer.parseInt(value(fields, "num_leaves")),
        "leaf_value must hold num_leaves values");
    if (leaves.length == 1) {
      return new Tree(List.of(), leaves, new double[] {1});
    }
    return new Tree(splits(fields), leaves, doubles(value(fields, "leaf_count")));
  }

  private static List<Split> splits(Map<String, String> fields) {
    int[] features = ints(value(fields, "split_feature"));
    double[] thresholds = doubles(value(fields, "threshold"));
    int[] decisions = ints(value(fields, "decision_type"));
    int[] left = ints(value(fields, "left_child"));
    int[] right = ints(value(fields, "right_child"));
    double[] covers = doubles(value(fields, "internal_count"));
    Categories categories = new Categories(fields);
    List<Split> splits = new ArrayList<>();
    for (int i = 0; i < features.length; i++) {
      boolean categorical = (decisions[i] & 1) != 0;
      splits.add(
          new Split(
              features[i],
              thresholds[i],
              missing(decisions[i] >> 2 & 3),
              (decisions[i] & 2) != 0,
              categorical ? categories.set((int) thresholds[i]) : null,
              left[i],
              right[i],
              covers[i]));
    }
    return splits;
  }

  private static Missing missing(int code) {
    return switch (code) {
      case 0 -> Missing.NONE;
      case 1 -> Missing.ZERO;
      case 2 -> Missing.NAN;
      default -> throw new ModelFormatException("unknown missing type " + code);
    };
  }

  /** The category sets of one tree: 32-bit words, cut by boundaries. */
  private static final class Categories {
    private final int[] boundaries;
    private final long[] words;
    private final Map<Integer, long[]> sets = new HashMap<>();

    Categories(Map<String, String> fields) {
      boundaries = ints(fields.getOrDefault("cat_boundaries", "0"));
      words =
          Arrays.stream(fields.getOrDefault("cat_threshold", "0").split(" "))
              .mapToLong(Long::parseLong)
              .toArray();
    }

    long[] set(int index) {
      return sets.computeIfAbsent(
          index,
          at -> {
            long[] set = new long[(boundaries[at + 1] - boundaries[at] + 1) / 2];
            for (int i = boundaries[at]; i < boundaries[at + 1]; i++) {
              int word = i - boundaries[at];
              set[word / 2] |= words[i] << (word % 2 * 32);
            }
            return set;
          });
    }
  }

  private static String value(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new ModelFormatException("damaged LightGBM text model: " + name + " is missing");
    }
    return value;
  }

  private static double[] doubles(String list) {
    return Arrays.stream(list.split(" ")).mapToDouble(LightGbmText::number).toArray();
  }

  /** A number as C++ prints it. */
  private static double number(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static int[] ints(String list) {
    return Arrays.stream(list.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new ModelFormatException("LightGBM text model: " + rule);
    }
  }
}
