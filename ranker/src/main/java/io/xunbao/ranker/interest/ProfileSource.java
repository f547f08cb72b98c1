package io.xunbao.ranker.interest;

import java.util.Optional;

/**
 * Where the profile of a shopper comes from at the moment of a request: a stored model, or a stream
 * that follows behaviour live. It is asked for every personal search, so it answers from memory.
 * Safe for use by several threads.
 */
@FunctionalInterface
public interface ProfileSource {
  /** Knows nobody. */
  ProfileSource NONE = user -> Optional.empty();

  /**
   * What is known of a shopper.
   *
   * @param user the pseudonym; empty is the answer for one who is unknown or was forgotten
   */
  Optional<UserProfile> profile(String user);

  /** Asks another source where this one knows nothing. */
  default ProfileSource orElse(ProfileSource other) {
    return user -> profile(user).or(() -> other.profile(user));
  }
}
