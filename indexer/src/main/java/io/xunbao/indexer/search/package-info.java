/** Retrieval: words, filters and an order in, the best products with facets out. */
@NullMarked
package io.xunbao.indexer.search;

import org.jspecify.annotations.NullMarked;
