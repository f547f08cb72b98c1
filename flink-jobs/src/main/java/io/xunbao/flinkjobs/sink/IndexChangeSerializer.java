package io.xunbao.flinkjobs.sink;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Changes on their way between two operators; they are never in a checkpoint's state. */
final class IndexChangeSerializer extends TypeSerializerSingleton<IndexChange> {
  static final IndexChangeSerializer INSTANCE = new IndexChangeSerializer();

  private static final long serialVersionUID = 1;

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public IndexChange createInstance() {
    return new IndexChange("", 0, 0, 0, new Change.Refusal(""));
  }

  @Override
  public IndexChange copy(IndexChange from) {
    return from;
  }

  @Override
  public IndexChange copy(IndexChange from, IndexChange reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(IndexChange change, DataOutputView out) throws IOException {
    StringValue.writeString(change.source(), out);
    out.writeLong(change.record());
    out.writeLong(change.order());
    out.writeLong(change.sourceBytes());
    ChangeWire.write(change.change(), out);
  }

  @Override
  public IndexChange deserialize(DataInputView in) throws IOException {
    String source = StringValue.readString(in);
    long record = in.readLong();
    long order = in.readLong();
    long sourceBytes = in.readLong();
    return new IndexChange(source, record, order, sourceBytes, ChangeWire.read(in));
  }

  @Override
  public IndexChange deserialize(IndexChange reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public TypeSerializerSnapshot<IndexChange> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names this serializer in a checkpoint; Flink makes it without arguments. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<IndexChange> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
