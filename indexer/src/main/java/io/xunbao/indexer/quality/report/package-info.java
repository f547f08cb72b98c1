/**
 * A quality report for people and machines: {@link io.xunbao.indexer.quality.report.TextReport} for
 * a terminal, {@link io.xunbao.indexer.quality.report.JsonReport} for programs, {@link
 * io.xunbao.indexer.quality.report.HtmlReport} as one page with plots that needs no other file.
 */
@NullMarked
package io.xunbao.indexer.quality.report;

import org.jspecify.annotations.NullMarked;
