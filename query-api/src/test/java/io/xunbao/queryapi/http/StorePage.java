package io.xunbao.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;

/** A fresh browser window on the storefront, which notes every complaint and every request. */
final class StorePage implements AutoCloseable {
  private static final double TIMEOUT_MILLIS = 10_000;

  private final BrowserContext context;
  private final Page page;
  private final String origin;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  private StorePage(BrowserContext context, String origin) {
    this.context = context;
    this.origin = origin;
    this.page = context.newPage();
    page.setDefaultTimeout(TIMEOUT_MILLIS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(this::note);
  }

  static StorePage wide(Chromium chromium, TestServer server) {
    return open(chromium, server, 1360, 900, ColorScheme.LIGHT);
  }

  static StorePage narrow(Chromium chromium, TestServer server) {
    return open(chromium, server, 390, 844, ColorScheme.LIGHT);
  }

  static StorePage dark(Chromium chromium, TestServer server) {
    return open(chromium, server, 1360, 900, ColorScheme.DARK);
  }

  private static StorePage open(
      Chromium chromium, TestServer server, int width, int height, ColorScheme scheme) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setLocale("zh-CN")
                    .setColorScheme(scheme));
    return new StorePage(context, server.uri("").toString());
  }

  Page page() {
    return page;
  }

  StorePage visit(String pathAndQuery) {
    page.navigate(origin + pathAndQuery);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return this;
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  Locator box() {
    return at("#q");
  }

  /** The query string of the address, decoded. */
  String address() {
    return (String) page.evaluate("decodeURIComponent(location.search.replaceAll('+', ' '))");
  }

  void waitUntilAddress(String part) {
    page.waitForFunction(
        "part => decodeURIComponent(location.search.replaceAll('+', ' ')).includes(part)", part);
  }

  /** Requests so far whose address has the part. */
  long requests(String part) {
    return requests.stream().filter(url -> url.contains(part)).count();
  }

  /** Forgets complaints that the test provoked, such as a failed request. */
  void forgive(String part) {
    complaints.removeIf(text -> text.contains(part));
  }

  void assertAccessible() {
    AxeResults results =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze();
    assertThat(results.getViolations())
        .as("accessibility of %s", page.url())
        .extracting(rule -> rule.getId() + " " + rule.getHelp() + " " + rule.getNodes())
        .isEmpty();
  }

  /** Closes the window; fails on any complaint and any request to another host. */
  @Override
  public void close() {
    context.close();
    assertThat(complaints).as("the browser's complaints").isEmpty();
    assertThat(requests)
        .as("requests to other hosts")
        .allMatch(url -> url.startsWith(origin + "/") || url.startsWith("data:"));
  }

  private void note(Request request) {
    requests.add(request.url());
  }
}
