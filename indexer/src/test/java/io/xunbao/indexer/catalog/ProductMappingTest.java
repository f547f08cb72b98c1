package io.xunbao.indexer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductMappingTest {
  @Test
  void parse_unknownKey_namesLineAndNearest() {
    assertThatThrownBy(() -> parse("kind: products\nidPrefx: a-\nfields: {id: a, title: b}"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("m.yaml:2")
        .hasMessageContaining("'idPrefx'")
        .hasMessageContaining("nearest: idPrefix");
  }

  @Test
  void parse_unknownProductField_namesLineAndNearest() {
    assertThatThrownBy(() -> parse("fields:\n  id: a\n  title: b\n  brnd: c"))
        .hasMessageContaining("m.yaml:4")
        .hasMessageContaining("nearest: brand");
  }

  @Test
  void parse_withoutTitle_isRefused() {
    assertThatThrownBy(() -> parse("fields: {id: a}")).hasMessageContaining("`id` and `title`");
  }

  @Test
  void parse_otherKind_saysWhatItIsFor() {
    assertThatThrownBy(() -> parse("kind: events\ncolumns: [a]"))
        .hasMessageContaining("maps events, not products");
  }

  @Test
  void parse_brokenYaml_namesTheLine() {
    assertThatThrownBy(() -> parse("fields:\n  id: [a\n")).isInstanceOf(MappingException.class);
    assertThatThrownBy(() -> parse("")).isInstanceOf(MappingException.class);
  }

  @Test
  void parse_charsetWithWideLineEnds_isRefused() {
    assertThatThrownBy(() -> parse("charset: UTF-16LE\nfields: {id: a, title: b}"))
        .hasMessageContaining("UTF-8");
  }

  @Test
  void parse_leftOut_takesDefaults() {
    ProductMapping mapping = parse("fields: {id: a, title: b}");

    assertThat(mapping.charset().name()).isEqualTo("UTF-8");
    assertThat(mapping.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(mapping.idPrefix()).isEmpty();
    assertThat(mapping.skipLines()).isZero();
    assertThat(mapping.format()).isNull();
  }

  @Test
  void map_everyKindOfField_isRead() {
    ProductMapping mapping =
        parse(
            """
            zone: Asia/Shanghai
            idPrefix: x-
            absent: [NULL]
            fields:
              id: no
              title: name
              brand: {from: [maker, supplier]}
              category: {from: [cat.coarse, cat.fine], names: {c1: 服装}}
              price: {from: cents, unit: fen}
              currency: {constant: USD}
              stock: left
              status: {from: state, values: {"1": on_sale, "3": deleted}}
              updatedAt: {from: day, pattern: yyyy/M/d}
            attributes:
              - {field: spec, form: bracketed}
              - {field: pairs, form: pairs}
            attributePrefixes: [attr_]
            ignore: [noise]
            """);
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("no", 7);
    source.put("name", "衬衫");
    source.put("maker", "NULL");
    source.put("supplier", "恒源祥");
    source.put("cat", Map.of("coarse", List.of("c1"), "fine", List.of("衬衫")));
    source.put("cents", "12900");
    source.put("left", "3");
    source.put("state", "3");
    source.put("day", "2016/11/4");
    source.put("spec", "[尺码: S M, 颜色：红]");
    source.put("pairs", List.of(List.of("功效", "柔顺"), List.of("功效", "滋养")));
    source.put("attr_weight", 6.50);
    source.put("noise", "dropped");

    Product product = mapping.mapper().map(record(source)).toProduct();

    assertThat(product.id()).isEqualTo("x-7");
    assertThat(product.brand()).isEqualTo("恒源祥");
    assertThat(product.category()).containsExactly("服装", "衬衫");
    assertThat(product.priceFen()).isEqualTo(12_900);
    assertThat(product.currency()).isEqualTo("USD");
    assertThat(product.stock()).isEqualTo(3);
    assertThat(product.status()).isEqualTo(ProductStatus.DELETED);
    assertThat(product.updatedAt()).isEqualTo(Instant.parse("2016-11-03T16:00:00Z"));
    assertThat(product.attributes())
        .isEqualTo(
            Map.of(
                "尺码", List.of("S M"),
                "颜色", List.of("红"),
                "功效", List.of("柔顺", "滋养"),
                "weight", List.of("6.5")));
  }

  @Test
  void map_priceUnitByIdPrefix_holdsForThatPrefixOnly() {
    ProductMapping mapping =
        parse("fields: {id: a, title: b, price: {from: p, unitByIdPrefix: {jd-: fen}}}");

    assertThat(mapping.mapper().map(record(Map.of("a", "jd-1", "p", "129"))).priceFen())
        .isEqualTo(129);
    assertThat(mapping.mapper().map(record(Map.of("a", "tb-1", "p", "129"))).priceFen())
        .isEqualTo(12_900);
  }

  @Test
  void map_valuesOfTheWrongKind_becomeMisfits() {
    ProductMapping mapping =
        parse("fields: {id: a, title: b, price: p, stock: s, status: t, updatedAt: u}");
    ProductDraft draft =
        mapping
            .mapper()
            .map(record(Map.of("a", "1", "p", "面议", "s", "many", "t", "9", "u", "yesterday")));

    assertThat(draft.misfits())
        .extracting(Misfit::kind)
        .containsExactlyInAnyOrder(
            Misfit.Kind.PRICE, Misfit.Kind.COUNT, Misfit.Kind.STATUS, Misfit.Kind.TIME);
  }

  private static SourceRecord record(Map<String, Object> fields) {
    return new SourceRecord(new SourcePosition("test", 1), "", fields);
  }

  private static ProductMapping parse(String yaml) {
    return ProductMapping.parse(yaml, "m.yaml");
  }
}
