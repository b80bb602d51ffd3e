package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.Quotation;
import org.rashomon.annotate.syntax.Quotations;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;
import org.rashomon.words.SourceWords;

/**
 * Quotations that are a paragraph and are signed behind a dash (<em>"We mourn." \u2014 Premier Ana Lund</em>), and those that the paragraph
 * before announces by a name and a colon.
 */
final class SignedQuotes {
    /** Words of a signature. */
    private static final int LONGEST = 12;

    private static final int LEAST_WORDS = 3;
    private static final String DASHES = "-\u2013\u2014";

    private SignedQuotes() {}

    /** @param attributions of the article; what one with a source holds is not looked at */
    static List<Attribution> with(
            Article article, Quotations quotations, Mentions mentions, List<Attribution> attributions) {
        List<Attribution> all = attributions;
        for (int k = 0; k < article.blocks().size(); k++) {
            Block block = article.blocks().get(k);
            List<Quotation> quoted = block.role() == BlockRole.BODY ? quotations.of(k) : List.of();
            Optional<Span> first = quoted.stream()
                    .limit(1)
                    .filter(q -> q.closed() && q.span().start() == block.span().start())
                    .map(Quotation::span)
                    .filter(span -> SourceWords.words(span.in(article.text())).size() >= LEAST_WORDS)
                    .findFirst();
            if (first.isPresent()) {
                Span words = first.get();
                Optional<Attribution> signed =
                        signed(article, block, words).or(() -> announced(article, block, mentions, words));
                all = signed.isPresent() ? replaced(all, signed.get(), words) : all;
            }
        }
        return all;
    }

    /** The attribution to whoever signs behind a dash, up to the end of the paragraph. */
    private static Optional<Attribution> signed(Article article, Block block, Span words) {
        String behind = article.text().substring(words.end(), block.span().end());
        int dash = 0;
        while (dash < behind.length() && Character.isWhitespace(behind.charAt(dash))) {
            dash++;
        }
        if (dash == behind.length() || DASHES.indexOf(behind.charAt(dash)) < 0) {
            return Optional.empty();
        }
        String name = behind.substring(dash + 1).strip();
        int start = words.end() + behind.indexOf(name, dash + 1);
        boolean signature = !name.isEmpty()
                && Character.isUpperCase(name.codePointAt(0))
                && SourceWords.words(name).size() <= LONGEST
                && name.indexOf('"') < 0
                && !name.endsWith(".");
        Span cue = new Span(words.end() + dash, words.end() + dash + 1);
        return signature ? Optional.of(made(new Span(start, start + name.length()), cue, words)) : Optional.empty();
    }

    /** The attribution to the person whose name, with a colon, ends the paragraph before. */
    private static Optional<Attribution> announced(Article article, Block block, Mentions mentions, Span words) {
        int k = article.blockIndexAt(block.span().start());
        if (k == 0 || article.blocks().get(k - 1).role() != BlockRole.BODY) {
            return Optional.empty();
        }
        Span before = article.blocks().get(k - 1).span();
        boolean ends = words.end() == block.span().end();
        int colon = before.end() - 1;
        return article.text().charAt(colon) == ':' && ends
                ? mentions.in(before).stream()
                        .filter(m -> m.type() == EntityType.PER && m.span().end() == colon)
                        .map(Mention::span)
                        .findFirst()
                        .map(name -> made(name, new Span(colon, colon + 1), words))
                : Optional.empty();
    }

    private static Attribution made(Span source, Span cue, Span words) {
        return new Attribution(List.of(source), List.of(cue), List.of(words), QuoteType.DIRECT, true, 1);
    }

    /** The attributions with this one in place of those without a source that hold its words; as they are where one has a source. */
    private static List<Attribution> replaced(List<Attribution> attributions, Attribution signed, Span words) {
        List<Attribution> kept = new ArrayList<>();
        for (Attribution a : attributions) {
            boolean holds = a.content().stream().anyMatch(words::overlaps);
            if (holds && !a.source().isEmpty()) {
                boolean same = a.source().get(0).overlaps(signed.source().get(0));
                if (!same) {
                    return attributions;
                }
            }
            List<Span> rest = holds
                    ? a.content().stream().filter(span -> !words.overlaps(span)).toList()
                    : a.content();
            if (!rest.isEmpty()) {
                kept.add(holds ? new Attribution(a.source(), a.cue(), rest, a.quote(), a.voiced(), a.confidence()) : a);
            }
        }
        kept.add(signed);
        return kept;
    }
}
