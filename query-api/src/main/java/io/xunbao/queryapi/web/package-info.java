/**
 * The pages: files without a build step, served from memory. Entry type: {@link
 * io.xunbao.queryapi.web.WebSite}.
 *
 * <p>The browser's own modules load each other; an import map names the one library, lit-html,
 * which Maven unpacks into the jar.
 */
@NullMarked
package io.xunbao.queryapi.web;

import org.jspecify.annotations.NullMarked;
