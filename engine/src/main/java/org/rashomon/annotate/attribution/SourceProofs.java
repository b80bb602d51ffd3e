package org.rashomon.annotate.attribution;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;
import org.rashomon.nlp.Reading.Named;
import org.rashomon.nlp.Reading.Said;
import org.rashomon.text.Within;

/**
 * Proves the source of a learned attribution against the words around it: whole, of the cue's sentence and of the cue's clause. What
 * fails has no source, or the one that stands nearer.
 */
final class SourceProofs {
    /** More than one blank, and a bracket that was not opened, part what belongs to two lines. */
    private static final Pattern LINES = Pattern.compile("\\s{2,}|(?<!\\([^()]{1,80})\\)\\s");

    private static final String TABLE = "en/proof-constructions.tsv";
    private static final PhrasePattern AUXILIARY = PhrasePattern.of(TABLE, "auxiliary");
    private static final PhrasePattern GOVERNED = PhrasePattern.of(TABLE, "governed");
    private static final PhrasePattern ADJUNCT = PhrasePattern.of(TABLE, "adjunct");
    private static final PhrasePattern DRAFT = PhrasePattern.of(TABLE, "draft");
    private static final PhrasePattern CLAUSE = PhrasePattern.of(TABLE, "clause");
    private static final PhrasePattern NO_OPENING = PhrasePattern.of(TABLE, "no opening");
    private static final PhrasePattern IN = PhrasePattern.of(TABLE, "in");
    private static final PhrasePattern AGENT = PhrasePattern.of(TABLE, "agent");

    private static final String SENT =
            "\\b(?:statement|call|message|appeal|letter|order|warning|plea|video|film|recording|notice) (?:from|by)";

    /** What somebody else sent out, up to the participle that tells what it says. */
    private static final Pattern SENDER =
            Pattern.compile(SENT + " ((?:the )?[\\p{L}' \u2019-]{2,40}?)(?: on \\p{Lu}\\p{Ll}+day)?,? $");

    /** The same where the cue reaches from the outlet's verb to the participle. */
    private static final Pattern WITHIN =
            Pattern.compile(".*" + SENT + " ((?:the )?[\\p{L}' \u2019-]{2,40}) (\\p{L}+ing\\b.*)");

    /** What joins the names of a list. */
    private static final List<String> JOINTS = List.of(", and ", " and ", ", ");

    /** In the order in which they are tried. */
    static final List<Proof> ALL = List.of(
            new Proof("one-line", "the source does not run over two lines", SourceProofs::ownLine),
            new Proof("said-not-mentioned", "words are said, and not only mentioned", SourceProofs::mentioned),
            new Proof(
                    "subject-of-cue",
                    "no other subject of the cue's clause stands between source and cue",
                    SourceProofs::otherSubject),
            new Proof(
                    "whole-apposition",
                    "the source is not the end of an apposition to a name",
                    SourceProofs::wholeApposition),
            new Proof("same-sentence", "the source stands in the sentence of its cue", SourceProofs::elsewhere),
            new Proof("rules-source", "where there is no source the rules see none", SourceProofs::sourceOfRules),
            refuting(
                    "governed",
                    "no preposition governs the source: war with X",
                    (e, said, source) ->
                            touches(said, source) && GOVERNED.closes(e.words(source.start() - 24, source.start()))),
            refuting(
                    "own-participle",
                    "the participle of the cue has no subject of its own",
                    SourceProofs::hasParticipleSubject),
            refuting(
                    "person-before-cue",
                    "no other person's name stands right before the cue",
                    (e, said, source) -> e.nameTo(said.cue().start() - 1)
                            .filter(SourceProofs::isPerson)
                            .filter(name -> name.span().start() >= source.end())
                            .isPresent()),
            refuting("no-draft", "it is not a draft that calls for what is called for", SourceProofs::isOfDraft),
            refuting(
                    "same-main-clause",
                    "cue and source do not stand in a fronted clause and the main one",
                    SourceProofs::isOfOtherClause),
            refuting(
                    "no-agent-aside",
                    "the source is not an agent within an aside",
                    (e, said, source) -> e.text().startsWith(", ", source.end())
                            && source.end() + 2 == said.cue().start()
                            && AGENT.closes(e.words(e.sentenceOf(said.cue()).start(), source.start()))),
            new Proof("not-addressed", "the source is not whoever is spoken to", Addressees::notAddressed),
            new Proof("not-told", "the source of a passive is not whoever was told", Addressees::notTold),
            new Proof(
                    "reproached",
                    "whoever praises or blames another for words did not say them",
                    SourceProofs::reproached),
            new Proof(
                    "agent-of-noun",
                    "a claim that a noun tells is of whoever stands behind its by",
                    SourceProofs::agentOfNoun),
            new Proof("opens-phrase", "the source begins with a phrase for somebody", SourceProofs::opening),
            new Proof(
                    "one-phrase",
                    "the source is not the end of a phrase before it and a name",
                    SourceProofs::behindPlace),
            new Proof("whole-list", "the source is the whole of a list of names", SourceProofs::wholeList),
            new Proof("sender", "the source is not the outlet of what another sent out", SourceProofs::sender));

