/**
 * Text classification beside a linear baseline and a small neural network, on real reviews: {@link
 * io.xunbao.benchmarks.text.ClassifierComparison}.
 */
@NullMarked
package io.xunbao.benchmarks.text;

import org.jspecify.annotations.NullMarked;
