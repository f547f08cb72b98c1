/**
 * Behaviour events from raw lines to what other jobs may build on. {@link
 * io.xunbao.flinkjobs.behaviour.BehaviourJob} checks each line, replaces the user's id by a
 * pseudonym in the same operator, drops what was delivered twice, turns away bots, and gives visits
 * their names. Whatever comes in goes to exactly one of three places, so the counts balance:
 * accepted, duplicates, or rejected with the rule and the value that broke it.
 *
 * <pre>{@code
 * BehaviourStreams streams = BehaviourJob.build(rawEvents, BehaviourSettings.defaults(keyFile));
 * streams.accepted().keyBy(BehaviourEvent::product) ...
 * }</pre>
 */
@NullMarked
package io.xunbao.flinkjobs.behaviour;

import org.jspecify.annotations.NullMarked;
