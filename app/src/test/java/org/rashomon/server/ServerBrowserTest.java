package org.rashomon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in Debian's Chromium. Any line on the console fails a test: what the policy forbids is told there. Skipped where there is no Chromium,
 * but never in CI.
 */
class ServerBrowserTest {
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    /** Milliseconds; machines that check are busy ones. */
    private static final double PATIENCE = 90_000;

    @TempDir
    static Path folder;

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    private final List<String> console = new ArrayList<>();
    private ServedExamples served = nothing();

    @SuppressWarnings("NullAway") // set before each test
    private static ServedExamples nothing() {
        return null;
    }

    @BeforeAll
    static void launch() {
        if (!Files.isExecutable(CHROMIUM)) {
            assertThat(System.getenv("CI"))
                    .as("CI needs Chromium at %s", CHROMIUM)
                    .isNotEqualTo("true");
            assumeTrue(false, "no Chromium at " + CHROMIUM + "; install it (apt install chromium) or set CHROMIUM");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void serve() throws IOException {
        served = ServedExamples.in(folder);
    }

    @AfterEach
    void close() {
        served.close();
        assertThat(console).isEmpty();
    }

    private static LocatorAssertions see(Locator locator) {
        return PlaywrightAssertions.assertThat(locator);
    }

    private static PageAssertions see(Page page) {
        return PlaywrightAssertions.assertThat(page);
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = java.util.Objects.requireNonNull(browser)
                .newContext(options.setReducedMotion(ReducedMotion.REDUCE).setBaseURL(served.url()));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        page.onPageError(console::add);
        return page;
    }

    /** From a folder of articles to a correction that stays: what a newcomer does first, with the keyboard alone where keys are told. */
    @Test
    void theNewcomersWalk() {
        Page page = page(new Browser.NewContextOptions());
        page.navigate("/");
        // an incident that is contested
        page.locator(".lines a.t").first().click();
        see(page.locator("h1")).containsText("Saint Ilka hospital");
        // who denies what, and where it stands
        page.locator(".answer a.words, .claim:has(.act.deny) a.words").first().click();
        see(page.locator(":target")).isVisible();
        see(page).hasURL(Pattern.compile(".*/pages/article-.*#c-.*"));
        // a speaker that stays open, by keys alone
        page.navigate("/check");
        String asked = page.locator(".ask").textContent();
        String words = page.locator(".passage mark").first().textContent();
        String first = page.locator(".opt[data-key='1'] b").textContent().replaceFirst("^Yes, ", "");
        press(page, "1");
        see(page.locator(".notice")).containsText("Speaker set.");
        assertThat(asked).isNotBlank();
        // the folder is read again
        served.open().add(List.of(ServedExamples.EXAMPLES), line -> {});
        page.navigate("/corrections");
        see(page.locator("ol .live")).hasCount(1);
        see(page.locator("ol .live")).containsText(first);
        see(page.locator("ol .live .words")).containsText(words.substring(0, Math.min(20, words.length())));
        page.locator("ol .live a.words").click();
        see(page.locator(".human").first()).containsText("speaker set by Ana");
    }

    @Test
    void everythingIsDoneWithoutScripts() {
        Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate("/");
        page.locator("input[name=q]").fill("hospital act:deny");
        page.locator("form.find button").click();
        see(page.locator("main")).containsText("statements found");
        see(page.locator("mark.hit").first()).hasText(Pattern.compile("hospital", Pattern.CASE_INSENSITIVE));
        page.locator(".claim a.words").first().click();
        see(page.locator(":target")).isVisible();
        page.locator("details.fix summary").first().click();
        page.locator("details.fix input[name=speaker]").first().fill("Odo Lamm");
        page.locator("details.fix input[name=author]").first().fill("Bea");
        page.locator("details.fix button[value=SPEAKER]").first().click();
        see(page.locator(".notice")).containsText("Speaker set.");
        see(page.locator(".human").first()).containsText("speaker set by Bea");
        page.navigate("/corrections");
        page.locator("ol button").first().click();
        see(page.locator(".notice")).containsText("Taken back.");
        see(page.locator("ol .undone")).hasCount(1);
    }

    @Test
    void filesAreAddedAndTheirJobIsFollowed() {
        Page page = page(new Browser.NewContextOptions());
        page.navigate("/add");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "ferry.txt",
                        "text/plain",
                        "Ferry talks in Quill\n\nThe harbour master, Odo Lamm, said on Tuesday that no ferry had left the port of Quill."
                                .getBytes(StandardCharsets.UTF_8)));
        page.locator("section:has(input[type=file]) button").click();
        see(page).hasURL(Pattern.compile(".*/jobs/j-.*"));
        see(page.locator("main")).containsText("1 new article");
        page.navigate("/search?q=ferry");
        see(page.locator("main")).containsText("Odo Lamm");
        // where events do not pass, the page asks again and again
        page.route("**/events", route -> route.abort());
        page.navigate("/add");
        page.locator("input[name=title]").fill("Second boat");
        page.locator("textarea")
                .fill("The mayor of Quill, Ana Hobb, denied on Wednesday that a second boat had sailed.");
        page.locator("section:has(textarea) button").click();
        see(page.locator("main")).containsText("1 new article");
        console.removeIf(line -> line.contains("ERR_FAILED"));
    }

