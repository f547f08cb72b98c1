package io.xunbao.indexer.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A shared store in memory that remembers what was sent and fetched, and fails when told to. */
final class MemorySharedStore implements SharedStore {
  final Map<String, byte[]> content = new TreeMap<>();
  final List<String> puts = new ArrayList<>();
  final List<String> gets = new ArrayList<>();

  /** Steps until the connection breaks; negative: never. */
  int stepsLeft = -1;

  private void step() throws IOException {
    if (stepsLeft == 0) {
      throw new IOException("the connection broke");
    }
    stepsLeft--;
  }

  @Override
  public Set<String> list(String prefix) {
    return content.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void put(String name, Path file) throws IOException {
    step();
    content.put(name, Files.readAllBytes(file));
    puts.add(name);
  }

  @Override
  public void get(String name, Path file) throws IOException {
    step();
    Files.write(file, bytes(name));
    gets.add(name);
  }

  @Override
  public void replace(String name, String text) throws IOException {
    step();
    content.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<String> read(String name) {
    return Optional.ofNullable(content.get(name))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public void delete(String name) {
    content.remove(name);
  }

  byte[] bytes(String name) throws NoSuchFileException {
    byte[] bytes = content.get(name);
    if (bytes == null) {
      throw new NoSuchFileException(name);
    }
    return bytes;
  }
}
