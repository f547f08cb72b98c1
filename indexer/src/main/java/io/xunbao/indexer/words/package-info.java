/**
 * The words that an index is cut with: published beside its generations, found by whoever writes or
 * searches one, and exchanged by analysing again only the products that hold a changed word. Entry:
 * {@link io.xunbao.indexer.words.IndexWords}.
 */
@NullMarked
package io.xunbao.indexer.words;

import org.jspecify.annotations.NullMarked;
