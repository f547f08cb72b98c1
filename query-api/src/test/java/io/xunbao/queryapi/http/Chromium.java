package io.xunbao.queryapi.http;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.xunbao.testing.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's Chromium, driven through Playwright. Needs {@code chromium}, {@code node} and the
 * npm package playwright-core of the same version as the Java library, unpacked into {@code
 * target/playwright/package} of the project's root; where one is absent the tests are skipped with
 * a message that says how to get it.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium launch() {
    Path driver = SharedData.projectRoot().resolve("target/playwright");
    Path chromium = found("chromium", "chromium-browser", "google-chrome");
    Path node = found("node");
    Assumptions.assumeTrue(
        Files.exists(driver.resolve("package/cli.js")),
        () ->
            "no Playwright driver at "
                + driver
                + "; get it with: mkdir -p target/playwright && (cd target/playwright && npm pack"
                + " playwright-core@1.62.0 && tar xzf playwright-core-1.62.0.tgz)");
    System.setProperty("playwright.cli.dir", driver.toString());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setHeadless(true)
                    .setArgs(FLAGS));
    return new Chromium(playwright, browser);
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path found(String... names) {
    Optional<Path> program =
        Stream.of(System.getenv("PATH").split(":", -1))
            .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(
        program.isPresent(), () -> "no " + names[0] + " on the PATH: apt-get install " + names[0]);
    return program.orElseThrow();
  }
}
