/** Tests of the HTTP API against a real server on a free port. */
@NullMarked
package io.xunbao.queryapi.http;

import org.jspecify.annotations.NullMarked;
