package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.write.Version;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** A change in bytes: its kind, then its fields. */
final class ChangeWire {
  private static final byte UPSERT = 0;
  private static final byte DELETE = 1;
  private static final byte NUMBERS = 2;
  private static final byte REFUSAL = 3;

  private ChangeWire() {}

  static void write(Change change, DataOutputView out) throws IOException {
    switch (change) {
      case Change.Upsert upsert -> {
        out.writeByte(UPSERT);
        ProductWire.write(upsert.product(), out);
      }
      case Change.Delete delete -> {
        out.writeByte(DELETE);
        StringValue.writeString(delete.id(), out);
        out.writeLong(delete.version().updatedAt());
        out.writeLong(delete.version().order());
      }
      case Change.Numbers numbers -> {
        out.writeByte(NUMBERS);
        StringValue.writeString(numbers.id(), out);
        write(numbers.values(), out);
      }
      case Change.Refusal refusal -> {
        out.writeByte(REFUSAL);
        StringValue.writeString(refusal.line(), out);
      }
    }
  }

  static Change read(DataInputView in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case UPSERT -> new Change.Upsert(ProductWire.read(in));
      case DELETE ->
          new Change.Delete(StringValue.readString(in), new Version(in.readLong(), in.readLong()));
      case NUMBERS -> new Change.Numbers(StringValue.readString(in), readNumbers(in));
      case REFUSAL -> new Change.Refusal(StringValue.readString(in));
      default ->
          throw new IOException(
              String.format(Locale.ROOT, "changes of kind 0 to 3 are known, got %d", kind));
    };
  }

  private static void write(Map<String, Long> numbers, DataOutputView out) throws IOException {
    out.writeInt(numbers.size());
    for (Map.Entry<String, Long> number : numbers.entrySet()) {
      StringValue.writeString(number.getKey(), out);
      out.writeLong(number.getValue());
    }
  }

  private static Map<String, Long> readNumbers(DataInputView in) throws IOException {
    int size = in.readInt();
    Map<String, Long> numbers = LinkedHashMap.newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      numbers.put(StringValue.readString(in), in.readLong());
    }
    return numbers;
  }
}
