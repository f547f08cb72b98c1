package io.xunbao.indexer.catalog;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/**
 * The project's own record of a product as JSON: one object a line in files, one a message in
 * streams. Unknown fields are kept in {@code attributes}; an attribute's value is a string, or an
 * array of strings where it has several.
 *
 * <p>{@link #read} is for records that this project wrote. Records of others go through a {@link
 * RecordReader} and the quality gate, which refuse one by one and say why.
 */
public final class ProductJson {
  private static final SourcePosition NOWHERE = new SourcePosition("json", 0);

  private ProductJson() {}

  /** One line of JSON, without a line end. */
  public static String write(Product product) {
    return new String(writeBytes(product), StandardCharsets.UTF_8);
  }

  /** The same in UTF-8. */
  public static byte[] writeBytes(Product product) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      texts(json, product);
      numbers(json, product);
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void texts(JsonGenerator json, Product product) {
    json.writeStringProperty(Contract.ID, product.id());
    json.writeStringProperty(Contract.TITLE, product.title());
    text(json, Contract.BRAND, product.brand());
    if (!product.category().isEmpty()) {
      json.writeName(Contract.CATEGORY);
      array(json, product.category());
    }
    text(json, Contract.SHOP, product.shop());
    if (!product.attributes().isEmpty()) {
      attributes(json, product.attributes());
    }
    text(json, Contract.DESCRIPTION, product.description());
    text(json, Contract.IMAGE, product.image());
  }

  private static void numbers(JsonGenerator json, Product product) {
    Long fen = product.priceFen();
    if (fen != null) {
      json.writeNumberProperty(Contract.PRICE, BigDecimal.valueOf(fen, 2));
    }
    json.writeStringProperty(Contract.CURRENCY, product.currency());
    number(json, Contract.STOCK, product.stock());
    number(json, Contract.SALES, product.sales());
    number(json, Contract.COMMENTS, product.comments());
    json.writeStringProperty(Contract.STATUS, product.status().name().toLowerCase(Locale.ROOT));
    if (!product.updatedAt().equals(Instant.EPOCH)) {
      json.writeStringProperty(Contract.UPDATED_AT, product.updatedAt().toString());
    }
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Long value) {
    if (value != null) {
      json.writeNumberProperty(name, value);
    }
  }

  private static void array(JsonGenerator json, List<String> values) {
    json.writeStartArray();
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void attributes(JsonGenerator json, Map<String, List<String>> attributes) {
    json.writeObjectPropertyStart(Contract.ATTRIBUTES);
    attributes.forEach(
        (name, values) -> {
          json.writeName(name);
          if (values.size() == 1) {
            json.writeString(values.getFirst());
          } else {
            array(json, values);
          }
        });
    json.writeEndObject();
  }

  /**
   * Reads one object of the contract.
   *
   * @throws IllegalArgumentException if it is no JSON object, lacks id or title, or a value is not
   *     of its field's kind
   */
  public static Product read(String json) {
    SourceRecord record = JsonRecords.parse(NOWHERE.source(), new Line(0, json, null));
    if (record.defect() != null) {
      throw new IllegalArgumentException("no product: " + record.defect().reason());
    }
    ProductDraft draft = Contract.MAPPING.mapper().map(record);
    if (!draft.misfits().isEmpty()) {
      Misfit misfit = draft.misfits().getFirst();
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s %s: '%s'", misfit.field(), misfit.reason(), misfit.value()));
    }
    try {
      return draft.toProduct();
    } catch (IllegalStateException | JacksonException incomplete) {
      throw new IllegalArgumentException("no product: " + incomplete.getMessage(), incomplete);
    }
  }
}
