/**
 * Test support for all who have products: {@link io.xunbao.indexer.testing.TestProduct} makes them.
 */
@NullMarked
package io.xunbao.indexer.testing;

import org.jspecify.annotations.NullMarked;
