package io.xunbao.indexer.quality.rule;

import java.time.InstantSource;
import java.util.List;

/** The rules that every record is held to. */
public final class Rules {
  private Rules() {}

  /**
   * The standard rules in the order in which they are asked: first the repairs of texts (a wrong
   * charset before invisible characters, which are among its traces; those before HTML, whose tags
   * they may hide; HTML before space, which tags leave behind), then what must hold of the repaired
   * draft.
   *
   * @param clock tells which versions lie in the future
   */
  public static List<Rule> standard(InstantSource clock) {
    return List.of(
        new CharsetDamage(),
        new ControlCharacters(),
        new HtmlResidue(),
        new Whitespace(),
        new PlaceholderBrand(),
        new PlaceholderTitle(),
        new LostCharacters(),
        new Required(),
        new IdFormat(),
        new Lengths(),
        MisfitRule.price(),
        MisfitRule.status(),
        MisfitRule.time(),
        MisfitRule.count(),
        new PriceRange(),
        new PricePlaceholder(),
        new VersionRange(clock),
        new NotForSale(),
        new BrandCategory());
  }
}
