/**
 * Products into the index. {@link io.xunbao.flinkjobs.products.IndexBuild} builds a generation from
 * files; {@link io.xunbao.flinkjobs.products.IndexProductsJob} is the Flink job behind it.
 */
@NullMarked
package io.xunbao.flinkjobs.products;

import org.jspecify.annotations.NullMarked;
