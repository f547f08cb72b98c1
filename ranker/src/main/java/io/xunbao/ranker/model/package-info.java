/**
 * Ranking models: {@link io.xunbao.ranker.model.Model} scores rows of features; {@link
 * io.xunbao.ranker.model.ModelRegistry} keeps the versions of every kind and which one serves.
 */
@NullMarked
package io.xunbao.ranker.model;

import org.jspecify.annotations.NullMarked;
