package io.xunbao.standalone.generate;

import java.util.Locale;

/**
 * How much sample data is wanted.
 *
 * @param records product records, dirty ones included
 * @param shoppers people who search
 * @param sessions searches of each
 */
public record SampleSize(int records, int shoppers, int sessions) {
  public SampleSize {
    if (records < 1 || shoppers < 0 || sessions < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "records must be >= 1, shoppers and sessions >= 0, got %d, %d, %d",
              records,
              shoppers,
              sessions));
    }
  }

  /** 5,000 records, 400 shoppers of 25 sessions. */
  public static SampleSize standard() {
    return new SampleSize(5_000, 400, 25);
  }
}
