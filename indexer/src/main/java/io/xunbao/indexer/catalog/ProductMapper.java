package io.xunbao.indexer.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns source records into drafts by a mapping. It never refuses: what does not fit its field
 * becomes a {@link Misfit}, and rules decide. For one thread.
 */
public final class ProductMapper {
  private final ProductMapping mapping;
  private final FieldMappings fields;
  private final @Nullable TimeFormat times;
  private final Set<String> taken;
  private final AttributeReader attributes;
  private final FieldValues values;

  ProductMapper(ProductMapping mapping) {
    this.mapping = mapping;
    this.fields = mapping.fields();
    TimeMapping time = fields.updatedAt();
    this.times = time == null ? null : new TimeFormat(time.pattern(), mapping.zone());
    this.taken = new HashSet<>(mapping.ignore());
    for (String path : mapping.sourceFields()) {
      taken.add(path);
      int dot = path.indexOf('.');
      if (dot > 0) {
        taken.add(path.substring(0, dot));
      }
    }
    this.values = new FieldValues(mapping.absent());
    this.attributes = new AttributeReader(mapping.attributePrefixes(), values);
  }

  /**
   * Maps a sound record.
   *
   * @throws IllegalArgumentException if the record has a defect: it must be refused before
   */
  public ProductDraft map(SourceRecord record) {
    if (record.defect() != null) {
      throw new IllegalArgumentException(record.position() + ": " + record.defect().reason());
    }
    Map<String, Object> source = record.fields();
    ProductDraft draft = new ProductDraft(record.position());
    String sourceId = text(source, fields.id());
    draft.set(TextField.ID, sourceId == null ? null : mapping.idPrefix() + sourceId.strip());
    draft.set(TextField.TITLE, text(source, fields.title()));
    draft.set(TextField.BRAND, text(source, fields.brand()));
    draft.set(TextField.SHOP, text(source, fields.shop()));
    draft.set(TextField.DESCRIPTION, text(source, fields.description()));
    draft.set(TextField.IMAGE, text(source, fields.image()));
    draft.set(TextField.CURRENCY, text(source, fields.currency()));
    draft.category(category(source));
    price(source, draft, sourceId == null ? "" : sourceId);
    counts(source, draft);
    status(source, draft);
    time(source, draft);
    attributes(source, draft);
    return draft;
  }

  private @Nullable String text(Map<String, Object> source, @Nullable TextMapping text) {
    if (text == null) {
      return null;
    }
    String found = values.first(source, text.from());
    return found == null ? text.constant() : found;
  }

  private List<String> category(Map<String, Object> source) {
    CategoryMapping category = fields.category();
    if (category == null) {
      return List.of();
    }
    List<String> levels = new ArrayList<>(3);
    for (String path : category.from()) {
      for (String value : values.all(source, path)) {
        addLevels(levels, value, category);
      }
    }
    if (levels.isEmpty() && category.constant() != null) {
      levels.add(category.constant());
    }
    return levels;
  }

  private static void addLevels(List<String> levels, String value, CategoryMapping category) {
    String separator = category.separator();
    List<String> parts =
        separator == null ? List.of(value) : FieldValues.split(value, separator.charAt(0));
    for (String part : parts) {
      String level = category.names().getOrDefault(part.strip(), part.strip());
      if (!level.isEmpty() && !levels.contains(level)) {
        levels.add(level);
      }
    }
  }

  private void price(Map<String, Object> source, ProductDraft draft, String sourceId) {
    PriceMapping price = fields.price();
    String text = price == null ? null : values.first(source, price.from());
    if (price == null || text == null) {
      return;
    }
    Long fen = PriceText.toFen(text, price.unitFor(sourceId));
    if (fen != null) {
      draft.priceFen(fen);
    } else {
      draft.add(
          new Misfit(
              Misfit.Kind.PRICE, Contract.PRICE, text, "is no price with up to two decimals"));
    }
  }

  private void counts(Map<String, Object> source, ProductDraft draft) {
    draft.counts(
        count(source, draft, fields.stock(), Contract.STOCK),
        count(source, draft, fields.sales(), Contract.SALES),
        count(source, draft, fields.comments(), Contract.COMMENTS));
  }

  private @Nullable Long count(
      Map<String, Object> source, ProductDraft draft, @Nullable TextMapping count, String field) {
    String text = text(source, count);
    if (text == null) {
      return null;
    }
    Long value = PriceText.toFen(text, PriceUnit.FEN);
    if (value == null || value < 0) {
      draft.add(new Misfit(Misfit.Kind.COUNT, field, text, "is no whole number from 0"));
      return null;
    }
    return value;
  }

  private void status(Map<String, Object> source, ProductDraft draft) {
    StatusMapping status = fields.status();
    String text = status == null ? null : values.first(source, status.from());
    if (status == null || text == null) {
      return;
    }
    ProductStatus known = status.values().get(text.strip());
    if (known != null) {
      draft.status(known);
    } else {
      String reason = "is none of " + status.values().keySet().stream().sorted().toList();
      draft.add(new Misfit(Misfit.Kind.STATUS, Contract.STATUS, text, reason));
    }
  }

  private void time(Map<String, Object> source, ProductDraft draft) {
    TimeMapping time = fields.updatedAt();
    String text = time == null ? null : values.first(source, time.from());
    if (time == null || times == null || text == null) {
      return;
    }
    var moment = times.parse(text.strip());
    if (moment != null) {
      draft.updatedAt(moment);
    } else {
      String reason = "is no time of the form " + time.pattern();
      draft.add(new Misfit(Misfit.Kind.TIME, Contract.UPDATED_AT, text, reason));
    }
  }

  private void attributes(Map<String, Object> source, ProductDraft draft) {
    for (AttributeSource attribute : mapping.attributes()) {
      attributes.read(source, attribute, draft);
    }
    for (Map.Entry<String, Object> field : source.entrySet()) {
      if (!taken.contains(field.getKey())) {
        attributes.keep(field.getKey(), field.getValue(), draft);
      }
    }
  }
}
