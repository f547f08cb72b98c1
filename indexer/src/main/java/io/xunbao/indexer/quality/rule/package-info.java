/**
 * The quality rules that look at one record: each a small named object that accepts, repairs, warns
 * or refuses. {@link io.xunbao.indexer.quality.rule.Rules#standard} lists them in the order in
 * which they are asked; {@link io.xunbao.indexer.quality.rule.Rule} is the seam for others.
 */
@NullMarked
package io.xunbao.indexer.quality.rule;

import org.jspecify.annotations.NullMarked;
