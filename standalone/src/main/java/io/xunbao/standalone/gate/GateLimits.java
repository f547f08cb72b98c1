package io.xunbao.standalone.gate;

/**
 * How far a new generation may differ from the served one.
 *
 * @param leastDocuments documents of the new one as a share of the served one's, at least
 * @param mostDocuments the same, at most
 * @param leastOverlap mean share of the served top ten that is in the new top ten, at least
 * @param mostLoss of mean nDCG@10 on judged queries, at most
 */
public record GateLimits(
    double leastDocuments, double mostDocuments, double leastOverlap, double mostLoss) {
  public GateLimits {
    if (!(leastDocuments >= 0 && leastDocuments <= mostDocuments)) {
      throw new IllegalArgumentException(
          "least documents must be in 0..most documents, got "
              + leastDocuments
              + " and "
              + mostDocuments);
    }
    if (!(leastOverlap >= 0 && leastOverlap <= 1)) {
      throw new IllegalArgumentException("least overlap must be in 0..1, got " + leastOverlap);
    }
    if (!(mostLoss >= 0 && mostLoss <= 1)) {
      throw new IllegalArgumentException("most loss must be in 0..1, got " + mostLoss);
    }
  }
}
