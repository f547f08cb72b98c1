package io.xunbao.flinkjobs.products;

import java.io.IOException;
import java.util.List;

/** Decides whether a new generation may take the place of the served one. */
public interface SwapGate {
  /**
   * Compares the newest snapshots of two generations, which go on being written.
   *
   * @param served id of the generation that is served now
   * @param next id of the one that would be served
   * @return one finding a measure
   */
  List<Finding> compare(String served, String next) throws IOException;

  /**
   * What one measure says.
   *
   * @param text the measure, both values and the threshold, for people
   */
  record Finding(boolean passed, String text) {}
}
