package io.xunbao.flinkjobs.io;

import java.io.Serializable;

/**
 * Makes a record of a message, or says why not. It never throws for what a message holds: a message
 * that cannot be decoded is a {@link Decoded.Refused}, which goes to a topic of its own, and the
 * stream goes on.
 */
@FunctionalInterface
public interface MessageDecoder<T> extends Serializable {
  /** Decodes one message. One thread calls it. */
  Decoded<T> decode(Message message);
}
