package org.rashomon.ingest.blocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.ReadResult;
import tools.jackson.databind.json.JsonMapper;

class BlockMarkerTest {
    private static final String PROSE = "The council of Port Ellery said on Monday that the ferry would run again.";
    private static final String MORE = "Guards at the pier denied that anybody had been hurt in the storm.";

    private static Article read(String name, String content) {
        List<Article> articles = new ArrayList<>();
        Readers.standard().read(name, new ByteArrayInputStream(content.getBytes(UTF_8)), result -> {
            assertThat(result).isInstanceOf(ReadResult.Read.class);
            articles.add(((ReadResult.Read) result).article());
        });
        return articles.get(0);
    }

    private static List<String> blocks(Article article) {
        return article.blocks().stream()
                .map(block -> block.role() + " " + block.span().in(article.text()))
                .collect(Collectors.toList());
    }

    private static List<String> blocks(String... lines) {
        return blocks(read("a.txt", String.join("\n\n", lines)));
    }

    private static Article titled(String title, String text) {
        return read("a.jsonl", new JsonMapper().writeValueAsString(java.util.Map.of("title", title, "text", text)));
    }

    @Test
    void headOfACrawledPage() {
        Article article = read(
                "a.txt",
                "user date 2021-03-08 You are here: Home » Islands North & South\n\nFerry to run again\n\n"
                        + "Council threatens to close the pier unless guards leave\n\nMarch 8, 2021\nAgence France-Presse . Ellery\n\n"
                        + PROSE + "\n" + MORE);
        assertThat(blocks(article))
                .containsExactly(
                        "FURNITURE user date 2021-03-08 You are here: Home » Islands North & South",
                        "HEADLINE Ferry to run again",
                        "HEADLINE Council threatens to close the pier unless guards leave",
                        "DATELINE March 8, 2021",
                        "BYLINE Agence France-Presse .",
                        "DATELINE Ellery",
                        "BODY " + PROSE,
                        "BODY " + MORE);
        assertThat(article.title()).isEqualTo("Ferry to run again");
        assertThat(article.outlet()).isNull();
        PublicationDate published = article.published();
        assertThat(published).isNotNull();
        assertThat(published.day()).hasToString("2021-03-08");
        assertThat(published.from()).isEqualTo(Imprint.Origin.TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHARE THIS ARTICLE",
                "Share",
                "Advertisement",
                "www.ellery-post.example.org",
                "Ellery TV’s website can also be accessed at the following alternate addresses:",
                "Read more: Guards leave the pier",
                "RELATED: Guards leave the pier",
                "Guards leave the pier, says council Read more",
                "Enlarge this image toggle caption Lena Holt/Getty Images Lena Holt/Getty Images",
                "JUST WATCHED Storm hits pier Replay More Videos ... MUST WATCH Storm hits pier 01:12",
                "0:00 25:36",
                "Sign up for our newsletter and never miss a ferry",
                "Copyright © 2021 The Ellery Post. All rights reserved.",
                "Facebook Twitter WhatsApp Email Print",
                "Home > News > Islands > Ferries",
                "Follow Lena Holt on Twitter @lenaholt",
                "editor@ellery-post.example.org",
                "(Lena Holt/Reuters)",
                "* * *"
            })
    void furnitureBetweenParagraphs(String line) {
        assertThat(blocks("Ferry to run again", PROSE, line, MORE))
                .containsExactly("HEADLINE Ferry to run again", "BODY " + PROSE, "FURNITURE " + line, "BODY " + MORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Share prices of the ferry company fell, the exchange in Port Ellery said.",
                "Comments by the council leader angered the guards, two officers said.",
                "The council shared the plan on Facebook and Twitter, a clerk said.",
                "Advertisement spending rose, the paper said.",
                "He left at 10:30, guards said, and came back at 11:45.",
                "More from the island will follow, the council said, once the storm is over and the pier is safe again for all who live there and for all of those who wait on the mainland for news of them and their homes.",
                "The Associated Press (AP) reported that the pier was closed.",
                "\"Home is where the ferry goes,\" she said."
            })
    void sentencesThatOnlyLookLikeFurniture(String line) {
        assertThat(blocks("Ferry to run again", PROSE, line, MORE)).contains("BODY " + line);
    }

    @Test
    void captionsAndTheirCredits() {
        assertThat(blocks(
                        "Ferry to run again",
                        "Council leader Ada Brandt speaks at the pier on March 8, 2021. (AFP)",
                        PROSE,
                        "A picture taken on March 7, 2021 shows the pier of Port Ellery.",
                        "Image copyright Getty Images Image caption Guards wait at the pier",
                        MORE))
                .containsSubsequence(
                        "CAPTION Council leader Ada Brandt speaks at the pier on March 8, 2021.",
                        "FURNITURE (AFP)",
                        "BODY " + PROSE,
                        "CAPTION A picture taken on March 7, 2021 shows the pier of Port Ellery.");
    }

