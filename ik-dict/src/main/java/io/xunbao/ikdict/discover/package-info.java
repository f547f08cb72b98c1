/** New words out of a shop's own titles and queries. Entry: {@link WordDiscovery}. */
@NullMarked
package io.xunbao.ikdict.discover;

import org.jspecify.annotations.NullMarked;
