package io.xunbao.ranker.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * A model in a registry whose files were found as its card names them.
 *
 * @param directory holds the card and the files
 */
public record StoredModel(ModelCard card, Path directory) {
  static final String CARD = "card.json";

  /** Larger cards are refused unread. */
  private static final long MAX_CARD = 16L << 20;

  /** Larger files are refused unread. */
  private static final long MAX_FILE = 4L << 30;

  public StoredModel {
    Objects.requireNonNull(card, "card");
    Objects.requireNonNull(directory, "directory");
  }

  /** The path of one of the model's files. */
  public Path file(String name) {
    if (!card.files().containsKey(name)) {
      throw new ModelRefused(
          directory + " must hold " + name + ", its card names " + card.files().keySet());
    }
    return directory.resolve(name);
  }

  /**
   * Opens and checks a model: card, names, sizes and checksums.
   *
   * @throws ModelRefused where anything is not as the card says
   */
  static StoredModel open(Path directory, String kind, String version) throws IOException {
    Path cardFile = regular(directory.resolve(CARD), MAX_CARD);
    ModelCard card = CardJson.read(Files.readAllBytes(cardFile), cardFile);
    if (!card.kind().equals(kind) || !card.version().equals(version)) {
      throw new ModelRefused(
          cardFile
              + " must be of "
              + kind
              + " "
              + version
              + ", got "
              + card.kind()
              + " "
              + card.version());
    }
    for (Map.Entry<String, String> file : card.files().entrySet()) {
      Path path = regular(directory.resolve(file.getKey()), MAX_FILE);
      String found = Sha256.of(path);
      if (!found.equals(file.getValue())) {
        throw new ModelRefused(
            path
                + " must have SHA-256 "
                + file.getValue()
                + ", got "
                + found
                + "; it was changed or damaged");
      }
    }
    return new StoredModel(card, directory);
  }

  private static Path regular(Path file, long limit) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ModelRefused("no file " + file);
    }
    long size = Files.size(file);
    if (size > limit) {
      throw new ModelRefused(file + " must have at most " + limit + " bytes, got " + size);
    }
    return file;
  }
}
