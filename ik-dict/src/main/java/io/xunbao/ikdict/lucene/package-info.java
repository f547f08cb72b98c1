/** Segmentation as Lucene analyzers. */
@NullMarked
package io.xunbao.ikdict.lucene;

import org.jspecify.annotations.NullMarked;
