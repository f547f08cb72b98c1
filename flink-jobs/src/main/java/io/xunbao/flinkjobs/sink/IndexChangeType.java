package io.xunbao.flinkjobs.sink;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** The type of {@link IndexChange} in Flink's graph: a compact form instead of reflection. */
public final class IndexChangeType extends TypeInformation<IndexChange> {
  public static final IndexChangeType INSTANCE = new IndexChangeType();

  private static final long serialVersionUID = 1;

  private IndexChangeType() {}

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<IndexChange> getTypeClass() {
    return IndexChange.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<IndexChange> createSerializer(SerializerConfig config) {
    return IndexChangeSerializer.INSTANCE;
  }

  @Override
  public String toString() {
    return "IndexChange";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IndexChangeType;
  }

  @Override
  public int hashCode() {
    return IndexChangeType.class.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof IndexChangeType;
  }
}
