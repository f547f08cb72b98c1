/** The writing side of a shard: versions, tombstones, commits that can be restored exactly. */
@NullMarked
package io.xunbao.indexer.write;

import org.jspecify.annotations.NullMarked;
