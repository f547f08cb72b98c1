package io.xunbao.ranker.recommend;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.ImplicitAls;
import io.xunbao.ranker.interest.ImplicitAls.AlsSettings;
import io.xunbao.ranker.interest.Interactions;
import java.time.Instant;
import java.util.List;

/** Implicit ALS: the history's factors, folded in, against every item's. */
public final class FactorScorer implements ItemScorer {
  private final ImplicitAls.FoldIn foldIn;
  private final Matrix items;
  private final ItemCatalogue catalogue;
  private final EventWeights weights;
  private final Blas blas;

  public FactorScorer(TrainingData data, AlsSettings settings, EventWeights weights, Blas blas) {
    ImplicitAls als = new ImplicitAls(settings, blas);
    this.items = als.train(data.interactions(weights)).items();
    this.foldIn = als.foldIn(items);
    this.catalogue = data.items();
    this.weights = weights;
    this.blas = blas;
  }

  @Override
  public String name() {
    return "als";
  }

  /** The items' factors, shape [items, factors]. */
  public Matrix itemFactors() {
    return items;
  }

  @Override
  public float[] score(History history) {
    History undated = new History(history.actions(), Instant.EPOCH);
    Interactions row = new TrainingData(catalogue, List.of(undated)).interactions(weights);
    float[] user = foldIn.user(row.columns(), row.weights());
    float[] scores = new float[items.rows()];
    blas.gemv(items, user, scores);
    return scores;
  }
}
