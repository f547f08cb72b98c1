package io.xunbao.ranker.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A model that is to be registered; the components mean what they mean in {@link ModelCard}.
 *
 * @param content bytes of each file by name; the first is what the format reads
 */
public record ModelDraft(
    String kind,
    String format,
    String trainingData,
    List<String> features,
    Map<String, String> parameters,
    Map<String, Double> metrics,
    List<ModelCard.Golden> golden,
    Map<String, byte[]> content) {
  public ModelDraft {
    Names.requireKind(kind);
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(trainingData, "trainingData");
    features = List.copyOf(features);
    parameters = Map.copyOf(parameters);
    metrics = Map.copyOf(metrics);
    golden = List.copyOf(golden);
    content = Map.copyOf(content);
    content.keySet().forEach(Names::requireFile);
    if (content.containsKey(StoredModel.CARD)) {
      throw new IllegalArgumentException(StoredModel.CARD + " is written by the registry");
    }
  }

  /** The same with another parameter. */
  public ModelDraft withParameter(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(name, value);
    return new ModelDraft(kind, format, trainingData, features, all, metrics, golden, content);
  }
}
