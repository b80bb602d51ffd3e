package org.rashomon.annotate.claims;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.Quotations;
import org.rashomon.annotate.syntax.SpanWords;
import org.rashomon.limits.Deadline;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;
import org.rashomon.words.SourceWords;
import org.rashomon.words.Tsv;

/** Which attributions are claims: somebody voiced something, in words that can be laid beside another account. */
final class VoicedAttributions {
    private static final String TABLE = "en/claim-constructions.tsv";
    private static final PhrasePattern DETAIL = PhrasePattern.of(TABLE, "detail");
    private static final PhrasePattern LEFT_OUT = PhrasePattern.of(TABLE, "left-out");
    private static final PhrasePattern OCCASION = PhrasePattern.of(TABLE, "occasion");
    private static final PhrasePattern SILENCE = PhrasePattern.of(TABLE, "silence");
    private static final PhrasePattern TELLING = PhrasePattern.of(TABLE, "telling");
    private static final PhrasePattern WANTING = PhrasePattern.of(TABLE, "wanting");
    /** Kinds of incident by which people speak: a protest demands. */
    private static final Set<String> GATHERINGS = Set.of("PROTEST", "RIOT");

    /** Nouns of what happens: the blast suggested that the boats were armed. */
    private static final Set<String> DEEDS = Tsv.rows("en/incident-triggers.tsv").stream()
            .filter(row -> row.cell(1).equals("n") && !GATHERINGS.contains(row.cell(2)))
            .map(row -> row.cell(0))
            .collect(toUnmodifiableSet());

    private static final PhrasePattern LEFT_OPEN = PhrasePattern.of(TABLE, "left-open");
    private static final PhrasePattern SUPPOSED = PhrasePattern.of(TABLE, "supposed");
    private static final PhrasePattern QUESTION = PhrasePattern.of(TABLE, "question");
    private static final PhrasePattern ASKS = PhrasePattern.of(TABLE, "asking");
    private static final PhrasePattern INVERTED = PhrasePattern.of(TABLE, "inverted");
    private static final PhrasePattern ASKED_FOR = PhrasePattern.of(TABLE, "asked-for");
    private static final PhrasePattern LEADING = PhrasePattern.of(TABLE, "leading");
    private static final PhrasePattern TO_ACT = PhrasePattern.of(TABLE, "to-act");
    private static final PhrasePattern TIME = PhrasePattern.of(TABLE, "time");
    private static final PhrasePattern SINCE = PhrasePattern.of(TABLE, "since");
    private static final PhrasePattern DENYING = PhrasePattern.of(TABLE, "denying");
    private static final PhrasePattern WITHHELD = PhrasePattern.of(TABLE, "withheld-from");
    private static final PhrasePattern WOULD = PhrasePattern.of(TABLE, "would");
    private static final PhrasePattern ASKED = PhrasePattern.of(TABLE, "asked");
    /** How much of a content, in UTF-16 code units, tells with its cue that nothing was said. */
    private static final int FIRST_WORDS = 30;
    /** A relative clause of the outlet begins behind as many. */
    private static final int LEAST_BEFORE_DETAIL = 10;

    private final CueLexicon lexicon = CueLexicon.load();

    /**
     * The words of an attribution.
     *
     * @param sourceWords in lower case
     * @param cueWords in lower case
     */
    private record Said(
            Article article,
            Attribution attribution,
            TextWords sourceWords,
            TextWords cueWords,
            TextWords contentWords) {
        static Said of(Article article, Attribution a) {
            return new Said(
                    article,
                    a,
                    TextWords.of(SpanWords.of(article, a.source()).toLowerCase(Locale.ROOT)),
                    TextWords.of(SpanWords.of(article, a.cue()).toLowerCase(Locale.ROOT)),
                    TextWords.of(SpanWords.of(article, a.content())));
        }

        String source() {
            return sourceWords.text();
        }

        String cue() {
            return cueWords.text();
        }

        String content() {
            return contentWords.text();
        }

        /** Whether the content is a clause or a quotation: what somebody said, not only of what. */
        boolean isClause() {
            return content().regionMatches(true, 0, "that ", 0, 5) || attribution.quote() != QuoteType.INDIRECT;
        }
    }

