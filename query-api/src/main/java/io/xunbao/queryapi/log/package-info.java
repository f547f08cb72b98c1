/** What the front door writes down. Entry type: {@link io.xunbao.queryapi.log.AccessLog}. */
@NullMarked
package io.xunbao.queryapi.log;

import org.jspecify.annotations.NullMarked;
