package io.xunbao.standalone.generate;

import java.io.IOException;
import java.util.SplittableRandom;

/** One run of the generator: a catalogue, and what shoppers did with it. */
record Simulation(
    Vocabulary vocabulary, Catalogue catalogue, ClickModel model, Behaviour behaviour) {
  /** Generates; the same size and seed give the same. */
  static Simulation run(SampleSize size, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Vocabulary vocabulary = Vocabulary.bundled();
    Catalogue catalogue =
        Catalogue.generate(vocabulary, size.records(), new Chance(random.split()));
    ClickModel model = ClickModel.standard();
    Behaviour behaviour = new Behaviour(vocabulary, catalogue, model, new Chance(random.split()));
    behaviour.simulate(size.shoppers(), size.sessions());
    return new Simulation(vocabulary, catalogue, model, behaviour);
  }
}
