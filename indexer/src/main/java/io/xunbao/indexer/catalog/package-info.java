/** Products as the catalogue knows them, and how records of other shapes become products. */
@NullMarked
package io.xunbao.indexer.catalog;

import org.jspecify.annotations.NullMarked;
