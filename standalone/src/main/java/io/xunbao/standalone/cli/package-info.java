/**
 * The command {@code xunbao}: one class a verb. {@link io.xunbao.standalone.cli.Main} wires them.
 */
@NullMarked
package io.xunbao.standalone.cli;

import org.jspecify.annotations.NullMarked;
