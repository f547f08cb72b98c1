package io.xunbao.standalone.cli;

import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import io.xunbao.indexer.catalog.MappingException;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.ranker.classify.LabelledText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The file of labelled texts that a verb reads. */
final class LabelledTexts {
  @Option(
      names = "--texts",
      paramLabel = "FILE",
      required = true,
      description = "Labelled texts in CSV, TSV or JSONL, also packed as .gz.")
  Path file = Path.of("texts");

  @Option(
      names = "--text",
      paramLabel = "COLUMN",
      description = "The column of the text (default ${DEFAULT-VALUE}).")
  String text = "text";

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "The column of the label (default ${DEFAULT-VALUE}).")
  String label = "label";

  /** The texts in the file's order; records without text or label are counted on stderr. */
  List<LabelledText> read(Segmenter segmenter, PrintWriter err) throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    int passedOver = 0;
    try (RecordReader reader = RecordReader.open(file, mapping())) {
      for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
        String said = value(record, text);
        String meant = value(record, label);
        if (said.isBlank() || meant.isBlank()) {
          passedOver++;
        } else {
          texts.add(new LabelledText(meant, words(segmenter, said)));
        }
      }
    } catch (MappingException unusable) {
      throw new CliException(
          unusable.getMessage() + "; name the columns with --text and --label", unusable);
    }
    if (passedOver > 0) {
      err.printf(Locale.ROOT, "%d records have no text or no label%n", passedOver);
    }
    return texts;
  }

  /** The words of a text, as they are at training and when a text is classified. */
  static List<String> words(Segmenter segmenter, String text) {
    return segmenter.segment(text, Mode.QUERY).stream().map(Token::text).toList();
  }

  private static String value(SourceRecord record, String column) {
    Object value = record.fields().get(column);
    return value == null ? "" : value.toString().strip();
  }

  /** The readers of product files serve; all they need to know is which columns must be there. */
  private ProductMapping mapping() {
    JsonMapper json = JsonMapper.shared();
    String yaml =
        "fields:\n  id: "
            + json.writeValueAsString(label)
            + "\n  title: "
            + json.writeValueAsString(text)
            + "\n";
    return ProductMapping.parse(yaml, "--text and --label");
  }
}
