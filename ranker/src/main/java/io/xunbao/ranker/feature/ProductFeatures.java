package io.xunbao.ranker.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The features of product search: the one definition that serving, logging and training share.
 * Values depend on the window alone, so that what was logged can be trained on as it stands.
 */
public final class ProductFeatures {
  private static final List<Feature> POINTWISE = pointwise();
  private static final RelativeFeatures RELATIVE = new RelativeFeatures(POINTWISE);
  private static final List<Feature> FEATURES =
      Stream.concat(POINTWISE.stream(), RELATIVE.declared().stream()).toList();
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(FEATURES.stream().map(Feature::name).toList());

  private ProductFeatures() {}

  public static FeatureSchema schema() {
    return SCHEMA;
  }

  /** What a feature tells, in English; the name itself for one that is not declared here. */
  public static String english(String name) {
    return FEATURES.stream()
        .filter(feature -> feature.name().equals(name))
        .findFirst()
        .map(Feature::english)
        .orElse(name);
  }

  /** What a feature tells, in Chinese; the name itself for one that is not declared here. */
  public static String chinese(String name) {
    return FEATURES.stream()
        .filter(feature -> feature.name().equals(name))
        .findFirst()
        .map(Feature::chinese)
        .orElse(name);
  }

  /**
   * The features of every candidate, in the order of the window. Each value is a float: trees can
   * then compare it as it is, and it stays the same where it is logged.
   */
  public static FeatureMatrix extract(RankingWindow window) {
    FeatureMatrix matrix = FeatureMatrix.missing(SCHEMA, window.candidates().size());
    WindowMaxima maxima = WindowMaxima.of(window);
    AskedTerms terms = new AskedTerms(window.query());
    int start = 0;
    for (Candidate candidate : window.candidates()) {
      Row row = new Row(terms, window.query(), candidate, maxima);
      for (int f = 0; f < POINTWISE.size(); f++) {
        matrix.values()[start + f] = (float) POINTWISE.get(f).formula().applyAsDouble(row);
      }
      start += matrix.columns();
    }
    RELATIVE.fill(matrix, POINTWISE.size());
    return matrix;
  }

  private static List<Feature> pointwise() {
    List<Feature> features = new ArrayList<>();
    features.addAll(QueryFeatures.ALL);
    features.addAll(MatchFeatures.ALL);
    features.addAll(SignalFeatures.ALL);
    return List.copyOf(features);
  }
}
