package io.xunbao.ikdict.lucene;

import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.WordCursor;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * The tokens of a {@link WordCursor} as a token graph: a position is an atom, so that a phrase of
 * coarse words meets fine words at the distance they have in the text.
 *
 * <p>In the query mode every token has the length of one position, and the atoms it covers beyond
 * the first are left out as holes: Lucene's query builders then make plain phrases of it.
 */
final class XunbaoTokenizer extends Tokenizer {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);

  private final WordCursor cursor;
  private final Mode mode;
  private char[] units = new char[1024];
  private int unitCount;
  private int position;
  private boolean started;

  XunbaoTokenizer(WordCursor cursor, Mode mode) {
    this.cursor = cursor;
    this.mode = mode;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!started) {
      readAll();
      cursor.start(units, unitCount);
      started = true;
    }
    clearAttributes();
    if (!cursor.next()) {
      return false;
    }
    term.copyBuffer(cursor.termBuffer(), cursor.termOffset(), cursor.termLength());
    offset.setOffset(correctOffset(cursor.start()), correctOffset(cursor.end()));
    increment.setPositionIncrement(cursor.position() - position);
    position = cursor.position();
    length.setPositionLength(mode == Mode.INDEX ? Math.max(1, cursor.positionLength()) : 1);
    type.setType(cursor.kind().name());
    return true;
  }

  private void readAll() throws IOException {
    unitCount = 0;
    for (int read = 0; read >= 0; read = input.read(units, unitCount, units.length - unitCount)) {
      unitCount += read;
      if (unitCount == units.length) {
        units = Arrays.copyOf(units, units.length * 2);
      }
    }
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    position = -1;
    started = false;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int end = correctOffset(unitCount);
    offset.setOffset(end, end);
  }
}
