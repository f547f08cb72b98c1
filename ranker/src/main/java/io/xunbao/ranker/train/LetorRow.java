package io.xunbao.ranker.train;

import io.xunbao.ranker.eval.LineFormatException;

/** One row of a LETOR file. */
record LetorRow(int line, int grade, String query, int[] features, double[] values) {

  static LetorRow parse(String text, String source, int line, int maxFeatures)
      throws LineFormatException {
    int comment = text.indexOf('#');
    String[] words = (comment < 0 ? text : text.substring(0, comment)).strip().split("\\s+");
    boolean named = words.length > 1 && words[1].startsWith("qid:");
    int first = named ? 2 : 1;
    int[] features = new int[words.length - first];
    double[] values = new double[features.length];
    for (int i = 0; i < features.length; i++) {
      String word = words[first + i];
      int colon = word.indexOf(':');
      features[i] = feature(colon < 0 ? word : word.substring(0, colon), source, line, maxFeatures);
      values[i] = value(colon < 0 ? "" : word.substring(colon + 1), word, source, line);
    }
    String query = named ? words[1].substring("qid:".length()) : "";
    return new LetorRow(line, grade(words[0], source, line), query, features, values);
  }

  private static int grade(String text, String source, int line) throws LineFormatException {
    try {
      double grade = Double.parseDouble(text);
      if (grade >= 0 && grade <= TrainingSet.MAX_GRADE && grade == Math.rint(grade)) {
        return (int) grade;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message that names the rule.
    }
    throw new LineFormatException(
        source, line, "the grade must be a whole number in 0..30, got " + text);
  }

  private static int feature(String text, String source, int line, int max)
      throws LineFormatException {
    try {
      int feature = Integer.parseInt(text);
      if (feature >= 1 && feature <= max) {
        return feature;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message that names the rule.
    }
    throw new LineFormatException(
        source, line, "a feature must be a number in 1.." + max + ", got " + text);
  }

  private static double value(String text, String word, String source, int line)
      throws LineFormatException {
    try {
      return text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new LineFormatException(source, line, "a feature must be number:value, got " + word);
    }
  }

  int largest() {
    int largest = 0;
    for (int feature : features) {
      largest = Math.max(largest, feature);
    }
    return largest;
  }

  void fill(double[] target, int offset) {
    for (int i = 0; i < features.length; i++) {
      target[offset + features[i] - 1] = values[i];
    }
  }
}
