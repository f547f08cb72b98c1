package io.xunbao.ranker.recommend;

import io.xunbao.ranker.feedback.BehaviourEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Behaviour events as histories of numbered items. */
final class Events {
  private static final String CATEGORY = "category";

  private Events() {}

  /** The items of events, each with the category that its last event names. */
  static ItemCatalogue catalogue(List<BehaviourEvent> events) {
    Map<String, String> categoryOf = new LinkedHashMap<>();
    for (BehaviourEvent event : events) {
      if (event.product() != null) {
        categoryOf.put(event.product(), event.attributes().getOrDefault(CATEGORY, ""));
      }
    }
    return new ItemCatalogue(categoryOf);
  }

  /**
   * Each shopper's actions in the order of time, with {@link Case#UNKNOWN} for items that are not
   * in the catalogue.
   */
  static Map<String, List<Action>> byUser(List<BehaviourEvent> events, ItemCatalogue items) {
    Map<String, List<Action>> byUser = new LinkedHashMap<>();
    events.stream()
        .sorted(Comparator.comparing(BehaviourEvent::at))
        .forEach(
            event -> {
              String product = event.product();
              if (product != null) {
                int item = items.number(product).orElse(Case.UNKNOWN);
                byUser
                    .computeIfAbsent(event.user(), u -> new ArrayList<>())
                    .add(new Action(item, event.type(), event.at()));
              }
            });
    return byUser;
  }
}
