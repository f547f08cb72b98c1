/**
 * Test support for all who stream products: {@link io.xunbao.flinkjobs.testing.ProductLog} writes a
 * dirty topic, {@link io.xunbao.flinkjobs.testing.LogOracle} says what an index must hold after it,
 * {@link io.xunbao.flinkjobs.testing.IndexContent} what one holds.
 */
@NullMarked
package io.xunbao.flinkjobs.testing;

import org.jspecify.annotations.NullMarked;