    private SourceProofs() {}

    /** Asks of a source whether another speaks. */
    @FunctionalInterface
    private interface Doubt {
        boolean of(Evidence evidence, Said said, Span source);
    }

    /** A proof whose failure leaves no source. */
    private static Proof refuting(String name, String proves, Doubt doubt) {
        return new Proof(name, proves, (evidence, said) -> {
            Span source = said.source();
            return source != null && doubt.of(evidence, said, source)
                    ? Optional.of(said.withSource(null))
                    : Optional.empty();
        });
    }

    /** Whether the source stands right before the cue. */
    private static boolean touches(Said said, Span source) {
        return source.end() + 1 == said.cue().start();
    }

    /** Of a source that runs over two lines the one before the cue. */
    private static Optional<Said> ownLine(Evidence e, Said said) {
        Span source = said.source();
        if (source == null || source.end() > said.cue().start()) {
            return Optional.empty();
        }
        Matcher lines = LINES.matcher(e.text()).region(source.start(), source.end());
        int start = source.start();
        while (lines.find()) {
            start = lines.end();
        }
        return start == source.start() || start >= source.end()
                ? Optional.empty()
                : Optional.of(said.withSource(new Span(start, source.end())));
    }

    /** "what Lund said is crucial": her words are meant, and what stands before is not given as hers. */
    private static Optional<Said> mentioned(Evidence e, Said said) {
        Span source = said.source();
        boolean mentioned = source != null
                && touches(said, source)
                && (e.text().startsWith("what ", source.start()) || e.text().startsWith(" what ", source.start() - 6))
                && !e.between(source.start() - 13, source.start()).endsWith("ccording to ")
                && said.content().stream()
                        .noneMatch(span -> span.start() >= said.cue().end());
        return mentioned ? Optional.of(said.withContent(List.of())) : Optional.empty();
    }

    /** "He quoted two women [who] said …", "told Lund after [the minister] insisted …". */
    private static Optional<Said> otherSubject(Evidence e, Said said) {
        Span source = said.source();
        if (source == null || source.end() >= said.cue().start()) {
            return Optional.empty();
        }
        return e.subjectOf(said.cue())
                .filter(subject -> subject.start() > source.end()
                        && subject.end() < said.cue().start())
                .filter(subject ->
                        AUXILIARY.is(e.words(subject.end(), said.cue().start())))
                .filter(subject -> subject.in(e.text()).equals("who") || e.isSomebody(subject))
                .filter(subject ->
                        !Construction.isParticiple(said.cue().in(e.text())) || !Addressees.isAddressed(e, subject))
                .map(said::withSource);
    }

    /** "[Oda Vell,] head of the office, confirmed": the name of which the rules see that the learned source is the end. */
    private static Optional<Said> wholeApposition(Evidence e, Said said) {
        Span source = said.source();
        if (source == null || source.end() > said.cue().start()) {
            return Optional.empty();
        }
        return e.besideCue(said.cue()).stream()
                .map(rule -> rule.source().get(0))
                .filter(theirs -> theirs.start() < source.start() && Math.abs(theirs.end() - source.end()) <= 1)
                .filter(theirs -> e.nameFrom(theirs.start())
                        .filter(SourceProofs::isPerson)
                        .filter(name -> e.text().startsWith(", ", name.span().end()))
                        .isPresent())
                .findFirst()
                .map(said::withSource);
    }

