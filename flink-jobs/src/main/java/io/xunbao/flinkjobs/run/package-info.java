/**
 * How streaming jobs run. A {@link io.xunbao.flinkjobs.run.StreamJob} says what a job does and
 * where its state lives; {@link io.xunbao.flinkjobs.run.LocalCluster} runs several of them in this
 * process.
 */
@NullMarked
package io.xunbao.flinkjobs.run;

import org.jspecify.annotations.NullMarked;
