package io.xunbao.testing;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Injects the random source of a {@link Seeded} test and reports its seed when the test fails. */
final class SeededRandomExtension implements ParameterResolver, TestExecutionExceptionHandler {
  private static final String PROPERTY = "xunbao.seed";
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SeededRandomExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RandomGenerator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new SplittableRandom(seed(context));
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    failure.addSuppressed(
        new SeedOfFailure(
            String.format(
                Locale.ROOT,
                "repeat with: mvn test -Dtest=%s#%s -D%s=%d",
                context.getRequiredTestClass().getSimpleName(),
                context.getRequiredTestMethod().getName(),
                PROPERTY,
                seed(context))));
    throw failure;
  }

  private static long seed(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent("seed", key -> Long.getLong(PROPERTY, System.nanoTime()), Long.class);
  }

  /** Carries the command that repeats a failed random test; has no stack trace of its own. */
  private static final class SeedOfFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    SeedOfFailure(String message) {
      super(message, null, false, false);
    }
  }
}
