package io.xunbao.indexer.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;

/**
 * A term with its places in the dictionaries of the segments.
 *
 * @param products that have it, deleted ones that are still there with them; 0 for a term that the
 *     index lacks
 */
record KnownTerm(Term term, TermStates states, int products) {}
