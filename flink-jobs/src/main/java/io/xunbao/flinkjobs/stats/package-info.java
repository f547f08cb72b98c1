/**
 * What shoppers do with each product, counted as it happens. {@link
 * io.xunbao.flinkjobs.stats.ProductStatsJob} turns impressions and events into {@link
 * io.xunbao.flinkjobs.stats.ProductStats}: sliding windows, decayed sums and smoothed rates that
 * are corrected for the place where a product was shown.
 *
 * <p>A statistic is a function of whole numbers in buckets of an hour and of the hour that it is
 * asked for. Whole numbers add up to the same sum in whatever order they come, and the buckets are
 * weighed and added in the order of time whenever a statistic is made: so a stream that is late,
 * out of order, replayed fast or restarted gives the numbers of a batch computation, to the last
 * bit.
 *
 * <p>Rates of clicks count those who clicked, by {@link io.xunbao.flinkjobs.stats.Clickers}, so
 * that click farms gain little.
 */
@NullMarked
package io.xunbao.flinkjobs.stats;

import org.jspecify.annotations.NullMarked;
