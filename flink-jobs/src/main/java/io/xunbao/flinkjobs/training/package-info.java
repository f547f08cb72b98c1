/**
 * What a ranking model is trained on, from what shoppers did with what they were shown. {@link
 * io.xunbao.flinkjobs.training.TrainingGroupsJob} joins impressions with later behaviour into
 * labelled groups, with the features as they were served.
 */
@NullMarked
package io.xunbao.flinkjobs.training;

import org.jspecify.annotations.NullMarked;
