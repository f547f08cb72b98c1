package io.xunbao.standalone.cli;

import io.xunbao.ranker.classify.ClassifierFiles;
import io.xunbao.ranker.classify.TextClassifier;
import io.xunbao.ranker.model.StoredModel;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which classifier of which registry a verb is about. */
final class ClassifierChoice {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,20}");

  @Mixin RegistryOption registry = new RegistryOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Which of several classifiers, such as sentiment; each serves for itself.")
  @Nullable String name;

  /** The kind in the registry: {@code classifier}, or {@code classifier-NAME}. */
  String kind() {
    if (name == null) {
      return ClassifierFiles.KIND;
    }
    if (!NAME.matcher(name).matches()) {
      throw new CliException("--name must match " + NAME + ", got '" + name + "'");
    }
    return ClassifierFiles.KIND + "-" + name;
  }

  /** The classifier that serves. */
  TextClassifier load() throws IOException {
    StoredModel stored =
        registry
            .open()
            .current(kind())
            .orElseThrow(
                () ->
                    new CliException(
                        "no model "
                            + kind()
                            + " in "
                            + registry.folder()
                            + "; train one: ./xunbao train classifier --texts FILE --models "
                            + registry.folder()
                            + (name == null ? "" : " --name " + name)));
    return ClassifierFiles.load(stored);
  }
}
