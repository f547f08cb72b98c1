package io.xunbao.indexer.search;

import java.util.Objects;
import org.apache.lucene.index.Term;

/**
 * What a term says of each product that has it.
 *
 * @param weight of the term in the score; 0 for a term that only decides what matches
 * @param marks bits of {@link MatchPlan}
 */
record TermUse(Term term, float weight, long marks) {
  TermUse {
    Objects.requireNonNull(term, "term");
  }

  TermUse and(TermUse other) {
    return new TermUse(term, weight + other.weight, marks | other.marks);
  }
}
