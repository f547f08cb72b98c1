/**
 * Scores in words: {@link io.xunbao.queryapi.explain.ExplanationWords} says in sentences what the
 * parts of an explanation say in numbers.
 */
@NullMarked
package io.xunbao.queryapi.explain;

import org.jspecify.annotations.NullMarked;
