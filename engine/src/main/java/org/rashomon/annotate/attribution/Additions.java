package org.rashomon.annotate.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.model.Bisection;
import org.rashomon.model.Span;
import org.rashomon.model.SpanIndex;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;

/**
 * What the rules add beside the trained reader: constructions that its training text seldom has, where somebody is known to voice
 * something. Each kind is one entry of {@link #ALL}. To add one: an entry there; its figure is made by {@code bench/ablation.py}.
 */
final class Additions {
    /** Before a verb of the subject of the verb before. */
    private static final PhrasePattern JOINED = PhrasePattern.of("en/proof-constructions.tsv", "joined");
    /** In UTF-16 code units. */
    private static final int LONGEST_JOINT = 16;

    /**
     * What stands where a learned content runs on into the next thing that its source did, and cuts it there: <em>said that …, and
     * suggested that …</em>. No measured text has it, and the examples do.
     */
    private static final String BEHIND = "behind";

    /**
     * A kind of addition.
     *
     * @param name what it is switched off by
     * @param within whether it stands, source and all, within a learned content, whose words are then another's; else it shares no cue and
     *     no content with what was learned
     */
    record Addition(String name, boolean within, Kind kind) {}

    /** Tells whether an attribution of the rules is of a kind. */
    @FunctionalInterface
    private interface Kind {
        boolean holds(Evidence evidence, Attribution rule, Construction construction);
    }

    /** In the order in which they are tried: an attribution is of the first kind that it fits. */
    static final List<Addition> ALL = List.of(
            new Addition("within-that", true, (e, rule, built) -> isBySomebody(e, rule) && opensWithThat(e, rule)),
            new Addition("within-quotation", true, (e, rule, built) -> rule.quote() != QuoteType.INDIRECT),
            new Addition("within-charge", true, (e, rule, built) -> isBySomebody(e, rule) && isCharge(e, rule)),
            new Addition("within-own-charge", true, (e, rule, built) -> isByItself(e, rule) && isCharge(e, rule)),
            new Addition("within-clause", true, (e, rule, built) -> isBySomebody(e, rule) && isClause(e, rule)),
            new Addition("within-noun", true, (e, rule, built) -> built == Construction.NOUN && isBySomebody(e, rule)),
            new Addition("apart-colon", false, (e, rule, built) -> built == Construction.COLON),
            new Addition("apart-content-first", false, (e, rule, built) -> built == Construction.CONTENT_FIRST),
            new Addition("apart-noun", false, (e, rule, built) -> built == Construction.NOUN && isBySomebody(e, rule)),
            new Addition(
                    "apart-passive", false, (e, rule, built) -> built == Construction.PASSIVE && isBySomebody(e, rule)),
            new Addition(
                    "apart-participle",
                    false,
                    (e, rule, built) -> built == Construction.PARTICIPLE && isBySomebody(e, rule)),
            new Addition(
                    "apart-clause",
                    false,
                    (e, rule, built) -> built == Construction.SUBJECT_FIRST
                            && isBySomebody(e, rule)
                            && (opensWithThat(e, rule) || rule.quote() != QuoteType.INDIRECT || isClause(e, rule))),
            new Addition(
                    "apart-phrase",
                    false,
                    (e, rule, built) -> built == Construction.SUBJECT_FIRST && isBySomebody(e, rule)));

    /** The names of all kinds, in the order in which they are tried. */
    static Stream<String> names() {
        return Stream.concat(ALL.stream().map(Addition::name), Stream.of(BEHIND));
    }

    private final Evidence evidence;
    private final CueLexicon lexicon;
    private final Set<String> without;
    private final Trail trail;
    private final List<Attribution> learned;
    private final List<Attribution> all;
    private final List<Span> cues;
    private final List<Span> covered;
    private final SpanIndex<Content> byContent;
    private final Added added = new Added();

    /** A stretch of content of the learned attribution of that number. */
    private record Content(int number, Span span) {}

    /** What was added so far, by its content. */
    private static final class Added {
        private final List<Content> contents = new ArrayList<>();
        /** The furthest end up to each, so that a search backwards knows where to stop. */
        private final List<Integer> reach = new ArrayList<>();

        void add(int number, List<Span> content) {
            for (Span span : content) {
                reach.add(contents.isEmpty() ? span.end() : Math.max(reach.get(reach.size() - 1), span.end()));
                contents.add(new Content(number, span));
            }
        }

        /** Numbers of those whose content holds {@code words}, in order. */
        IntStream around(Span words) {
            return IntStream.iterate(contents.size() - 1, i -> i >= 0 && reach.get(i) >= words.end(), i -> i - 1)
                    .filter(i -> contents.get(i).span().contains(words))
                    .map(i -> contents.get(i).number())
                    .sorted();
        }
    }

    private Additions(
            Evidence evidence, CueLexicon lexicon, List<Attribution> learned, Set<String> without, Trail trail) {
        this.evidence = evidence;
        this.lexicon = lexicon;
        this.without = without;
        this.trail = trail;
        this.learned = learned;
        this.all = new ArrayList<>(learned);
        this.byContent = SpanIndex.of(
                IntStream.range(0, learned.size())
                        .boxed()
                        .flatMap(i -> learned.get(i).content().stream().map(span -> new Content(i, span)))
                        .toList(),
                Content::span);
        this.cues = merged(learned.stream().flatMap(a -> a.cue().stream()));
        this.covered = merged(learned.stream().flatMap(a -> Stream.concat(a.cue().stream(), a.content().stream())));
    }