    /** From a case that is open to whoever reaches it to one that two people sign in to, without scripts. */
    @Test
    void usersAreAddedAndSignIn() {
        Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate("/users");
        see(page.locator("main")).containsText("Nobody need sign in");
        Locator add = page.locator("form.sheet");
        add.locator("input[name=name]").fill("Ana");
        add.locator("input[name=password]").fill("lantern gravel tin");
        add.locator("button").click();
        see(page).hasURL(Pattern.compile(".*/login"));
        page.locator("input[name=name]").fill("ana");
        page.locator("input[name=password]").fill("lantern gravel pin");
        page.locator("button").click();
        see(page.locator("[role=alert]")).containsText("no such name with that password");
        page.locator("input[name=name]").fill("ana");
        page.locator("input[name=password]").fill("lantern gravel tin");
        page.locator("button").click();
        see(page.locator("h1")).isVisible();
        page.navigate("/users");
        add.locator("input[name=name]").fill("Bea");
        add.locator("select").selectOption("reader");
        add.locator("input[name=password]").fill("gravel lantern pin");
        add.locator("button").click();
        see(page.locator(".notice")).containsText("Bea is added");
        page.locator(".who-is button").click();
        page.locator("input[name=name]").fill("Bea");
        page.locator("input[name=password]").fill("gravel lantern pin");
        page.locator("button").click();
        see(page.locator("nav[aria-label=Case]")).not().containsText("To check");
        page.locator(".lines a.t").first().click();
        see(page.locator("h1")).containsText("Saint Ilka hospital");
        see(page.locator("details.fix")).hasCount(0);
        page.navigate("/users");
        see(page.locator("main")).containsText("This needs another role than reader.");
        console.removeIf(line -> line.contains("403"));
    }

    @Test
    void theLastAnswerIsTakenBackByAKey() {
        Page page = page(new Browser.NewContextOptions());
        page.navigate("/check");
        String question = page.locator("input[name=id]").inputValue();
        page.locator(".opt", new Page.LocatorOptions().setHasText("Cannot be told"))
                .click();
        see(page.locator(".notice")).containsText("stays open");
        press(page, "u");
        see(page.locator(".notice")).containsText("Taken back.");
        see(page.locator("input[name=id]")).hasValue(question);
        press(page, "j");
        see(page).hasURL(Pattern.compile(".*at=1"));
        press(page, "k");
        see(page).hasURL(Pattern.compile(".*at=0"));
        press(page, "/");
        see(page.locator("#q")).isFocused();
        page.keyboard().type("1 rocket");
        page.keyboard().press("Enter");
        see(page.locator("main")).containsText("looked in");
    }

    /** Two incidents made one, told apart again, and a relation judged, by the keyboard alone. */
    @Test
    void incidentsAndRelationsAreSettledByKeys() {
        Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate("/");
        page.locator(".lines a.t").first().click();
        int incidents = served.open().dossier().comparison().incidents().size();
        Locator mend = page.locator("details.mend summary");
        mend.focus();
        press(page, "Enter");
        Locator other = page.locator("details.mend select");
        other.focus();
        press(page, "ArrowDown");
        for (String field : List.of("note", "author")) {
            press(page, "Tab");
            see(page.locator("details.mend form").first().locator("input[name=" + field + "]"))
                    .isFocused();
            page.keyboard().type(field.equals("note") ? "one night, one ward" : "Bea");
        }
        press(page, "Tab");
        press(page, "Enter");
        see(page.locator(".notice")).containsText("They are one incident now.");
        see(page.locator(".human").first()).containsText("made one by Bea");
        assertThat(served.open().dossier().comparison().incidents()).hasSizeLessThan(incidents);
        // and apart again: the first article tells of another
        page.locator("details.mend summary").focus();
        press(page, "Enter");
        Locator first = page.locator("details.mend input[type=checkbox]").first();
        first.focus();
        press(page, "Space");
        page.locator("details.mend button[value=SPLIT]").focus();
        press(page, "Enter");
        see(page.locator(".notice")).containsText("They are two incidents now.");
        see(page.locator(".human").first()).containsText("told apart by Bea");
        page.navigate("/");
        page.locator(".lines a.t").nth(1).click();
        page.locator("details.fix:not(.mend) summary").first().focus();
        press(page, "Enter");
        // a key in a field judges nothing
        page.locator("details.fix:not(.mend) input[name=note]").first().focus();
        press(page, "Enter");
        page.locator("details.fix:not(.mend) button[value^=RIGHT]").first().focus();
        press(page, "Enter");
        see(page.locator(".notice")).containsText("Kept: it holds.");
        see(page.locator("main .human").first()).containsText("holds, says Bea");
        page.navigate("/corrections");
        see(page.locator("ol.ledger-of > li"))
                .hasCount(served.open().corrections().size());
    }

    /** A key only counts where the page's script listens; an address changes some time before that. */
    private static void press(Page page, String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
    }

