package io.xunbao.ranker.model;

import io.xunbao.ranker.feature.FeatureSchema;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory of models: {@code <kind>/<version>/} with a card and the model's files, and {@code
 * <kind>/CURRENT}, whose first line is the version that serves and whose next lines are the ones
 * that served before it.
 *
 * <p>Versions are never changed once written; promotion is the rename of one small file, so that a
 * reader sees the old version or the new one. Models are data: nothing in the directory is run.
 */
public final class ModelRegistry {
  private static final String CURRENT = "CURRENT";
  private static final int HISTORY = 50;
  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path root;
  private final Clock clock;
  private final Map<String, ModelCheck> checks;

  /**
   * Opens a registry; the directory need not exist yet.
   *
   * @param checks what a model of a kind must pass before it is promoted; a check of {@code
   *     classifier} is also that of {@code classifier-sentiment}
   */
  public ModelRegistry(Path root, Clock clock, Map<String, ModelCheck> checks) {
    this.root = root;
    this.clock = clock;
    this.checks = Map.copyOf(checks);
  }

  /** Writes a model under the next version of its kind, without promoting it. */
  public StoredModel register(ModelDraft draft) throws IOException {
    Path kind = Files.createDirectories(root.resolve(draft.kind()));
    Path temporary = Files.createTempDirectory(kind, ".writing-");
    try {
      return write(draft, kind, temporary);
    } finally {
      deleteLeftovers(temporary);
    }
  }

  private StoredModel write(ModelDraft draft, Path kind, Path temporary) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> file : new TreeMap<>(draft.content()).entrySet()) {
      writeDurably(temporary.resolve(file.getKey()), file.getValue());
      files.put(file.getKey(), Sha256.of(file.getValue()));
    }
    String version = VERSION.format(clock.instant());
    ModelCard card = card(draft, version, files);
    writeDurably(temporary.resolve(StoredModel.CARD), CardJson.write(card));
    Path directory = kind.resolve(version);
    Files.move(temporary, directory, StandardCopyOption.ATOMIC_MOVE);
    return new StoredModel(card, directory);
  }

  private ModelCard card(ModelDraft draft, String version, Map<String, String> files) {
    return new ModelCard(
        draft.kind(),
        version,
        draft.format(),
        clock.instant().toString(),
        draft.trainingData(),
        draft.features(),
        draft.features().isEmpty() ? "" : new FeatureSchema(draft.features()).fingerprint(),
        new TreeMap<>(draft.parameters()),
        new TreeMap<>(draft.metrics()),
        draft.golden(),
        files);
  }

  /**
   * Makes a version the one that serves, after it passed its check.
   *
   * @throws ModelRefused where it is damaged or fails; the version before stays
   */
  public void promote(String kind, String version) throws IOException {
    StoredModel model = open(kind, version);
    ModelCheck check = checks.get(checks.containsKey(kind) ? kind : family(kind));
    if (check != null) {
      check.check(model);
    }
    List<String> history = new ArrayList<>(history(kind));
    history.remove(version);
    history.addFirst(version);
    writeHistory(kind, history.subList(0, Math.min(HISTORY, history.size())));
  }

  /**
   * Returns to the version that served before.
   *
   * @return that version
   * @throws ModelRefused where there is none
   */
  public String rollback(String kind) throws IOException {
    List<String> history = history(kind);
    if (history.size() < 2) {
      throw new ModelRefused("no version of " + kind + " served before the current one in " + root);
    }
    open(kind, history.get(1));
    writeHistory(kind, history.subList(1, history.size()));
    return history.get(1);
  }

  private static String family(String kind) {
    int end = kind.indexOf('-');
    return end < 0 ? kind : kind.substring(0, end);
  }

  private void writeHistory(String kind, List<String> history) throws IOException {
    Path temporary = Files.createTempFile(root.resolve(kind), ".current-", "");
    writeDurably(temporary, (String.join("\n", history) + "\n").getBytes(StandardCharsets.UTF_8));
    Files.move(temporary, root.resolve(kind).resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The version of a kind that serves. */
  public Optional<String> currentVersion(String kind) throws IOException {
    return history(kind).stream().findFirst();
  }

  /**
   * The model of a kind that serves, its files checked.
   *
   * @throws ModelRefused where it is damaged
   */
  public Optional<StoredModel> current(String kind) throws IOException {
    Optional<String> version = currentVersion(kind);
    return version.isEmpty() ? Optional.empty() : Optional.of(open(kind, version.get()));
  }

  /** Opens one version and checks its files. */
  public StoredModel open(String kind, String version) throws IOException {
    Names.requireKind(kind);
    Names.requireVersion(version);
    Path directory = root.resolve(kind).resolve(version);
    if (!Files.isDirectory(directory)) {
      throw new ModelRefused(
          "no model " + kind + " " + version + " in " + root + "; there are: " + versions(kind));
    }
    return StoredModel.open(directory, kind, version);
  }

  /** The versions of every kind, oldest first. */
  public Map<String, List<String>> list() throws IOException {
    Map<String, List<String>> kinds = new TreeMap<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> found = Files.list(root)) {
        for (Path kind : found.filter(Files::isDirectory).toList()) {
          String name = kind.getFileName().toString();
          if (Names.isKind(name)) {
            kinds.put(name, versions(name));
          }
        }
      }
    }
    return kinds;
  }

  private List<String> versions(String kind) throws IOException {
    Path directory = root.resolve(kind);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(directory)) {
      return found
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .filter(Names::isVersion)
          .sorted()
          .toList();
    }
  }

  private List<String> history(String kind) throws IOException {
    Path file = root.resolve(Names.requireKind(kind)).resolve(CURRENT);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    List<String> lines =
        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    lines.forEach(Names::requireVersion);
    return lines;
  }

  private static void writeDurably(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void deleteLeftovers(Path temporary) throws IOException {
    if (Files.isDirectory(temporary)) {
      try (Stream<Path> files = Files.list(temporary)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(temporary);
    }
  }
}