    /** A reason for which an attribution is no claim. */
    private record Check(String name, Predicate<Said> test) {
        /** Of the cue, that it has a construction of this name. */
        static Check ofCue(String name, String row) {
            PhrasePattern construction = PhrasePattern.of(TABLE, row);
            return new Check(name, said -> construction.in(said.cueWords()));
        }

        /** The same with words of the content behind a cue. */
        static Check called(String name, String cue, String row) {
            PhrasePattern construction = PhrasePattern.of(TABLE, row);
            return new Check(name, said -> said.cue().startsWith(cue) && construction.opens(said.contentWords()));
        }

        /** Of the whole content, that it is a construction of this name. */
        static Check ofContent(String name, String row) {
            PhrasePattern construction = PhrasePattern.of(TABLE, row);
            return new Check(name, said -> construction.is(said.contentWords()));
        }

        Check and(Predicate<Said> other) {
            return new Check(name, test.and(other));
        }
    }

    /** The reasons, in the order in which they are asked for: an attribution for which none holds is a claim. */
    private final List<Check> noClaims = List.of(
            new Check("not-voiced", said -> !said.attribution().voiced() && !isReportedDemand(said)),
            new Check("only-named", this::isOnlyNamed),
            new Check("nobody-says-little", VoicedAttributions::isBareHedge),
            Check.ofContent("pointing-word", "pointing"),
            new Check("nobody", opens("nobody", Said::sourceWords)),
            new Check("relative-without-clause", said -> Set.of("which", "that").contains(said.source()))
                    .and(said -> !said.isClause()),
            Check.ofCue("answer-without-clause", "answering").and(said -> !said.isClause()),
            new Check("silence", VoicedAttributions::isSilence),
            Check.ofContent("nothing-said", "nothing")
                    .and(said -> said.attribution().quote() == QuoteType.INDIRECT),
            new Check(
                    "question",
                    said -> said.content().indexOf('.') < 0
                            && (said.content().endsWith("?")
                                    || (QUESTION.closes(said.contentWords()) && ASKS.in(said.cueWords())))),
            new Check("surname", VoicedAttributions::isSurname),
            new Check("still-to-be-said", opens("due", Said::cueWords)),
            Check.ofCue("left-unsaid", "left-unsaid"),
            Check.ofCue("asking", "asking")
                    .and(said -> said.cue().endsWith(" about") || ASKED.opens(said.contentWords())),
            new Check("deed", said -> DEEDS.contains(SourceWords.headWord(said.source()))),
            new Check("whether-said", VoicedAttributions::isLeftOpen),
            new Check("would-say", VoicedAttributions::isSupposed),
            new Check("who-says", VoicedAttributions::isAskedFor),
            new Check("asked-for-comment", VoicedAttributions::isAskedForComment),
            new Check("withheld", VoicedAttributions::isWithheld),
            new Check("led", VoicedAttributions::isLed),
            new Check("time-as-source", said -> TIME.is(said.sourceWords())),
            new Check(
                            "alleged-of-somebody",
                            said -> said.cue().equals("alleged")
                                    && !said.source().isEmpty())
                    .and(said -> !said.content().startsWith("that ")),
            new Check("name-of-a-thing", opens("naming", Said::sourceWords))
                    .and(said -> said.cue().equals("called")),
            Check.called("name-of-oneself", "call", "self"),
            Check.ofCue("byline", "byline"),
            new Check("lives-claimed", said -> said.cue().equals("claimed"))
                    .and(said -> SourceWords.words(said.content()).contains("lives")),
            new Check("no-words", said -> said.content().codePoints().noneMatch(Character::isLetterOrDigit)));

    private static Predicate<Said> opens(String row, Function<Said, TextWords> part) {
        PhrasePattern construction = PhrasePattern.of(TABLE, row);
        return said -> construction.opens(part.apply(said));
    }

    /** The attributions that are claims, trimmed, one for each source. */
    List<Attribution> of(
            Article article, Quotations quotations, List<Mention> mentions, List<Attribution> attributions) {
        JointSources joint = new JointSources(article.text(), new Mentions(mentions));
        List<Attribution> voiced = new ArrayList<>();
        for (Attribution attribution : attributions) {
            Deadline.check();
            Said said = Said.of(article, attribution);
            if (noClaims.stream().noneMatch(check -> check.test().test(said))) {
                Attribution timeless = LeadTimes.without(article, attribution);
                voiced.addAll(splitSources(joint, trimmed(article.text(), quotations, timeless)));
            }
        }
        return voiced;
    }

