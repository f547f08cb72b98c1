package io.xunbao.standalone.cli;

import io.xunbao.flinkjobs.run.RunningJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells an operator when a job changes its state, and why it failed. */
final class JobWatch {
  private final Supplier<List<RunningJob>> jobs;
  private final PrintWriter err;
  private final Map<String, String> states = new HashMap<>();
  private final Map<String, String> failures = new HashMap<>();

  /**
   * @param jobs those that run now; they may change
   */
  JobWatch(Supplier<List<RunningJob>> jobs, PrintWriter err) {
    this.jobs = jobs;
    this.err = err;
  }

  /**
   * Looks at every job once.
   *
   * @return whether one has ended, which a stream never should
   */
  boolean look() throws IOException, InterruptedException {
    boolean ended = false;
    for (RunningJob job : jobs.get()) {
      String state = job.status();
      String before = states.put(job.name(), state);
      Optional<Throwable> failure = job.failure();
      if (failure.isPresent()) {
        String reason = reason(failure.get());
        if (!reason.equals(failures.put(job.name(), reason))) {
          err.println(job.name() + " failed and starts again from its last checkpoint: " + reason);
        }
      }
      if (before != null && !before.equals(state)) {
        err.println(job.name() + " is " + state);
      }
      ended |= job.ended();
    }
    err.flush();
    return ended;
  }

  /** The innermost cause that says something. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
  }
}
