package io.xunbao.ranker.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known about a stored model.
 *
 * @param kind what the model is for, such as {@code ltr} or {@code embeddings}
 * @param version time of registration in UTC, such as {@code 20261124-101500-000}, so that names
 *     are in the order of their age
 * @param format how the model's file is to be read, such as {@code lightgbm-text}
 * @param createdAt time of registration, ISO 8601
 * @param trainingData SHA-256 of what it was trained on, in hexadecimal
 * @param features names of the input columns in order; none for models that take no features
 * @param schema fingerprint of the features; empty without them
 * @param parameters of the training, by name
 * @param metrics of the training or validation, by name
 * @param golden inputs with the outputs that the trainer gave, checked at every load
 * @param files SHA-256 of every file beside the card, by file name
 */
public record ModelCard(
    String kind,
    String version,
    String format,
    String createdAt,
    String trainingData,
    List<String> features,
    String schema,
    Map<String, String> parameters,
    Map<String, Double> metrics,
    List<Golden> golden,
    Map<String, String> files) {
  /**
   * One input and the output that must come of it.
   *
   * @param input NaN is missing
   */
  public record Golden(List<Double> input, double output) {
    public Golden {
      input = List.copyOf(input);
    }
  }

  /**
   * The parameter of a ranking model that names the version of the embedding whose likeness its
   * rows had.
   */
  public static final String EMBEDDING = "embedding";

  public ModelCard {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(trainingData, "trainingData");
    Objects.requireNonNull(schema, "schema");
    Names.requireKind(kind);
    Names.requireVersion(version);
    features = List.copyOf(features);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    golden = List.copyOf(golden);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    files.keySet().forEach(Names::requireFile);
  }

  /**
   * Why the model should not rank beside an embedding: the likeness that it knows is of another
   * one. Empty where it fits, or where its rows had no likeness.
   *
   * @param served version of the embedding that serves; empty where none does
   */
  public Optional<String> misfit(Optional<String> served) {
    String trained = parameters.get(EMBEDDING);
    return trained == null || served.equals(Optional.of(trained))
        ? Optional.empty()
        : Optional.of(
            "model "
                + version
                + " was trained beside embedding "
                + trained
                + ", and "
                + served.map(other -> other + " serves").orElse("none is loaded")
                + ": train ltr again, or promote that embedding");
  }
}
