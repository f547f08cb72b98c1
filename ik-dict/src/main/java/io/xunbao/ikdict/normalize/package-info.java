/**
 * Text in one spelling: NFKC, lower case, half width, simplified, with the way back to the original
 * offsets. Entry: {@link TextNormalizer}.
 */
@NullMarked
package io.xunbao.ikdict.normalize;

import org.jspecify.annotations.NullMarked;
