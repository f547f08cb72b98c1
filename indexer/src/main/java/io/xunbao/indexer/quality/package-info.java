/**
 * Data quality at the entrance: nothing gets into the index unseen, and nothing gets lost.
 *
 * <p>{@link io.xunbao.indexer.quality.QualityGate} turns each source record into a product or a
 * quarantine record:
 *
 * <pre>{@code
 * QualityGate gate = QualityGate.of(mapping);
 * switch (gate.check(record)) {
 *   case Outcome.Accepted accepted -> index(accepted.product());
 *   case Outcome.Quarantined refused -> quarantine.add(refused.record());
 * }
 * }</pre>
 */
@NullMarked
package io.xunbao.indexer.quality;

import org.jspecify.annotations.NullMarked;
