package io.xunbao.ranker.embed;

import org.deeplearning4j.models.sequencevectors.interfaces.SequenceIterator;
import org.deeplearning4j.models.sequencevectors.sequence.Sequence;
import org.deeplearning4j.models.word2vec.VocabWord;

/**
 * A corpus as Deeplearning4j reads it: each word stands for its row in the vocabulary. Read by one
 * thread at a time.
 */
final class CorpusSequences implements SequenceIterator<VocabWord> {
  private final Corpus corpus;
  private int next;

  CorpusSequences(Corpus corpus) {
    this.corpus = corpus;
  }

  /** What a row of the vocabulary is called in the library. */
  static String label(int row) {
    return Integer.toString(row);
  }

  @Override
  public boolean hasMoreSequences() {
    return next < corpus.sentences();
  }

  @Override
  public Sequence<VocabWord> nextSequence() {
    Sequence<VocabWord> sequence = new Sequence<>();
    for (int i = corpus.start(next); i < corpus.end(next); i++) {
      sequence.addElement(new VocabWord(1, label(corpus.rows()[i])));
    }
    sequence.setSequenceId(next++);
    return sequence;
  }

  @Override
  public void reset() {
    next = 0;
  }
}
