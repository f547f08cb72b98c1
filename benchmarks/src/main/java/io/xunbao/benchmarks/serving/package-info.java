/**
 * The server under load, over HTTP; {@link io.xunbao.benchmarks.serving.SearchLoad} is the entry.
 */
@NullMarked
package io.xunbao.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
