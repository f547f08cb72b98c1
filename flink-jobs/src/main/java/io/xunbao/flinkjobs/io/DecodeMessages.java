package io.xunbao.flinkjobs.io;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Decodes messages; refused ones go to a side output and are counted as {@code refused}. */
final class DecodeMessages<T> extends ProcessFunction<Message, T> {
  private static final long serialVersionUID = 1;

  private final MessageDecoder<T> decoder;
  private final OutputTag<DeadLetter> refusedTag;
  private transient Counter refused;

  DecodeMessages(MessageDecoder<T> decoder, OutputTag<DeadLetter> refusedTag) {
    this.decoder = decoder;
    this.refusedTag = refusedTag;
  }

  @Override
  public void open(OpenContext context) {
    refused = getRuntimeContext().getMetricGroup().counter("refused");
  }

  @Override
  public void processElement(Message message, Context context, Collector<T> out) {
    switch (decoder.decode(message)) {
      case Decoded.Accepted<T> accepted -> accepted.records().forEach(out::collect);
      case Decoded.Refused<T> bad -> {
        refused.inc();
        context.output(refusedTag, bad.letter());
      }
    }
  }
}
