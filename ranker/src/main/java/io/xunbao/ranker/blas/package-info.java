/**
 * Dot products of vectors against blocks of vectors, on the fastest backend that this machine has.
 *
 * <p>{@link io.xunbao.ranker.blas.Blas} is the seam; {@link io.xunbao.ranker.blas.TunedBlas} is the
 * implementation that everybody uses: it checks each backend against plain Java when it loads,
 * measures them once by size class, and sends each call to the winner of its class.
 *
 * <pre>{@code
 * TunedBlas blas = TunedBlas.start();
 * float[] cosines = new float[candidates.rows()];
 * blas.gemv(candidates, queryVector, cosines); // one call for the whole window
 * }</pre>
 */
@NullMarked
package io.xunbao.ranker.blas;

import org.jspecify.annotations.NullMarked;