    /** One that the encoder looks for elsewhere did not say it, however likely it holds that. */
    private static Optional<Said> elsewhere(Evidence e, Said said) {
        Span source = said.source();
        return source != null && !e.sentenceOf(said.cue()).contains(source)
                ? Optional.of(said.withSource(null))
                : Optional.empty();
    }

    /** What stands behind a quotation's last mark: "the ferry sank" [the guild]. */
    private static Span behindMark(Evidence e, Span source) {
        int mark = Within.last(e.text(), '"', source.start(), source.end());
        return mark < 0 || mark + 2 >= source.end() ? source : new Span(mark + 2, source.end());
    }

    private static Optional<Said> sourceOfRules(Evidence e, Said said) {
        if (said.source() != null) {
            return Optional.empty();
        }
        Span sentence = e.sentenceOf(said.cue());
        return e.besideCue(said.cue()).stream()
                .map(rule -> behindMark(e, rule.source().get(0)))
                .filter(theirs ->
                        sentence.contains(theirs) && said.content().stream().noneMatch(theirs::overlaps))
                .findFirst()
                .map(said::withSource);
    }

    /** "Torvia said X despite Meridon warning that …". */
    private static boolean hasParticipleSubject(Evidence e, Said said, Span source) {
        return Construction.isParticiple(said.cue().in(e.text()))
                && e.nameTo(said.cue().start() - 1)
                        .map(Named::span)
                        .filter(name -> name.start() >= source.end())
                        .filter(name -> !ADJUNCT.closes(e.words(source.end(), name.start()))
                                && !Addressees.isAddressed(e, name))
                        .isPresent();
    }

    /** "that 's why [the Kestrians] say", "what [Kestria] wants". */
    private static Optional<Said> opening(Evidence e, Said said) {
        Span source = said.source();
        if (source == null) {
            return Optional.empty();
        }
        TextWords words = e.words(source.start(), source.end());
        int first = 0;
        while (first < words.size() - 1 && NO_OPENING.standsAt(words, first)) {
            first++;
        }
        return first == 0
                ? Optional.empty()
                : Optional.of(said.withSource(new Span(source.start() + words.start(first), source.end())));
    }

    /** "after three attacks in Selm [Ana Lund] said": where commas are lost. */
    private static Optional<Said> behindPlace(Evidence e, Said said) {
        Span source = said.source();
        if (source == null) {
            return Optional.empty();
        }
        return e.nameTo(source.end())
                .filter(name -> name.type() == EntityType.PER || name.type() == EntityType.ORG)
                .map(Named::span)
                .filter(name -> name.start() > source.start()
                        && e.between(name.start(), name.end()).indexOf(' ') > 0)
                .filter(name -> e.nameTo(name.start() - 1)
                        .filter(place -> place.type() == EntityType.LOC
                                && place.span().start() > source.start()
                                && IN.closes(
                                        e.words(source.start(), place.span().start())))
                        .isPresent())
                .map(said::withSource);
    }

    /** "claims by the guild …, and counter-claims by [the mayor] that …". */
    private static Optional<Said> agentOfNoun(Evidence e, Said said) {
        Span source = said.source();
        Span cue = said.cue();
        return e.besideCue(cue).stream()
                .filter(rule -> source == null || source.end() < cue.start())
                .filter(rule -> {
                    String between = e.between(cue.end(), rule.source().get(0).start());
                    return between.equals(" by ") || between.equals(" from ");
                })
                .findFirst()
                .map(rule -> new Said(
                        rule.source().get(0),
                        cue,
                        Addressees.isTold(e, cue) ? said.content() : rule.content(),
                        said.confidence()));
    }

    /** "was demanded by [the Council, the League and the Union]", "[The Council as well as the Union] accused …". */
    private static Optional<Said> wholeList(Evidence e, Said said) {
        Span source = said.source();
        if (source == null) {
            return Optional.empty();
        }
        boolean agent = said.cue().start() < source.start()
                && e.between(source.start() - " by ".length(), source.start()).equals(" by ")
                && source.start() - said.cue().end() <= " by ".length();
        int end = agent ? listEnd(e, source) : source.end();
        int start = touches(said, source) ? listStart(e, source) : source.start();
        return end == source.end() && start == source.start()
                ? Optional.empty()
                : Optional.of(said.withSource(new Span(start, end)));
    }

