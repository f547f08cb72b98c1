package io.xunbao.ranker.train;

/**
 * Whether the libraries that train are on the class path, which is that of training alone. To be
 * asked before a trainer is made: its class cannot be linked without its library.
 */
public enum TrainingLibraries {
  LIGHTGBM("LightGBM", "io.github.metarank.lightgbm4j.LGBMBooster"),
  XGBOOST("XGBoost", "ml.dmlc.xgboost4j.java.Booster");

  private final String library;
  private final String type;

  TrainingLibraries(String library, String type) {
    this.library = library;
    this.type = type;
  }

  /**
   * Passes silently where the library is there.
   *
   * @throws TrainingFailed which says how to get it
   */
  public void require() {
    try {
      Class.forName(type, false, TrainingLibraries.class.getClassLoader());
    } catch (ClassNotFoundException absent) {
      throw new TrainingFailed(
          library
              + " is not on the class path; start by ./xunbao train, which adds"
              + " ranker/target/lib-train, or take --trainer linear, which needs no library",
          absent);
    }
  }
}