    @Test
    void linesThatRepeatTheBodyAreQuotes() {
        String teaser =
                "Port Ellery council leader Ada Brandt said the guards had “failed to keep the pier safe” and failed to warn the ferry";
        String body = "Brandt said the guards had “failed to keep the pier safe” and failed to warn the ferry.";
        assertThat(blocks("Ferry to run again", teaser, teaser, PROSE, body, MORE))
                .containsExactly(
                        "HEADLINE Ferry to run again",
                        "QUOTE " + teaser,
                        "QUOTE " + teaser,
                        "BODY " + PROSE,
                        "BODY " + body,
                        "BODY " + MORE);
    }

    @Test
    void dateHeadlineAndTeaserInsideOneLine() {
        String lede = "Guards closed the pier of Port Ellery on Monday after a storm that hurt four sailors";
        Article article = titled(
                "Storm closes pier, four hurt",
                "Mon 08 Mar 2021 Storm closes pier four hurt. " + lede + " " + lede + " and broke a crane. " + MORE
                        + " --Reuters");
        assertThat(blocks(article))
                .containsExactly(
                        "DATELINE Mon 08 Mar 2021",
                        "HEADLINE Storm closes pier four hurt.",
                        "QUOTE " + lede,
                        "BODY " + lede + " and broke a crane. " + MORE,
                        "BYLINE --Reuters");
    }

    @Test
    void datelineIsNoPartOfTheSentence() {
        assertThat(blocks("Ferry to run again", "PORT ELLERY, North Isle (Reuters) - " + PROSE, MORE))
                .containsSubsequence("DATELINE PORT ELLERY, North Isle (Reuters) -", "BODY " + PROSE);
    }

