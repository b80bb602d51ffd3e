package org.rashomon.annotate.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.nlp.Reading.Said;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;

/**
 * Proves the source of a learned attribution against the words around it: whole, of the cue's sentence and of the cue's clause. What
 * fails has no source, or the one that stands nearer.
 */
final class SourceProofs {
    private static final Pattern TITLE =
            Pattern.compile("\\b(?:Sens?|Reps?|Govs?|Gens?|Col|Lt|Maj|Capt|Adm|Dr|Mr|Mrs|Ms|Prof|Brig)$");

    /** More than one blank, and a bracket that was not opened, part what belongs to two lines. */
    private static final Pattern LINES = Pattern.compile("\\s{2,}|(?<!\\([^()]{1,80})\\)\\s");

    private static final Pattern NO_NOUN = Pattern.compile("(?:an?|the|\\P{L}+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern FINITE =
            Pattern.compile(" (?:will|would|can|could|must|should|is|are|was|were|has|have|had) ");
    private static final Pattern CLAUSE_ABOUT =
            Pattern.compile("[,(\u2013\u2014-]|\\b(?:who|which|that|whose|whom|what|where|when|whether|how)\\b");

    /** Up to the participle that tells what the quoted one said. */
    private static final Pattern QUOTED = Pattern.compile(
            "\\b(?:quot|cit|report)(?:ed|es|s|ing) "
                    + "((?:(?!\\b(?:that|as|who|which|said)\\b)[^,.;:\"\u201c\u201d]){3,90}?)(?:,? (?:late |early )?on \\p{Lu}\\p{Ll}+day)?,? as $");

    private static final Pattern NEARER =
            Pattern.compile("\\b(?:after|when|before|while|because|where|although) (the (?:[\\p{L}'\u2019-]+ ){1,4})$");

    /** Between a subject and its verb. */
    private static final Pattern AUXILIARY = Pattern.compile(
            ",? (?:(?:has|have|had|is|are|was|were|will|would|also|now|never|already|since|\\p{Ll}+ly) )*");

    private static final Pattern GOVERNED =
            Pattern.compile("\\b(?:war|odds|talks|ties|relations|contact|border|deal|peace|alliance) with (?:the )?$");

    /** A place behind these is where or with whom something happens, and no subject. */
    private static final Pattern ADJUNCT =
            Pattern.compile("\\b(?:in|at|near|to|from|of|with|for|by|on|outside|inside|against)(?: the)? $");

    /** Before the subject of a clause of its own. */
    private static final Pattern OPENS_CLAUSE =
            Pattern.compile("(?:[.;:]|, (?:but|and|while|though|although|whereas|yet)) $");

    /** Texts that are not yet anybody's word, right before a participle. */
    private static final Pattern DRAFT = Pattern.compile(
            "\\b(?:resolution|draft|bill|motion|proposal|plan|amendment|petition|accord|agreement|deal|pact|treaty|declaration|communique)s? $");

    /** Opens a clause before the main one that has a subject of its own. */
    private static final Pattern CLAUSE =
            Pattern.compile("(?:While|When|Although|Though|Because|If|Since) (?!\\p{L}+ing\\b)");

    /** Behind an infinitive a name is its object. */
    private static final Pattern OBJECT =
            Pattern.compile("\\bto (?!the\\b|an?\\b|what\\b|which\\b|whom\\b|date\\b)\\p{Ll}{3,} $");

    private static final Pattern AGENT = Pattern.compile("\\p{Ll}+ed\\b[^,]{0,20} by (?:the )?$"
            + "|\\bwho, (?:before|after|while|despite|since|without|when|upon) [^,]{0,40}$");

    private static final String SENT =
            "\\b(?:statement|call|message|appeal|letter|order|warning|plea|video|film|recording|notice) (?:from|by)";

    /** What somebody else sent out, up to the participle that tells what it says. */
    private static final Pattern SENDER =
            Pattern.compile(SENT + " ((?:the )?[\\p{L}' \u2019-]{2,40}?)(?: on \\p{Lu}\\p{Ll}+day)?,? $");

    /** The same where the cue reaches from the outlet's verb to the participle. */
    private static final Pattern WITHIN =
            Pattern.compile(".*" + SENT + " ((?:the )?[\\p{L}' \u2019-]{2,40}) (\\p{L}+ing\\b.*)");

    /** That the words of the source are a whole name or noun. */
    static final List<Proof> FORM = List.of(
            Proof.of("titled", "a title is not cut off from its name at its point", SourceProofs::titled),
            Proof.of("one-line", "the source does not run over two lines", SourceProofs::ownLine),
            Proof.of("some-name", "the source holds a name or a noun", SourceProofs::named));

    /** That it is the source who speaks. */
    static final List<Proof> SPEAKER = List.of(
            Proof.last("said-not-mentioned", "words are said, and not only mentioned", SourceProofs::mentioned),
            Proof.last("no-clause", "the source is no clause about something else", SourceProofs::telling),
            Proof.last("quoted-one", "of somebody who is quoted the outlet only relays it", SourceProofs::quoted),
            Proof.of(
                    "nearer-clause",
                    "no clause with a subject of its own lies between source and cue",
                    SourceProofs::nearerClause),
            Proof.of("relative", "before the cue stands no relative pronoun of another", SourceProofs::relative),
            Proof.of(
                    "beside-cue",
                    "the rules see nobody right before the cue, behind the source",
                    (e, said) -> ofRules(e, said, rule -> isBesideCue(e, said, rule))),
            Proof.of(
                    "whole-apposition",
                    "the source is not the end of an apposition to a name",
                    (e, said) -> ofRules(e, said, rule -> isApposed(e, said, rule))),
            Proof.of("same-sentence", "the source stands in the sentence of its cue", SourceProofs::elsewhere),
            Proof.of("rules-source", "where there is no source the rules see none", SourceProofs::sourceOfRules),
            refuting(
                    "governed",
                    "no preposition governs the source: war with X",
                    (e, said, source) -> touches(said, source)
                            && GOVERNED.matcher(e.between(source.start() - 24, source.start()))
                                    .find()),
            refuting(
                    "own-participle",
                    "the participle of the cue has no subject of its own",
                    SourceProofs::hasParticipleSubject),
            refuting(
                    "person-before-cue",
                    "no other person's name stands right before the cue",
                    (e, said, source) -> e.anyPerson(name -> name.start() >= source.end()
                            && name.end() + 1 == said.cue().start())),
            refuting(
                    "person-opens-clause",
                    "no other person opens the clause of the cue, with an apposition",
                    SourceProofs::isClauseOfAnother),
            refuting("no-draft", "it is not a draft that calls for what is called for", SourceProofs::isOfDraft),
            refuting(
                    "not-demanded",
                    "the source is not the subject of what is demanded",
                    (e, said, source) ->
                            e.between(said.cue().end(), source.start()).equals(" that ")),
            refuting(
                    "same-main-clause",
                    "cue and source do not stand in a fronted clause and the main one",
                    SourceProofs::isOfOtherClause),
            refuting(
                    "no-object",
                    "the source is not the object of an infinitive",
                    (e, said, source) -> touches(said, source)
                            && Character.isUpperCase(e.text().charAt(source.start()))
                            && OBJECT.matcher(e.sentenceBefore(said.cue(), source.start()))
                                    .find()),
            refuting(
                    "no-agent-aside",
                    "the source is not an agent within an aside",
                    (e, said, source) -> e.text().startsWith(", ", source.end())
                            && source.end() + 2 == said.cue().start()
                            && AGENT.matcher(e.sentenceBefore(said.cue(), source.start()))
                                    .find()),
            Proof.of("sender", "the source is not the outlet of what another sent out", SourceProofs::sender));

    private SourceProofs() {}

    /** Asks of a source whether another speaks. */
    @FunctionalInterface
    private interface Doubt {
        boolean of(Evidence evidence, Said said, Span source);
    }

    /** A proof whose failure leaves no source. */
    private static Proof refuting(String name, String proves, Doubt doubt) {
        return Proof.of(name, proves, (evidence, said) -> {
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

    private static boolean isGerund(Evidence e, Span cue) {
        return cue.in(e.text()).split(" ", 2)[0].endsWith("ing");
    }

    /** "said Sens. Ana Lund": the source with the name behind a title's point that it was cut at. */
    private static Optional<Said> titled(Evidence e, Said said) {
        Span source = said.source();
        if (source == null || !e.text().startsWith(". ", source.end()) || !TITLE.matcher(source.in(e.text())).find()) {
            return Optional.empty();
        }
        return e.names().stream()
                .map(name -> name.span())
                .filter(name -> name.start() == source.end() + 2)
                .map(name -> said.withSource(new Span(source.start(), name.end())))
                .findFirst();
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

    /** A source that is only the end of a bracketed acronym reaches back to the name before it; one without any name or noun is none. */
    private static Optional<Said> named(Evidence e, Said said) {
        Span source = said.source();
        if (source == null || !NO_NOUN.matcher(source.in(e.text())).matches()) {
            return Optional.empty();
        }
        int end = source.end();
        int bracket = e.text().charAt(end - 1) == ')' ? e.text().lastIndexOf('(', end) : -1;
        Span whole = e.names().stream()
                .filter(name -> name.span().end() + 1 == bracket)
                .map(name -> new Span(name.span().start(), end))
                .findFirst()
                .orElse(null);
        return Optional.of(said.withSource(whole));
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

    /** A source with a verb of its own and no clause about somebody: <em>the source Colonel Lund will head the room</em>. */
    private static Optional<Said> telling(Evidence e, Said said) {
        if (said.source() == null) {
            return Optional.empty();
        }
        String words = said.source().in(e.text());
        Matcher verb = FINITE.matcher(words);
        boolean tells = verb.find()
                && !CLAUSE_ABOUT.matcher(words.substring(0, verb.start())).find();
        return tells ? Optional.of(said.withSource(null)) : Optional.empty();
    }

    /** "The agency quoted [an unnamed officer] on Monday as saying": whoever is quoted speaks, and the agency relays. */
    private static Optional<Said> quoted(Evidence e, Said said) {
        Span cue = said.cue();
        int start = e.sentenceOf(cue).start();
        int as = cue.in(e.text()).startsWith("as ") ? "as ".length() : 0;
        Matcher quoted = QUOTED.matcher(e.between(start, cue.start() + as));
        return quoted.find()
                ? Optional.of(said.withSource(new Span(start + quoted.start(1), start + quoted.end(1))))
                : Optional.empty();
    }

    /** "told Lund after [the minister] insisted …": the subject right before the cue, of a clause that begins after the source. */
    private static Optional<Said> nearerClause(Evidence e, Said said) {
        Span source = said.source();
        if (source == null || source.end() >= said.cue().start()) {
            return Optional.empty();
        }
        Matcher nearer = NEARER.matcher(e.between(source.end(), said.cue().start()));
        if (!nearer.find()) {
            return Optional.empty();
        }
        String subject = nearer.group(1).strip();
        String head = subject.substring(subject.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        int start = source.end() + nearer.start(1);
        return PersonWords.isTitleWord(head)
                ? Optional.of(said.withSource(new Span(start, start + subject.length())))
                : Optional.empty();
    }

    /** "He quoted two women [who] said …". */
    private static Optional<Said> relative(Evidence e, Said said) {
        int cue = said.cue().start();
        Span source = said.source();
        boolean another = source != null
                && e.text().startsWith(" who ", cue - 5)
                && source.end() < cue - 6
                && !e.between(source.end(), cue - 4).isBlank();
        return another ? Optional.of(said.withSource(new Span(cue - 4, cue - 1))) : Optional.empty();
    }

    /** The source of the rules beside the same cue, where theirs is proved. */
    private static Optional<Said> ofRules(Evidence e, Said said, Predicate<Attribution> proved) {
        if (said.source() == null || said.source().end() > said.cue().start()) {
            return Optional.empty();
        }
        return e.besideCue(said.cue()).stream()
                .filter(proved)
                .findFirst()
                .map(rule -> said.withSource(rule.source().get(0)));
    }

    /** Somebody right before the cue and behind the learned source: <em>The Council says local doctors have reported …</em>. */
    private static boolean isBesideCue(Evidence e, Said said, Attribution rule) {
        Span theirs = rule.source().get(0);
        int cue = rule.cue().get(0).start();
        return said.source() != null
                && theirs.start() >= said.source().end()
                && theirs.end() <= cue
                && AUXILIARY.matcher(e.between(theirs.end(), cue)).matches()
                && isSomebody(e, theirs);
    }

    /** A person's name with an apposition of which the learned source is the end. */
    private static boolean isApposed(Evidence e, Said said, Attribution rule) {
        Span theirs = rule.source().get(0);
        return said.source() != null
                && theirs.start() < said.source().start()
                && Math.abs(theirs.end() - said.source().end()) <= 1
                && e.anyPerson(name -> name.start() == theirs.start() && e.text().startsWith(", ", name.end()));
    }

    /** Whether words hold the name of a person, a body or a people, or a noun for people. */
    private static boolean isSomebody(Evidence e, Span words) {
        return SourceWords.COMMON_HEADS.contains(SourceWords.headWord(words.in(e.text())))
                || e.names().stream()
                        .filter(name -> words.contains(name.span()))
                        .anyMatch(name -> Stream.of(EntityType.PER, EntityType.ORG, EntityType.NORP)
                                .anyMatch(name.type()::equals));
    }

    /** One that the encoder looks for elsewhere did not say it, however likely it holds that. */
    private static Optional<Said> elsewhere(Evidence e, Said said) {
        Span source = said.source();
        return source != null && !e.sentenceOf(said.cue()).contains(source)
                ? Optional.of(said.withSource(null))
                : Optional.empty();
    }

    private static Optional<Said> sourceOfRules(Evidence e, Said said) {
        if (said.source() != null) {
            return Optional.empty();
        }
        Span sentence = e.sentenceOf(said.cue());
        return e.besideCue(said.cue()).stream()
                .map(rule -> rule.source().get(0))
                .filter(theirs -> sentence.contains(theirs) && said.content().stream().noneMatch(theirs::overlaps))
                .findFirst()
                .map(said::withSource);
    }

    /** "Torvia said X despite Meridon warning that …". */
    private static boolean hasParticipleSubject(Evidence e, Said said, Span source) {
        return isGerund(e, said.cue())
                && e.names().stream()
                        .map(name -> name.span())
                        .anyMatch(name -> name.start() >= source.end()
                                && name.end() + 1 == said.cue().start()
                                && !ADJUNCT.matcher(e.between(source.end(), name.start()))
                                        .find());
    }

    /** "…, but Oda Vell, the oldest of them, swore …": then the cue is that person's, or nobody's for sure. */
    private static boolean isClauseOfAnother(Evidence e, Said said, Span source) {
        int cue = said.cue().start();
        return e.text().startsWith(", ", cue - 2)
                && e.anyPerson(name -> name.start() >= source.end()
                        && name.end() + 2 < cue
                        && e.text().startsWith(", ", name.end())
                        && OPENS_CLAUSE
                                .matcher(e.between(name.start() - 12, name.start()))
                                .find());
    }

    /** "X vetoed a draft resolution calling for …": what the draft calls for is not what X said of it. */
    private static boolean isOfDraft(Evidence e, Said said, Span source) {
        return isGerund(e, said.cue())
                && DRAFT.matcher(e.between(source.end(), said.cue().start())).find();
    }

    /**
     * The main clause's subject behind a clause with its own (<em>While Lund pressed for …, the Council …</em>), and the fronted clause's
     * subject (<em>When he was seven, boys … while demanding</em>).
     */
    private static boolean isOfOtherClause(Evidence e, Said said, Span source) {
        Span cue = said.cue();
        Span sentence = e.sentenceOf(cue);
        if (source.start() >= cue.end()) {
            return !isGerund(e, cue)
                    && e.between(cue.end(), source.start()).contains(", ")
                    && CLAUSE.matcher(e.between(sentence.start(), cue.start())).lookingAt();
        }
        int comma = e.text().indexOf(", ", source.end());
        return isGerund(e, cue)
                && comma > source.end() + 1
                && comma < cue.start()
                && CLAUSE.matcher(sentence.in(e.text())).lookingAt();
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
        return isGerund(e, cue) && sender.find()
                ? Optional.of(said.withSource(new Span(source.end() + sender.start(1), source.end() + sender.end(1))))
                : Optional.empty();
    }
}
