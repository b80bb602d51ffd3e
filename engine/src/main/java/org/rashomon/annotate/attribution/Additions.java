package org.rashomon.annotate.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rashomon.model.Bisection;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;

/**
 * What the rules add beside the trained reader: constructions that its training text seldom has. Each kind is one entry of {@link
 * #ALL}, named after where it stands and how it is built; only what somebody voiced is added.
 */
final class Additions {
    private static final Pattern WORD = Pattern.compile("\\s+");
    /** Before a participle that tells what else its subject did. */
    private static final Pattern ASIDE = Pattern.compile(", $");
    /** Before a verb of the subject of the verb before. */
    private static final Pattern JOINED = Pattern.compile(", (?:and|but)(?: also| then| later)? $");

    private static final int LONGEST_JOINT = 16;

    /** Where an attribution of the rules stands to those that were learned. */
    private enum Place {
        /** It shares no cue and no content with any. */
        APART,
        /** Source and all within a content, whose words are then another's. */
        WITHIN,
        /** Where a content runs on into the next thing that the same source did, which is cut there: <em>…, accusing X of …</em>. */
        BEHIND
    }

    /**
     * A kind of addition.
     *
     * @param name what it is switched off by
     */
    record Addition(String name, Place place, Construction construction) {}

    static final List<Addition> ALL = Arrays.stream(Place.values())
            .flatMap(place -> Arrays.stream(Construction.values())
                    .map(construction -> new Addition(name(place, construction), place, construction)))
            .toList();

    private final String text;
    private final CueLexicon lexicon;
    private final Set<String> without;
    private final Trail trail;
    private final List<Attribution> all;
    private final List<Span> cues;
    private final List<Span> covered;

    private Additions(
            String text, CueLexicon lexicon, List<Attribution> learned, Set<String> without, Trail trail) {
        this.text = text;
        this.lexicon = lexicon;
        this.without = without;
        this.trail = trail;
        this.all = new ArrayList<>(learned);
        this.cues = merged(learned.stream().flatMap(a -> a.cue().stream()));
        this.covered = merged(learned.stream().flatMap(a -> Stream.concat(a.cue().stream(), a.content().stream())));
    }

    private static String name(Place place, Construction construction) {
        return (place + "-" + construction).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What was learned, with the additions, in order of text.
     *
     * @param without names of additions that are left out
     */
    static List<Attribution> beside(
            String text,
            CueLexicon lexicon,
            List<Attribution> learned,
            List<Attribution> ruled,
            Set<String> without,
            Trail trail) {
        Additions additions = new Additions(text, lexicon, learned, without, trail);
        ruled.stream().filter(Attribution::voiced).forEach(additions::offer);
        additions.all.sort(Comparator.comparing(
                (Attribution a) -> a.cue().isEmpty() ? a.content().get(0) : a.cue().get(0)));
        return additions.all;
    }

    private void offer(Attribution rule) {
        if (free(rule.cue(), covered) && free(rule.content(), covered)) {
            add(Place.APART, rule);
        } else if (!rule.source().isEmpty() && free(rule.cue(), cues)) {
            int holder = holder(rule);
            if (holder < 0) {
                return;
            }
            if (isWithin(rule, all.get(holder))) {
                add(Place.WITHIN, rule);
                return;
            }
            int end = goesOn(all.get(holder), rule);
            if (end >= 0 && add(Place.BEHIND, rule)) {
                Attribution cut = upTo(all.get(holder), end);
                all.set(holder, cut);
            }
        }
    }

    private boolean add(Place place, Attribution rule) {
        Construction construction = Construction.of(text, rule, lexicon);
        String name = name(place, construction);
        if (without.contains(name)) {
            return false;
        }
        all.add(rule);
        trail.keep(rule, new Trail.Origin(name, construction, List.of(), List.of()));
        return true;
    }

    /** The attribution in whose content the cue stands, -1 for none. */
    private int holder(Attribution rule) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).content().stream()
                    .anyMatch(span -> span.contains(rule.cue().get(0)))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isWithin(Attribution inner, Attribution outer) {
        return Stream.of(inner.source(), inner.cue(), inner.content())
                .flatMap(List::stream)
                .allMatch(span -> outer.content().stream().anyMatch(content -> content.contains(span)));
    }

    /**
     * Where a learned content ends that runs on into the next thing that its source did: before a participle behind a comma, or a verb that
     * a comma and a conjunction join to the learned cue; -1 where the rule's cue is neither.
     */
    private int goesOn(Attribution outer, Attribution rule) {
        Span cue = rule.cue().get(0);
        boolean participle = WORD.split(cue.in(text), 2)[0].endsWith("ing");
        Matcher joint = (participle ? ASIDE : JOINED)
                .matcher(text)
                .region(Math.max(0, cue.start() - LONGEST_JOINT), cue.start());
        if (!joint.find()
                || !sameSource(rule.source(), outer.source())
                || rule.content().stream().anyMatch(span -> span.start() <= cue.start())) {
            return -1;
        }
        int end = joint.start();
        return outer.content().stream().anyMatch(span -> span.start() < end && end < span.end()) ? end : -1;
    }

    /** One source, which the encoder may take with the comma that closes its apposition. */
    private static boolean sameSource(List<Span> rule, List<Span> learned) {
        if (rule.size() != 1 || learned.size() != 1) {
            return rule.equals(learned);
        }
        int more = learned.get(0).end() - rule.get(0).end();
        return rule.get(0).start() == learned.get(0).start() && (more == 0 || more == 1);
    }

    private static Attribution upTo(Attribution a, int end) {
        List<Span> content = a.content().stream()
                .filter(span -> span.start() < end)
                .map(span -> span.end() <= end ? span : new Span(span.start(), end))
                .toList();
        return new Attribution(a.source(), a.cue(), content, a.quote(), a.voiced(), a.confidence());
    }

    /** What the spans cover, in order of text, without overlap. */
    private static List<Span> merged(Stream<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.sorted().toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).end() >= span.start()) {
                merged.set(last, Span.covering(List.of(merged.get(last), span)));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static boolean free(List<Span> spans, List<Span> covered) {
        for (Span span : spans) {
            int at = Bisection.first(covered.size(), i -> covered.get(i).end() > span.start());
            if (at < covered.size() && covered.get(at).start() < span.end()) {
                return false;
            }
        }
        return true;
    }
}
