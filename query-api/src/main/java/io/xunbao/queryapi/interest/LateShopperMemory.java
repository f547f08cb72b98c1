package io.xunbao.queryapi.interest;

import io.xunbao.queryapi.feed.FeedUnavailableException;
import io.xunbao.ranker.interest.UserProfile;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Knows nobody until the memory behind it has started. */
public final class LateShopperMemory implements ShopperMemory {
  private final String state;
  private final String reason;
  private final AtomicReference<@Nullable ShopperMemory> memory = new AtomicReference<>();

  /**
   * @param state in a word
   * @param reason why nobody is known yet, and what to do
   */
  public LateShopperMemory(String state, String reason) {
    this.state = state;
    this.reason = reason;
  }

  /** Asks a memory from now on, and closes it in the end. */
  public void started(ShopperMemory behind) {
    memory.set(behind);
  }

  @Override
  public Optional<UserProfile> profile(String user) {
    ShopperMemory behind = memory.get();
    return behind == null ? Optional.empty() : behind.profile(user);
  }

  @Override
  public Optional<UserProfile> prior() {
    ShopperMemory behind = memory.get();
    return behind == null ? Optional.empty() : behind.prior();
  }

  @Override
  public boolean forgotten(String user) {
    ShopperMemory behind = memory.get();
    return behind != null && behind.forgotten(user);
  }

  @Override
  public boolean erase(String user) throws FeedUnavailableException {
    ShopperMemory behind = memory.get();
    if (behind == null) {
      throw new FeedUnavailableException(reason, null);
    }
    return behind.erase(user);
  }

  @Override
  public Report report() {
    ShopperMemory behind = memory.get();
    return behind == null ? new Report(state, 0, -1, 0) : behind.report();
  }

  @Override
  public void close() throws IOException {
    ShopperMemory behind = memory.getAndSet(null);
    if (behind != null) {
      behind.close();
    }
  }
}
