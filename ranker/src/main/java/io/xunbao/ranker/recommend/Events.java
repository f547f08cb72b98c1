package io.xunbao.ranker.recommend;

import io.xunbao.ranker.feedback.BehaviourEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Behaviour events as histories of numbered items. */
public final class Events {
  private static final String CATEGORY = "category";

  private Events() {}

  /** The items of events, each with the category that its last event names. */
  public static ItemCatalogue catalogue(List<BehaviourEvent> events) {
    Map<String, String> categoryOf = new LinkedHashMap<>();
    for (BehaviourEvent event : events) {
      if (event.product() != null) {
        categoryOf.put(event.product(), event.attributes().getOrDefault(CATEGORY, ""));
      }
    }
    return new ItemCatalogue(categoryOf);
  }

  /** Each shopper's actions on items of the catalogue, in the order of time. */
  public static Map<String, List<Action>> byUser(List<BehaviourEvent> events, ItemCatalogue items) {
    Map<String, List<Action>> byUser = new LinkedHashMap<>();
    events.stream()
        .sorted(Comparator.comparing(BehaviourEvent::at))
        .forEach(
            event -> {
              String product = event.product();
              if (product != null) {
                items
                    .number(product)
                    .ifPresent(
                        item ->
                            byUser
                                .computeIfAbsent(event.user(), u -> new ArrayList<>())
                                .add(new Action(item, event.type(), event.at())));
              }
            });
    return byUser;
  }

  /** All events as training data, as seen at a moment. */
  public static TrainingData trainingData(
      List<BehaviourEvent> events, ItemCatalogue items, Instant now) {
    return new TrainingData(
        items,
        byUser(events, items).values().stream().map(actions -> new History(actions, now)).toList());
  }
}
