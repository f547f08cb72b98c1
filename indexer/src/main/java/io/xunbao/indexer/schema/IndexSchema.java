package io.xunbao.indexer.schema;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lucene.XunbaoAnalyzer;
import io.xunbao.ikdict.segment.Mode;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * The fields of the product index, by name, and the analyzers that fill and question them.
 *
 * <p>Text fields hold words and are searched; key fields hold exact values and are filtered and
 * counted; number fields are doc values only, so that price, stock and sales can change through
 * {@code IndexWriter.updateNumericDocValue} without analysing the product again.
 */
public final class IndexSchema {
  /**
   * Grows when an index written by older code can no longer be read by this code, or was cut into
   * other terms than its queries are now.
   */
  public static final int VERSION = 2;

  /** The product's id: indexed whole, stored, and in doc values as the last tie-break of a sort. */
  public static final String ID = "id";

  /** All that describes the product: title, brand, category, description. What BM25 ranks by. */
  public static final String TEXT = "text";

  /** Pairs of neighbouring Han characters in title, brand and category. */
  public static final String PAIRS = "pairs";

  public static final String TITLE = "title";
  public static final String BRAND = "brand";
  public static final String CATEGORY = "category";
  public static final String ATTRIBUTES = "attributes";
  public static final String DESCRIPTION = "description";

  /** The brand as the shop writes it, exact. */
  public static final String BRAND_KEY = "brand.key";

  /** Every prefix of the category path, exact, its parts joined by {@link #PATH_SEPARATOR}. */
  public static final String CATEGORY_KEY = "category.key";

  /** The shop, exact. */
  public static final String SHOP_KEY = "shop.key";

  /** The {@code ProductStatus} in lower case, exact. */
  public static final String STATUS_KEY = "status.key";

  /** Price in fen; absent when unknown. */
  public static final String PRICE = "price";

  public static final String STOCK = "stock";
  public static final String SALES = "sales";
  public static final String COMMENTS = "comments";

  /** Items sold as the streams have counted them; beside {@link #SALES} the larger one holds. */
  public static final String BOUGHT = "bought";

  /** Reviews as the streams have counted them; beside {@link #COMMENTS} the larger one holds. */
  public static final String REVIEWED = "reviewed";

  /** Milliseconds since 1970-01-01T00:00Z. */
  public static final String UPDATED_AT = "updatedAt";

  /** The product as JSON: what a hit shows. */
  public static final String SOURCE = "source";

  /** The product's embedding, where one was computed. */
  public static final String VECTOR = "vector";

  /** Stands between the parts of a category path in {@link #CATEGORY_KEY}. */
  public static final String PATH_SEPARATOR = " > ";

  /** The fields that a query's words are looked up in. */
  public static final List<String> TEXT_FIELDS =
      List.of(TITLE, BRAND, CATEGORY, ATTRIBUTES, DESCRIPTION);

  /** The number fields that may change by a doc-values update; new ones are added at the end. */
  public static final List<String> UPDATABLE_FIELDS =
      List.of(PRICE, STOCK, SALES, COMMENTS, BOUGHT, REVIEWED);

  /** How soon BM25 saturates as a term comes again. */
  public static final float K1 = 0.9f;

  /** How much of a field's length BM25 takes into account. */
  public static final float B = 1;

  private IndexSchema() {}

  /**
   * BM25 with {@link #K1} and {@link #B}. A title that repeats a word says little more than one
   * that has it once, so k1 is below the usual 1.2. The length counts in full: titles padded with
   * the words of other products are common, and Lucene's average length counts overlapping words
   * while a document's own length does not, which takes a part of b's effect away.
   */
  public static Similarity similarity() {
    return new BM25Similarity(K1, B);
  }

  /** What an index writer needs: fine, overlapping words; long natural text by smartcn. */
  public static Analyzer indexAnalyzer(Lexicon lexicon) {
    return analyzer(lexicon, Mode.INDEX);
  }

  /** What a query needs: coarse words, each of which the index holds too. */
  public static Analyzer queryAnalyzer(Lexicon lexicon) {
    return analyzer(lexicon, Mode.QUERY);
  }

  private static Analyzer analyzer(Lexicon lexicon, Mode mode) {
    Analyzer words = new StemmedWords(new XunbaoAnalyzer(lexicon, mode));
    return new PerFieldAnalyzerWrapper(
        new KeywordAnalyzer(),
        Map.of(
            TEXT, words,
            PAIRS, HanPairs.analyzer(lexicon),
            TITLE, words,
            BRAND, words,
            CATEGORY, words,
            ATTRIBUTES, words,
            DESCRIPTION, new SmartChineseAnalyzer()));
  }
}
