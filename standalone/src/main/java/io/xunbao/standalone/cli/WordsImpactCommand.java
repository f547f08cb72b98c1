package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.LexiconChange;
import io.xunbao.ikdict.lucene.AffectedDocuments;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import io.xunbao.ikdict.wordbook.WordBook;
import io.xunbao.ikdict.wordbook.WordBookStore;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.SnapshotReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao words impact}: what publishing a folder of words would change. */
@Command(
    name = "impact",
    description = "Show which words, queries and products a folder of words would change.")
final class WordsImpactCommand implements Callable<Integer> {
  private static final int SHOWN = 50;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = "The folder of words that may be published.")
  Path from = Path.of("");

  @Option(
      names = "--words",
      paramLabel = "DIR",
      description = "The store of words in force (default: the bundled lexicon).")
  @Nullable Path words;

  @Option(
      names = "--queries",
      paramLabel = "TSV",
      description = "Lines of id TAB query: print those that are cut differently.")
  @Nullable Path queries;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Count the products of this index that must be analyzed again.")
  @Nullable Path index;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Lexicon before =
        words == null ? Lexicon.bundled() : WordBookStore.open(words).current().lexicon();
    Lexicon after = WordBook.read(from).lexicon();
    SortedSet<String> changed = LexiconChange.words(before, after);
    out.println("lexicon  " + before.version() + " -> " + after.version());
    out.println("words changed  " + changed.size());
    changed.stream().limit(SHOWN).forEach(word -> out.println("  " + word));
    if (queries != null) {
      compareQueries(queries, before, after);
    }
    if (index != null) {
      countProducts(index, before, changed);
    }
    return ExitCode.DONE;
  }

  private void compareQueries(Path file, Lexicon before, Lexicon after) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Segmenter old = new Segmenter(before);
    Segmenter now = new Segmenter(after);
    int count = 0;
    for (String line : Files.readAllLines(file)) {
      String query = line.substring(line.indexOf('\t') + 1);
      String was = cut(old, query);
      String is = cut(now, query);
      if (!was.equals(is)) {
        if (count++ < SHOWN) {
          out.println("  " + was + "  ->  " + is);
        }
      }
    }
    out.println("queries cut differently  " + count);
  }

  private static String cut(Segmenter segmenter, String text) {
    return String.join(" ", segmenter.segment(text, Mode.QUERY).stream().map(Token::text).toList());
  }

  private void countProducts(Path folder, Lexicon before, SortedSet<String> changed)
      throws IOException {
    AffectedDocuments affected = new AffectedDocuments(new Segmenter(before));
    try (SnapshotReader snapshot = SnapshotReader.open(IndexDirectory.at(folder))) {
      long count =
          AffectedDocuments.count(snapshot.reader(), affected.queries(IndexSchema.TITLE, changed));
      spec.commandLine()
          .getOut()
          .println("products affected by title  " + count + " of " + snapshot.reader().numDocs());
    }
  }
}
