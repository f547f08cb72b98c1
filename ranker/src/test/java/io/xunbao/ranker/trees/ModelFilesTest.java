package io.xunbao.ranker.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xunbao.testing.Seeded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged and hostile model files are refused with a sentence, whatever was done to them. */
class ModelFilesTest {
  private static final String STUMP =
      """
      tree
      version=v4
      num_class=1
      num_tree_per_iteration=1
      max_feature_idx=1
      objective=lambdarank
      feature_names=a b
      tree_sizes=1

      Tree=0
      num_leaves=2
      num_cat=0
      split_feature=1
      threshold=0.5
      decision_type=2
      left_child=-1
      right_child=-2
      leaf_value=-1 1
      leaf_count=3 4
      internal_count=7
      is_linear=0
      shrinkage=1


      end of trees
      """;

  private static final String JSON =
      """
      {"learner":{"feature_names":[],"gradient_booster":{"name":"gbtree","model":{"trees":[
      {"left_children":[1,-1,-1],"right_children":[2,-1,-1],"split_indices":[0,0,0],
       "split_conditions":[0.5,-1,1],"default_left":[1,0,0],"split_type":[0,0,0],
       "sum_hessian":[7,3,4]}]}},
      "learner_model_param":{"base_score":"[5E-1]","num_class":"0","num_feature":"2"},
      "objective":{"name":"rank:ndcg"}}}
      """;

  @Test
  void lightGbm_stump_isRead() {
    TreeEnsemble ensemble = LightGbmText.parse(STUMP);
    assertThat(ensemble.features()).containsExactly("a", "b");
    assertThat(ensemble.walk(new double[] {9, 0.5})).isEqualTo(-1);
    assertThat(ensemble.walk(new double[] {9, 0.6})).isEqualTo(1);
  }

  @Test
  void xgboost_stump_goesRightAtTheThreshold() {
    TreeEnsemble ensemble = XgboostJson.parse(JSON);
    assertThat(ensemble.walk(new double[] {0.49, 0})).isEqualTo(-0.5);
    assertThat(ensemble.walk(new double[] {0.5, 0})).isEqualTo(1.5);
    assertThat(ensemble.walk(new double[] {Double.NaN, 0})).isEqualTo(-0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "left_child=-1, left_child=0, reached twice",
    "left_child=-1, left_child=7, out of range",
    "right_child=-2, right_child=-9, out of range",
    "split_feature=1, split_feature=2, feature 2 of 2",
    "leaf_value=-1 1, leaf_value=nan 1, damaged",
    "leaf_value=-1 1, leaf_value=inf 1, finite",
    "num_leaves=2, num_leaves=3, num_leaves values",
    "is_linear=0, is_linear=1, linear leaves are not implemented",
    "objective=lambdarank, objective=binary sigmoid:1, must be one of lambdarank",
    "num_class=1, num_class=3, num_class must be 1",
    "feature_names=a b, feature_names=a, feature_names must name",
    "threshold=0.5, threshold=, damaged",
    "end of trees, end, not a whole LightGBM text model",
  })
  void lightGbm_damaged_isRefused(String sound, String damaged, String reason) {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> LightGbmText.parse(STUMP.replace(sound, damaged)))
        .withMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1,-1,-1] | [0,-1,-1] | reached twice",
        "[1,-1,-1] | [5,-1,-1] | out of range",
        "[2,-1,-1] | [1,-1,-1] | reached twice",
        "\"split_type\":[0,0,0] | \"split_type\":[1,0,0] | categorical splits are not implemented",
        "gbtree | dart | booster must be gbtree",
        "rank:ndcg | multi:softmax | must be one of rank:ndcg",
        "\"num_feature\":\"2\" | \"num_feature\":\"999999999\" | num_feature must be in",
        "\"split_indices\":[0,0,0] | \"split_indices\":[9,0,0] | feature 9 of 2",
        "[5E-1] | many | damaged",
        "\"learner\" | \"learned\" | damaged",
      })
  void xgboost_damaged_isRefused(String sound, String damaged, String reason) {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> XgboostJson.parse(JSON.replace(sound, damaged)))
        .withMessageContaining(reason);
  }

  @Test
  @Seeded
  void parse_textWithRandomDamage_isReadOrRefusedButNeverBreaks(RandomGenerator random) {
    for (int round = 0; round < 3000; round++) {
      parse(LightGbmText::parse, damaged(STUMP, random));
      parse(XgboostJson::parse, damaged(JSON, random));
    }
  }

  private static void parse(java.util.function.Function<String, TreeEnsemble> parser, String text) {
    try {
      parser.apply(text).walk(new double[200]);
    } catch (ModelFormatException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  private static String damaged(String text, RandomGenerator random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int at = random.nextInt(damaged.length());
      if (random.nextBoolean()) {
        damaged.deleteCharAt(at);
      } else {
        damaged.setCharAt(at, "0123456789-=,[]{}\"\n e".charAt(random.nextInt(21)));
      }
    }
    return damaged.toString();
  }
}
