/**
 * Word vectors beside their peers, on real titles: {@link
 * io.xunbao.benchmarks.embeddings.TrainersSideBySide} for speed and for the neighbours that they
 * give.
 */
@NullMarked
package io.xunbao.benchmarks.embeddings;

import org.jspecify.annotations.NullMarked;
