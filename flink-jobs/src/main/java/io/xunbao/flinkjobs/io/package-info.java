/**
 * Where streams come from. {@link io.xunbao.flinkjobs.io.ProductFileSource} reads catalogue files
 * as a bounded Flink source whose position is a record count, so that a restart goes on at the
 * record.
 */
@NullMarked
package io.xunbao.flinkjobs.io;

import org.jspecify.annotations.NullMarked;
