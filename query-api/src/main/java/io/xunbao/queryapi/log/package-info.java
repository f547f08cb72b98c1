/**
 * What the front door writes down: requests in {@link io.xunbao.queryapi.log.AccessLog}, and what
 * was shown to whom, by {@link io.xunbao.queryapi.log.LoggedSearch}.
 */
@NullMarked
package io.xunbao.queryapi.log;

import org.jspecify.annotations.NullMarked;
