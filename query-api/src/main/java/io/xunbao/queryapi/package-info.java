/**
 * The front door: one {@link io.xunbao.queryapi.SearchRequest}, one ranked {@link
 * io.xunbao.queryapi.SearchAnswer}. Entry type: {@link io.xunbao.queryapi.SearchService}.
 *
 * <pre>{@code
 * SearchAnswer answer = service.search(SearchRequest.of("红色连衣裙"));
 * }</pre>
 */
@NullMarked
package io.xunbao.queryapi;

import org.jspecify.annotations.NullMarked;
