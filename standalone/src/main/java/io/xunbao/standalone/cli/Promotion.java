package io.xunbao.standalone.cli;

import io.xunbao.ranker.model.ModelDraft;
import io.xunbao.ranker.model.ModelRegistry;
import io.xunbao.ranker.model.StoredModel;
import java.io.IOException;
import picocli.CommandLine.Option;

/** The option {@code --no-promote} of the verbs that train, and what becomes of their models. */
final class Promotion {
  @Option(
      names = "--no-promote",
      description = "Register the model, but leave the one that serves.")
  private boolean left;

  /** Registers a model, and lets it serve unless the option says otherwise. */
  StoredModel register(ModelRegistry registry, ModelDraft draft) throws IOException {
    StoredModel stored = registry.register(draft);
    if (!left) {
      registry.promote(stored.card().kind(), stored.card().version());
    }
    return stored;
  }

  /** What follows a model's name in a report: nothing where it does not serve. */
  String note(String serves) {
    return left ? "" : serves;
  }
}
