package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.LexiconChange;
import io.xunbao.ikdict.lucene.AffectedDocuments;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import io.xunbao.ikdict.wordbook.WordBook;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.StoredProducts;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.SnapshotReader;
import io.xunbao.indexer.words.IndexWords;
import io.xunbao.indexer.words.Reanalysis;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
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
      names = "--queries",
      paramLabel = "TSV",
      description = "Lines of id TAB query: print those that are cut differently.")
  @Nullable Path queries;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description =
          "Compare with the words of this index, and list its products that would be analysed"
              + " again (default: compare with the bundled words).")
  @Nullable Path index;

  @Option(names = "--all", description = "List all, not the first " + SHOWN + ".")
  boolean all;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Lexicon before = lexicon();
    Lexicon after = WordBook.read(from).lexicon();
    SortedSet<String> changed = LexiconChange.words(before, after);
    out.println("lexicon  " + before.version() + " -> " + after.version());
    out.println("words changed  " + changed.size());
    changed.stream().limit(shown()).forEach(word -> out.println("  " + word));
    if (queries != null) {
      compareQueries(queries, before, after);
    }
    if (index != null) {
      listProducts(index, before, changed);
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
        if (count++ < shown()) {
          out.println("  " + was + "  ->  " + is);
        }
      }
    }
    out.println("queries cut differently  " + count);
  }

  private static String cut(Segmenter segmenter, String text) {
    return String.join(" ", segmenter.segment(text, Mode.QUERY).stream().map(Token::text).toList());
  }

  private Lexicon lexicon() throws IOException {
    if (index == null) {
      return Lexicon.bundled();
    }
    IndexDirectory directory = IndexDirectory.at(index);
    IndexWords words = IndexWords.at(directory);
    Optional<String> served = directory.served();
    return served.isEmpty()
        ? words.current().lexicon()
        : words.of(directory.generation(served.get())).lexicon();
  }

  private int shown() {
    return all ? Integer.MAX_VALUE : SHOWN;
  }

  private void listProducts(Path folder, Lexicon before, SortedSet<String> changed)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (SnapshotReader snapshot = SnapshotReader.open(IndexDirectory.at(folder))) {
      IndexReader reader = snapshot.reader();
      FixedBitSet found = AffectedDocuments.matching(reader, Reanalysis.affected(before, changed));
      out.println("products to analyse again  " + found.cardinality() + " of " + reader.numDocs());
      StoredProducts products = new StoredProducts(reader);
      DocIdSetIterator documents = new BitSetIterator(found, found.cardinality());
      for (int listed = 0; listed < shown(); listed++) {
        int document = documents.nextDoc();
        if (document == DocIdSetIterator.NO_MORE_DOCS) {
          break;
        }
        Product product = products.read(document);
        out.println("  " + product.id() + "\t" + product.title());
      }
    }
  }
}
