/**
 * Products and events on their way into the streams. {@link io.xunbao.queryapi.feed.Feed} is the
 * seam, {@link io.xunbao.queryapi.feed.KafkaFeed} the real one, and {@link
 * io.xunbao.queryapi.feed.LateFeed} stands in for one that is still starting; {@link
 * io.xunbao.queryapi.feed.GuardedFeed} refuses while the disk of the index is nearly full.
 */
@NullMarked
package io.xunbao.queryapi.feed;

import org.jspecify.annotations.NullMarked;
