package io.xunbao.ranker.embed;

import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.embed.Kinds.WordShares;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kinds in two files of a model's folder: the centres as vectors, and the words as JSON. Models
 * made before there were kinds have neither file.
 */
final class KindsFile {
  private static final String CENTRES = "kinds.vec";
  private static final String WORDS = "kinds.json";

  /** Both names. */
  static final List<String> NAMES = List.of(CENTRES, WORDS);

  private KindsFile() {}

  /** The shape of {@code kinds.json}. */
  private record Content(Stored all, List<Stored> kinds) {}

  /** Sorted, so that the same kinds give the same bytes. */
  private record Stored(int products, TreeMap<String, Integer> counts) {
    static Stored of(WordShares shares) {
      return new Stored(shares.products(), new TreeMap<>(shares.counts()));
    }

    WordShares shares() {
      return new WordShares(products, counts);
    }
  }

  static void write(Path folder, Kinds kinds) throws IOException {
    Matrix centres = kinds.centres();
    List<String> names = IntStream.range(0, kinds.size()).mapToObj(k -> "kind" + k).toList();
    long[] products = kinds.shares().stream().mapToLong(WordShares::products).toArray();
    EmbeddingFile.write(
        folder.resolve(CENTRES),
        Embedding.of(new Vocabulary(names, products), centres.values(), centres.columns()),
        Encoding.FLOAT32);
    Content content =
        new Content(Stored.of(kinds.all()), kinds.shares().stream().map(Stored::of).toList());
    Files.write(folder.resolve(WORDS), new JsonMapper().writeValueAsBytes(content));
  }

  /**
   * Reads kinds.
   *
   * @param dimensions of the vectors beside them
   * @return null where the model has none
   * @throws BadVectorFileException where a file is damaged or missing beside the other
   */
  static @Nullable Kinds read(Path folder, int dimensions) throws IOException {
    Path centres = folder.resolve(CENTRES);
    Path words = folder.resolve(WORDS);
    if (!Files.exists(centres) && !Files.exists(words)) {
      return null;
    }
    Embedding read = EmbeddingFile.open(centres);
    try {
      Content content = new JsonMapper().readValue(Files.readAllBytes(words), Content.class);
      if (read.dimensions() != dimensions) {
        throw new IllegalArgumentException(
            "kinds must have the vectors' " + dimensions + " dimensions, got " + read.dimensions());
      }
      List<WordShares> shares = content.kinds().stream().map(Stored::shares).toList();
      return new Kinds(read.toMatrix(), shares, content.all().shares());
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new BadVectorFileException(words, "it does not fit its centres: " + e.getMessage());
    }
  }
}