    private List<String> pages() {
        return List.of(
                "/",
                "/pages/incidents.html",
                "/pages/" + name("incident-"),
                "/pages/" + name("story-"),
                "/pages/" + name("article-"),
                "/pages/" + name("speaker-"),
                "/pages/" + name("agreement-"),
                "/pages/outlets.html",
                compared(),
                "/check",
                "/search?q=hospital",
                "/search?q=zzyzx",
                "/timeline?story=" + largestStory(),
                "/lineage?story=" + largestStory(),
                "/map",
                "/corrections",
                "/add",
                "/export",
                "/about",
                "/users",
                "/account",
                "/login",
                "/pages/none.html");
    }

    private String compared() {
        List<String> articles = served.open().dossier().comparison().stories().stream()
                .filter(story -> story.articles().size() > 1)
                .findFirst()
                .orElseThrow()
                .articles();
        return "/compare?a=" + org.rashomon.export.layout.PageNames.article(articles.get(0)) + "&b="
                + org.rashomon.export.layout.PageNames.article(articles.get(1));
    }

    private String largestStory() {
        return served.open().dossier().comparison().stories().stream()
                .max(java.util.Comparator.comparingInt(story -> story.articles().size()))
                .map(story -> org.rashomon.export.layout.PageNames.story(story.id()))
                .orElseThrow();
    }

    private String name(String prefix) {
        return new org.rashomon.server.view.Snapshots(served.open())
                .current().pageNames().stream()
                        .filter(file -> file.startsWith(prefix))
                        .findFirst()
                        .orElse("articles.html");
    }

    /** Words behind a mark by hover and by keys; without scripts the mark leads to them. */
    @Test
    void chartsShowTheWordsBehindTheirMarks() {
        Page page = page(new Browser.NewContextOptions());
        page.navigate("/pages/" + largestStory());
        page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, new Page.GetByRoleOptions().setName("Timeline"))
                .click();
        Locator marks = page.locator("svg.chart a.mark");
        marks.first().hover();
        see(page.locator(".chart-words")).isVisible();
        see(page.locator(".chart-words .claim").first()).isVisible();
        marks.first().focus();
        page.keyboard().press("ArrowRight");
        see(marks.nth(1)).isFocused();
        see(page.locator(".chart-words"))
                .containsText(page.locator("#t-2 .claim .words").first().textContent());
        page.keyboard().press("Enter");
        see(page).hasURL(Pattern.compile(".*#t-2"));
        page.getByRole(
                        com.microsoft.playwright.options.AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Whose text is whose"))
                .click();
        page.locator("svg.chart a.node").nth(1).focus();
        see(page.locator(".chart-words")).containsText("of its words stand above");
        see(page.locator("svg.chart .branch.on")).hasCount(1);
        Page plain = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        plain.navigate("/timeline?story=" + largestStory());
        plain.locator("svg.chart a.mark").first().click();
        see(plain.locator("tr:target .claim").first()).isVisible();
        see(plain.locator(".chart-words")).isHidden();
    }

    /** WCAG 2.2 AA as far as axe sees, on every kind of page, light and dark. */
    @Test
    void axeFindsNothing() {
        correctSomething();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = page(new Browser.NewContextOptions().setColorScheme(scheme));
            for (String path : pages()) {
                page.navigate(path);
                page.locator("details.fix").all().stream().limit(6).forEach(fix -> fix.evaluate("e => e.open = true"));
                List<String> found = new AxeBuilder(page)
                                .withTags(List.of(
                                        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .map(rule -> rule.getId() + " " + rule.getImpact() + " "
                                        + rule.getNodes().stream()
                                                .limit(3)
                                                .map(node -> String.valueOf(node.getTarget()))
                                                .toList())
                                .toList();
                assertThat(found).as(path + " " + scheme).isEmpty();
            }
            console.removeIf(line -> line.contains("404"));
        }
    }

    private void correctSomething() {
        var doubt = new org.rashomon.server.view.Snapshots(served.open())
                .current()
                .doubts()
                .get(0);
        var claim = java.util.Objects.requireNonNull(doubt.claim());
        var article = served.open().dossier().analyses().stream()
                .map(analysis -> analysis.article())
                .filter(one -> one.id().equals(claim.article()))
                .findFirst()
                .orElseThrow();
        served.open()
                .correct(
                        org.rashomon.casefile.Draft.speaker(
                                org.rashomon.casefile.Anchor.of(article, claim), "Odo Lamm", "as the minutes say"),
                        "Bea");
    }

    @Test
    void noPageIsWiderThanAPhone() {
        correctSomething();
        Page page = page(new Browser.NewContextOptions().setViewportSize(390, 800));
        for (String path : pages()) {
            page.navigate(path);
            page.locator("details.fix").all().stream().limit(6).forEach(fix -> fix.evaluate("e => e.open = true"));
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(390);
        }
        console.removeIf(line -> line.contains("404"));
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        Page page = page(new Browser.NewContextOptions());
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        for (String path : pages()) {
            page.navigate(path);
        }
        assertThat(requests).allMatch(url -> url.startsWith(served.url() + "/"));
        console.removeIf(line -> line.contains("404"));
    }
}
