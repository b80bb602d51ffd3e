package org.rashomon.export;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.rashomon.export.page.MarkedText;
import org.rashomon.model.Span;
import org.rashomon.text.CodePoints;

/** Whatever spans cross, nest or touch: the words survive, the markup nests, and each anchor begins at its span's first word. */
class MarkedTextPropertyTest {
    /** Text with what breaks naive writers, and spans into it that cut no surrogate pair. */
    record Marked(String text, List<Span> spans) {}

    @Property(tries = 400)
    void markupNestsAndKeepsTheWords(@ForAll("marked") Marked marked) {
        List<MarkedText.Mark> marks = new ArrayList<>();
        for (Span span : marked.spans()) {
            marks.add(new MarkedText.Mark(span.start(), span.end(), "mark", "deny", "c" + marks.size(), null));
        }
        StringOutput output = new StringOutput();
        new MarkedText(marked.text(), 0, marked.text().length(), marks).writeTo(output);
        // The XML parser keeps white space and does not mend what is not nested.
        Document page = Jsoup.parse("<p>" + output + "</p>", "", Parser.xmlParser());
        assertThat(page.wholeText()).isEqualTo(marked.text());
        for (int i = 0; i < marked.spans().size(); i++) {
            Element first = page.getElementById("c" + i);
            assertThat(first).as("anchor of %s", marked.spans().get(i)).isNotNull();
            String words = marked.spans().get(i).in(marked.text());
            assertThat(words).startsWith(first.wholeText());
            assertThat(page.select("[id=c" + i + "]")).hasSize(1);
        }
    }

    @Property(tries = 400)
    void aSpanInCodePointsCutsTheSameWords(@ForAll("marked") Marked marked) {
        CodePoints points = new CodePoints(marked.text());
        int[] text = marked.text().codePoints().toArray();
        for (Span span : marked.spans()) {
            int[] offsets = points.of(span);
            assertThat(new String(text, offsets[0], offsets[1] - offsets[0])).isEqualTo(span.in(marked.text()));
        }
    }

    @Provide
    Arbitrary<Marked> marked() {
        Arbitrary<List<String>> pieces = Arbitraries.of(
                        "a", " ", "<", "&", "\"", "'", "🚑", "e\u0301", "שלום", "\n", "</mark>", "x", "Velmora")
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
        Arbitrary<List<Integer>> cuts =
                Arbitraries.integers().between(0, 1_000).list().ofSize(12);
        return Combinators.combine(pieces, cuts).as(MarkedTextPropertyTest::of);
    }

    private static Marked of(List<String> pieces, List<Integer> cuts) {
        String text = String.join("", pieces);
        int points = text.codePointCount(0, text.length());
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i += 2) {
            int a = cuts.get(i) % (points + 1);
            int b = cuts.get(i + 1) % (points + 1);
            if (a != b) {
                spans.add(new Span(
                        text.offsetByCodePoints(0, Math.min(a, b)), text.offsetByCodePoints(0, Math.max(a, b))));
            }
        }
        return new Marked(text, spans);
    }
}
