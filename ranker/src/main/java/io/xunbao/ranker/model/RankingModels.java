package io.xunbao.ranker.model;

import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;
import io.xunbao.ranker.trees.LightGbmText;
import io.xunbao.ranker.trees.ModelFormatException;
import io.xunbao.ranker.trees.XgboostJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads ranking models, kind {@code ltr}, and checks them against their golden vectors. */
public final class RankingModels {
  /** The kind of ranking models in a registry. */
  public static final String KIND = "ltr";

  public static final String LIGHTGBM = "lightgbm-text";
  public static final String XGBOOST = "xgboost-json";
  public static final String LINEAR = "linear-json";

  /** A linear model, and LightGBM's trees that are added to it. */
  public static final String LINEAR_AND_TREES = "linear-and-lightgbm-json";

  /** The model's file in its directory. */
  public static final String FILE = "model.txt";

  private static final double TOLERANCE = 1e-5;
  private static final long MAX_BYTES = 256L << 20;

  private RankingModels() {}

  /**
   * Reads a stored model.
   *
   * @throws ModelRefused where it is damaged, hostile, or does not give its golden scores
   */
  public static Model load(StoredModel stored) throws IOException {
    Path file = stored.file(FILE);
    if (Files.size(file) > MAX_BYTES) {
      throw new ModelRefused(
          file + " must have at most " + MAX_BYTES + " bytes, got " + Files.size(file));
    }
    ModelCard card = stored.card();
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Model model = parse(card.format(), new FeatureSchema(card.features()), text);
    requireGolden(model, card);
    return model;
  }

  /** Reads a model from its text. */
  public static Model parse(String format, FeatureSchema schema, String text) {
    try {
      return switch (format) {
        case LIGHTGBM -> new TreeModel(schema, LightGbmText.parse(text));
        case XGBOOST -> new TreeModel(schema, XgboostJson.parse(text));
        case LINEAR -> linear(schema, JsonMapper.shared().readValue(text, LinearWeights.class));
        case LINEAR_AND_TREES -> sum(schema, JsonMapper.shared().readValue(text, SumFile.class));
        default ->
            throw new ModelRefused(
                "the format must be one of "
                    + String.join(", ", LIGHTGBM, XGBOOST, LINEAR, LINEAR_AND_TREES)
                    + "; got "
                    + format);
      };
    } catch (ModelFormatException | IllegalArgumentException | JacksonException e) {
      throw new ModelRefused("the model cannot be read: " + e.getMessage(), e);
    }
  }

  private static SumModel sum(FeatureSchema schema, SumFile file) {
    return new SumModel(
        linear(schema, file.linear()), new TreeModel(schema, LightGbmText.parse(file.trees())));
  }

  private static LinearModel linear(FeatureSchema schema, LinearWeights weights) {
    return new LinearModel(schema, weights.means(), weights.deviations(), weights.weights());
  }

  /** The text of a linear model. */
  public static String text(LinearModel model) {
    return JsonMapper.shared()
        .writeValueAsString(new LinearWeights(model.means(), model.deviations(), model.weights()));
  }

  /**
   * The text of a linear model and trees.
   *
   * @param linear as {@link #text(LinearModel)} gives it
   * @param trees as LightGBM writes them
   */
  public static String text(String linear, String trees) {
    JsonMapper json = JsonMapper.shared();
    return json.writeValueAsString(new SumFile(json.readValue(linear, LinearWeights.class), trees));
  }

  private static void requireGolden(Model model, ModelCard card) {
    if (!card.schema().equals(model.schema().fingerprint())) {
      throw new ModelRefused(
          "the card's schema must be " + model.schema().fingerprint() + ", got " + card.schema());
    }
    if (card.golden().isEmpty()) {
      throw new ModelRefused("a ranking model must come with golden vectors, got none");
    }
    for (ModelCard.Golden golden : card.golden()) {
      double[] row = golden.input().stream().mapToDouble(Double::doubleValue).toArray();
      if (row.length != model.schema().size()) {
        throw new ModelRefused(
            "a golden vector must have " + model.schema().size() + " values, got " + row.length);
      }
      double score = model.score(new FeatureMatrix(model.schema(), 1, row))[0];
      if (!(Math.abs(score - golden.output()) <= TOLERANCE)) {
        throw new ModelRefused(
            "a golden vector must score "
                + golden.output()
                + ", got "
                + score
                + "; the model or its card was changed");
      }
    }
  }
}
