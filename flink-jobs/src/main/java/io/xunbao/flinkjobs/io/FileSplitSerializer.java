package io.xunbao.flinkjobs.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Splits, and lists of them, in a fixed form of 12 bytes each. */
final class FileSplitSerializer {
  private static final int VERSION = 1;
  private static final int BYTES = Integer.BYTES + Long.BYTES;

  private FileSplitSerializer() {}

  static final class OfSplit implements SimpleVersionedSerializer<FileSplit> {
    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(FileSplit split) {
      return write(List.of(split));
    }

    @Override
    public FileSplit deserialize(int version, byte[] bytes) throws IOException {
      return read(version, bytes).getFirst();
    }
  }

  static final class OfList implements SimpleVersionedSerializer<List<FileSplit>> {
    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(List<FileSplit> splits) {
      return write(splits);
    }

    @Override
    public List<FileSplit> deserialize(int version, byte[] bytes) throws IOException {
      return read(version, bytes);
    }
  }

  private static byte[] write(List<FileSplit> splits) {
    ByteBuffer buffer = ByteBuffer.allocate(splits.size() * BYTES);
    splits.forEach(split -> buffer.putInt(split.file()).putLong(split.next()));
    return buffer.array();
  }

  private static List<FileSplit> read(int version, byte[] bytes) throws IOException {
    if (version != VERSION || bytes.length % BYTES != 0) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "splits must be of version %d in units of %d bytes, got version %d with %d bytes",
              VERSION,
              BYTES,
              version,
              bytes.length));
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    List<FileSplit> splits = new ArrayList<>();
    while (buffer.hasRemaining()) {
      splits.add(new FileSplit(buffer.getInt(), buffer.getLong()));
    }
    return splits;
  }
}
