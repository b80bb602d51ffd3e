package org.rashomon.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.BlockMarker;
import org.rashomon.ingest.blocks.ConsentNotice;
import org.rashomon.ingest.blocks.Dates;
import org.rashomon.ingest.blocks.Paragraph;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.ingest.draft.Mending;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;
import org.rashomon.text.Hashes;
import org.rashomon.text.Normaliser;

/** Makes an article of a draft: canonical text, blocks, and what the text itself states about its publication. */
final class Composer {
    /** A title or address that is longer is text in the wrong field. */
    private static final int LONGEST_FIELD = 4000;

    private static final int LONGEST_NAMES = 200;
    private static final Pattern BEHIND_TITLE = Pattern.compile("\\s+(?:-{1,2}|[|–—·•»:])\\s+([^|–—·•»]{2,80})$");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*(?:[|,·•/]|\\s[–—-]\\s)\\s*");

    /** Words; a page whose longest paragraph has fewer shows teasers and no article. */
    private static final int LEAST_PARAGRAPH = 7;

    private final Normaliser normaliser = new Normaliser();
    private final BlockMarker marker = new BlockMarker();

    /** {@code file} is where the article stands, for people and for {@link Article#file()}. */
    Article compose(Draft given, String file) {
        Draft draft = Mending.mended(given);
        String stated = withoutOutlet(
                line(draft.imprint().title()), line(draft.imprint().outlet()));
        Laid laid = lay(draft.parts(), stated != null);
        BlockMarker.Marked marked =
                withFacts(marker.mark(laid.text, laid.paragraphs, stated), laid.text, draft.imprint());
        boolean page = isPage(draft.parts());
        if (page && ConsentNotice.isAll(paragraphs(laid.text, marked))) {
            throw new BadInputException(
                    "no article text found, only a notice that asks for consent to cookies or tracking"
                            + "; save the page again after answering it");
        }
        if (!holdsArticle(laid.text, marked, page, stated)) {
            throw new BadInputException(
                    laid.text.isBlank()
                            ? "no text; there is nothing to read"
                            : "no article text found, only headlines, menus or other page furniture"
                                    + "; leave it out, or save the article's own page");
        }
        List<String> notes = new ArrayList<>(draft.notes());
        String title = stated != null ? stated : marked.title();
        String filed = line(draft.properties().title());
        if (title == null && filed != null) {
            title = filed;
            notes.add("the title is that of the file's properties; the text prints none");
        }
        HeadFacts head = HeadFacts.of(laid.text, marked.blocks());
        PublicationDate published = Optional.ofNullable(draft.imprint().published())
                .or(() -> Optional.ofNullable(head.published()))
                .or(() -> Optional.ofNullable(marked.published()))
                .or(() -> Dates.inFileName(file.replaceFirst("(?:#\\d+)+$", "")))
                .orElse(null);
        Imprint imprint = head.completed(
                lines(draft.imprint()).title(title).published(published).build());
        String author = line(draft.properties().author());
        if (author != null && imprint.byline() == null && imprint.authors().isEmpty()) {
            imprint = imprint.toBuilder().authors(List.of(author)).build();
            notes.add("the author is that of the file's properties; the text prints none");
        }
        String id = draft.id() != null
                ? normaliser.normaliseLine(draft.id())
                : Hashes.id(
                        "a",
                        text(imprint.outlet()),
                        text(draft.imprint().url()),
                        text(title),
                        text(published),
                        laid.text);
        return new Article(
                id,
                file,
                imprint,
                laid.text,
                laid.known(marked.blocks()),
                head.noted(notes, published),
                Hashes.sha256(laid.text));
    }

    /** Interfaces for news set the outlet's name behind the headline. */
    private static @Nullable String withoutOutlet(@Nullable String title, @Nullable String outlet) {
        if (title == null || outlet == null) {
            return title;
        }
        Matcher end = BEHIND_TITLE.matcher(title);
        boolean named = end.find() && Sentences.letters(end.group(1)).equals(Sentences.letters(outlet));
        return named ? title.substring(0, end.start()).strip() : title;
    }

    /** Lines above the text that are the names of those who wrote and publish it, and no headlines. */
    private static BlockMarker.Marked withFacts(BlockMarker.Marked marked, String text, Imprint stated) {
        Set<String> names = Stream.concat(
                        Stream.of(stated.outlet(), stated.byline(), stated.credit())
                                .flatMap(Stream::ofNullable),
                        stated.authors().stream())
                .map(Sentences::letters)
                .filter(letters -> !letters.isEmpty())
                .collect(Collectors.toSet());
        List<Block> blocks = new ArrayList<>();
        boolean head = true;
        for (Block block : marked.blocks()) {
            head &= block.role() != BlockRole.BODY;
            boolean name = head
                    && !blocks.isEmpty()
                    && block.role() == BlockRole.HEADLINE
                    && block.span().length() <= LONGEST_NAMES
                    && Stream.of(BETWEEN_NAMES.split(block.span().in(text)))
                            .allMatch(part -> names.contains(Sentences.letters(part)));
            blocks.add(name ? new Block(block.span(), BlockRole.BYLINE) : block);
        }
        return new BlockMarker.Marked(blocks, marked.title(), marked.published());
    }

    /** Whether markup gave the paragraphs; what editors add to a plain text in fields of their own is marked. */
    private static boolean isPage(List<Draft.Part> parts) {
        boolean added = parts.stream().anyMatch(part -> !part.marks().isEmpty());
        boolean plain = parts.stream()
                .allMatch(part -> part.role() == null || !part.marks().isEmpty());
        return added ? !plain : parts.size() != 1 || parts.get(0).role() != null;
    }

