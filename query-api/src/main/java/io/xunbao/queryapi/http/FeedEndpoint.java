package io.xunbao.queryapi.http;

import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.feed.FeedFullException;
import io.xunbao.queryapi.feed.FeedRecord;
import io.xunbao.queryapi.feed.FeedStream;
import io.xunbao.queryapi.feed.FeedUnavailableException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code POST /v1/products} and {@code POST /v1/events}: records as lines of JSON into a stream.
 * They are all checked before any is taken, and all acknowledged by the stream before the answer.
 */
final class FeedEndpoint implements Endpoint {
  private static final int SHOWN_ERRORS = 20;

  private final String path;
  private final FeedStream stream;
  private final Supplier<LineCheck> checks;
  private final Feed feed;
  private final Metrics metrics;

  private FeedEndpoint(
      String path, FeedStream stream, Supplier<LineCheck> checks, Feed feed, Metrics metrics) {
    this.path = path;
    this.stream = stream;
    this.checks = checks;
    this.feed = feed;
    this.metrics = metrics;
  }

  static FeedEndpoint products(Feed feed, Metrics metrics) {
    return new FeedEndpoint("/v1/products", FeedStream.PRODUCTS, ProductLines::new, feed, metrics);
  }

  static FeedEndpoint events(Feed feed, Metrics metrics) {
    return new FeedEndpoint("/v1/events", FeedStream.EVENTS, EventLines::new, feed, metrics);
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public Reply answer(Parameters parameters) {
    List<FeedRecord> records = records(parameters.body());
    try {
      feed.send(stream, records);
    } catch (FeedFullException full) {
      throw Problems.feedFull(String.valueOf(full.getMessage()));
    } catch (FeedUnavailableException away) {
      throw Problems.feedUnavailable(String.valueOf(away.getMessage()));
    }
    metrics.fed(stream, records.size());
    return Reply.json(new Body(records.size())).withStatus(202);
  }

  private List<FeedRecord> records(byte[] body) {
    List<FeedRecord> records = new ArrayList<>();
    List<LineError> errors = new ArrayList<>();
    LineCheck check = checks.get();
    int line = 0;
    int refused = 0;
    for (String text : text(body).split("\n", -1)) {
      line++;
      if (text.isBlank()) {
        continue;
      }
      switch (check.check(line, text.strip())) {
        case LineCheck.Sound sound -> records.add(sound.record());
        case LineCheck.Broken broken -> {
          refused++;
          if (errors.size() < SHOWN_ERRORS) {
            errors.add(broken.error());
          }
        }
      }
    }
    if (refused > 0) {
      throw Problems.refusedRecords(records.size() + refused, refused, errors);
    }
    return records;
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException invalid) {
      throw Problems.badParameter(
          "body-encoding", null, "the body must be UTF-8, and is not: convert it before sending");
    }
  }

  /**
   * What was taken.
   *
   * @param accepted records that the stream has acknowledged
   */
  record Body(int accepted) {}
}
