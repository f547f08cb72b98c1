package io.xunbao.indexer.write;

import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Which shard a product lives in. The answer never changes, or products would be doubled. */
public final class Shards {
  private static final int SEED = 0x7875_6e62;

  private Shards() {}

  /** The shard of a product: MurmurHash3 of its id in UTF-8, modulo the number of shards. */
  public static int of(String id, int shards) {
    return Math.floorMod(StringHelper.murmurhash3_x86_32(new BytesRef(id), SEED), shards);
  }
}