    // ---- reasons ----

    /** Wants somebody to act: a demand that the outlet reports, where a wish for oneself is none. */
    private static boolean isReportedDemand(Said said) {
        return WANTING.in(said.cueWords()) && !said.content().startsWith("to ");
    }

    /** A noun that only mentions an act of speech (<em>the criticism of</em>) carries a claim only with a clause. */
    private boolean isOnlyNamed(Said said) {
        return !said.isClause()
                && !isDemandOf(said)
                && lexicon.lookup(
                                SpanWords.of(said.article(), said.attribution().cue()))
                        .filter(cue -> cue.wordClass() == CueLexicon.WordClass.NOUN)
                        .isPresent();
    }

    /** "an appeal by the guild to open the road": whose demand it is, and what for. */
    private static boolean isDemandOf(Said said) {
        Attribution a = said.attribution();
        return said.content().startsWith("to ")
                && !a.source().isEmpty()
                && !a.cue().isEmpty()
                && a.cue().get(0).end() < a.source().get(0).start();
    }

    /** Free hedges and passives without a source count only where they carry an agent, a toll or a purpose. */
    private static boolean isBareHedge(Said said) {
        return said.source().isEmpty() && !said.cue().isEmpty() && !said.isClause() && !TELLING.in(said.contentWords());
    }

    private static boolean isSilence(Said said) {
        String content = said.content();
        return !said.cue().isEmpty()
                && SILENCE.in(
                        TextWords.of(said.cue() + " " + content.substring(0, Math.min(FIRST_WORDS, content.length()))));
    }

    /** "AGENCY Ana Said Port closed": a photographer's name within running text. */
    private static boolean isSurname(Said said) {
        if (!said.cue().equals("said")) {
            return false;
        }
        String text = said.article().text();
        int at = said.attribution().cue().get(0).start();
        return text.charAt(at) == 'S' && at > 1 && Character.isLetter(text.charAt(at - 2));
    }

    /** "whether the council admits it or not, if it does": it is left open that anything was said. */
    private static boolean isLeftOpen(Said said) {
        return said.attribution().source().stream()
                .limit(1)
                .anyMatch(source -> LEFT_OPEN.closes(TextWords.of(before(said, source.start()))));
    }

    /** "If the army were honest it would say": what nobody said. */
    private static boolean isSupposed(Said said) {
        if (said.source().isEmpty() || said.attribution().cue().isEmpty()) {
            return false;
        }
        Span source = Span.covering(said.attribution().source());
        String before = before(said, source.start());
        return (WOULD.opens(said.cueWords()) && SUPPOSED.opens(TextWords.of(before)))
                || (source.start() < said.attribution().cue().get(0).start() && INVERTED.is(TextWords.of(before)));
    }

    /** "Who would claim that …?": nobody is said to. */
    private static boolean isAskedFor(Said said) {
        return said.source().equals("who")
                && TextWords.of(before(said, said.attribution().source().get(0).start()))
                                .size()
                        == 0
                && said.attribution().quote() == QuoteType.INDIRECT;
    }

    /** "asked for comment": somebody asked the source, who answers elsewhere. */
    private static boolean isAskedForComment(Said said) {
        return ASKED_FOR.is(TextWords.of(said.cue() + " " + said.content().toLowerCase(Locale.ROOT)));
    }

    /** "denied bail to the prisoner", "denied reporters entry": what is kept from somebody is no statement. */
    private static boolean isWithheld(Said said) {
        return said.attribution().quote() == QuoteType.INDIRECT
                && said.cue().matches("den(y|ied|ies|ying)")
                && WITHHELD.is(said.contentWords());
    }

    /** "had commanded the unit": whoever leads men demands nothing of them. */
    private static boolean isLed(Said said) {
        return LEADING.closes(said.cueWords())
                && !said.content().startsWith("that ")
                && Character.isLetter(said.content().codePointAt(0))
                && !TO_ACT.in(said.contentWords());
    }

