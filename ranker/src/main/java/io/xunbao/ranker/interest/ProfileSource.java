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

  /** What all shoppers together care for, for those of whom nothing is known. */
  default Optional<UserProfile> prior() {
    return Optional.empty();
  }

  /** Whether a shopper asked to be forgotten: then nobody else is asked about them either. */
  default boolean forgotten(String user) {
    return false;
  }

  /** Asks another source where this one knows nothing. */
  default ProfileSource orElse(ProfileSource other) {
    ProfileSource first = this;
    return new ProfileSource() {
      @Override
      public Optional<UserProfile> profile(String user) {
        Optional<UserProfile> known = first.profile(user);
        return known.isPresent() || first.forgotten(user) ? known : other.profile(user);
      }

      @Override
      public Optional<UserProfile> prior() {
        return first.prior().or(other::prior);
      }

      @Override
      public boolean forgotten(String user) {
        return first.forgotten(user) || other.forgotten(user);
      }
    };
  }
}
