package io.xunbao.flinkjobs.behaviour;

import io.xunbao.flinkjobs.io.DeadLetter;
import io.xunbao.flinkjobs.io.Decoded;
import io.xunbao.flinkjobs.io.Message;
import io.xunbao.flinkjobs.io.MessageDecoder;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.ImpressionJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages of the topic of impressions as what was shown. */
final class DecodeImpressions implements MessageDecoder<Impression> {
  private static final long serialVersionUID = 1;

  private transient @Nullable ImpressionJson json;

  @Override
  public Decoded<Impression> decode(Message message) {
    String text = message.valueText();
    if (text == null) {
      return new Decoded.Accepted<>(List.of());
    }
    if (json == null) {
      json = new ImpressionJson();
    }
    try {
      return Decoded.of(json.read(text));
    } catch (IllegalArgumentException broken) {
      return Decoded.refused(
          DeadLetter.of(message, "impression.json", String.valueOf(broken.getMessage())));
    }
  }
}
