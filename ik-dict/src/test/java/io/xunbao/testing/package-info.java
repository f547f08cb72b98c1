/**
 * Test support that every module shares: {@link io.xunbao.testing.Seeded} random sources that print
 * how to repeat a run, and {@link io.xunbao.testing.SharedData}, the real data that lives beside
 * the project.
 */
@NullMarked
package io.xunbao.testing;

import org.jspecify.annotations.NullMarked;
