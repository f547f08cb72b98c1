package io.xunbao.ikdict.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.testing.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@Seeded
class WordDiscoveryTest {
  private static final String[] GOODS = {"手机", "面霜", "连衣裙", "电饭煲", "运动鞋", "牙膏", "水杯", "耳机"};
  private static final String[] PRAISE = {"正品", "包邮", "新款", "特价", "热卖", "官方", "秋季", "百搭"};

  @Test
  void discover_plantedBrand_isProposedAndListedWordsAreNot(RandomGenerator random) {
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String brand = i % 4 == 0 ? "雅川青" : "";
      titles.add(
          PRAISE[random.nextInt(PRAISE.length)]
              + brand
              + GOODS[random.nextInt(GOODS.length)]
              + PRAISE[random.nextInt(PRAISE.length)]);
    }
    List<NewWord> words =
        new WordDiscovery(Lexicon.bundled(), new DiscoverySettings(10, 5, 2, 1)).discover(titles);
    assertThat(words).extracting(NewWord::text).contains("雅川青");
    assertThat(words).extracting(NewWord::text).doesNotContain("手机", "雅川", "川青");
  }
}
