/**
 * What shoppers did: {@link io.xunbao.ranker.feedback.BehaviourEvent} and how files of other shapes
 * become events ({@link io.xunbao.ranker.feedback.EventMapping}, {@link
 * io.xunbao.ranker.feedback.EventReader}).
 */
@NullMarked
package io.xunbao.ranker.feedback;

import org.jspecify.annotations.NullMarked;
