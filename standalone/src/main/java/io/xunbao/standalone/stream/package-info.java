/**
 * The streams of one installation: which jobs there are, and how the HTTP server feeds and follows
 * them. {@link io.xunbao.standalone.stream.StreamJobs} is the list of jobs, {@link
 * io.xunbao.standalone.stream.ServerStreams} the server's side.
 */
@NullMarked
package io.xunbao.standalone.stream;

import org.jspecify.annotations.NullMarked;
