/** Speed of what scores hits: trees, products of vectors and matrices, and how they are learnt. */
@NullMarked
package io.xunbao.benchmarks.ranking;

import org.jspecify.annotations.NullMarked;