    /** Where the names end that go on with a source, of which <em>and</em> joins the last. */
    private static int listEnd(Evidence e, Span source) {
        Optional<Named> first = e.nameAround(source.end());
        if (first.isEmpty()) {
            return source.end();
        }
        int at = first.get().span().end();
        while (true) {
            int last = at;
            Optional<String> joint = JOINTS.stream()
                    .filter(words -> e.text().startsWith(words, last))
                    .findFirst();
            if (joint.isEmpty()) {
                return source.end();
            }
            int next = at + joint.get().length();
            next += e.text().startsWith("the ", next) ? "the ".length() : 0;
            Optional<Named> name = e.nameFrom(next);
            if (name.isEmpty()
                    || name.get().type() == EntityType.NORP
                    || name.get().type() == EntityType.MISC) {
                return source.end();
            }
            at = name.get().span().end();
            if (joint.get().contains("and")) {
                return at;
            }
        }
    }

    /** Where the name stands that opens the sentence and is joined to a source, or where the source begins. */
    private static int listStart(Evidence e, Span source) {
        Optional<String> joint = List.of(" as well as ", " along with ", ", along with ", ", as well as ").stream()
                .filter(words -> e.text().startsWith(words, source.start() - words.length()))
                .findFirst();
        int sentence = e.sentenceOf(source).start();
        return joint.flatMap(words -> e.nameTo(source.start() - words.length()))
                .map(name -> name.span().start())
                .filter(start -> start == sentence || e.between(sentence, start).equalsIgnoreCase("the "))
                .map(start -> sentence)
                .orElse(source.start());
    }

    /** "The army arrested [Lund] for claiming that …". */
    private static Optional<Said> reproached(Evidence e, Said said) {
        Span source = said.source();
        if (source == null || !Construction.isParticiple(said.cue().in(e.text()))) {
            return Optional.empty();
        }
        return e.besideCue(said.cue()).stream()
                .map(rule -> rule.source().get(0))
                .filter(theirs -> theirs.start() > source.end()
                        && e.text().startsWith(" for ", theirs.end())
                        && theirs.end() + " for ".length() == said.cue().start())
                .findFirst()
                .map(said::withSource);
    }

    private static boolean isPerson(Named name) {
        return name.type() == EntityType.PER;
    }

    /** "X vetoed a draft resolution calling for …": what the draft calls for is not what X said of it. */
    private static boolean isOfDraft(Evidence e, Said said, Span source) {
        return Construction.isParticiple(said.cue().in(e.text()))
                && DRAFT.closes(e.words(source.end(), said.cue().start()));
    }

    /**
     * The main clause's subject behind a clause with its own (<em>While Lund pressed for …, the Council …</em>), and the fronted clause's
     * subject (<em>When he was seven, boys … while demanding</em>).
     */
    private static boolean isOfOtherClause(Evidence e, Said said, Span source) {
        Span cue = said.cue();
        Span sentence = e.sentenceOf(cue);
        if (source.start() >= cue.end()) {
            return !Construction.isParticiple(cue.in(e.text()))
                    && e.between(cue.end(), source.start()).contains(", ")
                    && CLAUSE.opens(e.words(sentence.start(), cue.start()));
        }
        int comma = Within.first(e.text(), ", ", source.end(), cue.start());
        return Construction.isParticiple(cue.in(e.text()))
                && comma > source.end() + 1
                && CLAUSE.opens(e.words(sentence.start(), sentence.end()));
    }

    /** "Channel 4 broadcast a call from the ministry urging …": whose call it is urges. */
    private static Optional<Said> sender(Evidence e, Said said) {
        Span source = said.source();
        Span cue = said.cue();
        if (source == null || source.end() >= cue.start()) {
            return Optional.empty();
        }
        Matcher within = WITHIN.matcher(cue.in(e.text()));
        if (within.matches()) {
            Span sender = new Span(cue.start() + within.start(1), cue.start() + within.end(1));
            Span urging = new Span(cue.start() + within.start(2), cue.end());
            return Optional.of(new Said(sender, urging, said.content(), said.confidence()));
        }
        Matcher sender = SENDER.matcher(e.between(source.end(), cue.start()));
        return Construction.isParticiple(cue.in(e.text())) && sender.find()
                ? Optional.of(said.withSource(new Span(source.end() + sender.start(1), source.end() + sender.end(1))))
                : Optional.empty();
    }
}
