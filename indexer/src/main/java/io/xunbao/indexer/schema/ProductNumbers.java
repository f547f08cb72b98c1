package io.xunbao.indexer.schema;

import org.jspecify.annotations.Nullable;

/**
 * The newest numbers of a product; null where unknown.
 *
 * @param priceFen price in fen
 * @param stock items in stock
 * @param sales items sold
 * @param comments reviews written
 * @param updatedAt when it was last changed, in milliseconds of the epoch
 */
public record ProductNumbers(
    @Nullable Long priceFen,
    @Nullable Long stock,
    @Nullable Long sales,
    @Nullable Long comments,
    @Nullable Long updatedAt) {}
