/**
 * What a shopper's words mean: {@link io.xunbao.queryapi.understand.QueryUnderstanding} turns what
 * was typed into what is searched, and records each step.
 */
@NullMarked
package io.xunbao.queryapi.understand;

import org.jspecify.annotations.NullMarked;
