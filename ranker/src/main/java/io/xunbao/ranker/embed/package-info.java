/**
 * Vectors of words, queries and products.
 *
 * <p>An {@link io.xunbao.ranker.embed.EmbeddingTrainer} learns word vectors from segmented text; a
 * {@link io.xunbao.ranker.embed.TextVectors} makes vectors of texts out of them; {@link
 * io.xunbao.ranker.embed.ProductVectors} holds those of a catalogue; {@link
 * io.xunbao.ranker.embed.Kinds} are groups of alike products with the words they use. {@link
 * io.xunbao.ranker.embed.EmbeddingModel} is all of them in a folder, which is what serving opens:
 *
 * <pre>{@code
 * EmbeddingModel model = EmbeddingModel.open(folder);
 * float[] query = model.texts().vector(List.of("红色", "连衣裙"));
 * float[] cosines = model.products().cosines(query, ids, blas);
 * }</pre>
 *
 * <p>Callers bring words (lists of tokens): nothing here segments text.
 */
@NullMarked
package io.xunbao.ranker.embed;

import org.jspecify.annotations.NullMarked;
