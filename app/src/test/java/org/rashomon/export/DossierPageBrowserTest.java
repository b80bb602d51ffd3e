package org.rashomon.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page in Debian's Chromium, from disk and without scripts. Skipped where there is no Chromium, but never in CI. */
class DossierPageBrowserTest {
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static String address = "";
    private static String front = "";

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        new DossierPage().write(SampleDossier.dossier(), folder);
        address = folder.resolve("index.html").toUri().toString();
        Path many = Files.createDirectory(folder.resolve("many"));
        new DossierPage(0).write(SampleDossier.dossier(), many);
        front = many.resolve("index.html").toUri().toString();
    }

    private static Browser browser() {
        if (!Files.isExecutable(CHROMIUM)) {
            assertThat(System.getenv("CI"))
                    .as("CI needs Chromium at %s", CHROMIUM)
                    .isNotEqualTo("true");
            assumeTrue(false, "no Chromium at " + CHROMIUM + "; install it (apt install chromium) or set CHROMIUM");
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        OPEN.add(playwright);
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable open : OPEN) {
            open.close();
        }
    }

    @Test
    void opensFromDiskWithoutScriptsAndLoadsNothing() {
        try (Browser browser = browser();
                BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            List<String> requests = new ArrayList<>();
            page.onRequest(request -> requests.add(request.url()));
            page.navigate(address);
            assertThat(requests).containsExactly(address);
            assertThat(page.title()).contains("Air strike on a clinic, Tarnak");
            assertThat(page.locator("h1").textContent()).startsWith("Air strike on a clinic, Tarnak");
        }
    }

    @Test
    void aLinkReachesTheWordsInTheArticle() {
        try (Browser browser = browser();
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE))) {
            Page page = context.newPage();
            page.navigate(address);
            page.locator("#incident-1 .answer a.words").first().click();
            Object target = page.evaluate("() => { const t = document.querySelector(':target');"
                    + " const box = t.getBoundingClientRect();"
                    + " return t.textContent + '|' + (box.top >= 0 && box.bottom <= innerHeight) + '|'"
                    + " + getComputedStyle(t).backgroundColor; }");
            assertThat(String.valueOf(target)).contains("no Velmoran jet flew over Tarnak|true|rgb(255, 241, 201)");
        }
    }

    @Test
    void aPhoneScrollsOnlyInsideTables() {
        try (Browser browser = browser();
                BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setViewportSize(375, 800))) {
            Page page = context.newPage();
            page.navigate(address);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(375);
        }
    }

    /** WCAG 2.1 AA: 4.5 to 1 for text. Computed from what the browser paints, for all text there is. */
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void textContrastIsEnough(ColorScheme scheme) {
        try (Browser browser = browser();
                BrowserContext context = browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme))) {
            Page page = context.newPage();
            page.navigate(address);
            Object poor = page.evaluate("""
                    () => {
                      const rgb = c => c.match(/[\\d.]+/g).map(Number);
                      const lum = c => { const [r, g, b] = rgb(c).map(v => { v /= 255;
                        return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
                        return .2126 * r + .7152 * g + .0722 * b; };
                      const behind = e => { for (; e; e = e.parentElement) {
                        const c = getComputedStyle(e).backgroundColor;
                        if (rgb(c)[3] !== 0) return c; } return 'rgb(255, 255, 255)'; };
                      const poor = new Set();
                      for (const e of document.querySelectorAll('body :not(title)')) {
                        if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
                        const style = getComputedStyle(e);
                        const [a, b] = [lum(e.closest('svg') ? style.fill : style.color), lum(behind(e))];
                        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
                        if (ratio < 4.5) poor.add(e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + ratio.toFixed(2));
                      }
                      return [...poor].join(', ');
                    }
                    """);
            assertThat(poor).isEqualTo("");
        }
    }

    @Test
    void inAFolderOfPagesTheWayLeadsFromTheFrontPageToTheWordsWithoutScripts() {
        try (Browser browser = browser();
                BrowserContext context =
                        // what still scrolls cannot be clicked
                        browser.newContext(new Browser.NewContextOptions()
                                .setJavaScriptEnabled(false)
                                .setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = context.newPage();
            List<String> requests = new ArrayList<>();
            page.onRequest(request -> requests.add(request.url()));
            page.navigate(front);
            page.locator(".lines a.t").first().click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Air strike on a clinic, Tarnak");
            page.locator(".answer a.words").first().click();
            assertThat(page.locator(":target").textContent()).contains("no Velmoran jet flew over Tarnak");
            page.locator(".crumbs a").first().click();
            assertThat(page.url()).isEqualTo(front);
            assertThat(requests).allMatch(url -> url.startsWith("file:"));
        }
    }

    @Test
    void noPageOfAFolderIsWiderThanAPhone() throws IOException {
        try (Browser browser = browser();
                BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setViewportSize(390, 800))) {
            Page page = context.newPage();
            List<Path> pages;
            try (Stream<Path> files = Files.walk(folder.resolve("many"))) {
                pages = files.filter(file -> file.toString().endsWith(".html")).toList();
            }
            for (Path file : pages) {
                page.navigate(file.toUri().toString());
                assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                        .as(file.toString())
                        .isEqualTo(390);
            }
        }
    }

    /** WCAG 2.2 AA: a target is 24 pixels each way, or stands in running text. */
    @Test
    void whatIsNotInRunningTextCanBeHit() {
        try (Browser browser = browser();
                BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            for (String url : List.of(address, front)) {
                page.navigate(url);
                assertThat(page.evaluate("""
                        () => [...document.querySelectorAll('summary, nav a, .lines a.t, .again')]
                          .filter(e => e.getClientRects().length && !e.closest('details:not([open])>:not(summary)'))
                          .filter(e => e.getBoundingClientRect().height < 24)
                          .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30)).join(', ')
                        """)).isEqualTo("");
            }
        }
    }

    @Test
    void theFirstStopOfTheKeyboardSkipsToWhatIsContested() {
        try (Browser browser = browser();
                BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(address);
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.textContent"))
                    .isEqualTo("Skip to what is contested");
        }
    }
}
