package io.xunbao.ranker.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The grades of one query: 3 exactly what it asks for, 2 right type with a constraint unmet, 1
 * related, 0 irrelevant. A document without a grade is unjudged.
 *
 * @param grades document id to grade
 */
public record Judgements(Map<String, Integer> grades) {
  /** The smallest grade that counts as relevant where a metric knows only yes and no. */
  public static final int RELEVANT = 2;

  /** Above this the gain {@code 2^grade - 1} no longer fits the scale that people grade on. */
  static final int MAX_GRADE = 30;

  public Judgements {
    grades = Collections.unmodifiableMap(new LinkedHashMap<>(grades));
    grades.forEach(
        (document, grade) -> {
          if (grade < 0 || grade > MAX_GRADE) {
            throw new IllegalArgumentException(
                "grade must be in 0.." + MAX_GRADE + ", got " + grade + " for " + document);
          }
        });
  }

  /** The grade of a document; an unjudged one counts as 0. */
  public int grade(String document) {
    return grades.getOrDefault(document, 0);
  }

  public boolean isJudged(String document) {
    return grades.containsKey(document);
  }

  public boolean isRelevant(String document) {
    return grade(document) >= RELEVANT;
  }

  /** How many documents are relevant. */
  public int relevant() {
    return (int) grades.values().stream().filter(grade -> grade >= RELEVANT).count();
  }

  /** Whether any document has a gain; a query without one says nothing about a ranking. */
  public boolean hasIdeal() {
    return grades.values().stream().anyMatch(grade -> grade > 0);
  }
}
