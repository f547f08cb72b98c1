package io.xunbao.flinkjobs.stats;

import java.io.Serializable;
import java.util.Objects;

/** What rates are usual before a product shows its own. */
public record RatePriors(BetaPrior click, BetaPrior cart, BetaPrior buy) implements Serializable {
  /** Usual rates of shops, weighing as much as a few dozen trials. */
  public static final RatePriors DEFAULT =
      new RatePriors(new BetaPrior(0.1, 20), new BetaPrior(0.06, 30), new BetaPrior(0.02, 50));

  public RatePriors {
    Objects.requireNonNull(click, "click");
    Objects.requireNonNull(cart, "cart");
    Objects.requireNonNull(buy, "buy");
  }
}
