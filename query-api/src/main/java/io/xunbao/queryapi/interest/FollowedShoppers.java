package io.xunbao.queryapi.interest;

import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.feed.FeedRecord;
import io.xunbao.queryapi.feed.FeedStream;
import io.xunbao.queryapi.feed.FeedUnavailableException;
import io.xunbao.ranker.feedback.Pseudonyms;
import io.xunbao.ranker.interest.UserProfile;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shoppers as a follower knows them, under the pseudonyms that the jobs make too. */
public final class FollowedShoppers implements ShopperMemory {
  private final InterestFollower follower;
  private final Pseudonyms pseudonyms;
  private final Feed feed;
  private final Clock clock;

  /**
   * @param follower is closed with this one
   * @param pseudonyms with the key of the jobs
   * @param feed takes wishes to be forgotten; not closed
   */
  public FollowedShoppers(
      InterestFollower follower, Pseudonyms pseudonyms, Feed feed, Clock clock) {
    this.follower = follower;
    this.pseudonyms = pseudonyms;
    this.feed = feed;
    this.clock = clock;
  }

  @Override
  public Optional<UserProfile> profile(String user) {
    return follower.profile(pseudonyms.of(user));
  }

  @Override
  public Optional<UserProfile> prior() {
    return follower.prior();
  }

  @Override
  public boolean forgotten(String user) {
    return follower.forgotten(pseudonyms.of(user));
  }

  /**
   * The wish goes first, so that the jobs have it where anything else fails; then the message that
   * takes the shopper out of the topic, for servers that read it while the jobs stand still.
   */
  @Override
  public boolean erase(String user) throws FeedUnavailableException {
    String pseudonym = pseudonyms.of(user);
    Instant at = clock.instant();
    // Asked first: the message about it comes back to the follower too, perhaps at once.
    boolean known = follower.interests(pseudonym).isPresent();
    feed.send(FeedStream.ERASURES, List.of(new FeedRecord(pseudonym, "{\"at\":\"" + at + "\"}")));
    feed.send(FeedStream.INTERESTS, List.of(FeedRecord.gone(pseudonym)));
    return follower.forget(pseudonym, at) || known;
  }

  @Override
  public Report report() {
    return new Report(
        follower.state().wireName(), follower.shoppers(), follower.behind(), follower.unreadable());
  }

  @Override
  public void close() throws IOException {
    follower.close();
  }
}