    /** A place and a day, without capitals or a wire's name; not a person and an age, nor a sentence that begins with a place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Port Ellery, May 7 -            | true
            Ellery, 7 May -                 | true
            Port Ellery, North Isle, Sept. 12, 2031 – | true
            Ellery, May 7 (Isle Wire) —     | true
            Lena Holt, 41 -                 | false
            Ellery, on May 7 -              | false
            Ellery, May -                   | false
            """)
    void aDatelineOfAPlaceAndADay(String opening, boolean dateline) {
        assertThat(blocks("Ferry to run again", opening + " " + PROSE, MORE).contains("DATELINE " + opening))
                .isEqualTo(dateline);
    }

    @Test
    void signOffs() {
        assertThat(blocks(
                        "Ferry to run again",
                        PROSE,
                        MORE + " (Reporting by Lena Holt; Editing by Ada Moor)",
                        "Ellery TV News Roku"))
                .endsWith(
                        "BODY " + MORE,
                        "BYLINE (Reporting by Lena Holt; Editing by Ada Moor)",
                        "FURNITURE Ellery TV News Roku");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FURNITURE | Follow us on the pier
            BYLINE    | Reporting by Lena Holt
            BYLINE    | Reuters
            FURNITURE | LH/AM
            """)
    void aClosingLineBeginsWithoutTheBlanksBeforeIt(String role, String line) {
        for (String blanks : List.of(" ", "  ", "   ", " \t ")) {
            assertThat(blocks("Ferry to run again", PROSE, MORE + blanks + line))
                    .containsExactly("HEADLINE Ferry to run again", "BODY " + PROSE, "BODY " + MORE, role + " " + line);
        }
    }

    @Test
    void wrappedLinesAreOneParagraph() {
        Article article = read(
                "a.txt",
                "The council of Port Ellery said on Monday that the ferry would run\nagain from the repaired pier, and that nobody would have to wait for\nthe old boat.\n\n"
                        + MORE);
        assertThat(article.blocks()).hasSize(2);
    }

    @Test
    void subHeadlinesAreHeadlinesAndLinksAreFurniture() {
        assertThat(blocks(
                        "Ferry to run again",
                        PROSE,
                        "Waiting for the storm",
                        MORE,
                        "GUARDS SAY COUNCIL LIED ABOUT THE PIER AGAIN",
                        PROSE + " Twice."))
                .contains("HEADLINE Waiting for the storm", "FURNITURE GUARDS SAY COUNCIL LIED ABOUT THE PIER AGAIN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How the town of Port Ellery repaired its only ferry in a week",
                "Step 2: Repairing the Ferry Before the Week Is Over",
                "Council: Ferry of Port Ellery Was Repaired Within a Week"
            })
    void aLongSubHeadlineAnnouncesWhatFollows(String line) {
        assertThat(blocks(
                        "Ferry to run again",
                        PROSE,
                        line,
                        "The council of Port Ellery repaired the ferry, which was the only one of the town, in a week.",
                        MORE))
                .contains("HEADLINE " + line);
    }

    @Test
    void aLinkToAnotherStoryDoesNot() {
        assertThat(blocks(
                        "Ferry to run again",
                        PROSE,
                        "Judges Free Two Sailors Held Over a Theft at the Lighthouse",
                        MORE))
                .contains("FURNITURE Judges Free Two Sailors Held Over a Theft at the Lighthouse");
    }

    @Test
    void aTextThatIsItsHeadlineIsKept() {
        Article article = titled("Storm closes pier of Port Ellery", "8 March 2021 Storm closes pier of Port Ellery");
        assertThat(article.blocks()).extracting(b -> b.role()).containsExactly(BlockRole.DATELINE, BlockRole.HEADLINE);
    }

    @Test
    void rowsOfTagsInsideALine() {
        assertThat(blocks(
                        "Ferry to run again",
                        PROSE + " Tags Ellery Ferry storm pier guards The council met again on Tuesday, a clerk said. "
                                + MORE))
                .containsSubsequence(
                        "BODY " + PROSE,
                        "FURNITURE Tags Ellery Ferry storm pier guards",
                        "BODY The council met again on Tuesday, a clerk said. " + MORE);
    }

    @Test
    void thePageThatFollowsInTheSameLine() {
        assertThat(blocks(
                        "Ferry to run again",
                        PROSE + " " + MORE
                                + " 55 Related Guards deny lies Tags Ellery Community standards Comment via Facebook"))
                .contains("BODY " + PROSE + " " + MORE)
                .noneMatch(block -> block.startsWith("BODY") && block.contains("Guards deny lies"));
    }

    @Test
    void aTitleBeforeANameIsNoByline() {
        Article article = titled(
                "Storm closes pier, four hurt",
                "Mon 08 Mar 2021 Storm closes pier four hurt. North Isle Gov. Ada Brandt said guards left. " + MORE);
        assertThat(blocks(article)).contains("BODY North Isle Gov. Ada Brandt said guards left. " + MORE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Rebels shelled clinic in Vosk | Rebels shelled clinic in Vosk, army spokesman Henk Darrow said on Monday.            | -
            Henk Darrow denies firing     | Henk Darrow denies firing on the town, and accuses the Marsh Front.                     | -
            Front shelled clinic again    | Front shelled clinic again and then lied about it, the office of the governor said.     | -
            Council warned of the storm   | Council warned of the storm: it had closed the pier a week before, its head said.       | -
            Storm closes pier of Ellery   | Storm closes pier of Ellery The town council said that the ferry would run again.       | The town council said that the ferry would run again.
            Storm closes pier of Ellery   | Storm closes pier of Ellery. The town council said that the ferry would run again.      | The town council said that the ferry would run again.
            Who closed the pier of Ellery | Who closed the pier of Ellery? it was the town council, said a man who had seen it.     | it was the town council, said a man who had seen it.
            """)
    void aSentenceThatBeginsWithTheHeadlinesWordsStaysWhole(String title, String lead, String body) {
        assertThat(blocks(titled(title, lead + "\n\n" + MORE)))
                .contains("BODY " + (body.equals("-") ? lead : body), "BODY " + MORE);
    }

    @Test
    void aRowOfTagsIsCutFromTheLeadThatFollows() {
        assertThat(blocks(
                        "Tags: Ellery, Harbour council, Storm The council of Port Ellery said that the ferry would run again.",
                        MORE))
                .containsExactly(
                        "FURNITURE Tags: Ellery, Harbour council, Storm",
                        "BODY The council of Port Ellery said that the ferry would run again.",
                        "BODY " + MORE);
        assertThat(blocks(PROSE, MORE, "Tags: Ellery, Harbour council, Storm"))
                .contains("FURNITURE Tags: Ellery, Harbour council, Storm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Create a free account to continue reading this story.",
                "By entering your email you are agreeing to our terms.",
                "You have two free articles left this month.",
                "Turn off your ad blocker to support independent journalism."
            })
    void whatASiteSaysInItsOwnCauseIsFurniture(String offer) {
        assertThat(blocks(PROSE, offer, MORE)).containsExactly("BODY " + PROSE, "FURNITURE " + offer, "BODY " + MORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The company told users to create a free account, the regulator said.",
                "Readers of our newsletter rose to 90,000, according to the council.",
                "Free articles are rare on the island, where the council runs the paper."
            })
    void whatOthersSayOfOffersIsRead(String sentence) {
        assertThat(blocks(PROSE, sentence, MORE)).contains("BODY " + sentence);
    }
}
