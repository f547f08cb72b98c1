package io.xunbao.queryapi.http;

import io.xunbao.queryapi.ServedModels;
import io.xunbao.ranker.blas.BlasReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models that serve, as JSON.
 *
 * @param withoutVectors products that cannot be found by meaning yet
 */
record ModelsBody(
    @Nullable String ltr,
    @Nullable String embeddings,
    int withoutVectors,
    List<String> problems,
    @Nullable BlasBody blas) {
  /**
   * Who carries out products of vectors.
   *
   * @param degraded whether a backend was refused or failed
   */
  record BlasBody(boolean degraded, List<BackendBody> backends, List<ChoiceBody> choices) {
    static BlasBody of(BlasReport report) {
      return new BlasBody(
          report.degraded(),
          report.backends().stream().map(b -> new BackendBody(b.name(), b.refused())).toList(),
          report.choices().stream()
              .map(c -> new ChoiceBody(c.size().vectors(), c.size().rows(), c.backend()))
              .toList());
    }
  }

  /**
   * A backend that was tried.
   *
   * @param refused why it is not used; empty where it works
   */
  record BackendBody(String name, String refused) {}

  /** Who won calls of about this size when the server started. */
  record ChoiceBody(int vectors, int rows, String backend) {}

  static ModelsBody of(ServedModels models) {
    BlasReport blas = models.blas();
    return new ModelsBody(
        models.ltr(),
        models.embeddings(),
        models.withoutVectors(),
        models.problems(),
        blas == null ? null : BlasBody.of(blas));
  }
}
