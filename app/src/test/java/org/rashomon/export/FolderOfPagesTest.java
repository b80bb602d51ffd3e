package org.rashomon.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dossier of many articles: a front page and a folder of pages, each reached from it, and each link with its anchor. */
class FolderOfPagesTest {
    @TempDir
    Path folder;

    private final Map<Path, Document> pages = new TreeMap<>();

    @BeforeEach
    void write() throws IOException {
        new DossierPage(0).write(SampleDossier.dossier(), folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                pages.put(file, Jsoup.parse(file, "UTF-8"));
            }
        }
    }

    @Test
    void everyLinkGoesSomewhere() {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Map.Entry<Path, Document> page : pages.entrySet()) {
            for (Element link : page.getValue().select("a[href], link[href]")) {
                links++;
                String href = link.attr("href");
                if (href.startsWith("http")) {
                    continue;
                }
                String anchor = href.contains("#") ? href.substring(href.indexOf('#') + 1) : "";
                Path target = target(page.getKey(), href);
                boolean there = Files.isRegularFile(target)
                        && (anchor.isEmpty() || page(target).getElementById(anchor) != null);
                if (!there) {
                    broken.add(folder.relativize(page.getKey()) + " -> " + href);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(200);
    }

    @Test
    void everyPageIsReachedFromTheFrontPage() {
        Set<Path> seen = new HashSet<>();
        Deque<Path> open = new ArrayDeque<>(List.of(folder.resolve("index.html")));
        while (!open.isEmpty()) {
            Path page = open.pop();
            if (seen.add(page)) {
                page(page).select("a[href]").forEach(link -> {
                    if (!link.attr("href").startsWith("http")) {
                        open.push(target(page, link.attr("href")));
                    }
                });
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(pages.keySet());
    }

    private static Path target(Path page, String href) {
        int hash = href.indexOf('#');
        String file = hash < 0 ? href : href.substring(0, hash);
        return file.isEmpty() ? page : page.resolveSibling(file).normalize();
    }

    private Document page(Path file) {
        return Objects.requireNonNull(pages.get(file), () -> "no page " + file);
    }

    @Test
    void anIncidentASpeakerAnOutletAnAgreementAndAnArticleHavePages() {
        assertThat(pages.keySet().stream()
                        .map(path -> String.valueOf(path.getFileName()).replaceAll("[-.].*", ""))
                        .distinct())
                .contains("index", "incident", "story", "agreement", "outlet", "speaker", "article", "month", "kind");
        assertThat(pages.keySet())
                .allSatisfy(
                        path -> assertThat(String.valueOf(path.getFileName())).matches("[a-z][a-z0-9.-]*\\.html"));
    }

    @Test
    void idsAreOnceOnAPageAndNothingRuns() {
        pages.forEach((path, page) -> {
            Set<String> ids = new HashSet<>();
            page.select("[id]")
                    .forEach(element -> assertThat(ids.add(element.id()))
                            .as(path + "#" + element.id())
                            .isTrue());
            assertThat(page.select("script, iframe, img, object")).isEmpty();
            assertThat(page.select("h1")).hasSize(1);
        });
    }

    @Test
    void theWordsOfADenialStandOnceOnItsIncidentsPage() {
        Document strike = pages.values().stream()
                .filter(page -> page.title().startsWith("Air strike on a clinic"))
                .findFirst()
                .orElseThrow();
        assertThat(strike.select(".answer a.words").eachText()).containsExactly("no Velmoran jet flew over Tarnak");
        assertThat(strike.select(".left").text()).contains("1 of 2", "not found");
    }

    /** Above sixty articles, and no page grows with their number: lists are cut. */
    @Test
    void manyArticlesAreManyPagesAndNoneIsLarge(@TempDir Path many) throws IOException {
        new DossierPage().write(ManyArticles.dossier(900), many);
        try (Stream<Path> files = Files.walk(many)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(900)
                    .allSatisfy(file ->
                            assertThat(Files.size(file)).as(file.toString()).isLessThan(400_000));
        }
        assertThat(many.resolve("pages/articles.3.html")).isRegularFile();
        assertThat(many.resolve("pages/articles.4.html")).doesNotExist();
        new DossierPage().write(ManyArticles.dossier(60), Files.createDirectory(many.resolve("few")));
        assertThat(many.resolve("few/pages")).doesNotExist();
    }

    @Test
    void theSameDossierGivesTheSameBytes(@TempDir Path again) throws IOException {
        new DossierPage(0).write(SampleDossier.dossier(), again);
        for (Path page : pages.keySet()) {
            assertThat(again.resolve(folder.relativize(page))).hasSameBinaryContentAs(page);
        }
    }
}
