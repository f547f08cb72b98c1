package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/** A product in bytes, field by field in the order of the record. */
final class ProductWire {
  private static final ProductStatus[] STATUSES = ProductStatus.values();

  private ProductWire() {}

  static void write(Product product, DataOutputView out) throws IOException {
    StringValue.writeString(product.id(), out);
    StringValue.writeString(product.title(), out);
    StringValue.writeString(product.brand(), out);
    write(product.category(), out);
    write(product.priceFen(), out);
    StringValue.writeString(product.currency(), out);
    StringValue.writeString(product.shop(), out);
    write(product.attributes(), out);
    StringValue.writeString(product.description(), out);
    StringValue.writeString(product.image(), out);
    write(product.stock(), out);
    write(product.sales(), out);
    write(product.comments(), out);
    out.writeByte(product.status().ordinal());
    out.writeLong(product.updatedAt().getEpochSecond());
    out.writeInt(product.updatedAt().getNano());
  }

  static Product read(DataInputView in) throws IOException {
    return new Product(
        StringValue.readString(in),
        StringValue.readString(in),
        StringValue.readString(in),
        readStrings(in),
        readLong(in),
        StringValue.readString(in),
        StringValue.readString(in),
        readAttributes(in),
        StringValue.readString(in),
        StringValue.readString(in),
        readLong(in),
        readLong(in),
        readLong(in),
        STATUSES[in.readByte()],
        Instant.ofEpochSecond(in.readLong(), in.readInt()));
  }

  private static void write(List<String> texts, DataOutputView out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      StringValue.writeString(text, out);
    }
  }

  private static List<String> readStrings(DataInputView in) throws IOException {
    int size = in.readInt();
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(StringValue.readString(in));
    }
    return texts;
  }

  private static void write(@Nullable Long number, DataOutputView out) throws IOException {
    out.writeBoolean(number != null);
    if (number != null) {
      out.writeLong(number);
    }
  }

  private static @Nullable Long readLong(DataInputView in) throws IOException {
    return in.readBoolean() ? in.readLong() : null;
  }

  private static void write(Map<String, List<String>> attributes, DataOutputView out)
      throws IOException {
    out.writeInt(attributes.size());
    for (Map.Entry<String, List<String>> attribute : attributes.entrySet()) {
      StringValue.writeString(attribute.getKey(), out);
      write(attribute.getValue(), out);
    }
  }

  private static Map<String, List<String>> readAttributes(DataInputView in) throws IOException {
    int size = in.readInt();
    Map<String, List<String>> attributes = LinkedHashMap.newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      attributes.put(StringValue.readString(in), readStrings(in));
    }
    return attributes;
  }
}
