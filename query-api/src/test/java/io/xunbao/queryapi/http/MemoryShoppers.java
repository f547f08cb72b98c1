package io.xunbao.queryapi.http;

import io.xunbao.queryapi.interest.ShopperMemory;
import io.xunbao.ranker.interest.UserProfile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Shoppers in memory, under their raw ids. */
final class MemoryShoppers implements ShopperMemory {
  private final Map<String, UserProfile> known = new ConcurrentHashMap<>();

  void put(String user, UserProfile profile) {
    known.put(user, profile);
  }

  @Override
  public Optional<UserProfile> profile(String user) {
    return Optional.ofNullable(known.get(user));
  }

  @Override
  public boolean erase(String user) {
    return known.remove(user) != null;
  }

  @Override
  public Report report() {
    return new Report("following", known.size(), 0, 0);
  }

  @Override
  public void close() {
    known.clear();
  }
}
