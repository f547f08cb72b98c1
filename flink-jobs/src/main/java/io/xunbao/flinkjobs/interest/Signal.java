package io.xunbao.flinkjobs.interest;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.interest.InterestMessage;
import java.util.Objects;

/**
 * An event that counts for somebody.
 *
 * @param owner a pseudonym, or the name of a group that begins with {@link #GROUP}
 */
public record Signal(String owner, BehaviourEvent event) {
  /** What names of groups begin with, and pseudonyms do not. */
  public static final String GROUP = InterestMessage.GROUP;

  /** The group of all shoppers. */
  public static final String ALL = InterestMessage.ALL;

  /** Attribute of an event that names the shopper's segment. */
  public static final String SEGMENT = "segment";

  public Signal {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(event, "event");
  }

  static boolean isGroup(String owner) {
    return owner.startsWith(GROUP);
  }
}