    /** The words of a sentence before a place. */
    private static String before(Said said, int place) {
        String text = said.article().text().substring(0, place);
        int from = Math.max(text.lastIndexOf('\n'), text.lastIndexOf(". "));
        return text.substring(from + 1);
    }

    // ---- what of the content is not the speaker's ----

    /** Content without complementizer, closing stop of indirect speech and the outlet's own relative clause. */
    private static Attribution trimmed(String text, Quotations quotations, Attribution a) {
        List<Span> content = new ArrayList<>();
        for (Span span : a.content()
                .subList(isOutletsAdjunct(text, a) ? 1 : 0, a.content().size())) {
            int end = span.end();
            TextWords words = TextWords.of(span.in(text));
            if (a.quote() == QuoteType.INDIRECT) {
                int detail = DENYING.in(TextWords.of(Span.covering(a.cue()).in(text))) ? start(SINCE, words) : -1;
                detail = detail < 0 ? start(DETAIL, words) : detail;
                end = detail > LEAST_BEFORE_DETAIL ? span.start() + detail : end;
            }
            boolean behind = a.cue().stream().limit(1).anyMatch(cue -> cue.start() < span.start());
            if (a.quote() != QuoteType.DIRECT && behind) {
                end = leftOut(words, quotations, span.start(), end);
            }
            content.add(stripped(text, span.start(), end, a.quote() == QuoteType.INDIRECT));
        }
        return new Attribution(a.source(), a.cue(), content, a.quote(), true, a.confidence());
    }

    /** Where the outlet begins to tell what was left out, {@code end} where it does not; what is quoted is not the outlet's. */
    private static int leftOut(TextWords words, Quotations quotations, int start, int end) {
        int at = start(LEFT_OUT, words);
        return at <= 0 || start + at >= end || quotations.hold(start + at) ? end : start + at;
    }

    /** Where a construction begins in the text of the words, or -1. */
    private static int start(PhrasePattern construction, TextWords words) {
        return construction.find(words).map(found -> words.start(found.from())).orElse(-1);
    }

    private static Span stripped(String text, int from, int to, boolean indirect) {
        int start = text.regionMatches(true, from, "that ", 0, 5) && to - from > 6 ? from + 5 : from;
        int end = to;
        while (end > start + 1 && isClosing(text, end - 1, indirect)) {
            end--;
        }
        while (start < end - 1 && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Span(start, end);
    }

    private static boolean isClosing(String text, int at, boolean indirect) {
        char c = text.charAt(at);
        boolean abbreviated = at >= 2 && Character.isLetter(text.charAt(at - 1)) && text.charAt(at - 2) == '.';
        return ",;:".indexOf(c) >= 0 || Character.isWhitespace(c) || (indirect && c == '.' && !abbreviated);
    }

    /** Whether the first content is an adjunct before the source, with the words of the source behind the cue. */
    private static boolean isOutletsAdjunct(String text, Attribution a) {
        if (a.content().size() < 2 || a.source().size() != 1 || a.cue().size() != 1) {
            return false;
        }
        Span first = a.content().get(0);
        Span source = a.source().get(0);
        Span cue = a.cue().get(0);
        String words = first.in(text);
        boolean inOrder = first.end() <= source.start()
                && source.end() <= cue.start()
                && cue.end() <= a.content().get(1).start();
        return inOrder
                && text.substring(first.end(), source.start()).strip().length() <= 1
                && !text.startsWith(",", cue.end())
                && Character.isUpperCase(words.charAt(0))
                && OCCASION.opens(TextWords.of(words))
                && words.chars().noneMatch(c -> "\"\u201c\u2018".indexOf(c) >= 0);
    }

    // ---- several sources ----

    private static List<Attribution> splitSources(JointSources joint, Attribution attribution) {
        return attribution.source().size() == 1
                ? joint.parts(attribution.source().get(0)).stream()
                        .map(source -> withSource(attribution, source))
                        .toList()
                : List.of(attribution);
    }

    private static Attribution withSource(Attribution a, Span source) {
        return new Attribution(List.of(source), a.cue(), a.content(), a.quote(), a.voiced(), a.confidence());
    }
}
