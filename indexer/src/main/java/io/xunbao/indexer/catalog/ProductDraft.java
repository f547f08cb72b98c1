package io.xunbao.indexer.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product on its way in: mapped, but not yet found sound, so that a field may be missing or
 * wrong. The quality gate reads it, repairs it and turns it into a {@link Product}. Belongs to one
 * thread.
 */
public final class ProductDraft {
  private final SourcePosition position;
  private final Map<TextField, String> texts = new EnumMap<>(TextField.class);
  private final List<Misfit> misfits = new ArrayList<>(2);
  private List<String> category = List.of();
  private Map<String, List<String>> attributes = new LinkedHashMap<>();
  private @Nullable Long priceFen;
  private @Nullable Long stock;
  private @Nullable Long sales;
  private @Nullable Long comments;
  private ProductStatus status = ProductStatus.ON_SALE;
  private Instant updatedAt = Instant.EPOCH;

  public ProductDraft(SourcePosition position) {
    this.position = position;
  }

  public SourcePosition position() {
    return position;
  }

  /** The text of a field; null where there is none. */
  public @Nullable String text(TextField field) {
    return texts.get(field);
  }

  public ProductDraft set(TextField field, @Nullable String text) {
    if (text == null) {
      texts.remove(field);
    } else {
      texts.put(field, text);
    }
    return this;
  }

  /** From the broadest level to the narrowest; empty when unknown. */
  public List<String> category() {
    return category;
  }

  public ProductDraft category(List<String> levels) {
    category = levels;
    return this;
  }

  /** Values by name, in the order of the source. */
  public Map<String, List<String>> attributes() {
    return attributes;
  }

  public ProductDraft attributes(Map<String, List<String>> values) {
    attributes = values;
    return this;
  }

  void addAttribute(String name, String value) {
    List<String> values = attributes.computeIfAbsent(name, key -> new ArrayList<>(1));
    if (!values.contains(value)) {
      values.add(value);
    }
  }

  public @Nullable Long priceFen() {
    return priceFen;
  }

  public ProductDraft priceFen(@Nullable Long fen) {
    priceFen = fen;
    return this;
  }

  void counts(@Nullable Long inStock, @Nullable Long sold, @Nullable Long reviewed) {
    stock = inStock;
    sales = sold;
    comments = reviewed;
  }

  public ProductStatus status() {
    return status;
  }

  public ProductDraft status(ProductStatus value) {
    status = value;
    return this;
  }

  /** The version; {@link Instant#EPOCH} when the source has none. */
  public Instant updatedAt() {
    return updatedAt;
  }

  public ProductDraft updatedAt(Instant value) {
    updatedAt = value;
    return this;
  }

  /** What the source has but the draft could not take. */
  public List<Misfit> misfits() {
    return misfits;
  }

  void add(Misfit misfit) {
    misfits.add(misfit);
  }

  /**
   * The product.
   *
   * @throws IllegalStateException if the id or the title is missing: the gate was not asked
   */
  public Product toProduct() {
    String currency = text(TextField.CURRENCY);
    return new Product(
        required(TextField.ID),
        required(TextField.TITLE),
        text(TextField.BRAND),
        category,
        priceFen,
        currency == null ? Contract.DEFAULT_CURRENCY : currency,
        text(TextField.SHOP),
        attributes,
        text(TextField.DESCRIPTION),
        text(TextField.IMAGE),
        stock,
        sales,
        comments,
        status,
        updatedAt);
  }

  private String required(TextField field) {
    String text = text(field);
    if (text == null) {
      throw new IllegalStateException(position + ": a product needs " + field.contractName());
    }
    return text;
  }
}
