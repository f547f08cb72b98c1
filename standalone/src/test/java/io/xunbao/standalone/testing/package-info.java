/** What tests of whole processes share. */
@NullMarked
package io.xunbao.standalone.testing;

import org.jspecify.annotations.NullMarked;
