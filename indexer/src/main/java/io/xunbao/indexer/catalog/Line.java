package io.xunbao.indexer.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One physical line of a source, without its line end.
 *
 * @param number from 1
 * @param defect why the text is not to be trusted; null when it is sound
 */
record Line(long number, String text, @Nullable RecordDefect defect) {}
