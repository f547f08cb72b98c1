package io.xunbao.benchmarks.text;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.ranker.classify.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reviews of {@code reviews/online-shopping-reviews.csv}, labelled by one of its columns. */
final class Reviews {
  private static final Segmenter SEGMENTER = new Segmenter(Lexicon.bundled());

  private Reviews() {}

  /**
   * Reads the reviews that are not empty.
   *
   * @param column {@code cat} for the category, {@code label} for the mood
   */
  static List<LabelledText> read(Path data, String column) throws IOException {
    Path file = data.resolve("reviews/online-shopping-reviews.csv");
    String mapping = "fields: {id: " + column + ", title: review}\n";
    List<LabelledText> texts = new ArrayList<>();
    try (RecordReader reader =
        RecordReader.open(file, ProductMapping.parse(mapping, "the reviews' columns"))) {
      for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
        String text = field(record, "review");
        if (!text.isBlank()) {
          texts.add(new LabelledText(field(record, column), words(text)));
        }
      }
    }
    return texts;
  }

  private static String field(SourceRecord record, String name) {
    Object value = record.fields().get(name);
    return value == null ? "" : value.toString();
  }

  private static List<String> words(String text) {
    return SEGMENTER.segment(text, Mode.QUERY).stream().map(Token::text).toList();
  }
}