    /**
     * What was learned, with the additions, in order of text.
     *
     * @param without names of additions that are left out
     */
    static List<Attribution> beside(
            Evidence evidence, CueLexicon lexicon, List<Attribution> learned, Set<String> without, Trail trail) {
        Additions additions = new Additions(evidence, lexicon, learned, without, trail);
        evidence.ruled().stream().filter(Attribution::voiced).forEach(additions::offer);
        additions.all.sort(Comparator.comparing((Attribution a) -> a.cue().get(0)));
        return additions.all;
    }

    private void offer(Attribution rule) {
        boolean apart = free(rule.cue(), covered) && free(rule.content(), covered);
        if (apart || (!rule.source().isEmpty() && free(rule.cue(), cues) && isWithin(rule))) {
            Construction construction = Construction.of(evidence.text(), rule, lexicon);
            ALL.stream()
                    .filter(addition ->
                            addition.within() != apart && addition.kind().holds(evidence, rule, construction))
                    .findFirst()
                    .filter(addition -> !without.contains(addition.name()))
                    .ifPresent(addition -> {
                        add(rule);
                        trail.keep(rule, new Trail.Origin(addition.name(), List.of(), List.of()));
                    });
        } else if (!apart && rule.source().size() == 1 && free(rule.cue(), cues) && !without.contains(BEHIND)) {
            addBehind(rule);
        }
    }

    private void add(Attribution rule) {
        added.add(all.size(), rule.content());
        all.add(rule);
    }

    private void addBehind(Attribution rule) {
        Span cue = rule.cue().get(0);
        IntStream near = IntStream.concat(
                byContent.around(cue).stream().mapToInt(Content::number).sorted(), added.around(cue));
        for (int i : near.toArray()) {
            if (holds(all.get(i).content(), cue)) {
                int end = goesOn(all.get(i), rule);
                if (end >= 0) {
                    Attribution cut = upTo(all.get(i), end);
                    all.set(i, cut);
                    add(rule);
                    trail.keep(rule, new Trail.Origin(BEHIND, List.of(), List.of()));
                }
                return;
            }
        }
    }

    private boolean isWithin(Attribution rule) {
        return byContent.around(rule.cue().get(0)).stream()
                .min(Comparator.comparingInt(Content::number))
                .map(content -> learned.get(content.number()))
                .filter(outer -> Stream.of(rule.source(), rule.cue(), rule.content())
                        .flatMap(List::stream)
                        .allMatch(span -> holds(outer.content(), span)))
                .isPresent();
    }

    private static boolean holds(List<Span> content, Span span) {
        return content.stream().anyMatch(part -> part.contains(span));
    }

    private static boolean isBySomebody(Evidence e, Attribution rule) {
        return rule.source().size() == 1 && (e.isSomebody(rule.source().get(0)) || isReproached(e, rule));
    }

    /** "blamed the guild for saying that …": only somebody is blamed for words. */
    private static boolean isReproached(Evidence e, Attribution rule) {
        int end = rule.source().get(0).end();
        return e.text().startsWith(" for ", end) && rule.cue().get(0).start() == end + " for ".length();
    }

    /** "The army said it denied the raid": the body that says so is the one that denies. */
    private static boolean isByItself(Evidence e, Attribution rule) {
        return rule.source().get(0).in(e.text()).equals("it");
    }

    /** Whether <em>that</em> is the first word, or the second, behind whoever is told. */
    private static boolean opensWithThat(Evidence e, Attribution rule) {
        Span content = rule.content().get(0);
        TextWords words = e.words(content.start(), content.end());
        return words.size() > 2
                && (words.word(0).equals("that") || words.word(1).equals("that"));
    }

    private static boolean isClause(Evidence e, Attribution rule) {
        return e.isClause(rule.content().get(0));
    }

    /** "denied the raid", "blamed the guild": what is denied or charged is seldom a clause. */
    private static boolean isCharge(Evidence e, Attribution rule) {
        return CueLexicon.load()
                .lookup(Span.covering(rule.cue()).in(e.text()))
                .filter(cue -> cue.act() == Act.DENY || cue.act() == Act.ACCUSE)
                .isPresent();
    }

    /**
     * Where a learned content ends that runs on into the next thing that its source did: before a participle behind a comma, or a verb that
     * a comma and a conjunction join to the learned cue; -1 where the rule's cue is neither.
     */
    private int goesOn(Attribution outer, Attribution rule) {
        Span cue = rule.cue().get(0);
        int end = joint(cue);
        if (end < 0
                || !sameSource(rule.source(), outer.source())
                || rule.content().stream().anyMatch(span -> span.start() <= cue.start())) {
            return -1;
        }
        return outer.content().stream().anyMatch(span -> span.start() < end && end < span.end()) ? end : -1;
    }

    /** Where the comma before a cue stands that joins it to what stands before, or -1. */
    private int joint(Span cue) {
        if (Construction.isParticiple(cue.in(evidence.text()))) {
            return evidence.text().startsWith(", ", cue.start() - 2) ? cue.start() - 2 : -1;
        }
        int from = Math.max(0, cue.start() - LONGEST_JOINT);
        TextWords before = evidence.words(from, cue.start());
        return JOINED.closing(before)
                .map(found -> from + before.start(found.from()))
                .orElse(-1);
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
