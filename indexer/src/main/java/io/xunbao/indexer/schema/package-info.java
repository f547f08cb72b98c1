/** How a product becomes a Lucene document: the fields, their types and their analyzers. */
@NullMarked
package io.xunbao.indexer.schema;

import org.jspecify.annotations.NullMarked;
