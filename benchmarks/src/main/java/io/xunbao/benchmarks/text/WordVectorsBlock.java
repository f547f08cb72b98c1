package io.xunbao.benchmarks.text;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/** Learned vectors of words by their numbers: [texts, words] in, [texts, dimensions, words] out. */
final class WordVectorsBlock extends AbstractBlock {
  private static final byte VERSION = 1;
  private static final float SPREAD = 0.1f;

  private final int dimensions;
  private final Parameter vectors;

  WordVectorsBlock(int words, int dimensions) {
    super(VERSION);
    this.dimensions = dimensions;
    this.vectors =
        addParameter(
            Parameter.builder()
                .setName("vectors")
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(words, dimensions))
                .optInitializer(new NormalInitializer(SPREAD))
                .build());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> parameters) {
    var ids = inputs.singletonOrThrow();
    var table = store.getValue(vectors, ids.getDevice(), training);
    return new NDList(
        Embedding.embedding(ids, table, SparseFormat.DENSE).singletonOrThrow().transpose(0, 2, 1));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {new Shape(inputs[0].get(0), dimensions, inputs[0].get(1))};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    // A leaf: its one parameter is initialised by the base class.
  }
}
