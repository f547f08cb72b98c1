/** Segmentation of text into words, in a fine mode for the index and a coarse mode for queries. */
@NullMarked
package io.xunbao.ikdict.segment;

import org.jspecify.annotations.NullMarked;
