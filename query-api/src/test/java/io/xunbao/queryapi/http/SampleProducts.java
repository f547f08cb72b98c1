package io.xunbao.queryapi.http;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.testing.TestProduct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A made-up catalogue: every brand, shop and number is drawn from a seed. */
final class SampleProducts {
  private static final long SEED = 20_261_124;
  private static final int EACH = 24;
  private static final List<String> BRANDS =
      List.of("云岚", "青禾", "Lumira", "拾光", "NORVE", "半夏", "知夏", "Kestra", "沐白", "山野记");
  private static final List<String> LOOKS =
      List.of("红色", "白色", "黑色", "雾蓝", "复古", "轻薄", "加绒", "经典", "新款", "宽松");
  private static final List<Kind> KINDS =
      List.of(
          new Kind(List.of("女装", "连衣裙"), "连衣裙 收腰显瘦长裙", 9_900, 49_900),
          new Kind(List.of("女装", "毛衣"), "羊毛针织毛衣 圆领套头", 12_900, 59_900),
          new Kind(List.of("男装", "羽绒服"), "羽绒服 90白鹅绒 连帽短款", 29_900, 159_900),
          new Kind(List.of("鞋靴", "运动鞋"), "运动鞋 透气缓震跑步鞋", 15_900, 89_900),
          new Kind(List.of("美妆", "面霜"), "面霜 50g 补水保湿", 5_900, 39_900),
          new Kind(List.of("美妆", "口红"), "口红 哑光丝绒 3.5g", 3_900, 29_900),
          new Kind(List.of("数码", "手机"), "手机 12GB+256GB 5G 双卡", 99_900, 699_900),
          new Kind(List.of("数码", "耳机"), "蓝牙耳机 主动降噪 40小时续航", 9_900, 199_900),
          new Kind(List.of("家电", "电热水壶"), "电热水壶 1.7L 304不锈钢", 6_900, 29_900),
          new Kind(List.of("食品", "绿茶"), "明前绿茶 250g 罐装", 4_900, 59_900));

  private SampleProducts() {}

  static List<Product> all() {
    RandomGenerator random = new SplittableRandom(SEED);
    List<Product> products = new ArrayList<>();
    for (Kind kind : KINDS) {
      for (int i = 0; i < EACH; i++) {
        products.add(product(kind, products.size() + 1, random));
      }
    }
    products.add(hostile(products.size() + 1));
    return List.copyOf(products);
  }

  /** A title that would run if a page took it for markup. */
  private static Product hostile(int number) {
    return TestProduct.of(
            "sample-" + number, "礼盒 <img src=x onerror=\"document.title='broken'\"> & 贺卡")
        .brand("O'Brien <b>")
        .category("礼品", "礼盒")
        .priceFen(12_345L)
        .description("<script>document.title='broken'</script>")
        .build();
  }

  private static Product product(Kind kind, int number, RandomGenerator random) {
    String brand = BRANDS.get(random.nextInt(BRANDS.size()));
    String look = LOOKS.get(random.nextInt(LOOKS.size()));
    long price =
        random.nextInt(kind.minFen(), kind.maxFen()) / 100 * 100L + random.nextInt(10) * 10;
    return TestProduct.of(
            "sample-" + number,
            brand + " " + look + kind.title() + " " + (char) ('A' + random.nextInt(26)) + number)
        .brand(brand)
        .category(kind.category())
        .priceFen(number % 41 == 0 ? null : price)
        .shop(brand + (random.nextBoolean() ? "旗舰店" : "专营店"))
        .attributes(Map.of("风格", List.of(look)))
        .stock((long) random.nextInt(1, 500))
        .sales((long) random.nextInt(0, 60_000))
        .comments((long) random.nextInt(0, 9_000))
        .updatedAt(Instant.parse("2026-11-01T00:00:00Z").plusSeconds(number * 60L))
        .build();
  }

  private record Kind(List<String> category, String title, int minFen, int maxFen) {}
}
