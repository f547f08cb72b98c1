package io.xunbao.ranker.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads XGBoost's JSON model format: booster {@code gbtree}, one output, numerical splits.
 * Categorical splits, {@code dart}, {@code gblinear} and other objectives are refused by name.
 *
 * <p>XGBoost goes left where {@code value < threshold} in single precision; as a {@link Split} goes
 * left where {@code value <= threshold}, the threshold becomes the next smaller float.
 */
public final class XgboostJson {
  private static final List<String> IDENTITY =
      List.of("rank:ndcg", "rank:pairwise", "rank:map", "reg:squarederror");

  private XgboostJson() {}

  /**
   * Reads a model.
   *
   * @throws ModelFormatException where the text is damaged or asks for what is not implemented
   */
  public static TreeEnsemble parse(String json) {
    try {
      return ensemble(JsonMapper.shared().readTree(json).required("learner"));
    } catch (JacksonException | NumberFormatException e) {
      throw new ModelFormatException("damaged XGBoost JSON model: " + e.getMessage(), e);
    }
  }

  private static TreeEnsemble ensemble(JsonNode learner) {
    JsonNode parameters = learner.required("learner_model_param");
    requireOneOutput(parameters);
    String objective = text(learner.required("objective"), "name");
    require(
        IDENTITY.contains(objective),
        "the objective must be one of " + String.join(", ", IDENTITY) + "; got " + objective);
    JsonNode booster = learner.required("gradient_booster");
    require(
        "gbtree".equals(text(booster, "name")),
        "the booster must be gbtree, got " + text(booster, "name"));
    List<Tree> trees = new ArrayList<>();
    for (JsonNode tree : booster.required("model").required("trees")) {
      trees.add(new Nodes(tree).tree());
    }
    return new TreeEnsemble(
        trees,
        features(learner, parameters),
        TreeEnsemble.Precision.FLOAT,
        baseScore(parameters),
        1);
  }

  private static void requireOneOutput(JsonNode parameters) {
    int classes = number(parameters, "num_class");
    require(classes <= 1, "num_class must be at most 1, got " + classes);
    int targets = parameters.has("num_target") ? number(parameters, "num_target") : 1;
    require(targets <= 1, "num_target must be at most 1, got " + targets);
  }

  private static List<String> features(JsonNode learner, JsonNode parameters) {
    int count = number(parameters, "num_feature");
    require(count >= 1 && count <= 100_000, "num_feature must be in 1..100000, got " + count);
    JsonNode names = learner.path("feature_names");
    return IntStream.range(0, count)
        .mapToObj(i -> names.size() == count ? names.get(i).stringValue() : "column." + (i + 1))
        .toList();
  }

  /** A number such as {@code 5E-1}; since version 3 in brackets, one an output. */
  private static float baseScore(JsonNode parameters) {
    String score = text(parameters, "base_score").replace("[", "").replace("]", "");
    return Float.parseFloat(score);
  }

  private static int number(JsonNode parent, String name) {
    return Integer.parseInt(text(parent, name));
  }

  private static String text(JsonNode parent, String name) {
    return parent.required(name).asString();
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new ModelFormatException("XGBoost JSON model: " + rule);
    }
  }

  /** The nodes of one tree, leaves among them; renumbers inner nodes and leaves apart. */
  private static final class Nodes {
    private final int[] left;
    private final int[] right;
    private final int[] features;
    private final float[] conditions;
    private final boolean[] defaultLeft;
    private final float[] covers;
    private final List<Split> splits = new ArrayList<>();
    private final List<Integer> leaves = new ArrayList<>();
    private final boolean[] seen;

    Nodes(JsonNode tree) {
      left = ints(tree, "left_children");
      int count = left.length;
      seen = new boolean[count];
      right = ints(tree, "right_children");
      features = ints(tree, "split_indices");
      conditions = floats(tree, "split_conditions");
      defaultLeft = booleans(tree, "default_left");
      covers = floats(tree, "sum_hessian");
      require(
          count > 0
              && right.length == count
              && features.length == count
              && conditions.length == count
              && defaultLeft.length == count
              && covers.length == count,
          "the arrays of a tree must be equally long");
      for (int type : ints(tree, "split_type")) {
        require(type == 0, "categorical splits are not implemented");
      }
    }

    Tree tree() {
      number(0, 0);
      double[] values = leaves.stream().mapToDouble(node -> conditions[node]).toArray();
      double[] weights = leaves.stream().mapToDouble(node -> covers[node]).toArray();
      return new Tree(splits, values, weights);
    }

    /** Numbers a node and what is below it in depth-first order; gives its new index. */
    private int number(int node, int depth) {
      require(node >= 0 && node < left.length, "a child's index is out of range: " + node);
      require(depth <= Tree.MAX_DEPTH, "a tree is deeper than " + Tree.MAX_DEPTH);
      require(!seen[node], "a node is reached twice");
      seen[node] = true;
      if (left[node] < 0) {
        leaves.add(node);
        return ~(leaves.size() - 1);
      }
      int index = splits.size();
      splits.add(split(node, 0, 0));
      int newLeft = number(left[node], depth + 1);
      int newRight = number(right[node], depth + 1);
      splits.set(index, split(node, newLeft, newRight));
      return index;
    }

    private Split split(int node, int newLeft, int newRight) {
      double threshold = Math.nextDown(conditions[node]);
      return new Split(
          features[node],
          threshold,
          Missing.NAN,
          defaultLeft[node],
          null,
          newLeft,
          newRight,
          covers[node]);
    }

    private static int[] ints(JsonNode tree, String name) {
      JsonNode array = tree.required(name);
      return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }

    private static float[] floats(JsonNode tree, String name) {
      JsonNode array = tree.required(name);
      float[] values = new float[array.size()];
      for (int i = 0; i < values.length; i++) {
        // Through the shortest decimal form: what XGBoost wrote is a float.
        values[i] = Float.parseFloat(array.get(i).asString());
      }
      return values;
    }

    private static boolean[] booleans(JsonNode tree, String name) {
      JsonNode array = tree.required(name);
      boolean[] values = new boolean[array.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            array.get(i).isBoolean() ? array.get(i).booleanValue() : array.get(i).asInt() != 0;
      }
      return values;
    }
  }
}
