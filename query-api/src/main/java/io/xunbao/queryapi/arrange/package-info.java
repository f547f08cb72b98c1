/** How an answer is laid out in pages. */
@NullMarked
package io.xunbao.queryapi.arrange;

import org.jspecify.annotations.NullMarked;
