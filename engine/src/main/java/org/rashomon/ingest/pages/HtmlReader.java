package org.rashomon.ingest.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.FurnitureLexicon;
import org.rashomon.ingest.draft.Decoder;
import org.rashomon.ingest.draft.DocumentReader;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Source;
import org.rashomon.ingest.pages.body.Found;
import org.rashomon.ingest.pages.body.MainText;
import org.rashomon.ingest.pages.facts.PageFacts;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;

/** HTML pages: the article's text without the page around it, and what the page states about it. */
public final class HtmlReader implements DocumentReader {
    /** Deeper nesting is no page that people read; jsoup closes what lies deeper. */
    private static final int MAX_DEPTH = 256;

    private static final int LONG_COMMENT = 100;
    private static final int CHARSET_WITHIN = 4096;
    private static final Pattern TAG = Pattern.compile(
            "<(?:!doctype html|html|head|body|meta|title|div|p|article|section|span|h1|table|script|link|a|br)[\\s>/]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENS = Pattern.compile("<(?:p|div|h[1-3]|span)(?:\\s[^<>]*)?>[^<]");
    private static final Pattern CHARSET =
            Pattern.compile("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})", Pattern.CASE_INSENSITIVE);

    private final FurnitureLexicon lexicon = new FurnitureLexicon();
    private final MainText mainText = new MainText(lexicon);

    @Override
    public boolean recognises(Source.Head head) {
        String text = head.ascii();
        if (!text.startsWith("<")) {
            return false;
        }
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.contains("<html")) {
            return true;
        }
        Matcher tags = TAG.matcher(text);
        int found = 0;
        while (found < 3 && tags.find()) {
            found++;
        }
        return found >= 3
                || (found > 0 && (OPENS.matcher(text).lookingAt() || head.name().matches(".*\\.x?html?")));
    }

    @Override
    public void read(Source source, Sink sink) throws IOException {
        byte[] bytes = source.readAll();
        Decoder.Decoded decoded = Decoder.read(bytes, declaredCharset(bytes));
        Document page = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(decoded.text(), "");
        PageFacts facts = PageFacts.of(page);
        List<String> notes = Stream.of(decoded.notes(), facts.notes(), unclosed(decoded.text()))
                .flatMap(List::stream)
                .toList();
        List<Found> articles = mainText.find(page, facts.imprint().title(), facts.articleBody(), updates(facts));
        for (int i = 0; i < articles.size(); i++) {
            String place = articles.size() == 1 ? "" : "#" + (i + 1);
            Found found = articles.get(i);
            sink.article(new Draft(place, null, imprint(found, facts.imprint()), found.parts(), notes));
            if (sink.asksWhyNot()) {
                found.leftOut(place, sink::leftOut);
            }
        }
    }

    /** A comment that is never closed hides all that follows, from browsers too. */
    private static List<String> unclosed(String html) {
        int open = html.lastIndexOf("<!--");
        boolean hides = open >= 0
                && html.indexOf("-->", open) < 0
                && html.indexOf("</script", open) < 0
                && html.length() - open > LONG_COMMENT;
        return hides ? List.of("a comment in the page is never closed; what follows it is not read") : List.of();
    }

    private static List<Draft.Part> updates(PageFacts facts) {
        List<Draft.Part> parts = new ArrayList<>();
        for (PageFacts.Update update : facts.updates()) {
            if (update.headline() != null) {
                parts.add(new Draft.Part(update.headline(), BlockRole.HEADLINE, Set.of(), update.posted()));
            }
            parts.add(new Draft.Part(update.text(), BlockRole.BODY, Set.of(), update.posted()));
        }
        return parts;
    }

    /** An article of several has a headline, an address and a date of its own, or none; who wrote the first did not write them all. */
    private static Imprint imprint(Found found, Imprint page) {
        return found.title() == null
                ? page
                : Imprint.builder()
                        .outlet(page.outlet(), page.outletFrom())
                        .language(page.language())
                        .title(found.title())
                        .url(found.url())
                        .published(found.published())
                        .build();
    }

    private static @Nullable String declaredCharset(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, CHARSET_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher matcher = CHARSET.matcher(head);
        return matcher.find() ? matcher.group(1) : null;
    }
}
