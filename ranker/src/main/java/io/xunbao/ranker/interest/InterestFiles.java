package io.xunbao.ranker.interest;

import io.xunbao.ranker.interest.InterestModel.Companion;
import io.xunbao.ranker.model.ModelRefused;
import io.xunbao.ranker.model.StoredModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An {@link InterestModel} as two files of JSON lines. */
public final class InterestFiles {
  /** The format's name on the model's card. */
  public static final String FORMAT = "xunbao-interests-1";

  private static final String USERS = "users.jsonl";
  private static final String TOGETHER = "together.jsonl";
  private static final JsonMapper JSON = JsonMapper.shared();

  private InterestFiles() {}

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
    return files;
  }

  private static ObjectNode line(String user, UserProfile profile) {
    ObjectNode line = JSON.createObjectNode();
    line.put("user", user).put("at", profile.at().toString());
    profile.recent().forEach(line.putObject("recent")::put);
    profile.lasting().forEach(line.putObject("lasting")::put);
    return line;
  }

  private static ObjectNode line(String product, List<Companion> with) {
    ObjectNode line = JSON.createObjectNode();
    line.put("product", product);
    ObjectNode companions = line.putObject("with");
    with.forEach(companion -> companions.put(companion.product(), companion.weight()));
    return line;
  }

  /**
   * Reads a stored model.
   *
   * @throws ModelRefused naming the line that is not as {@link #write} writes it
   */
  public static InterestModel load(StoredModel stored) throws IOException {
    Map<String, UserProfile> users = new LinkedHashMap<>();
    each(stored.file(USERS), (key, line) -> users.put(key, profile(line)), "user");
    Map<String, List<Companion>> together = new LinkedHashMap<>();
    each(stored.file(TOGETHER), (key, line) -> together.put(key, companions(line)), "product");
    return new InterestModel(users, together);
  }

  private static UserProfile profile(JsonNode line) {
    return new UserProfile(
        numbers(line.path("recent")),
        numbers(line.path("lasting")),
        Instant.parse(line.path("at").asString("")));
  }

  private static List<Companion> companions(JsonNode line) {
    List<Companion> companions = new ArrayList<>();
    numbers(line.path("with")).forEach((id, weight) -> companions.add(new Companion(id, weight)));
    return List.copyOf(companions);
  }

  private static Map<String, Double> numbers(JsonNode object) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    object.properties().forEach(e -> numbers.put(e.getKey(), e.getValue().asDouble()));
    return numbers;
  }

  private static void each(Path file, BiConsumer<String, JsonNode> consumer, String key)
      throws IOException {
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        JsonNode line = JSON.readTree(text);
        consumer.accept(line.path(key).asString(), line);
      }
    } catch (JacksonException | java.time.DateTimeException e) {
      throw new ModelRefused(file + ":" + number + " cannot be read: " + e.getMessage(), e);
    }
  }
}
