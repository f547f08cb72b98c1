/**
 * What is asked before a new generation of the index is served: {@link
 * io.xunbao.standalone.gate.GenerationGate} compares it with the served one.
 */
@NullMarked
package io.xunbao.standalone.gate;

import org.jspecify.annotations.NullMarked;
