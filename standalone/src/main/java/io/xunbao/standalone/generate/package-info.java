/**
 * Sample data from a seeded generator: a catalogue with known flaws, shoppers with hidden tastes,
 * and their clicks from a position-based model with known parameters. It is called generated
 * wherever it shows. {@link io.xunbao.standalone.generate.SampleData} writes all of it into one
 * folder.
 *
 * <pre>{@code
 * SampleData.write(Path.of("sample"), SampleSize.standard(), 1);
 * }</pre>
 */
@NullMarked
package io.xunbao.standalone.generate;

import org.jspecify.annotations.NullMarked;
