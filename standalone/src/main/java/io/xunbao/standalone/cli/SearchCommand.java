package io.xunbao.standalone.cli;

import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.InvalidRequest;
import io.xunbao.queryapi.RankerName;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.explain.Audience;
import io.xunbao.queryapi.explain.ExplanationWords;
import io.xunbao.queryapi.explain.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches an index: one query for a person, or a file of queries into a TREC run. */
@Command(
    name = "search",
    description = {
      "Search an index.",
      "With --queries and --run: a file of queries into a TREC run for ./xunbao eval."
    })
final class SearchCommand implements Callable<Integer> {
  /** A command answers once; there is nothing to look for meanwhile. */
  private static final Duration LOOK_EVERY = Duration.ofDays(1);

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin IndexOption index = new IndexOption();

  @Mixin ServingOption models = new ServingOption();

  @Mixin WindowOption window = new WindowOption();

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Hits to show, 1 to 100 (default: ${DEFAULT-VALUE}).")
  int size = SearchRequest.DEFAULT_SIZE;

  @Option(
      names = "--ranker",
      paramLabel = "RANKER",
      description = "bm25, feedback, hybrid or ltr (default: feedback).")
  RankerName ranker = RankerName.DEFAULT;

  @Option(names = "--user", paramLabel = "U", description = "Personalise for this user.")
  @Nullable String user;

  @Option(names = "--explain", description = "Say for each hit where its score comes from.")
  boolean explain;

  @Option(
      names = "--audience",
      paramLabel = "WHO",
      description = "With --explain, in sentences: shopper, merchandiser or engineer.")
  @Nullable Audience audience;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "Language of those sentences: zh or en (default: zh).")
  @Nullable Language language;

  @Option(names = "--trace", description = "Say what each stage did.")
  boolean trace;

  @Option(
      names = "--queries",
      paramLabel = "TSV",
      description = "Lines of id TAB query, answered into --run.")
  @Nullable Path queries;

  @Option(
      names = "--run",
      paramLabel = "OUT",
      description = "The TREC run to write: query Q0 document rank score tag.")
  @Nullable Path run;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "Hits a query in the run (default: ${DEFAULT-VALUE}).")
  int depth = 100;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text or json (default: text).")
  OutputFormat format = OutputFormat.TEXT;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to search for.")
  List<String> words = List.of();

  @Override
  public Integer call() throws IOException {
    requireOneKind();
    try (SearchService service = open()) {
      return queries == null ? searchOne(service) : searchAll(service, queries);
    } catch (InvalidRequest refused) {
      throw new CliException(String.valueOf(refused.getMessage()), refused);
    }
  }

  private void requireOneKind() {
    if ((queries == null) != (run == null)) {
      throw wrongUsage("--queries and --run belong together: name both, or give a QUERY");
    }
    if ((queries == null) == words.isEmpty()) {
      throw wrongUsage("name what to search for: a QUERY, or --queries TSV with --run OUT");
    }
    if (language != null && audience == null) {
      throw wrongUsage("--lang is the language of --audience's sentences: name an --audience");
    }
    if (depth < 1 || depth > BatchSearch.MAX_DEPTH) {
      throw wrongUsage("--depth must be in 1.." + BatchSearch.MAX_DEPTH + ", got " + depth);
    }
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private SearchService open() throws IOException {
    IndexSearchService service =
        IndexSearchService.open(index.folder(), LOOK_EVERY, window.of(models.open()));
    service.listen();
    if (ranker == RankerName.HYBRID) {
      service.embed();
    }
    return service;
  }

  private int searchOne(SearchService service) {
    SearchAnswer answer =
        service.search(
            SearchRequest.builder(String.join(" ", words))
                .size(size)
                .ranker(ranker)
                .user(user)
                .explain(explain || audience != null)
                .trace(trace)
                .deadline(SearchRequest.MAX_DEADLINE)
                .build());
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> new AnswerText(out, Ansi.AUTO.enabled(), words()).print(answer);
      case JSON -> AnswerJson.print(answer, out, words());
    }
    out.flush();
    return ExitCode.DONE;
  }

  private @Nullable ExplanationWords words() {
    return audience == null
        ? null
        : new ExplanationWords(audience, language == null ? Language.ZH : language);
  }

  private int searchAll(SearchService service, Path file) throws IOException {
    Path out = run == null ? Path.of("run") : run;
    PrintWriter err = spec.commandLine().getErr();
    int answered = new BatchSearch(service, ranker, depth, err).run(file, out);
    err.println("answered " + answered + " queries into " + out);
    return ExitCode.DONE;
  }
}
