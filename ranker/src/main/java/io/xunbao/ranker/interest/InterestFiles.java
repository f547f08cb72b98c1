package io.xunbao.ranker.interest;

import io.xunbao.ranker.interest.InterestModel.Companion;
import io.xunbao.ranker.model.ModelRefused;
import io.xunbao.ranker.model.StoredModel;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An {@link InterestModel} as files of JSON lines: profiles, companions, what the blends were
 * learned from, and {@code blends.json} with their weights and golden profiles, whose scores must
 * come out again at every load.
 */
public final class InterestFiles {
  /** The format's name on the model's card. */
  public static final String FORMAT = "xunbao-interests-2";

  /** The format before there were blends; still read. */
  private static final String WITHOUT_BLENDS = "xunbao-interests-1";

  private static final String USERS = "users.jsonl";
  private static final String TOGETHER = "together.jsonl";
  private static final JsonMapper JSON = JsonMapper.shared();

  private InterestFiles() {}

  /** Where a file's bytes are: in a registry's folder or in memory. */
  @FunctionalInterface
  interface Content {
    InputStream open(String file) throws IOException;
  }

  /**
   * The content of each file by its name, as a registry takes it; equal models give equal bytes.
   */
  public static Map<String, byte[]> write(InterestModel model) {
    StringBuilder users = new StringBuilder();
    new TreeMap<>(model.users())
        .forEach((user, profile) -> users.append(line(user, profile)).append('\n'));
    StringBuilder together = new StringBuilder();
    new TreeMap<>(model.together())
        .forEach((product, with) -> together.append(line(product, with)).append('\n'));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(USERS, users.toString().getBytes(StandardCharsets.UTF_8));
    files.put(TOGETHER, together.toString().getBytes(StandardCharsets.UTF_8));
    files.putAll(BlendFiles.write(model.blends()));
    return files;
  }

  private static ObjectNode line(String user, UserProfile profile) {
    ObjectNode line = profile(profile).put("user", user);
    return line.put("at", profile.at().toString());
  }

  static ObjectNode profile(UserProfile profile) {
    ObjectNode node = JSON.createObjectNode();
    profile.recent().forEach(node.putObject("recent")::put);
    profile.lasting().forEach(node.putObject("lasting")::put);
    return node;
  }

  private static ObjectNode line(String product, List<Companion> with) {
    ObjectNode line = JSON.createObjectNode();
    line.put("product", product);
    ObjectNode companions = line.putObject("with");
    with.forEach(companion -> companions.put(companion.product(), companion.weight()));
    return line;
  }

  /**
   * Reads a stored model; one of the format before has no blends.
   *
   * @throws ModelRefused where the format is not known, naming the line that is not as {@link
   *     #write} writes it, or where a golden profile gets other scores
   */
  public static InterestModel load(StoredModel stored) throws IOException {
    String format = stored.card().format();
    if (!format.equals(FORMAT) && !format.equals(WITHOUT_BLENDS)) {
      throw new ModelRefused(
          "the format of interests must be "
              + FORMAT
              + " or "
              + WITHOUT_BLENDS
              + ", got "
              + format
              + "; train them again with this version: xunbao train interests --events FILE");
    }
    return read(file -> Files.newInputStream(stored.file(file)), format.equals(FORMAT));
  }

  /** Reads what {@link #write} wrote, by the code that serving reads it with. */
  public static InterestModel read(Map<String, byte[]> files) throws IOException {
    return read(file -> new ByteArrayInputStream(files.getOrDefault(file, new byte[0])), true);
  }

  private static InterestModel read(Content content, boolean blends) throws IOException {
    Map<String, UserProfile> users = new LinkedHashMap<>();
    each(content, USERS, "user", (key, line) -> users.put(key, profile(line)));
    Map<String, List<Companion>> together = new LinkedHashMap<>();
    each(content, TOGETHER, "product", (key, l) -> together.put(key, companions(l.path("with"))));
    return new InterestModel(users, together, blends ? BlendFiles.read(content) : Blends.NONE);
  }

  private static UserProfile profile(JsonNode line) {
    return new UserProfile(
        numbers(line.path("recent")),
        numbers(line.path("lasting")),
        Instant.parse(line.path("at").asString("")));
  }

  static List<Companion> companions(JsonNode with) {
    return numbers(with).entrySet().stream()
        .map(e -> new Companion(e.getKey(), e.getValue()))
        .toList();
  }

  static Map<String, Double> numbers(JsonNode object) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    object.properties().forEach(e -> numbers.put(e.getKey(), e.getValue().asDouble()));
    return numbers;
  }

  static void each(Content content, String file, String key, BiConsumer<String, JsonNode> consumer)
      throws IOException {
    int number = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(content.open(file), StandardCharsets.UTF_8))) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        JsonNode line = JSON.readTree(text);
        consumer.accept(line.path(key).asString(), line);
      }
    } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
      throw new ModelRefused(file + ":" + number + " cannot be read: " + e.getMessage(), e);
    }
  }
}