    /** A record whose text is its headline says something; a page that shows a headline and menus is a list of links. */
    private static boolean holdsArticle(String text, BlockMarker.Marked marked, boolean page, @Nullable String stated) {
        if (!page && stated != null && hasHeadline(marked)) {
            return true;
        }
        return body(text, marked).stream()
                .anyMatch(paragraph -> !page || Sentences.words(paragraph, LEAST_PARAGRAPH) >= LEAST_PARAGRAPH);
    }

    private static boolean hasHeadline(BlockMarker.Marked marked) {
        return marked.blocks().stream().anyMatch(block -> block.role() == BlockRole.HEADLINE);
    }

    /** The body, and of what is furniture all that is as long as a paragraph. */
    private static List<String> paragraphs(String text, BlockMarker.Marked marked) {
        return marked.blocks().stream()
                .filter(block -> block.role() == BlockRole.BODY
                        || (block.role() == BlockRole.FURNITURE
                                && Sentences.words(block.span().in(text), LEAST_PARAGRAPH) >= LEAST_PARAGRAPH))
                .map(block -> block.span().in(text))
                .toList();
    }

    private static List<String> body(String text, BlockMarker.Marked marked) {
        return marked.blocks().stream()
                .filter(block -> block.role() == BlockRole.BODY)
                .map(block -> block.span().in(text))
                .toList();
    }

    /** The facts in canonical form, each on one line. */
    private Imprint.Builder lines(Imprint stated) {
        return stated.toBuilder()
                .outlet(line(stated.outlet()), stated.outletFrom())
                .url(line(stated.url()))
                .byline(line(stated.byline()))
                .authors(stated.authors().stream()
                        .map(this::line)
                        .flatMap(Stream::ofNullable)
                        .toList())
                .credit(line(stated.credit()))
                .language(line(stated.language()));
    }

    private @Nullable String line(@Nullable String stated) {
        if (stated == null) {
            return null;
        }
        String text = normaliser.normaliseLine(stated);
        return text.isEmpty() || text.length() > LONGEST_FIELD ? null : text;
    }

    private static String text(@Nullable Object stated) {
        return stated == null ? "" : stated.toString();
    }

    /** Text without structure keeps its own lines; parts become paragraphs parted by a blank line. */
    private Laid lay(List<Draft.Part> parts, boolean titled) {
        if (parts.size() == 1 && parts.get(0).role() == null) {
            String text = normaliser.normalise(parts.get(0).text());
            return new Laid(text, Paragraph.in(text), Map.of());
        }
        StringBuilder text = new StringBuilder();
        List<Paragraph> paragraphs = new ArrayList<>();
        Map<Span, Draft.Part> known = new LinkedHashMap<>();
        for (Draft.Part part : paragraphs(parts)) {
            String line = normaliser.normaliseLine(part.text());
            if (line.isEmpty()) {
                continue;
            }
            text.append(text.length() == 0 ? "" : "\n\n");
            int start = text.length();
            text.append(line);
            Span span = new Span(start, text.length());
            // A standfirst of a field of its own leaves the head open for a dateline; it is no headline of a text that
            // lacks one.
            boolean standfirst = isStandfirst(part);
            paragraphs.add(new Paragraph(span, standfirst && !titled ? BlockRole.BODY : part.role()));
            if (part.posted() != null || !part.marks().isEmpty()) {
                known.put(span, part);
            }
        }
        return new Laid(text.toString(), paragraphs, known);
    }

    private static boolean isStandfirst(Draft.Part part) {
        return part.role() == BlockRole.HEADLINE && part.marks().contains(Block.Mark.STANDFIRST);
    }

    /** A part without a role may hold many paragraphs, also where it is one of several. */
    private List<Draft.Part> paragraphs(List<Draft.Part> parts) {
        List<Draft.Part> out = new ArrayList<>();
        for (Draft.Part part : parts) {
            if (part.role() != null || part.text().indexOf('\n') < 0) {
                out.add(part);
                continue;
            }
            String text = normaliser.normalise(part.text());
            for (Paragraph paragraph : Paragraph.in(text)) {
                out.add(new Draft.Part(paragraph.span().in(text), null, part.marks(), part.posted()));
            }
        }
        return out;
    }

    /**
     * The text and its paragraphs.
     *
     * @param known the parts that say more of themselves than their role, in order
     */
    private record Laid(String text, List<Paragraph> paragraphs, Map<Span, Draft.Part> known) {

        /** The blocks with what their parts say of themselves; a part may have become several blocks. */
        List<Block> known(List<Block> blocks) {
            if (known.isEmpty()) {
                return blocks;
            }
            List<Block> out = new ArrayList<>();
            Iterator<Map.Entry<Span, Draft.Part>> parts = known.entrySet().iterator();
            Map.Entry<Span, Draft.Part> part = parts.next();
            for (Block block : blocks) {
                while (part.getKey().end() <= block.span().start() && parts.hasNext()) {
                    part = parts.next();
                }
                out.add(part.getKey().contains(block.span()) ? known(block, part.getValue()) : block);
            }
            return out;
        }

        private static Block known(Block block, Draft.Part part) {
            return new Block(
                    block.span(), isStandfirst(part) ? BlockRole.BODY : block.role(), part.marks(), part.posted());
        }
    }
}
