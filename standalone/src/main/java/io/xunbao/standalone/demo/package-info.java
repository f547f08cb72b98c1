/**
 * The demo's folder: sample data and its index, made once and used again while they fit. {@link
 * io.xunbao.standalone.demo.DemoShop} prepares it.
 */
@NullMarked
package io.xunbao.standalone.demo;

import org.jspecify.annotations.NullMarked;
