package io.xunbao.indexer.words;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.Generation;
import java.io.IOException;
import java.util.Locale;

/**
 * A generation that this build cannot search rightly: its fields or its words are others, so that
 * queries would silently miss products.
 */
public final class IncompatibleIndexException extends IOException {
  private static final long serialVersionUID = 1;

  private IncompatibleIndexException(Generation generation, String what, String has, String needs) {
    super(
        String.format(
            Locale.ROOT,
            "%s was built with %s %s, and this build searches with %s: queries would miss products."
                + " Build the index again with ./xunbao index",
            generation.id(),
            what,
            has,
            needs));
  }

  static void checkSchema(Generation generation) throws IncompatibleIndexException {
    String schema = Integer.toString(IndexSchema.VERSION);
    if (!generation.schemaVersion().equals(schema)) {
      throw new IncompatibleIndexException(
          generation, "schema", generation.schemaVersion(), schema);
    }
  }

  static IncompatibleIndexException lexicon(Generation generation, String known) {
    return new IncompatibleIndexException(
        generation, "lexicon", generation.lexiconVersion(), known);
  }
}
