/**
 * Completions of what a shopper is typing. Entry type: {@link
 * io.xunbao.queryapi.suggest.Suggester}.
 */
@NullMarked
package io.xunbao.queryapi.suggest;

import org.jspecify.annotations.NullMarked;
