package io.xunbao.ranker.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TextSplitTest {
  @Seeded
  @Test
  void of_textsOfFewWords_putsNoTextIntoTwoParts(RandomGenerator random) {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      List<String> words = List.of("w" + random.nextInt(30), "w" + random.nextInt(30));
      texts.add(new LabelledText("label" + random.nextInt(3), words));
    }
    TextSplit split = TextSplit.of(texts, random.nextLong());
    Set<List<String>> seen = new HashSet<>();
    for (List<LabelledText> part :
        List.of(split.training(), split.calibration(), split.heldOut())) {
      part.forEach(text -> assertThat(seen.add(text.words())).isTrue());
    }
    assertThat(seen.size() + split.repeated() + split.contradictory()).isEqualTo(2_000);
  }

  @Test
  void of_sameWordsOfTwoLabels_leavesAllOfThemOut() {
    LabelledText good = new LabelledText("good", List.of("so", "so"));
    LabelledText bad = new LabelledText("bad", List.of("so", "so"));
    TextSplit split = TextSplit.of(List.of(good, bad, good, new LabelledText("bad", List.of())), 1);
    assertThat(split.contradictory()).isEqualTo(3);
    assertThat(split.empty()).isEqualTo(1);
    assertThat(split.training()).isEmpty();
  }

  @Seeded
  @Test
  void of_unevenLabels_givesEachPartItsShare(RandomGenerator random) {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      texts.add(new LabelledText(i < 100 ? "rare" : "frequent", List.of("w" + i)));
    }
    TextSplit split = TextSplit.of(texts, random.nextLong());
    assertThat(split.heldOut().stream().filter(text -> text.label().equals("rare"))).hasSize(10);
    assertThat(split.heldOut().size() / 1_000.0).isCloseTo(0.1, within(1e-9));
    assertThat(split.training()).hasSize(800);
  }

  @Test
  void split_leak_isRefused() {
    LabelledText text = new LabelledText("a", List.of("x"));
    assertThatThrownBy(() -> new TextSplit(List.of(text), List.of(), List.of(text), 0, 0, 0))
        .hasMessageContaining("must not be among those learned from");
  }
}
