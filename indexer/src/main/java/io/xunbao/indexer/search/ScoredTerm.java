package io.xunbao.indexer.search;

import org.jspecify.annotations.Nullable;

/**
 * A term of the index, looked up for one use.
 *
 * @param score null where the term does not score
 * @param marks bits of {@link MatchPlan}
 */
record ScoredTerm(KnownTerm term, @Nullable TermScore score, long marks) {}
