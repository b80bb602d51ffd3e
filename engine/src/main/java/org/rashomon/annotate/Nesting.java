package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rashomon.model.Article;
import org.rashomon.model.Attribution;
import org.rashomon.model.Span;

/** Attributions within what others are said to have said: Kirby said [Kerry told Lavrov that …]. */
final class Nesting {
    private static final Pattern INSTRUCTING = Pattern.compile("(?:.* )?(?:told|ordered|instructed|directed)");
    private static final Pattern INFINITIVE = Pattern.compile("(?:\\S+ ){0,4}to \\p{Ll}+\\b");
    /** How many attributions before and after one can nest with it: those of its paragraph, at most this many. */
    static final int NEIGHBOURS = 24;

    private Nesting() {}

    /** Whether all that is said is another's saying: Kirby said [Kerry told Lavrov that …]. */
    static boolean isOuter(Article article, List<Attribution> attributions, int outer) {
        for (int inner = Math.max(0, outer - NEIGHBOURS);
                inner < Math.min(attributions.size(), outer + NEIGHBOURS);
                inner++) {
            if (inner != outer
                    && !attributions.get(inner).source().isEmpty()
                    && nests(attributions.get(outer), attributions.get(inner))
                    && !isInstruction(article, attributions.get(inner))
                    && leading(attributions.get(outer), attributions.get(inner))) {
                return true;
            }
        }
        return false;
    }

    /** "told them to fire": what one is said to have told another to do is the reporter's word, not the instructor's. */
    private static boolean isInstruction(Article article, Attribution a) {
        return INSTRUCTING
                        .matcher(Wording.of(article, a.cue()).toLowerCase(Locale.ROOT))
                        .matches()
                && INFINITIVE.matcher(Wording.of(article, a.content())).lookingAt();
    }

    static boolean isReportedInstruction(Article article, List<Attribution> attributions, int inner) {
        if (!isInstruction(article, attributions.get(inner))) {
            return false;
        }
        for (int outer = Math.max(0, inner - NEIGHBOURS); outer < inner; outer++) {
            if (nests(attributions.get(outer), attributions.get(inner))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the attribution names nobody and only spells out what a named source said: according to X, it was reported … */
    static boolean isSourcelessInner(List<Attribution> attributions, int inner) {
        if (!attributions.get(inner).source().isEmpty()
                || attributions.get(inner).cue().isEmpty()) {
            return false;
        }
        for (int outer = Math.max(0, inner - NEIGHBOURS);
                outer < Math.min(attributions.size(), inner + NEIGHBOURS);
                outer++) {
            if (outer != inner && nests(attributions.get(outer), attributions.get(inner))) {
                return true;
            }
        }
        return false;
    }

    static boolean nests(Attribution outer, Attribution inner) {
        Span content = Span.covering(outer.content());
        return !inner.cue().isEmpty()
                && outer.content().stream().anyMatch(s -> s.contains(Span.covering(inner.cue())))
                && (inner.source().isEmpty() || content.contains(Span.covering(inner.source())))
                && !outer.equals(inner);
    }

    /** Whether the inner attribution takes up the outer content from its first words to its last. */
    private static boolean leading(Attribution outer, Attribution inner) {
        Span whole = Span.covering(outer.content());
        List<Span> parts = new ArrayList<>(inner.content());
        parts.addAll(inner.cue());
        parts.addAll(inner.source());
        Span covered = Span.covering(parts);
        return covered.start() - whole.start() <= 6 && whole.end() - covered.end() <= 3;
    }
}
