package io.xunbao.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class or method with a seeded random source, injected as a parameter of type {@link
 * java.util.random.RandomGenerator}. A failure prints the line that repeats it: {@code
 * -Dxunbao.seed=N}. Without that property each run draws a new seed.
 *
 * <pre>{@code
 * @Seeded
 * @Test
 * void segment_anyText_keepsOffsets(RandomGenerator random) { ... }
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SeededRandomExtension.class)
public @interface Seeded {}
