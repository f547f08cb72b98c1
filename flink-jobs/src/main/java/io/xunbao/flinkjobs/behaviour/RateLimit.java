package io.xunbao.flinkjobs.behaviour;

/**
 * How many events a shopper may send in a window, as the window before showed it.
 *
 * @param from end of the window that it was learned from, in milliseconds since the epoch
 * @param shoppers who did anything in that window
 * @param median of the logarithms of their counts
 * @param mad median absolute deviation of the same
 * @param limit events a window
 */
public record RateLimit(long from, long shoppers, double median, double mad, double limit) {}
