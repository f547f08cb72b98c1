package io.xunbao.ranker.blas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads backends and checks each against plain Java. One that does not load or does not agree is
 * left out with a warning that names the reason; plain Java always remains.
 */
final class BlasBackends {
  private static final Logger LOG = LoggerFactory.getLogger(BlasBackends.class);

  /** A backend that may be there: its name and how to load it. */
  record Candidate(String name, Supplier<Blas> loading) {}

  private final List<Blas> working = new ArrayList<>();
  private final List<BlasReport.Backend> found = new ArrayList<>();

  BlasBackends(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      load(candidate);
    }
    if (working.isEmpty()) {
      load(new Candidate("plain", PlainBlas::new));
    }
  }

  /** Every backend of this project, the fastest for one vector first. */
  static List<Candidate> all() {
    return List.of(
        new Candidate("vector-api", VectorBlas::new),
        new Candidate("openblas", OpenBlas::new),
        new Candidate("jblas", JblasBlas::new),
        new Candidate("plain", PlainBlas::new));
  }

  /** The backends that need no native library. */
  static List<Candidate> javaOnly() {
    return List.of(
        new Candidate("vector-api", VectorBlas::new), new Candidate("plain", PlainBlas::new));
  }

  List<Blas> working() {
    return List.copyOf(working);
  }

  List<BlasReport.Backend> found() {
    return List.copyOf(found);
  }

  private void load(Candidate candidate) {
    Optional<String> refused;
    try {
      Blas blas = candidate.loading().get();
      refused = BlasCheck.differenceOf(blas);
      if (refused.isEmpty()) {
        working.add(blas);
      }
    } catch (LinkageError | RuntimeException e) {
      refused = Optional.of(e.toString());
    }
    refused.ifPresent(
        reason ->
            LOG.warn(
                "BLAS backend {} is not used: {}; the others do its work",
                candidate.name(),
                reason));
    found.add(new BlasReport.Backend(candidate.name(), refused.orElse("")));
  }
}
