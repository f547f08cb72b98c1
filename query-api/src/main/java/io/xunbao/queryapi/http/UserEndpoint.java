package io.xunbao.queryapi.http;

import io.xunbao.queryapi.feed.FeedUnavailableException;
import io.xunbao.queryapi.interest.ShopperMemory;

/** {@code DELETE /v1/users/{id}}: a shopper is forgotten. An id may hold slashes. */
final class UserEndpoint implements Endpoint {
  /** As long as an event's user may be. */
  private static final int MAX_ID = 1024;

  private final ShopperMemory shoppers;

  UserEndpoint(ShopperMemory shoppers) {
    this.shoppers = shoppers;
  }

  @Override
  public String path() {
    return "/v1/users/{+id}";
  }

  @Override
  public String method() {
    return "DELETE";
  }

  @Override
  public Reply answer(Parameters parameters) {
    String id = parameters.pathPart("id");
    if (id.isBlank() || id.length() > MAX_ID) {
      throw Problems.badParameter(
          "user-invalid",
          "id",
          "id must be a user's id of 1 to " + MAX_ID + " characters, got " + id.length());
    }
    try {
      return Reply.json(new Body(shoppers.erase(id))).withStatus(202);
    } catch (FeedUnavailableException away) {
      throw Problems.feedUnavailable(String.valueOf(away.getMessage()));
    }
  }

  /**
   * What was done; never the id.
   *
   * @param known whether anything was known of the shopper here
   */
  record Body(boolean known) {}
}
