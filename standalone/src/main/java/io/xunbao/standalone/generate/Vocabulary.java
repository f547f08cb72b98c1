package io.xunbao.standalone.generate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The words that sample products are made of; the resource {@code vocabulary.yaml} holds them. */
record Vocabulary(List<SampleCategory> categories) {

  Vocabulary {
    categories = List.copyOf(categories);
  }

  /** Reads the vocabulary that ships with the generator. */
  static Vocabulary bundled() throws IOException {
    try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.yaml")) {
      if (in == null) {
        throw new IOException("the resource vocabulary.yaml is missing from the jar");
      }
      return of(new YAMLMapper().readValue(in, Document.class));
    }
  }

  private static Vocabulary of(Document document) {
    List<SampleCategory> categories = new ArrayList<>();
    for (Family family : document.families().values()) {
      for (Entry entry : family.categories()) {
        categories.add(SampleCategory.of(family, entry));
      }
    }
    return new Vocabulary(categories);
  }

  record Document(Map<String, Family> families) {}

  record Family(
      String top,
      String model,
      List<List<String>> brands,
      List<String> years,
      Map<String, List<String>> attributes,
      List<Entry> categories) {}

  record Entry(
      List<String> nouns,
      List<Integer> price,
      List<String> series,
      Map<String, List<String>> attributes,
      List<String> modifiers,
      @JsonProperty("for") List<String> audience) {}
}
