/**
 * Vectors of queries and of all products of a snapshot, in step with the index and with the
 * embedding that serves. Entry type: {@link io.xunbao.queryapi.vectors.CatalogueVectors}.
 *
 * <p>A product's vector is made of its words when its segment of the index is first seen, and kept
 * as long as a snapshot has the segment: a product that came a moment ago has one, and a changed
 * title changes it. Nothing is written into the index, so a new embedding needs no new build.
 */
@NullMarked
package io.xunbao.queryapi.vectors;

import org.jspecify.annotations.NullMarked;
