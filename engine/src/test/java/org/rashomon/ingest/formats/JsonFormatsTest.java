package org.rashomon.ingest.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rashomon.ingest.formats.Reading.DENIAL;
import static org.rashomon.ingest.formats.Reading.STRIKE;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.ingest.Readers;
import org.rashomon.model.Article;

class JsonFormatsTest {

    /** Quotation marks are written as single ones. */
    private static String json(String text) {
        return text.replace("'", "\"")
                .replace("STRIKE", STRIKE)
                .replace("DENIAL", DENIAL)
                .replace("NL", "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            one object over lines        # {NL 'title': 'T', 'text': 'STRIKE', 'outlet': 'Ledger'} # T | Ledger | - | - | -
            a list                       # [{'title': 'T', 'body': 'STRIKE'}]                        # T | - | - | - | -
            in an object                 # {'articles': [{'title': 'T', 'content': 'STRIKE'}]}       # T | - | - | - | -
            an interface for news        # {'status': 'ok', 'totalResults': 1, 'articles': [{'source': {'id': null, 'name': 'Ledger'}, 'author': 'Pia Dant', 'title': 'T', 'url': 'https://ledger.example/1', 'publishedAt': '2029-03-07T06:10:00Z', 'content': 'STRIKE'}]} # T | Ledger | 2029-03-07 | Pia Dant | https://ledger.example/1
            two objects deep             # {'articles': {'results': [{'uri': '7', 'lang': 'eng', 'title': 'T', 'body': 'STRIKE', 'dateTimePub': '2029-03-07T06:10:00Z', 'source': {'uri': 'ledger.example', 'title': 'Ledger'}, 'authors': [{'name': 'Pia Dant'}]}]}} # T | Ledger | 2029-03-07 | Pia Dant | -
            a crawler's                  # [{'maintext': 'STRIKE', 'title': 'T', 'date_publish': '2029-03-07 06:10:00', 'source_domain': 'ledger.example', 'authors': ['Pia Dant', 'Abel Norin'], 'description': 'Short.'}] # T | ledger.example | 2029-03-07 | Pia Dant, Abel Norin | -
            an extractor's               # [{'text': 'STRIKE', 'raw_text': 'x', 'title': 'T', 'author': 'Pia Dant', 'sitename': 'Ledger', 'hostname': 'ledger.example', 'source': 'https://ledger.example/1', 'date': '2029-03-07'}] # T | Ledger | 2029-03-07 | Pia Dant | https://ledger.example/1
            a search engine's            # {'hits': {'total': 1, 'hits': [{'_id': 'x', '_source': {'headline': 'T', 'text': 'STRIKE'}}]}} # T | - | - | - | -
            a paper's                    # {'response': {'results': [{'webTitle': 'T', 'webUrl': 'https://ledger.example/1', 'webPublicationDate': '2029-03-07T06:10:00Z', 'fields': {'bodyText': 'STRIKE', 'byline': 'Pia Dant'}}]}} # T | - | 2029-03-07 | Pia Dant | https://ledger.example/1
            a database's                 # [{'_id': {'$oid': '65'}, 'date': {'$date': '2029-03-07T06:10:00Z'}, 'text': 'STRIKE', 'title': 'T'}] # T | - | 2029-03-07 | - | -
            seconds since 1970           # [{'date': 1867558200, 'text': 'STRIKE', 'title': 'T'}]    # T | - | 2029-03-07 | - | -
            milliseconds, in an object   # [{'date': {'$date': {'$numberLong': '1867558200000'}}, 'text': 'STRIKE', 'title': 'T'}] # T | - | 2029-03-07 | - | -
            under a name of its own      # {'my_pieces': [{'title': 'T', 'text': 'STRIKE'}],NL'n': 1} # T | - | - | - | -
            paragraphs listed            # [{'title': 'T', 'body': [{'type': 'p', 'text': 'STRIKE'}, 'DENIAL']}]   # T | - | - | - | -
            in an object of the record   # [{'title': 'T', 'content': {'html': '<p>STRIKE</p>'}}]     # T | - | - | - | -
            by keys                      # {'x1': {'title': 'T', 'text': 'STRIKE'},NL 'x2': 7}        # T | - | - | - | -
            a feed                       # {'version': 'https://jsonfeed.org/version/1.1', 'title': 'Ledger', 'items': [{'id': '1', 'url': 'https://ledger.example/1', 'title': 'T', 'content_html': '<p>STRIKE</p>', 'date_published': '2029-03-07T06:10:00Z', 'authors': [{'name': 'Pia Dant'}]}]} # T | Ledger | 2029-03-07 | Pia Dant | https://ledger.example/1
            """)
    void recordsOfExportsAreArticles(String what, String document, String facts) {
        Reading reading = Reading.of("export.json", json(document));
        assertThat(reading.rejected()).as(what).isEmpty();
        assertThat(reading.facts()).as(what).containsExactly(facts);
        assertThat(reading.texts().get(0)).as(what).contains("Ilsa Marrow said").doesNotContain("<p>");
        Reading packed = Reading.of("-", Reading.gzip(json(document).getBytes(UTF_8)));
        assertThat(packed.facts()).as(what + ", packed, without a name").containsExactly(facts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            objects                  # {NL 'text': 'STRIKE'NL}NL{NL 'text': 'DENIAL'NL}       # a.json~1 a.json~2 # -
            lists                    # [{'text': 'STRIKE'}]NL[{'text': 'DENIAL'}]             # a.json~1 a.json~2 # -
            a list and an object     # [{'text': 'STRIKE'}] {NL 'text': 'DENIAL'}             # a.json~1 a.json~2 # -
            one without a text first # {NL 'n': 1NL}NL{NL 'text': 'DENIAL'NL}                 # a.json~2          # "text"
            words behind it          # {NL 'text': 'STRIKE'NL} and more                       # a.json            # damaged
            a string behind it       # {NL 'text': 'STRIKE'NL} 'x'                            # a.json~1          # no object
            """)
    void documentsOneBehindTheOtherAreAllRead(String what, String document, String files, String refused) {
        Reading reading = Reading.of("a.json", json(document));
        assertThat(reading.articles().stream().map(Article::file).collect(Collectors.joining(" ")))
                .as(what)
                .isEqualTo(files.replace('~', '#'));
        assertThat(reading.refusals()).as(what).contains(refused.equals("-") ? "" : refused);
        assertThat(reading.rejected()).as(what).hasSize(refused.equals("-") ? 0 : 1);
    }

    @Test
    void eachRecordOfAListIsReadByItself() {
        Reading reading = Reading.of("a.json", json("[{'text': 'STRIKE'}, 7, {'title': 'none'}, {'text': 'DENIAL'}]"));
        assertThat(reading.texts()).containsExactly(STRIKE, DENIAL);
        assertThat(reading.articles().get(1).file()).isEqualTo("a.json#4");
        assertThat(reading.refusals()).contains("a.json#2", "no object", "a.json#3", "\"text\"", "--columns text=NAME");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            a package's settings  # {'name': 'x', 'version': '1', 'description': 'A small tool for people who build things.', 'author': 'Pia'} # "text"
            a list of numbers     # [1, 2, 3]                                     # no object
            an empty list         # []                                            # empty
            an empty wrapper      # {'status': 'ok', 'articles': []}              # "text"
            a list of links       # {'articles': [{'url': 'https://x.example/1', 'title': 'T', 'seendate': '20290307T061000Z', 'domain': 'x.example'}]} # "text"
            """)
    void whatHoldsNoArticleIsRefused(String what, String document, String reason) {
        Reading reading = Reading.of("a.json", json(document).replace("[]}", "[\n]}"));
        assertThat(reading.articles()).as(what).isEmpty();
        assertThat(reading.refusals()).as(what).containsAnyOf(reason, "empty");
    }

    @Test
    void aListThatBreaksOffGivesWhatStandsBefore() {
        Reading reading = Reading.of("a.json", json("[{'text': 'STRIKE'},\n{'text': 'DEN"));
        assertThat(reading.texts()).containsExactly(STRIKE);
        assertThat(reading.refusals()).contains("line 2", "only 2 records");
    }

    @Test
    void aTextCutOffByItsSupplierSaysSo() {
        Reading reading = Reading.of(
                "a.json", json("{'articles': [{'title': 'T', 'content': 'STRIKE More follows… [+1234 chars]'}]}"));
        assertThat(reading.texts().get(0)).endsWith("More follows");
        assertThat(reading.notes()).contains("1234 more characters");
    }

    @Test
    void aDateThatCannotBeReadIsSaid() {
        Reading reading = Reading.of("a.jsonl", json("{'text': 'STRIKE', 'date': 'last week'}"));
        assertThat(reading.articles().get(0).published()).isNull();
        assertThat(reading.notes()).contains("\"last week\"");
    }

    @Test
    void aFieldThatHoldsAPageIsReadAsOne() {
        Reading reading = Reading.of(
                "a.jsonl",
                json(
                        "{'url': 'https://ledger.example/1', 'html': '<html><head><title>Rockets hit grain terminal</title></head><body><nav>Home</nav><h1>Rockets hit grain terminal</h1><p>STRIKE</p><p>DENIAL</p></body></html>'}"));
        assertThat(reading.facts())
                .containsExactly("Rockets hit grain terminal | - | - | - | https://ledger.example/1");
        assertThat(reading.texts().get(0)).contains(STRIKE, DENIAL).doesNotContain("Home");
    }

    @Test
    void aToldFieldGoesBeforeThoseThatAreKnown() {
        Readers told = Readers.told(Map.of("text", "Volltext", "outlet", "Blatt"), null);
        Reading reading = Reading.of(
                told,
                "a.jsonl",
                json("{'text': 'no', 'Volltext': 'STRIKE', 'Blatt': 'Ledger'}").getBytes(UTF_8));
        assertThat(reading.facts()).containsExactly("- | Ledger | - | - | -");
        assertThatThrownBy(() -> Readers.told(Map.of("colour", "x"), null)).hasMessageContaining("outlet");
    }

    @Test
    void otherCharactersThanUtf8AreRead() {
        String list = json("[{'title': 'Café', 'text': 'STRIKE'}]");
        String lines = json("{'title': 'Café', 'text': 'STRIKE'}\n");
        for (String set : new String[] {"UTF-16LE", "windows-1252", "UTF-8"}) {
            for (String content : new String[] {list, lines}) {
                Reading reading = Reading.of("a.json", content.getBytes(Charset.forName(set)));
                assertThat(reading.facts()).as(set).containsExactly("Café | - | - | - | -");
            }
        }
    }

    @Test
    void linesOfObjectsStayLines() {
        String first = json("{'text': 'STRIKE', 'data': {'items': [1]}}");
        assertThat(Reading.of("a.json", first + "\n" + json("{'text': 'DENIAL'}"))
                        .texts())
                .containsExactly(STRIKE, DENIAL);
        Reading damaged = Reading.of("a.jsonl", json("{'text': 'STRI\n{'text': 'DENIAL'}"));
        assertThat(damaged.texts()).containsExactly(DENIAL);
    }

    @Test
    void aLongListIsReadRecordByRecord() {
        StringBuilder list = new StringBuilder("{\"articles\": [");
        for (int i = 0; i < 30_000; i++) {
            list.append(i == 0 ? "" : ",\n")
                    .append("{\"text\": \"Ferry ")
                    .append(i)
                    .append(" runs again, the council of Port Ellery said on Monday.\"}");
        }
        assertThat(Reading.of("a.json", list + "]}").articles()).hasSize(30_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            'description': 'Army and rebels accuse each other.' # Army and rebels accuse each other. # STANDFIRST
            'dek': 'Army blames rebels'                         # Army blames rebels                 # STANDFIRST
            'subtitle': '<i>Army</i> blames rebels'             # Army blames rebels                 # STANDFIRST
            'correction': 'An earlier version named the wrong colonel.' # An earlier version named the wrong colonel. # CORRECTION
            'corrections': ['The colonel is Verrick.']          # The colonel is Verrick.            # CORRECTION
            'description': 'Rockets damaged the grain terminal at Port Ovrane on Tuesday night, …' # - # -
            'description': '[Removed]'                          # -                                  # -
            'description': 'T'                                  # -                                  # -
            """)
    void fieldsAroundTheTextAreReadWithTheirMark(String field, String words, String mark) {
        for (String text : new String[] {"'STRIKE DENIAL'", "'<p>STRIKE</p><p>DENIAL</p>'"}) {
            Reading reading = Reading.of("a.json", json("[{'title': 'T', " + field + ", 'text': " + text + "}]"));
            Article article = reading.articles().get(0);
            assertThat(article.text()).contains(STRIKE, DENIAL);
            assertThat(article.blocks().stream()
                            .filter(block -> !block.marks().isEmpty())
                            .map(block -> block.span().in(article.text()) + " " + block.marks())
                            .collect(Collectors.joining()))
                    .isEqualTo(words.equals("-") ? "" : words + " [" + mark + "]");
        }
    }

    @Test
    void aDatelineBehindAStandfirstIsOneStill() {
        Article article = Reading.of(
                        "a.json",
                        json(
                                "[{'title': 'T', 'dek': 'Army blames rebels.', 'text': 'PORT OVRANE, March 7, 2029 (AFP) - STRIKE'}]"))
                .articles()
                .get(0);
        assertThat(String.valueOf(article.published())).contains("2029-03-07");
        assertThat(article.readText()).contains(STRIKE).doesNotContain("(AFP)");
    }

    @ParameterizedTest
    @CsvSource({"[Removed]", "[deleted]", "null", "N/A", "No content"})
    void aPlaceholderIsNoText(String placeholder) {
        Reading reading =
                Reading.of("a.json", json("[{'title': 'T', 'content': '" + placeholder + "'}, {'text': 'DENIAL'}]"));
        assertThat(reading.texts()).containsExactly(DENIAL);
        assertThat(reading.refusals()).contains("placeholder");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            Rockets hit port - Ovrane Ledger   # Rockets hit port
            Rockets hit port | OVRANE LEDGER   # Rockets hit port
            Rockets hit port - Sedd Herald     # Rockets hit port - Sedd Herald
            Ovrane Ledger                      # Ovrane Ledger
            Council sues Ovrane Ledger         # Council sues Ovrane Ledger
            """)
    void theOutletsNameIsNoPartOfTheTitle(String title, String left) {
        Reading reading = Reading.of(
                "a.json", json("[{'title': '" + title + "', 'source': {'name': 'Ovrane Ledger'}, 'text': 'STRIKE'}]"));
        assertThat(reading.articles().get(0).title()).isEqualTo(left);
    }
}
