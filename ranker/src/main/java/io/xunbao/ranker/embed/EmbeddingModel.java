package io.xunbao.ranker.embed;

import io.xunbao.ranker.blas.Blas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code train embeddings} makes and serving opens: word vectors, how texts are made of them,
 * the products of the catalogue it was trained on, and their kinds. A folder of five files.
 *
 * @param kinds null where no product has a vector, and in models made before there were kinds
 */
public record EmbeddingModel(TextVectors texts, ProductVectors products, @Nullable Kinds kinds) {
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

  /**
   * A model with the kinds of its products.
   *
   * @param words the words of each product, in the order of the vectors
   */
  public static EmbeddingModel withKinds(
      TextVectors texts, ProductVectors products, List<List<String>> words, long seed, Blas blas) {
    return new EmbeddingModel(texts, products, products.kinds(words, seed, blas));
  }

  /** The shape of {@code texts.json}. */
  record TextSettings(double smoothing, float[] common) {}

  /** The content of each file of the model by its name, as a registry takes it. */
  public Map<String, byte[]> files(Encoding encoding) throws IOException {
    Path folder = Files.createTempDirectory("xunbao-embedding");
    try {
      write(folder, encoding);
      Map<String, byte[]> files = new LinkedHashMap<>();
      for (String name : names()) {
        files.put(name, Files.readAllBytes(folder.resolve(name)));
      }
      return files;
    } finally {
      for (String name : names()) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(WORDS, PRODUCTS, TEXTS));
    names.addAll(kinds == null ? List.of() : KindsFile.NAMES);
    return names;
  }

  /** Writes the files of the model into an existing folder. */
  public void write(Path folder, Encoding encoding) throws IOException {
    EmbeddingFile.write(folder.resolve(WORDS), texts.embedding(), encoding);
    EmbeddingFile.write(folder.resolve(PRODUCTS), products.toEmbedding(), encoding);
    Files.write(
        folder.resolve(TEXTS),
        new JsonMapper().writeValueAsBytes(new TextSettings(texts.smoothing(), texts.common())));
    if (kinds != null) {
      KindsFile.write(folder, kinds);
    }
  }

  /**
   * Opens a folder that {@link #write} made.
   *
   * @throws BadVectorFileException where one of its files is damaged or does not fit the others
   */
  public static EmbeddingModel open(Path folder) throws IOException {
    TextSpace space = openTexts(folder);
    try {
      return new EmbeddingModel(
          space.texts(),
          ProductVectors.of(EmbeddingFile.open(folder.resolve(PRODUCTS))),
          space.kinds());
    } catch (IllegalArgumentException e) {
      throw new BadVectorFileException(
          folder.resolve(PRODUCTS), "it does not fit its words: " + e.getMessage());
    }
  }

  /**
   * Opens only what serving needs, without the products: the words stay in the mapped file.
   *
   * @throws BadVectorFileException where one of its files is damaged or does not fit the others
   */
  public static TextSpace openTexts(Path folder) throws IOException {
    Embedding words = EmbeddingFile.open(folder.resolve(WORDS));
    Path settings = folder.resolve(TEXTS);
    try {
      TextSettings read =
          new JsonMapper().readValue(Files.readAllBytes(settings), TextSettings.class);
      TextVectors texts = new TextVectors(words, read.smoothing(), read.common());
      return new TextSpace(texts, KindsFile.read(folder, texts.dimensions()));
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new BadVectorFileException(settings, "it does not fit its vectors: " + e.getMessage());
    }
  }
}
