package io.xunbao.benchmarks.words;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lucene.XunbaoAnalyzer;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.WordCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds that each segmenter takes for 2,000 titles of {@code zh/catalogue-union.tsv}, 91,977
 * characters; the data folder is {@code $XUNBAO_DATA} or {@code ../shared/data}.
 */
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class SegmentationSpeed {
  private static final int TITLES = 2_000;

  /** What is cut, and by us. */
  @State(Scope.Thread)
  public static class Ours {
    private final WordCursor query = new Segmenter(Lexicon.bundled()).cursor(Mode.QUERY);
    private final XunbaoAnalyzer index = new XunbaoAnalyzer(Lexicon.bundled(), Mode.INDEX);
    private String[] titles = {};

    /** Reads the titles, spread over the file. */
    @Setup(Level.Trial)
    public void read() throws IOException {
      String named = System.getenv("XUNBAO_DATA");
      Path data = Path.of(named == null ? "../shared/data" : named);
      try (Stream<String> lines = Files.lines(data.resolve("zh/catalogue-union.tsv"))) {
        List<String> all = lines.map(line -> line.split("\t")[1]).toList();
        titles =
            Stream.iterate(0, i -> i + all.size() / TITLES)
                .limit(TITLES)
                .map(all::get)
                .toArray(String[]::new);
      }
    }
  }

  /** One of all segmenters. */
  @State(Scope.Thread)
  public static class Each {
    @Param({"xunbao query", "smartcn", "HanLP Viterbi", "jieba", "IK smart", "Ansj base"})
    String segmenter = "";

    private Cutter cutter = Cutters.ours(Mode.QUERY);

    /** Makes it. */
    @Setup(Level.Trial)
    public void make() {
      cutter =
          Cutters.all().stream().filter(c -> c.name().equals(segmenter)).findFirst().orElseThrow();
    }
  }

  /** Any segmenter through one interface. */
  @Benchmark
  public long cut(Ours of, Each each) {
    long words = 0;
    for (String title : of.titles) {
      words += each.cutter.cut(title).size();
    }
    return words;
  }

  /** Our query mode by its cursor. */
  @Benchmark
  public long cursorInQueryMode(Ours ours) {
    long words = 0;
    for (String title : ours.titles) {
      ours.query.start(title.toCharArray(), title.length());
      while (ours.query.next()) {
        words += ours.query.termLength();
      }
    }
    return words;
  }

  /** Our index mode through Lucene's token stream. */
  @Benchmark
  public long streamInIndexMode(Ours ours) throws IOException {
    long words = 0;
    for (String title : ours.titles) {
      try (TokenStream stream = ours.index.tokenStream("title", title)) {
        stream.reset();
        while (stream.incrementToken()) {
          words++;
        }
        stream.end();
      }
    }
    return words;
  }
}
