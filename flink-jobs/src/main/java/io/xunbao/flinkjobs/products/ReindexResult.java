package io.xunbao.flinkjobs.products;

import java.util.List;

/**
 * How a reindex ended.
 *
 * @param before id of the generation that was served until now
 * @param next id of the new generation
 * @param findings of the gate
 * @param swapped whether the new generation is served now
 */
public record ReindexResult(
    String before, String next, List<SwapGate.Finding> findings, boolean swapped) {
  public ReindexResult {
    findings = List.copyOf(findings);
  }

  /** Whether the gate found nothing against the swap. */
  public boolean passed() {
    return findings.stream().allMatch(SwapGate.Finding::passed);
  }
}
