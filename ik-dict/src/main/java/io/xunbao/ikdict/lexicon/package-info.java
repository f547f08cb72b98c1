/**
 * Immutable lexicons: words with their costs, under a version that is the hash of their content.
 */
@NullMarked
package io.xunbao.ikdict.lexicon;

import org.jspecify.annotations.NullMarked;
