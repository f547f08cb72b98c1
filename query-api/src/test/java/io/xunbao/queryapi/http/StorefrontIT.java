package io.xunbao.queryapi.http;

import static io.xunbao.queryapi.http.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The storefront in a real Chromium, against the real server over a catalogue in memory. */
final class StorefrontIT {
  private static TestServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.launch();
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void start_nothingSearched_showsExamplesCategoriesAndThatTheDataIsGenerated() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/")) {
      assertVisible(store.at(".hero h1"));
      assertThat(store.at(".tile").count()).isGreaterThan(5);
      assertThat(store.at(".badge").innerText()).isEqualTo("示例数据");
      store.at(".examples .pill").first().click();
      PlaywrightAssertions.assertThat(store.at(".found h1")).containsText("件商品");
      assertThat(store.at(".card").count()).as("an example finds something").isPositive();
    }
  }

  @Test
  void search_typedAndEntered_showsMarkedTitlesPricesAndTheAddress() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/")) {
      store.box().fill("连衣裙");
      store.box().press("Enter");
      PlaywrightAssertions.assertThat(store.at(".found h1")).hasText("「连衣裙」共 24 件商品");
      assertThat(store.at(".card mark").first().innerText()).isEqualTo("连衣裙");
      assertThat(store.at(".card .price").first().innerText()).matches("¥[0-9,]+\\.[0-9]{2}");
      assertThat(store.address()).isEqualTo("?q=连衣裙");
      assertThat(store.page().title()).startsWith("连衣裙");
    }
  }

  @Test
  void suggestions_arrowAndEnter_searchTheChosenOne() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/")) {
      store.box().pressSequentially("云");
      assertVisible(store.at("#suggestion-0"));
      PlaywrightAssertions.assertThat(store.box()).hasAttribute("aria-expanded", "true");
      store.box().press("ArrowDown");
      PlaywrightAssertions.assertThat(store.box())
          .hasAttribute("aria-activedescendant", "suggestion-0");
      String chosen = store.at("#suggestion-0 .suggestion-text").innerText();
      store.assertAccessible();
      store.box().press("Enter");
      store.waitUntilAddress("q=" + chosen);
      PlaywrightAssertions.assertThat(store.box()).hasValue(chosen);
      PlaywrightAssertions.assertThat(store.box()).hasAttribute("aria-expanded", "false");
    }
  }

  @Test
  void suggestions_escape_closesFirstAndClearsThen() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/")) {
      store.box().pressSequentially("云");
      assertVisible(store.at("#suggestion-0"));
      store.box().press("Escape");
      PlaywrightAssertions.assertThat(store.box()).hasValue("云");
      PlaywrightAssertions.assertThat(store.at(".suggestions")).isHidden();
      store.box().press("Escape");
      PlaywrightAssertions.assertThat(store.box()).hasValue("");
    }
  }

  @Test
  void composition_running_asksAndSubmitsNothing() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/")) {
      long before = store.requests("/v1/");
      store.box().focus();
      CDPSession input = store.page().context().newCDPSession(store.page());
      for (String text : List.of("l", "li", "lian", "lian'yi", "lian'yi'qun")) {
        input.send("Input.imeSetComposition", composition(text));
      }
      PlaywrightAssertions.assertThat(store.box()).hasValue("lian'yi'qun");
      store.page().keyboard().press("ArrowDown");
      store
          .box()
          .dispatchEvent("keydown", Map.of("key", "Enter", "isComposing", true, "bubbles", true));
      store.page().waitForTimeout(500);
      assertThat(store.requests("/v1/")).as("requests while composing").isEqualTo(before);
      assertThat(store.address()).isEmpty();

      JsonObject committed = new JsonObject();
      committed.addProperty("text", "连衣裙");
      input.send("Input.insertText", committed);
      PlaywrightAssertions.assertThat(store.box()).hasValue("连衣裙");
      store.page().waitForCondition(() -> store.requests("/v1/suggest") == 1);
      store.box().press("Enter");
      store.waitUntilAddress("q=连衣裙");
    }
  }

  @Test
  void rankers_switched_askTheServerStandInTheAddressAndSayWhatWasLeftOut() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("连衣裙"))) {
      Locator switches = store.at(".rankers [role=radio]");
      PlaywrightAssertions.assertThat(switches).hasText(new String[] {"看文字", "文字加语义", "学习排序"});
      PlaywrightAssertions.assertThat(switches.first()).hasAttribute("aria-checked", "true");

      switches.nth(1).click();
      store.waitUntilAddress("ranker=hybrid");
      PlaywrightAssertions.assertThat(switches.nth(1)).hasAttribute("aria-checked", "true");
      assertThat(store.requests("ranker=hybrid")).isPositive();
      PlaywrightAssertions.assertThat(store.at(".notice")).hasCount(0);
      store.assertAccessible();

      switches.nth(2).click();
      store.waitUntilAddress("ranker=ltr");
      PlaywrightAssertions.assertThat(store.at(".notice")).hasText("「学习排序」暂时用不了，这次按文字排序");
      store.page().goBack();
      PlaywrightAssertions.assertThat(store.at(".notice")).hasCount(0);
      store.visit("/?q=" + encoded("连衣裙") + "&ranker=ltr&lang=en");
      PlaywrightAssertions.assertThat(store.at(".notice"))
          .hasText("“Learned” is not available right now; these are ranked by words");
    }
  }

  @Test
  void slash_anywhere_focusesTheBox() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("手机"))) {
      store.page().keyboard().press("/");
      PlaywrightAssertions.assertThat(store.box()).isFocused();
      PlaywrightAssertions.assertThat(store.box()).hasValue("手机");
    }
  }

  @Test
  void facets_severalValues_widenWithinAFieldNarrowAcrossAndLeaveByChip() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("连衣裙"))) {
      Locator rows = store.at(".facet:has(legend:text-is('品牌')) .facet-row");
      int first = Integer.parseInt(rows.nth(0).locator(".facet-count").innerText());
      int second = Integer.parseInt(rows.nth(1).locator(".facet-count").innerText());
      rows.nth(0).click();
      PlaywrightAssertions.assertThat(store.at(".card")).hasCount(first);
      rows.nth(1).click();
      PlaywrightAssertions.assertThat(store.at(".card")).hasCount(first + second);
      assertThat(store.at(".chip").count()).isEqualTo(2);
      store.at(".facet:has(legend:text-is('价格')) .facet-row").first().click();
      PlaywrightAssertions.assertThat(store.at(".chip")).hasCount(3);
      store.page().waitForCondition(() -> store.at(".card").count() < first + second);
      store.at(".chip").first().click();
      PlaywrightAssertions.assertThat(store.at(".chip")).hasCount(2);
      store.at(".chips .link").click();
      PlaywrightAssertions.assertThat(store.at(".card")).hasCount(24);
    }
  }

  @Test
  void facets_ownPrice_isCheckedAndApplied() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("手机"))) {
      store.at(".price-form input[name=low]").fill("9");
      store.at(".price-form input[name=high]").fill("eight");
      store.at(".price-form button").click();
      assertThat(store.address()).doesNotContain("filter");
      store.at(".price-form input[name=low]").fill("1000");
      store.at(".price-form input[name=high]").fill("2999.90");
      store.at(".price-form button").click();
      store.waitUntilAddress("filter=price:1000-2999.90");
      PlaywrightAssertions.assertThat(store.at(".chip")).containsText("¥1000 – ¥2999.90");
    }
  }

  @Test
  void address_reloadedAndBack_showsTheSameAgain() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("连衣裙"))) {
      store.at(".facet-row").nth(1).click();
      PlaywrightAssertions.assertThat(store.at(".chip")).hasCount(1);
      store.at(".sort select").selectOption("price_asc");
      store.waitUntilAddress("sort=price_asc");
      PlaywrightAssertions.assertThat(store.at(".list")).hasAttribute("aria-busy", "false");
      String shown = store.at(".content").innerText();
      store.page().reload();
      PlaywrightAssertions.assertThat(store.at(".chip")).hasCount(1);
      assertThat(store.at(".content").innerText()).isEqualTo(shown);
      store.page().goBack();
      PlaywrightAssertions.assertThat(store.at(".sort select")).hasValue("relevance");
      store.page().goBack();
      PlaywrightAssertions.assertThat(store.at(".chip")).hasCount(0);
      PlaywrightAssertions.assertThat(store.at(".card")).hasCount(24);
      store.page().goForward();
      PlaywrightAssertions.assertThat(store.at(".chip")).hasCount(1);
    }
  }

  @Test
  void more_pressed_appendsTheNextPageUntilTheEnd() {
    String filter = "/?filter=" + encoded("category:女装 > 连衣裙");
    try (StorePage store =
        StorePage.wide(chromium, server).visit(filter + "&filter=" + encoded("category:女装 > 毛衣"))) {
      PlaywrightAssertions.assertThat(store.at(".card")).hasCount(24);
      store.at(".end .button").click();
      PlaywrightAssertions.assertThat(store.at(".card")).hasCount(48);
      PlaywrightAssertions.assertThat(store.at(".end")).containsText("48");
      List<String> ids =
          store.at(".card").all().stream().map(c -> c.getAttribute("data-id")).toList();
      assertThat(ids).doesNotHaveDuplicates();
    }
  }

  @Test
  void detail_opened_isADialogWithAnAddressThatEscapeCloses() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("面霜"))) {
      store.at(".card-link").first().click();
      assertVisible(store.at("#detail .facts"));
      store.waitUntilAddress("item=sample-");
      store.assertAccessible();
      store.page().keyboard().press("Escape");
      PlaywrightAssertions.assertThat(store.at("#detail")).isHidden();
      assertThat(store.address()).doesNotContain("item");
      store.page().goBack();
      assertVisible(store.at("#detail .facts"));
    }
  }

  @Test
  void similar_pressed_opensThatProductInTheSamePanel() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("面霜"))) {
      store.at(".card-link").first().click();
      PlaywrightAssertions.assertThat(store.at("#detail .similar li")).hasCount(6);
      store.assertAccessible();
      String title = store.at("#detail .similar-link").first().textContent();
      store.at("#detail .similar-link").first().click();
      PlaywrightAssertions.assertThat(store.at("#detail-title")).hasText(title);
    }
  }

  @Test
  void why_pressed_showsPartsThatAddUp() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("面霜 补水"))) {
      store.at(".why").first().click();
      assertVisible(store.at(".why-table tfoot"));
      double sum =
          store.at(".why-table tbody .why-value").allInnerTexts().stream()
              .mapToDouble(Double::parseDouble)
              .sum();
      assertThat(store.at(".why-table tfoot .why-value").innerText())
          .isEqualTo(String.format(Locale.ROOT, "%.2f", sum));
    }
  }

  @Test
  void correction_applied_saysWhatWasTypedAndWhatIsShown() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("红色连衣群"))) {
      PlaywrightAssertions.assertThat(store.at(".correction")).containsText("红色 连衣裙");
      PlaywrightAssertions.assertThat(store.at(".correction")).containsText("红色连衣群");
    }
  }

  @Test
  void nothingFound_offersWordsAndOtherProducts() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("紫色手机"))) {
      PlaywrightAssertions.assertThat(store.at(".empty h2")).containsText("紫色手机");
      assertThat(store.at(".card").count()).isPositive();
      store.assertAccessible();
      store.at(".empty .pill:text-is('手机')").click();
      PlaywrightAssertions.assertThat(store.at(".found h1")).hasText("「手机」共 24 件商品");
    }
  }

  @Test
  void nothingFound_withFilters_offersToClearThem() {
    try (StorePage store =
        StorePage.wide(chromium, server).visit("/?q=" + encoded("手机") + "&filter=price:0-1")) {
      store.at(".empty .button").click();
      PlaywrightAssertions.assertThat(store.at(".card")).hasCount(24);
    }
  }

  @Test
  void failure_serverUnreachable_saysSoAndRetryRecovers() {
    try (StorePage store = StorePage.wide(chromium, server)) {
      store.page().route("**/v1/search?*", Route::abort);
      store.visit("/?q=" + encoded("手机"));
      PlaywrightAssertions.assertThat(store.at("[role=alert]")).containsText("连不上服务器");
      store.assertAccessible();
      store.page().unroute("**/v1/search?*");
      store.at("[role=alert] .button").first().click();
      PlaywrightAssertions.assertThat(store.at(".card")).hasCount(24);
      store.forgive("Failed to load resource");
    }
  }

  @Test
  void failure_brokenRule_showsTheProblemOfTheServer() {
    try (StorePage store =
        StorePage.wide(chromium, server).visit("/?q=a&filter=" + encoded("colour:red"))) {
      PlaywrightAssertions.assertThat(store.at(".cause")).containsText("unknown-filter-field");
      PlaywrightAssertions.assertThat(store.at(".cause")).containsText("curl");
      store.at("[role=alert] .button.quiet").click();
      assertVisible(store.at(".hero"));
      store.forgive("Failed to load resource");
    }
  }

  @Test
  void slowAnswer_showsSkeletonsAndNotBefore150Millis() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/")) {
      AtomicInteger held = new AtomicInteger();
      List<Route> waiting = new ArrayList<>();
      store
          .page()
          .route(
              "**/v1/search?*",
              route -> {
                held.incrementAndGet();
                waiting.add(route);
              });
      store.box().fill("手机");
      store.box().press("Enter");
      store.page().waitForCondition(() -> held.get() == 1);
      assertVisible(store.at(".skeleton").first());
      waiting.getFirst().resume();
      PlaywrightAssertions.assertThat(store.at(".skeleton")).hasCount(0);
      PlaywrightAssertions.assertThat(store.at(".card")).hasCount(24);
    }
  }

  @Test
  void hostileTitle_isShownAsText() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("礼盒"))) {
      PlaywrightAssertions.assertThat(store.at(".card-title")).containsText("<img src=x");
      store.at(".card-link").click();
      PlaywrightAssertions.assertThat(store.at("#detail .description")).containsText("<script>");
      assertThat(store.page().title()).doesNotContain("broken");
    }
  }

  @Test
  void language_switched_changesEveryTextAndStaysInTheAddress() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/?q=" + encoded("手机"))) {
      store.at(".tool-text").click();
      PlaywrightAssertions.assertThat(store.at(".found h1")).hasText("24 products for “手机”");
      assertThat(store.page().evaluate("document.documentElement.lang")).isEqualTo("en");
      assertThat(store.address()).contains("lang=en");
      String text =
          String.join("", store.at(".header, .facet legend, .toolbar, .footer").allInnerTexts());
      assertThat(text.replaceAll("手机|中文", "")).doesNotContainPattern("\\p{IsHan}");
      store.page().reload();
      PlaywrightAssertions.assertThat(store.at(".search-go")).hasText("Search");
    }
  }

  @Test
  void messages_bothLanguages_haveTheSameKeysAndPlaceholders() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/")) {
      Object difference =
          store
              .page()
              .evaluate(
                  """
                  async () => {
                    const script = document.querySelector('script[type=module]').src;
                    const { MESSAGES } = await import(new URL('messages.js', script).href);
                    const shape = (m) => Object.entries(m).map(([key, text]) =>
                      `${key} ${[...text.matchAll(/\\{\\w+\\}/g)].map(String).sort()}`);
                    const [zh, en] = [shape(MESSAGES.zh), shape(MESSAGES.en)];
                    return [...zh.filter((k) => !en.includes(k)), ...en.filter((k) => !zh.includes(k))];
                  }\
                  """);
      assertThat((List<?>) difference).isEmpty();
    }
  }

  @Test
  void theme_darkSystemAndSwitch_changeTheGround() {
    try (StorePage store = StorePage.dark(chromium, server).visit("/")) {
      assertThat(ground(store)).isEqualTo("rgb(19, 17, 16)");
      store.assertAccessible();
      store.at(".tools .tool").first().click();
      assertThat(ground(store)).isEqualTo("rgb(250, 247, 243)");
      assertThat(store.address()).contains("theme=light");
    }
  }

  @Test
  void narrow_phone_fitsAndFiltersInASheet() {
    try (StorePage store = StorePage.narrow(chromium, server).visit("/?q=" + encoded("手机"))) {
      assertThat(store.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      store.at(".only-narrow").click();
      assertVisible(store.at("#sheet .facet").first());
      store.assertAccessible();
      store.at("#sheet .facet-row").nth(1).click();
      store.at(".sheet-done").click();
      PlaywrightAssertions.assertThat(store.at("#sheet")).isHidden();
      PlaywrightAssertions.assertThat(store.at(".chip")).hasCount(1);
      PlaywrightAssertions.assertThat(store.at(".only-narrow")).containsText("1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?q=%E8%BF%9E%E8%A1%A3%E8%A3%99",
        "/?q=%E8%BF%9E%E8%A1%A3%E8%A3%99&lang=en&theme=dark&filter=price:100-299.99",
        "/?q=%E9%9D%A2%E9%9C%9C&item=sample-100&why="
      })
  void page_anyState_isAccessible(String address) {
    try (StorePage store = StorePage.wide(chromium, server).visit(address)) {
      store.assertAccessible();
    }
  }

  @Test
  void docs_showEveryRouteWithoutAnotherHost() {
    try (StorePage store = StorePage.wide(chromium, server).visit("/docs")) {
      PlaywrightAssertions.assertThat(store.at(".opblock").first()).isVisible();
      PlaywrightAssertions.assertThat(store.at("#docs")).containsText("/v1/search");
    }
  }

  private static JsonObject composition(String text) {
    JsonObject arguments = new JsonObject();
    arguments.addProperty("text", text);
    arguments.addProperty("selectionStart", text.length());
    arguments.addProperty("selectionEnd", text.length());
    return arguments;
  }

  private static Object ground(StorePage store) {
    return store.page().evaluate("getComputedStyle(document.body).backgroundColor");
  }

  private static void assertVisible(Locator locator) {
    PlaywrightAssertions.assertThat(locator).isVisible();
  }
}
