/** How fast files become a published index, beside Lucene alone. */
@NullMarked
package io.xunbao.benchmarks.indexing;

import org.jspecify.annotations.NullMarked;
