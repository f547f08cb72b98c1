/**
 * Makes the bundled lexicon out of dictionaries that others publish as Maven artifacts, when the
 * project is built. Entry: {@link LexiconBuild}. Nothing here runs in a service.
 */
@NullMarked
package io.xunbao.ikdict.build;

import org.jspecify.annotations.NullMarked;
