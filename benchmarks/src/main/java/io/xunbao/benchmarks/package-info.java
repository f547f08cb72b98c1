/**
 * Benchmarks: each package measures one part of Xunbao beside its peers, in one run. {@code
 * benchmarks/run NAME} builds and starts them; benchmarks/README.md keeps the figures.
 */
@NullMarked
package io.xunbao.benchmarks;

import org.jspecify.annotations.NullMarked;
