package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The names and words that the catalogue itself uses, each with the number of its products, the
 * most frequent first. Nothing in it comes from what somebody searched for.
 *
 * @param brands as the shops write them
 * @param categories paths joined by {@code " > "}
 * @param words Han words of titles that at least {@value #MIN_PRODUCTS} products use; Latin words
 *     are left out, because the index holds only their stems
 */
public record Vocabulary(List<Name> brands, List<Name> categories, List<Name> words) {
  private static final int MIN_PRODUCTS = 3;
  private static final int MAX_NAMES = 20_000;
  private static final int MAX_WORDS = 100_000;

  public Vocabulary {
    brands = List.copyOf(brands);
    categories = List.copyOf(categories);
    words = List.copyOf(words);
  }

  static Vocabulary of(IndexReader reader) throws IOException {
    return new Vocabulary(
        names(reader, IndexSchema.BRAND_KEY, MAX_NAMES, name -> true),
        names(reader, IndexSchema.CATEGORY_KEY, MAX_NAMES, name -> true),
        names(
            reader,
            IndexSchema.TITLE,
            MAX_WORDS,
            name -> name.products() >= MIN_PRODUCTS && isHanWord(name.text())));
  }

  private static List<Name> names(
      IndexReader reader, String field, int most, java.util.function.Predicate<Name> wanted)
      throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return List.of();
    }
    List<Name> names = new ArrayList<>();
    TermsEnum each = terms.iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      Name name = new Name(term.utf8ToString(), each.docFreq());
      if (wanted.test(name)) {
        names.add(name);
      }
    }
    names.sort(Comparator.comparingInt(Name::products).reversed().thenComparing(Name::text));
    return names.subList(0, Math.min(most, names.size()));
  }

  private static boolean isHanWord(String text) {
    return text.codePointCount(0, text.length()) > 1
        && text.codePoints()
            .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /**
   * A name or word, and how many products have it (deleted ones included until they are merged
   * away).
   */
  public record Name(String text, int products) {
    public Name {
      Objects.requireNonNull(text, "text");
    }
  }
}
