package io.xunbao.queryapi;

import io.xunbao.ranker.blas.BlasReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models that serve at a moment, for health reports.
 *
 * @param ltr version of the learned ranking model; null where none serves
 * @param embeddings version of the embedding; null where none serves
 * @param withoutVectors products that cannot be found by meaning yet
 * @param problems why a newer version that was promoted does not serve; empty in the normal case
 * @param blas which backend carries out products of vectors; null where none is needed
 */
public record ServedModels(
    @Nullable String ltr,
    @Nullable String embeddings,
    int withoutVectors,
    List<String> problems,
    @Nullable BlasReport blas) {
  /** Words alone. */
  public static final ServedModels NONE = new ServedModels(null, null, 0, List.of(), null);

  public ServedModels {
    problems = List.copyOf(problems);
  }
}
