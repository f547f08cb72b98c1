package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A source field that holds attributes. In YAML a plain string is short for a field of form {@code
 * value}.
 *
 * @param field in the source
 * @param form how it holds them
 * @param name of the attribute where the form is {@code value}; the field's own by default
 */
public record AttributeSource(String field, AttributeForm form, String name) {
  @JsonCreator
  public AttributeSource(String field, @Nullable AttributeForm form, @Nullable String name) {
    this.field = field;
    this.form = form == null ? AttributeForm.VALUE : form;
    this.name = name == null ? field : name;
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static AttributeSource of(String field) {
    return new AttributeSource(field, null, null);
  }
}
