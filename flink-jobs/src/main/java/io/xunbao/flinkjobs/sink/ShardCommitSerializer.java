package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.SnapshotJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Commits in Flink's state, as JSON: fields may be added without a new version. */
final class ShardCommitSerializer implements SimpleVersionedSerializer<ShardCommit> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(ShardCommit commit) {
    return SnapshotJson.write(commit).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public ShardCommit deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "shard commits of state version %d are known, got %d",
              VERSION,
              version));
    }
    return SnapshotJson.read(new String(bytes, StandardCharsets.UTF_8), ShardCommit.class);
  }
}
