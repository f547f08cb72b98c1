package io.xunbao.queryapi.interest;

import io.xunbao.ranker.interest.LiveInterests;
import io.xunbao.ranker.interest.UserProfile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The interests of one owner in bytes: owner, time, vectors as half floats, then the products with
 * both weights and the categories with theirs as floats. A name is its length and its UTF-8.
 */
final class InterestRecord {
  private static final int MAX_NAME = 0xFFFF;

  private InterestRecord() {}

  static byte[] encode(String owner, LiveInterests interests) {
    UserProfile profile = interests.profile();
    Set<String> products = new LinkedHashSet<>(profile.recent().keySet());
    products.addAll(profile.lasting().keySet());
    ByteBuffer out = ByteBuffer.allocate(size(owner, interests, products));
    putName(out, owner);
    out.putLong(interests.at().toEpochMilli());
    putHalves(out, interests.shortTerm());
    putHalves(out, interests.longTerm());
    out.putShort((short) products.size());
    for (String product : products) {
      putName(out, product);
      out.putFloat(profile.recent().getOrDefault(product, 0.0).floatValue());
      out.putFloat(profile.lasting().getOrDefault(product, 0.0).floatValue());
    }
    out.putShort((short) interests.categories().size());
    interests
        .categories()
        .forEach(
            (name, strength) -> {
              putName(out, name);
              out.putFloat(strength.floatValue());
            });
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  /** An upper bound: three bytes for each UTF-16 unit. */
  private static int size(String owner, LiveInterests interests, Set<String> products) {
    int size = 64 + 3 * owner.length() + 4 * interests.shortTerm().length;
    for (String product : products) {
      size += 10 + 3 * product.length();
    }
    for (String category : interests.categories().keySet()) {
      size += 6 + 3 * category.length();
    }
    return size;
  }

  static String owner(ByteBuffer record) {
    return name(record.duplicate());
  }

  static long at(ByteBuffer record) {
    ByteBuffer in = record.duplicate();
    name(in);
    return in.getLong();
  }

  static LiveInterests decode(ByteBuffer record) {
    ByteBuffer in = record.duplicate();
    name(in);
    Instant at = Instant.ofEpochMilli(in.getLong());
    float[] shortTerm = halves(in);
    float[] longTerm = halves(in);
    Map<String, Double> recent = new LinkedHashMap<>();
    Map<String, Double> lasting = new LinkedHashMap<>();
    int products = Short.toUnsignedInt(in.getShort());
    for (int i = 0; i < products; i++) {
      String product = name(in);
      putUnlessZero(recent, product, in.getFloat());
      putUnlessZero(lasting, product, in.getFloat());
    }
    Map<String, Double> categories = new LinkedHashMap<>();
    int names = Short.toUnsignedInt(in.getShort());
    for (int i = 0; i < names; i++) {
      categories.put(name(in), (double) in.getFloat());
    }
    return new LiveInterests(new UserProfile(recent, lasting, at), shortTerm, longTerm, categories);
  }

  private static void putUnlessZero(Map<String, Double> weights, String name, float weight) {
    if (weight != 0) {
      weights.put(name, (double) weight);
    }
  }

  private static void putName(ByteBuffer out, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_NAME) {
      throw new IllegalArgumentException(
          "a name must have at most " + MAX_NAME + " bytes, got " + bytes.length);
    }
    out.putShort((short) bytes.length).put(bytes);
  }

  private static String name(ByteBuffer in) {
    byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void putHalves(ByteBuffer out, float[] vector) {
    out.putShort((short) vector.length);
    for (float value : vector) {
      out.putShort(Float.floatToFloat16(value));
    }
  }

  private static float[] halves(ByteBuffer in) {
    float[] vector = new float[Short.toUnsignedInt(in.getShort())];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = Float.float16ToFloat(in.getShort());
    }
    return vector;
  }
}
