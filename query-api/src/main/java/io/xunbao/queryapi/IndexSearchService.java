package io.xunbao.queryapi;

import io.xunbao.ikdict.pinyin.PinyinReader;
import io.xunbao.ikdict.wordbook.WordBook;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.Deadline;
import io.xunbao.indexer.search.LiveIndex;
import io.xunbao.indexer.search.Vocabulary;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.queryapi.recommend.RecommendRequest;
import io.xunbao.queryapi.recommend.Recommendations;
import io.xunbao.queryapi.recommend.Recommender;
import io.xunbao.queryapi.understand.Homophones;
import io.xunbao.queryapi.understand.QueryUnderstanding;
import io.xunbao.queryapi.vectors.CatalogueVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches a published index on disk, and takes over each newly published snapshot by itself. */
public final class IndexSearchService implements SearchService {
  private static final Logger LOG = LoggerFactory.getLogger(IndexSearchService.class);

  /** Words come and go slowly, and reading them all takes a moment. */
  private static final Duration LISTEN_EVERY = Duration.ofMinutes(10);

  private final LiveIndex index;
  private final SearchModels models;
  private final @Nullable CatalogueVectors vectors;
  private final AnswerCache answers;
  private final AtomicReference<Homophones> homophones = new AtomicReference<>(Homophones.NONE);

  /** The snapshot that {@link #homophones} were learnt from; guarded by this. */
  private String heard = "";

  private final AtomicReference<@Nullable Words> words = new AtomicReference<>();
  private final ScheduledExecutorService watcher;
  private final ScheduledExecutorService vectorMaker;

