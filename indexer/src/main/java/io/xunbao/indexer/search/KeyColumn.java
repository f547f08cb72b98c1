package io.xunbao.indexer.search;

/**
 * The values of a key field of one segment's products, by the numbers of {@link KeyNames}: those of
 * document {@code d} stand in {@code numbers} from {@code starts[d]} up to {@code starts[d + 1]}.
 * Eight bytes a product and four more a further value, in place of a look into the index a product
 * and search.
 *
 * @param starts one a document, and the length of {@code numbers}
 * @param numbers of all documents, one document after the other
 */
record KeyColumn(int[] starts, int[] numbers) {}
