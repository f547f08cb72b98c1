/** How exact, fresh and fast the streams of behaviour are. */
@NullMarked
package io.xunbao.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
