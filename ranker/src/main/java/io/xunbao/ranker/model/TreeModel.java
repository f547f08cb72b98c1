package io.xunbao.ranker.model;

import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;
import io.xunbao.ranker.feature.FeatureVector;
import io.xunbao.ranker.trees.TreeEnsemble;
import io.xunbao.ranker.trees.TreeScorer;
import io.xunbao.ranker.trees.TreeShap;

/** A ranking model of gradient-boosted trees. */
public final class TreeModel implements Model {
  private final FeatureSchema schema;
  private final TreeScorer scorer;
  private final TreeShap shap;

  /**
   * The columns of the trees are those of the schema, in its order, whatever the file calls them.
   */
  public TreeModel(FeatureSchema schema, TreeEnsemble ensemble) {
    if (schema.size() != ensemble.features().size()) {
      throw new IllegalArgumentException(
          "the trees must have the schema's "
              + (schema.size() + " features, got " + ensemble.features().size()));
    }
    this.schema = schema;
    this.scorer = new TreeScorer(ensemble);
    this.shap = new TreeShap(ensemble);
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public double[] score(FeatureMatrix rows) {
    requireSchema(rows.schema());
    return scorer.score(rows.values(), rows.rows());
  }

  @Override
  public double[] contributions(FeatureVector row) {
    requireSchema(row.schema());
    return shap.contributions(row.values());
  }
}
