package io.xunbao.ikdict.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.LexiconChange;
import io.xunbao.ikdict.lexicon.LexiconExtension;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Re-analysing only the affected documents gives the index that a full reindex gives. */
@Seeded
class AffectedDocumentsTest {
  private static final String[] PIECES = {
    "自然", "堂", "雅", "川", "青", "手机", "壳", "补水", "保湿", "面霜", "Mate60", " ", "-", "5", "斤", "装"
  };

  @Test
  void queries_changedLexicon_findEveryDocumentThatChanges(RandomGenerator random)
      throws IOException {
    Lexicon before = Lexicon.bundled();
    Lexicon after =
        before.with(
            new LexiconExtension(
                Map.of("自然堂", 3_000, "雅川青", 3_000, "补水", 100), Set.of("面霜", "手机")));
    Set<String> changed = LexiconChange.words(before, after);
    assertThat(changed).contains("自然堂", "雅川青", "手机");
    List<String> titles = titles(random);
    try (ByteBuffersDirectory repaired = new ByteBuffersDirectory();
        ByteBuffersDirectory whole = new ByteBuffersDirectory()) {
      add(repaired, before, titles);
      add(whole, after, titles);
      int again = repair(repaired, before, after, changed);
      assertThat(again).isPositive().isLessThan(titles.size());
      assertThat(postings(repaired)).isEqualTo(postings(whole));
    }
  }

  private static List<String> titles(RandomGenerator random) {
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder title = new StringBuilder();
      for (int n = random.nextInt(1, 7); n > 0; n--) {
        title.append(PIECES[random.nextInt(PIECES.length)]);
      }
      titles.add(title.toString());
    }
    return titles;
  }

  private static void add(ByteBuffersDirectory directory, Lexicon lexicon, List<String> titles)
      throws IOException {
    try (IndexWriter writer = writer(directory, lexicon)) {
      for (int i = 0; i < titles.size(); i++) {
        writer.addDocument(document("p" + i, titles.get(i)));
      }
    }
  }

  private static int repair(
      ByteBuffersDirectory directory, Lexicon before, Lexicon after, Set<String> changed)
      throws IOException {
    AffectedDocuments affected = new AffectedDocuments(new XunbaoAnalyzer(before, Mode.INDEX));
    List<Document> found = new ArrayList<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      StoredFields stored = reader.storedFields();
      for (Query query : affected.queries("title", changed)) {
        for (ScoreDoc hit : new IndexSearcher(reader).search(query, 1_000).scoreDocs) {
          found.add(stored.document(hit.doc));
        }
      }
    }
    try (IndexWriter writer = writer(directory, after)) {
      for (Document old : found) {
        writer.updateDocument(
            new Term("id", old.get("id")), document(old.get("id"), old.get("title")));
      }
      writer.forceMerge(1);
    }
    return found.size();
  }

  private static IndexWriter writer(ByteBuffersDirectory directory, Lexicon lexicon)
      throws IOException {
    return new IndexWriter(
        directory, new IndexWriterConfig(new XunbaoAnalyzer(lexicon, Mode.INDEX)));
  }

  private static Document document(String id, String title) {
    Document document = new Document();
    document.add(new StringField("id", id, Field.Store.YES));
    document.add(new TextField("title", title, Field.Store.YES));
    return document;
  }

  /** For each term the ids of its documents with its frequency in them. */
  private static Map<String, Set<String>> postings(ByteBuffersDirectory directory)
      throws IOException {
    Map<String, Set<String>> postings = new TreeMap<>();
    try (IndexReader reader = DirectoryReader.open(directory)) {
      StoredFields stored = reader.storedFields();
      TermsEnum terms = MultiTerms.getTerms(reader, "title").iterator();
      while (terms.next() != null) {
        Set<String> documents = new TreeSet<>();
        PostingsEnum found = terms.postings(null, PostingsEnum.FREQS);
        while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          documents.add(stored.document(found.docID()).get("id") + "x" + found.freq());
        }
        postings.put(terms.term().utf8ToString(), documents);
      }
    }
    return postings;
  }
}
