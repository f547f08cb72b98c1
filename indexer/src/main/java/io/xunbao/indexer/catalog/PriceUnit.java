package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a number in a price field counts. */
public enum PriceUnit {
  /** Whole currency units, with up to two decimals. */
  @JsonProperty("yuan")
  YUAN(2),
  /** Hundredths: fen, cents. */
  @JsonProperty("fen")
  FEN(0);

  private final int shift;

  PriceUnit(int shift) {
    this.shift = shift;
  }

  /** By how many decimal places a number is moved to count fen. */
  int shift() {
    return shift;
  }
}
