package io.xunbao.ranker.classify;

import io.xunbao.ranker.embed.BadVectorFileException;
import io.xunbao.ranker.embed.Embedding;
import io.xunbao.ranker.embed.EmbeddingFile;
import io.xunbao.ranker.embed.Encoding;
import io.xunbao.ranker.model.ModelRefused;
import io.xunbao.ranker.model.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A classifier in the registry of models: the vectors of its features and of its labels as vector
 * files, and {@code classifier.json} with the temperature and golden texts, whose probabilities
 * must come out again at every load.
 */
public final class ClassifierFiles {
  /**
   * The kind of classifiers in a registry; one that is not for intents adds a name, such as {@code
   * classifier-sentiment}.
   */
  public static final String KIND = "classifier";

  /** The format's name on the model's card. */
  public static final String FORMAT = "xunbao-classifier-1";

  private static final String FEATURES = "features.vec";
  private static final String LABELS = "labels.vec";
  private static final String SETTINGS = "classifier.json";
  private static final long MAX_SETTINGS = 16L << 20;
  private static final double TOLERANCE = 1e-3;

  private ClassifierFiles() {}

  /** The shape of {@code classifier.json}. */
  record Settings(int buckets, double temperature, List<Golden> golden) {
    Settings {
      golden = List.copyOf(golden);
    }
  }

  /** A text and the probability of each label that must come of it. */
  record Golden(List<String> words, double[] probabilities) {
    Golden {
      words = List.copyOf(words);
    }
  }

  /**
   * The content of each file by its name, as a registry takes it.
   *
   * @param examples texts that become golden; at least one
   */
  public static Map<String, byte[]> write(
      TextClassifier classifier, Encoding encoding, List<List<String>> examples)
      throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    StoredRows rows = StoredRows.of(classifier);
    files.put(FEATURES, bytes(rows.features(), encoding));
    files.put(LABELS, bytes(rows.labels(), Encoding.FLOAT32));
    Settings draft =
        new Settings(classifier.features().buckets(), classifier.temperature(), List.of());
    TextClassifier stored = encoding == Encoding.FLOAT32 ? classifier : decoded(files, draft);
    List<Golden> golden =
        examples.stream().map(text -> new Golden(text, stored.probabilities(text))).toList();
    files.put(
        SETTINGS,
        new JsonMapper()
            .writeValueAsBytes(new Settings(draft.buckets(), draft.temperature(), golden)));
    return files;
  }

  private static byte[] bytes(Embedding rows, Encoding encoding) throws IOException {
    Path file = Files.createTempFile("xunbao-classifier", ".vec");
    try {
      EmbeddingFile.write(file, rows, encoding);
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** What reading the vector files back gives: an encoding may have rounded them. */
  private static TextClassifier decoded(Map<String, byte[]> files, Settings settings)
      throws IOException {
    Path folder = Files.createTempDirectory("xunbao-classifier");
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
      return classifier(folder, settings);
    } finally {
      for (String name : files.keySet()) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  private static TextClassifier classifier(Path folder, Settings settings) throws IOException {
    return new StoredRows(
            EmbeddingFile.open(folder.resolve(FEATURES)),
            EmbeddingFile.open(folder.resolve(LABELS)))
        .toClassifier(settings.buckets(), settings.temperature());
  }

  /**
   * Reads a stored classifier.
   *
   * @throws ModelRefused where it is damaged, hostile, of another format, or does not give its
   *     golden probabilities
   */
  public static TextClassifier load(StoredModel stored) throws IOException {
    if (!stored.card().format().equals(FORMAT)) {
      throw new ModelRefused(
          "the format must be " + FORMAT + ", got " + stored.card().format() + "; train it again");
    }
    Path file = stored.file(SETTINGS);
    if (Files.size(file) > MAX_SETTINGS) {
      throw new ModelRefused(
          file + " must have at most " + MAX_SETTINGS + " bytes, got " + Files.size(file));
    }
    stored.file(FEATURES);
    stored.file(LABELS);
    try {
      Settings settings = new JsonMapper().readValue(Files.readAllBytes(file), Settings.class);
      TextClassifier classifier = classifier(stored.directory(), settings);
      requireGolden(classifier, settings.golden());
      return classifier;
    } catch (BadVectorFileException
        | JacksonException
        | IllegalArgumentException
        | NullPointerException e) {
      throw new ModelRefused("the classifier cannot be read: " + e.getMessage(), e);
    }
  }

  private static void requireGolden(TextClassifier classifier, List<Golden> golden) {
    if (golden.isEmpty()) {
      throw new ModelRefused("a classifier must come with golden texts, got none");
    }
    for (Golden text : golden) {
      double[] found = classifier.probabilities(text.words());
      for (int i = 0; i < found.length; i++) {
        boolean alike =
            found.length == text.probabilities().length
                && Math.abs(found[i] - text.probabilities()[i]) <= TOLERANCE;
        if (!alike) {
          throw new ModelRefused(
              "a golden text must give "
                  + java.util.Arrays.toString(text.probabilities())
                  + ", got "
                  + java.util.Arrays.toString(found)
                  + "; the model was changed");
        }
      }
    }
  }
}
