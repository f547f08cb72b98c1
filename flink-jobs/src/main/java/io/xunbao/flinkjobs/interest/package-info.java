/**
 * What each shopper is interested in, event by event. {@link
 * io.xunbao.flinkjobs.interest.InterestJob} keeps {@link io.xunbao.ranker.interest.LiveInterests}
 * for each pseudonym, and the same for each segment and for all shoppers together, to which those
 * of whom little is known fall back.
 */
@NullMarked
package io.xunbao.flinkjobs.interest;

import org.jspecify.annotations.NullMarked;
