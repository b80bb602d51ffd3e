package org.rashomon.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Run;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.pipeline.ArticlePipeline;
import org.rashomon.pipeline.ComparisonPipeline;

/**
 * What the README, its picture and {@code docs/examples.md} show of the examples, against what the README's first command finds: the
 * whole chain with the trained reader. Where a row fails, the page promises what a user does not get.
 */
class PictureTest {
    private static final Path DOCS = Path.of("..", "docs", "examples.md");
    private static final Path README = Path.of("..", "README.md");
    private static final Map<String, Claim> CLAIMS = new HashMap<>();
    private static final Map<String, Article> ARTICLES = new TreeMap<>();

    @TempDir
    static Path folder;

    private static Comparison comparison = ComparisonPipeline.compare(List.of());
    private static Element strike = new Element("section");

    @BeforeAll
    static void read() throws IOException {
        List<ArticleAnalysis> analyses = new ArrayList<>();
        try (ArticlePipeline pipeline = ArticlePipeline.learned().orElseThrow()) {
            Readers.standard().read(List.of(Path.of("..", "examples")), result -> {
                if (result instanceof ReadResult.Read read) {
                    analyses.add(pipeline.analyse(read.article()));
                }
            });
        }
        comparison = ComparisonPipeline.compare(analyses);
        for (ArticleAnalysis analysis : analyses) {
            ARTICLES.put(analysis.article().id(), analysis.article());
            analysis.claims().forEach(claim -> CLAIMS.put(claim.id(), claim));
        }
        new DossierPage().write(new Dossier(new Run("0", "learned", Map.of()), comparison, List.of()), folder);
        Document page = Jsoup.parse(folder.resolve("index.html"), "UTF-8");
        strike = page.select(".account").parents().stream()
                .filter(card -> card.select("h4").text().equals("Air strike on Saint Ilka hospital, Saltgate, Dorvan"))
                .findFirst()
                .orElseThrow();
    }

    /** A column of the picture: whom it blames, who accuses there in which words, who denies below in which. */
    @ParameterizedTest(name = "{0}: {1}, {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Kestria (government) | Adela Quince              | Dasko's pilots for hospital attack                  | Kestrian Defence Ministry | its aircraft had flown over Dorvan
            Kestria (government) | Eastern Defence Council   | bombing the hospital deliberately                   | A military source         | the Kestrian Air Force targeted
            rebels               | Petar Venn                | a rocket that the rebels fired                      | -                         | -
            terrorists           | Petar Venn                | a rocket of the terrorist groups                    | -                         | -
            Meridon (government) | Stepan Orlo               | a Meridonian drone might have struck the building   | Jonas Pell                | a fairy tale told by a frightened child
            """)
    void theColumnsOfThePicture(String blamed, String accuser, String accusation, String denier, String denial) {
        Element column = strike.select(".account").stream()
                .filter(account -> account.select("h5").text().startsWith("Blamed " + blamed + " said by"))
                .findFirst()
                .orElseThrow();
        assertThat(lines(column.select("> .claim").stream()))
                .anySatisfy(line -> assertThat(line).contains(accuser, accusation));
        Stream<Element> answers = column.select(".answer").stream();
        if (denier == null) {
            assertThat(answers).isEmpty();
        } else {
            assertThat(lines(answers)).anySatisfy(line -> assertThat(line).contains(denier, denial));
        }
    }

    @Test
    void thePictureHasTheseColumnsOnly() {
        assertThat(strike.select(".account h5").eachText().stream()
                        .filter(title -> title.startsWith("Blamed "))
                        .map(title -> title.replaceFirst(" said by.*", "")))
                .containsExactly(
                        "Blamed Kestria (government)",
                        "Blamed Meridon (government)",
                        "Blamed rebels",
                        "Blamed terrorists");
    }

    /** A row of <em>Relations to expect</em> by its first words, and the two claims by words of theirs. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            EDC: *bombing the hospital deliberately*      | bombing the hospital deliberately | DENIES             | its aircraft had flown over Dorvan
            Quince blames Kestria in a headline           | for hospital attack               | COUNTER_ATTRIBUTES | a rocket that the rebels fired
            Orlo: *a Meridonian drone might have struck*  | a Meridonian drone might have     | DENIES             | a fairy tale told by a frightened child
            *do not fly over Dorvan and have never flown  | a Meridonian drone might have     | DENIES             | have never flown over Dorvan
            Monitor, Wednesday: 22                        | rose to 22 on Wednesday           | FIGURE_CONFLICT    | the toll at about 30
            Monitor, Thursday: 35                         | 41 people had been killed         | FIGURE_CONFLICT    | it at 35 on Thursday
            Quince in the wire                            | bears every mark of the gov       | RESTATES           | bears every mark of the gov
            """)
    void theRelationsToExpect(String row, String a, ClaimRelation.Kind kind, String b) throws IOException {
        assertThat(Files.readString(DOCS)).contains("| " + row);
        assertThat(comparison.relations()).anySatisfy(relation -> {
            assertThat(relation.kind()).isEqualTo(kind);
            assertThat(words(relation.a())).contains(a);
            assertThat(words(relation.b())).contains(b);
        });
    }

    /** A sentence of the README about the examples, and the claim that bears it out. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A state agency says that the rebels shelled their own hospital | Kestrian State News Agency | The terrorists shelled their own hospital
            The rebels say that a jet circled for ten minutes              | Continental Press Wire     | a jet had circled over the Saltgate district
            A third country's ministry points at a fourth country's drone  | The Caul Courier           | a Meridonian drone might have struck the building
            """)
    void theReadmeTellsWhatIsFound(String sentence, String outlet, String words) throws IOException {
        assertThat(Files.readString(README)).contains(sentence);
        assertThat(CLAIMS.values()).anySatisfy(claim -> {
            assertThat(words(claim.id())).contains(words);
            assertThat(article(claim).outlet()).isEqualTo(outlet);
        });
    }

    /** <em>Three papers print the wire, and one of the three cuts the denials.</em> */
    @Test
    void onePaperThatPrintsTheWireCutsTheDenials() throws IOException {
        assertThat(Files.readString(README))
                .contains(
                        "A wire carries all of it, three papers print the wire, and one of the three cuts the denials");
        assertThat(comparison.omissions().stream()
                        .filter(omission -> omission.outlet().equals("Sorrel Bay Herald") && omission.hadWireCopy())
                        .map(omission -> omission.claim() == null ? "" : words(omission.claim())))
                .anySatisfy(words -> assertThat(words).contains("its aircraft had flown over Dorvan"));
    }

    private static List<String> lines(Stream<Element> claims) {
        return claims.map(claim -> plain(claim.text())).toList();
    }

    private static Article article(Claim claim) {
        return Objects.requireNonNull(ARTICLES.get(claim.article()));
    }

    private static String words(String claim) {
        Claim of = Objects.requireNonNull(CLAIMS.get(claim));
        String text = article(of).text();
        return plain(String.join(
                " ",
                of.attribution().content().stream().map(span -> span.in(text)).toList()));
    }

    private static String plain(String words) {
        return words.replace('\u2019', '\'').replace('\u2018', '\'');
    }
}
