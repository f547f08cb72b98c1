package io.xunbao.indexer.search;

/**
 * Facets, and how many products pass all filters, which counting them tells on the way.
 *
 * @param total exact
 */
public record FacetedTotal(Facets facets, long total) {}
