package io.xunbao.indexer.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueFormatsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "139|13900",
        "298.00|29800",
        "0.5|50",
        "19.9|1990",
        "¥1,299.00|129900",
        "￥88|8800",
        "1299元|129900",
        " 7 |700",
        "1.230000|123",
        "-5|-500",
        "１２|1200"
      })
  void toFen_yuan_isExact(String text, long fen) {
    assertThat(PriceText.toFen(text, PriceUnit.YUAN)).isEqualTo(fen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "面议", "1-2", "0.005", "1,2,3", "1e5", "NaN", "12345678901234567890", "--1"})
  void toFen_noPrice_isNull(String text) {
    assertThat(PriceText.toFen(text, PriceUnit.YUAN)).isNull();
  }

  @Test
  @Seeded
  void toFen_anyDecimal_isWhatBigDecimalSays(RandomGenerator random) {
    for (int i = 0; i < 1_000; i++) {
      long fen = random.nextLong(1_000_000_000_000L);
      String text = BigDecimal.valueOf(fen, 2).toPlainString();
      assertThat(PriceText.toFen(text, PriceUnit.YUAN)).isEqualTo(fen);
      assertThat(PriceText.toFen(Long.toString(fen), PriceUnit.FEN)).isEqualTo(fen);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "iso,2016-11-14T00:00:00+08:00,2016-11-13T16:00:00Z",
    "iso,2016-11-14T00:00:00+0800,2016-11-13T16:00:00Z",
    "iso,2016-11-14T00:00:00+08,2016-11-13T16:00:00Z",
    "iso,2016-11-14T00:00:00+0530,2016-11-13T18:30:00Z",
    "iso,2016-11-14T00:00:00Z,2016-11-14T00:00:00Z",
    "iso,2016-11-14 08:30:00,2016-11-14T00:30:00Z",
    "iso,2016-11-14,2016-11-13T16:00:00Z",
    "iso,2016-11-14T00:00:00.123Z,2016-11-14T00:00:00.123Z",
    "iso,2016-11-14T00:00:00.123456Z,2016-11-14T00:00:00.123456Z",
    "yyyy/M/d,2016/11/5,2016-11-04T16:00:00Z",
    "yyyy-MM-dd HH:mm:ss,2015-04-11 20:38:38,2015-04-11T12:38:38Z",
    "epoch-seconds,1511658000,2017-11-26T01:00:00Z",
    "epoch-millis,1511658000123,2017-11-26T01:00:00.123Z"
  })
  void parse_time_isThatMoment(String pattern, String text, Instant moment) {
    assertThat(new TimeFormat(pattern, SHANGHAI).parse(text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({"iso,yesterday", "iso,2016-13-01", "epoch-seconds,x", "yyyy/M/d,2016-11-05"})
  void parse_noTime_isNull(String pattern, String text) {
    @Nullable Instant parsed = new TimeFormat(pattern, SHANGHAI).parse(text);
    assertThat(parsed).isNull();
  }

  @Test
  void parse_everyMomentThatJavaWrites_comesBack() {
    TimeFormat iso = new TimeFormat(TimeFormat.ISO, SHANGHAI);
    for (String text :
        new String[] {
          "2016-11-14T00:00:00Z", "2016-11-14T00:00:00.100Z", "2020-02-29T23:59:59.999999999Z"
        }) {
      assertThat(iso.parse(text)).isEqualTo(Instant.parse(text));
    }
  }

  @Test
  void bracketed_valuesWithCommasAndColons_areKept() {
    assertThat(
            bracketed(
                "[品牌: 汉尚华莲, 适用年龄: 18-25周岁, 尺码: XS, S, M, 比例: 3:1, 说明: a, b c: d, 空: , 货号: 7]"))
        .isEqualTo(
            Map.of(
                "品牌", "汉尚华莲",
                "适用年龄", "18-25周岁",
                "尺码", "XS, S, M",
                "比例", "3:1",
                "说明", "a, b c: d",
                "货号", "7"));
  }

  @Test
  void bracketed_wideColons_separateToo() {
    assertThat(bracketed("[商品名称：风衣 卡其色 M, 店铺： , 选择尺码 ：S 90斤，M 112, 上市时间：2018夏季]"))
        .isEqualTo(Map.of("商品名称", "风衣 卡其色 M", "选择尺码", "S 90斤，M 112", "上市时间", "2018夏季"));
  }

  @Test
  void bracketed_nothing_givesNothing() {
    assertThat(bracketed("[]")).isEmpty();
    assertThat(bracketed("")).isEmpty();
    assertThat(bracketed("no names in here")).isEmpty();
  }

  private static Map<String, String> bracketed(String text) {
    Map<String, String> attributes = new LinkedHashMap<>();
    BracketedAttributes.read(text, attributes::put);
    return attributes;
  }
}
