package io.xunbao.ranker.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code train embeddings} makes and serving opens: word vectors, how texts are made of them,
 * and the products of the catalogue it was trained on. A folder of three files.
 */
public record EmbeddingModel(TextVectors texts, ProductVectors products) {
  /** The model's kind in the registry. */
  public static final String KIND = "embeddings";

  /** The format's name on the model's card. */
  public static final String FORMAT = "xunbao-vectors-1";

  private static final String WORDS = "words.vec";
  private static final String PRODUCTS = "products.vec";
  private static final String TEXTS = "texts.json";

  public EmbeddingModel {
    Objects.requireNonNull(texts, "texts");
    if (texts.dimensions() != products.dimensions()) {
      throw new IllegalArgumentException(
          "words and products must have as many dimensions, got "
              + texts.dimensions()
              + " and "
              + products.dimensions());
    }
  }

  /** The shape of {@code texts.json}. */
  record TextSettings(double smoothing, float[] common) {}

  /** The content of each file of the model by its name, as a registry takes it. */
  public Map<String, byte[]> files(Encoding encoding) throws IOException {
    Path folder = Files.createTempDirectory("xunbao-embedding");
    try {
      write(folder, encoding);
      Map<String, byte[]> files = new LinkedHashMap<>();
      for (String name : List.of(WORDS, PRODUCTS, TEXTS)) {
        files.put(name, Files.readAllBytes(folder.resolve(name)));
      }
      return files;
    } finally {
      for (String name : List.of(WORDS, PRODUCTS, TEXTS)) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  /** Writes the files of the model into an existing folder. */
  public void write(Path folder, Encoding encoding) throws IOException {
    EmbeddingFile.write(folder.resolve(WORDS), texts.embedding(), encoding);
    EmbeddingFile.write(folder.resolve(PRODUCTS), products.toEmbedding(), encoding);
    Files.write(
        folder.resolve(TEXTS),
        new JsonMapper().writeValueAsBytes(new TextSettings(texts.smoothing(), texts.common())));
  }

  /**
   * Opens a folder that {@link #write} made.
   *
   * @throws BadVectorFileException where one of its files is damaged or does not fit the others
   */
  public static EmbeddingModel open(Path folder) throws IOException {
    TextVectors texts = openTexts(folder);
    try {
      return new EmbeddingModel(
          texts, ProductVectors.of(EmbeddingFile.open(folder.resolve(PRODUCTS))));
    } catch (IllegalArgumentException e) {
      throw new BadVectorFileException(
          folder.resolve(PRODUCTS), "it does not fit its words: " + e.getMessage());
    }
  }

  /**
   * Opens only what makes vectors of texts: its words stay in the mapped file.
   *
   * @throws BadVectorFileException where one of its files is damaged or does not fit the others
   */
  public static TextVectors openTexts(Path folder) throws IOException {
    Embedding words = EmbeddingFile.open(folder.resolve(WORDS));
    Path settings = folder.resolve(TEXTS);
    try {
      TextSettings read =
          new JsonMapper().readValue(Files.readAllBytes(settings), TextSettings.class);
      return new TextVectors(words, read.smoothing(), read.common());
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new BadVectorFileException(settings, "it does not fit its vectors: " + e.getMessage());
    }
  }
}
