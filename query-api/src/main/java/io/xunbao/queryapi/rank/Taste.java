package io.xunbao.queryapi.rank;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.queryapi.vectors.SnapshotVectors;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.embed.Vectors;
import io.xunbao.ranker.feature.UserSignals;
import io.xunbao.ranker.interest.UserProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper likes, in terms of a snapshot's products: directions of interest (this visit's and
 * the lasting one), shares of brands and categories, and a price level. Products that the snapshot
 * no longer has count for nothing.
 */
public final class Taste {
  private final List<float[]> interests;
  private final Map<String, Double> brands;
  private final Map<String, Double> categories;
  private final double logPrice;
  private final Map<String, Double> shares;

  private Taste(
      List<float[]> interests,
      Map<String, Double> brands,
      Map<String, Double> categories,
      double logPrice,
      Map<String, Double> shares) {
    this.interests = List.copyOf(interests);
    this.brands = Map.copyOf(brands);
    this.categories = Map.copyOf(categories);
    this.logPrice = logPrice;
    this.shares = Map.copyOf(shares);
  }

  /**
   * Makes it of a profile.
   *
   * @param vectors null where no embedding serves: there are no directions then
   */
  public static Taste of(
      UserProfile profile, ProductSearcher searcher, @Nullable SnapshotVectors vectors)
      throws IOException {
    Map<String, Integer> documents = new LinkedHashMap<>();
    Set<String> ids = new LinkedHashSet<>(profile.recent().keySet());
    ids.addAll(profile.lasting().keySet());
    for (String id : ids) {
      OptionalInt document = searcher.document(id);
      if (document.isPresent()) {
        documents.put(id, document.getAsInt());
      }
    }
    List<float[]> interests = new ArrayList<>();
    if (vectors != null && !documents.isEmpty()) {
      add(interests, direction(profile.recent(), documents, vectors));
      add(interests, direction(profile.lasting(), documents, vectors));
    }
    return counted(profile, searcher, documents, interests);
  }

  private static void add(List<float[]> interests, float[] direction) {
    if (!Vectors.isZero(direction)) {
      interests.add(direction);
    }
  }

  private static float[] direction(
      Map<String, Double> weights, Map<String, Integer> documents, SnapshotVectors vectors)
      throws IOException {
    List<Integer> known = new ArrayList<>();
    List<Double> parts = new ArrayList<>();
    weights.forEach(
        (id, weight) -> {
          Integer document = documents.get(id);
          if (document != null) {
            known.add(document);
            parts.add(weight);
          }
        });
    Matrix rows = vectors.rows(known.stream().mapToInt(Integer::intValue).toArray());
    float[] sum = new float[vectors.texts().dimensions()];
    for (int i = 0; i < known.size(); i++) {
      float weight = parts.get(i).floatValue();
      for (int j = 0; j < sum.length; j++) {
        sum[j] += weight * rows.values()[rows.start(i) + j];
      }
    }
    Vectors.normalize(sum, 0, sum.length);
    return sum;
  }

  private static Taste counted(
      UserProfile profile,
      ProductSearcher searcher,
      Map<String, Integer> documents,
      List<float[]> interests)
      throws IOException {
    Map<String, Double> brands = new HashMap<>();
    Map<String, Double> categories = new HashMap<>();
    double all = 0;
    double priced = 0;
    double prices = 0;
    for (Map.Entry<String, Integer> entry : documents.entrySet()) {
      double weight = Math.max(0, profile.lasting().getOrDefault(entry.getKey(), 0.0));
      Product product = searcher.product(entry.getValue());
      all += weight;
      if (product.brand() != null) {
        brands.merge(product.brand(), weight, Double::sum);
      }
      if (!product.category().isEmpty()) {
        categories.merge(product.category().getLast(), weight, Double::sum);
      }
      Long price = product.priceFen();
      if (price != null) {
        priced += weight;
        prices += weight * Math.log1p(price);
      }
    }
    double total = all;
    brands.replaceAll((brand, weight) -> total == 0 ? 0 : weight / total);
    categories.replaceAll((category, weight) -> total == 0 ? 0 : weight / total);
    double level = priced == 0 ? Double.NaN : prices / priced;
    return new Taste(interests, brands, categories, level, shares(profile, documents.keySet()));
  }

  private static Map<String, Double> shares(UserProfile profile, Set<String> products) {
    Map<String, Double> shares = new HashMap<>();
    double most = Double.MIN_NORMAL;
    for (String product : products) {
      double weight = Math.max(0, profile.recent().getOrDefault(product, 0.0));
      shares.put(product, weight);
      most = Math.max(most, weight);
    }
    double strongest = most;
    shares.replaceAll((product, weight) -> weight / strongest);
    return shares;
  }

  /** Whether nothing of it can be seen in the snapshot. */
  public boolean isEmpty() {
    return shares.isEmpty();
  }

  /** Directions of length 1, this visit's first; shape [dimensions] each; shared, not to change. */
  public List<float[]> interests() {
    return interests;
  }

  /** The products that it was made of. */
  public Set<String> products() {
    return shares.keySet();
  }

  /** Their weights of the last hours beside the strongest, in 0..1, by id. */
  public Map<String, Double> shares() {
    return shares;
  }

  /**
   * How a product suits.
   *
   * @param interest the best cosine of a direction of interest; NaN where not known
   */
  public UserSignals signals(Product product, double interest) {
    if (isEmpty()) {
      return UserSignals.NONE;
    }
    double brand = product.brand() == null ? 0 : brands.getOrDefault(product.brand(), 0.0);
    double category =
        product.category().isEmpty()
            ? 0
            : categories.getOrDefault(product.category().getLast(), 0.0);
    Long price = product.priceFen();
    double fit =
        price == null || Double.isNaN(logPrice)
            ? Double.NaN
            : Math.exp(-Math.abs(Math.log1p(price) - logPrice));
    return new UserSignals(interest, brand, category, fit);
  }
}