  private IndexSearchService(LiveIndex index, SearchModels models, AnswerCache answers) {
    this.answers = answers;
    this.models = models;
    this.vectors = models.vectors();
    this.index = index;
    this.watcher = thread("index-watcher");
    this.vectorMaker = thread("vector-maker");
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().name(name).daemon().factory());
  }

  /**
   * Opens the index in a folder and looks for new snapshots from then on.
   *
   * @param lookEvery how long a published snapshot may stay unseen
   * @throws io.xunbao.indexer.snapshot.NothingPublishedException when nothing is published there
   */
  public static IndexSearchService open(Path folder, Duration lookEvery) throws IOException {
    return open(folder, lookEvery, SearchModels.NONE);
  }

  /**
   * The same with models.
   *
   * @param models looked for as often as a snapshot
   */
  public static IndexSearchService open(Path folder, Duration lookEvery, SearchModels models)
      throws IOException {
    return open(folder, lookEvery, models, 0);
  }

  /**
   * The same with a cache of answers.
   *
   * @param answers to searches for nobody that are kept for who asks the same again; 0 keeps none
   */
  public static IndexSearchService open(
      Path folder, Duration lookEvery, SearchModels models, int answers) throws IOException {
    return open(LiveIndex.open(IndexDirectory.at(folder)), lookEvery, models, answers);
  }

  /**
   * The same over an index that is open already.
   *
   * @param index is closed with the service, and where this fails
   */
  public static IndexSearchService open(
      LiveIndex index, Duration lookEvery, SearchModels models, int answers) {
    try {
      return watching(index, lookEvery, models, answers);
    } catch (RuntimeException failure) {
      IOUtils.closeWhileHandlingException(index);
      throw failure;
    }
  }

  private static IndexSearchService watching(
      LiveIndex index, Duration lookEvery, SearchModels models, int answers) {
    AnswerCache cache = new AnswerCache(answers);
    models.refresh();
    IndexSearchService service = new IndexSearchService(index, models, cache);
    service.watcher.scheduleWithFixedDelay(
        service::listen, 0, LISTEN_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    service.watcher.scheduleWithFixedDelay(
        service::refresh, lookEvery.toMillis(), lookEvery.toMillis(), TimeUnit.MILLISECONDS);
    if (service.vectors != null) {
      service.vectors.load();
      service.vectorMaker.scheduleWithFixedDelay(
          service::embed, 0, lookEvery.toMillis(), TimeUnit.MILLISECONDS);
    }
    return service;
  }

  /**
   * Opens the newest snapshot of a generation, served or not, and stays with it: for comparing two
   * by the answers that they give.
   */
  public static IndexSearchService openNewest(IndexDirectory index, String generation)
      throws IOException {
    IndexSearchService service =
        new IndexSearchService(
            LiveIndex.openNewest(index, generation), SearchModels.NONE, new AnswerCache(0));
    service.listen();
    return service;
  }

  /**
   * Learns how the catalogue's words sound; until then no Chinese spelling is mended and no pinyin
   * is read. It happens in the background from time to time; who asks only once calls it first, so
   * that the answer mends spelling as a server's does.
   */
  public synchronized void listen() {
    try (LiveIndex.Lease lease = index.acquire()) {
      if (!lease.snapshot().equals(heard)) {
        homophones.set(Homophones.of(lease.searcher(), PinyinReader.bundled()::syllables));
        heard = lease.snapshot();
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("the sounds of the catalogue's words cannot be learnt; spelling goes on without", e);
    }
  }

  /**
   * Makes the vectors that the snapshot lacks; until then its products are not found by likeness.
   * It happens in the background from time to time; who asks only once calls it first.
   */
  public void embed() {
    if (vectors == null) {
      return;
    }
    try (LiveIndex.Lease lease = index.acquire()) {
      vectors.refresh(lease.searcher());
    } catch (IOException | RuntimeException e) {
      LOG.warn("vectors of products cannot be made; search goes on without the missing ones", e);
    }
  }

  private RankingTools tools(LiveIndex.Lease lease) {
    return new RankingTools(
        models.ranking() == null ? null : models.ranking().get().orElse(null),
        vectors == null ? null : vectors.of(lease.searcher()).orElse(null),
        models.profiles(),
        models.window());
  }

  /** Understanding goes by the words of the leased snapshot; it is made anew when they change. */
  private QueryUnderstanding understanding(LiveIndex.Lease lease) {
    return words(lease).understanding();
  }

  private Words words(LiveIndex.Lease lease) {
    WordBook book = lease.words();
    Words known = words.get();
    if (known == null || known.book() != book) {
      known = new Words(book, book.version(), new QueryUnderstanding(book, homophones::get));
      words.set(known);
    }
    return known;
  }

  private void refresh() {
    models.refresh();
    try {
      index.refresh().ifPresent(id -> LOG.info("serving snapshot {}", id));
    } catch (IOException | RuntimeException e) {
      LOG.warn("the newest snapshot cannot be opened; the one before stays in service", e);
    }
  }

  @Override
  public SearchAnswer search(SearchRequest request) {
    try (LiveIndex.Lease lease = index.acquire()) {
      RankingTools tools = tools(lease);
      return answers.takes(request)
          ? cached(request, lease, tools)
          : new OneSearch(request, lease, understanding(lease), tools).answer();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the index failed", e);
    }
  }

  private SearchAnswer cached(SearchRequest request, LiveIndex.Lease lease, RankingTools tools)
      throws IOException {
    Stopwatch watch = new Stopwatch();
    AnswerCache.Key key =
        new AnswerCache.Key(
            request,
            lease.snapshot(),
            words(lease).version(),
            homophones.get(),
            tools.learned() == null ? "" : tools.learned().card().version(),
            tools.vectors() == null ? "" : tools.vectors().version(),
            tools.vectors() == null ? 0 : tools.vectors().missing());
    Optional<SearchAnswer> known = answers.get(key);
    if (known.isPresent()) {
      watch.lap("cache");
      return known.get().withTimings(watch.timings());
    }
    SearchAnswer answer = new OneSearch(request, lease, understanding(lease), tools).answer();
    answers.put(key, answer);
    return answer;
  }

  @Override
  public AnswerCounts answers() {
    return answers.counts();
  }

  @Override
  public Optional<Product> product(String id) {
    try (LiveIndex.Lease lease = index.acquire()) {
      return lease.searcher().product(id);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the index failed", e);
    }
  }

  @Override
  public Recommendations recommend(RecommendRequest request) {
    Deadline deadline = Deadline.in(request.deadline());
    try (LiveIndex.Lease lease = index.acquire()) {
      return new Recommender(
              lease.searcher(),
              lease.snapshot(),
              tools(lease).context(request.user(), lease.searcher()),
              models.learned(request.user()),
              deadline)
          .recommend(request);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the index failed", e);
    }
  }

  @Override
  public Vocabulary vocabulary() {
    try (LiveIndex.Lease lease = index.acquire()) {
      return lease.searcher().vocabulary();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the index failed", e);
    }
  }

  @Override
  public Serving serving() {
    try (LiveIndex.Lease lease = index.acquire()) {
      return new Serving(
          lease.snapshot(),
          lease.searcher().products(),
          lease.words().lexicon().version(),
          words(lease).version());
    }
  }

  @Override
  public ServedModels models() {
    try (LiveIndex.Lease lease = index.acquire()) {
      RankingTools tools = tools(lease);
      return new ServedModels(
          tools.learned() == null ? null : tools.learned().card().version(),
          tools.vectors() == null ? null : tools.vectors().version(),
          tools.vectors() == null ? 0 : tools.vectors().missing(),
          models.problems(),
          models.blas() == null ? null : models.blas().report());
    }
  }

  @Override
  public void close() throws IOException {
    watcher.shutdownNow();
    vectorMaker.shutdownNow();
    index.close();
  }

  private record Words(WordBook book, String version, QueryUnderstanding understanding) {}
}
