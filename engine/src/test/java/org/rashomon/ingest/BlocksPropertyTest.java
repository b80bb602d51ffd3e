package org.rashomon.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.ReadResult;

class BlocksPropertyTest {

    @Provide
    Arbitrary<String> pages() {
        Arbitrary<String> known = Arbitraries.of(
                "Share",
                "Advertisement: ",
                "SHARE THIS ARTICLE",
                "(AFP)",
                "The council of Ellery said the ferry runs.",
                "PORT ELLERY (Reuters) - ",
                "8 March 2021",
                "Image copyright AP Image caption ",
                "CLOSE ",
                "\n",
                "\n\n",
                " ",
                "“We know,” he said",
                "👩‍👧 מרחבא é",
                "Photos: a Photos: b",
                "01:12",
                "» ",
                "(Reporting by Lena Holt)",
                "www.ellery.example.org",
                "<p>",
                "</div>",
                "&amp;",
                "<h1>",
                "<figcaption>");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, known), net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 400)
    void blocksStandInOrderAndAllOutsideThemIsWhiteSpace(@ForAll("pages") String text) {
        check("a.txt", text);
    }

    @Property(tries = 200)
    void pagesToo(@ForAll("pages") String text) {
        check("a.html", "<!doctype html><html><body><p>The ferry runs again, the council said.</p><p>" + text);
    }

    private static void check(String name, String content) {
        Readers.standard().read(name, new ByteArrayInputStream(content.getBytes(UTF_8)), result -> {
            if (result instanceof ReadResult.Read read) {
                check(read.article());
            }
        });
    }

    private static void check(Article article) {
        String text = article.text();
        int last = 0;
        for (Block block : article.blocks()) {
            assertThat(text.substring(last, block.span().start())).isBlank();
            assertThat(block.span().in(text)).isEqualTo(block.span().in(text).strip());
            last = block.span().end();
        }
        assertThat(text.substring(last)).isBlank();
    }
}
