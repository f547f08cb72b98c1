/**
 * The streams of one installation: which jobs there are, and how the HTTP server feeds them. {@link
 * io.xunbao.standalone.stream.StreamJobs} is the list of jobs.
 */
@NullMarked
package io.xunbao.standalone.stream;

import org.jspecify.annotations.NullMarked;
