package io.xunbao.flinkjobs.interest;

import java.util.Objects;

/**
 * A shopper who wants to be forgotten.
 *
 * @param user the pseudonym
 * @param at when they said so, in milliseconds since the epoch: what they do later counts again
 */
public record Erasure(String user, long at) {
  public Erasure {
    Objects.requireNonNull(user, "user");
  }
}
