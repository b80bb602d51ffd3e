package org.rashomon.annotate.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.nlp.Reading;
import org.rashomon.nlp.Reading.Said;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;

/**
 * Proves the source of a learned attribution against the words around it: whole, of the cue's sentence and of the cue's clause. What
 * fails has no source, or the one that stands nearer.
 */
final class OwnSource {
    /** Texts that are not yet anybody's word, right before a participle. */
    private static final Pattern DRAFT = Pattern.compile(
            "\\b(?:resolution|draft|bill|motion|proposal|plan|amendment|petition|accord|agreement|deal|pact|treaty|declaration|communique)s? $");

    /** A place behind these is where or with whom something happens, and no subject. */
    private static final Pattern ADJUNCT =
            Pattern.compile("\\b(?:in|at|near|to|from|of|with|for|by|on|outside|inside|against)(?: the)? $");

    /** Opens a clause before the main one that has a subject of its own. */
    private static final Pattern CLAUSE =
            Pattern.compile("(?:While|When|Although|Though|Because|If|Since) (?!\\p{L}+ing\\b)");

    private static final Pattern AGENT = Pattern.compile("\\p{Ll}+ed\\b[^,]{0,20} by (?:the )?$"
            + "|\\bwho, (?:before|after|while|despite|since|without|when|upon) [^,]{0,40}$");

    /** Behind an infinitive a name is its object. */
    private static final Pattern OBJECT =
            Pattern.compile("\\bto (?!the\\b|an?\\b|what\\b|which\\b|whom\\b|date\\b)\\p{Ll}{3,} $");

    private static final Pattern NEARER =
            Pattern.compile("\\b(?:after|when|before|while|because|where|although) (the (?:[\\p{L}'\u2019-]+ ){1,4})$");

    private static final Pattern TITLE =
            Pattern.compile("\\b(?:Sens?|Reps?|Govs?|Gens?|Col|Lt|Maj|Capt|Adm|Dr|Mr|Mrs|Ms|Prof|Brig)$");

    private static final Pattern GERUND = Pattern.compile("\\p{L}+ing\\b");

    private static final String SENT =
            "\\b(?:statement|call|message|appeal|letter|order|warning|plea|video|film|recording|notice) (?:from|by)";

    /** What somebody else sent out, up to the participle that tells what it says. */
    private static final Pattern SENDER =
            Pattern.compile(SENT + " ((?:the )?[\\p{L}' \u2019-]{2,40}?)(?: on \\p{Lu}\\p{Ll}+day)?,? $");

    /** The same where the cue reaches from the outlet's verb to the participle. */
    private static final Pattern WITHIN =
            Pattern.compile(".*" + SENT + " ((?:the )?[\\p{L}' \u2019-]{2,40}) (\\p{L}+ing\\b.*)");

    /** Up to the participle that tells what the quoted one said. */
    private static final Pattern QUOTED = Pattern.compile(
            "\\b(?:quot|cit|report)(?:ed|es|s|ing) "
                    + "((?:(?!\\b(?:that|as|who|which|said)\\b)[^,.;:\"\u201c\u201d]){3,90}?)(?:,? (?:late |early )?on \\p{Lu}\\p{Ll}+day)?,? as $");

    /** Between a subject and its verb. */
    private static final Pattern AUXILIARY = Pattern.compile(
            ",? (?:(?:has|have|had|is|are|was|were|will|would|also|now|never|already|since|\\p{Ll}+ly) )*");

    /** Before the subject of a clause of its own. */
    private static final Pattern OPENS_CLAUSE =
            Pattern.compile("(?:[.;:]|, (?:but|and|while|though|although|whereas|yet)) $");

    private static final Pattern FINITE =
            Pattern.compile(" (?:will|would|can|could|must|should|is|are|was|were|has|have|had) ");
    private static final Pattern CLAUSE_ABOUT =
            Pattern.compile("[,(\u2013\u2014-]|\\b(?:who|which|that|whose|whom|what|where|when|whether|how)\\b");

    private static final Pattern GOVERNED =
            Pattern.compile("\\b(?:war|odds|talks|ties|relations|contact|border|deal|peace|alliance) with (?:the )?$");

    /** More than one blank, and a bracket that was not opened, part what belongs to two lines. */
    private static final Pattern LINES = Pattern.compile("\\s{2,}|(?<!\\([^()]{1,80})\\)\\s");

    private static final Pattern NO_NOUN = Pattern.compile("(?:an?|the|\\P{L}+)", Pattern.CASE_INSENSITIVE);

    private final Reading reading;

    /** @param reading of the article */
    OwnSource(Reading reading) {
        this.reading = reading;
    }

    /**
     * The source stands in the sentence of its cue: one that the encoder looks for elsewhere did not say it, however likely it holds
     * that. Where nothing is left, the source that the rules see beside the same cue counts.
     */
    Said proven(Article article, Said said, Span sentence, List<Attribution> ruled) {
        if (isMentioned(article.text(), said)) {
            return said.withContent(List.of());
        }
        if (said.source() != null && tells(article.text(), said.source())) {
            return said.withSource(null);
        }
        Optional<Span> quoted = quoted(article.text(), said.cue(), sentence);
        if (quoted.isPresent()) {
            return said.withSource(quoted.get());
        }
        Span learned = ofRules(article.text(), nearest(article.text(), said), said, ruled);
        Span source = learned != null && sentence.contains(learned)
                ? learned
                : beside(said.cue(), ruled).stream()
                        .map(rule -> rule.source().get(0))
                        .filter(theirs -> sentence.contains(theirs)
                                && said.content().stream().noneMatch(theirs::overlaps))
                        .findFirst()
                        .orElse(null);
        boolean anothers = source != null
                && (isOfPreposition(article.text(), said.cue(), source)
                        || hasNearerSubject(article.text(), said.cue(), source)
                        || isOfDraft(article.text(), said.cue(), source)
                        || isOfOtherClause(article.text(), said.cue(), source, sentence));
        return said.withSource(anothers ? null : source);
    }

    /** "The agency quoted [an unnamed officer] on Monday as saying": whoever is quoted speaks, and the agency relays. */
    private static Optional<Span> quoted(String text, Span cue, Span sentence) {
        boolean as = cue.in(text).startsWith("as ");
        Matcher quoted =
                QUOTED.matcher(text.substring(sentence.start(), as ? cue.start() + "as ".length() : cue.start()));
        return quoted.find()
                ? Optional.of(new Span(sentence.start() + quoted.start(1), sentence.start() + quoted.end(1)))
                : Optional.empty();
    }

    /** "what Lund said is crucial": her words are meant, and what stands before is not given as hers. */
    private static boolean isMentioned(String text, Said said) {
        Span source = said.source();
        return source != null
                && source.end() + 1 == said.cue().start()
                && (text.startsWith("what ", source.start()) || text.startsWith(" what ", source.start() - 6))
                && !text.substring(0, source.start()).endsWith("ccording to ")
                && said.content().stream()
                        .noneMatch(span -> span.start() >= said.cue().end());
    }

    /**
     * The source, or the one that the rules see beside the same cue where theirs proves it: somebody who stands right before the cue and
     * behind the learned source (<em>The Council says local doctors have reported …</em>), or a person's name with an apposition of which the
     * learned source is the end.
     */
    private @Nullable Span ofRules(String text, @Nullable Span learned, Said said, List<Attribution> ruled) {
        if (learned == null || learned.end() > said.cue().start()) {
            return learned;
        }
        for (Attribution rule : beside(said.cue(), ruled)) {
            Span theirs = rule.source().get(0);
            boolean adjacent = theirs.start() >= learned.end()
                    && theirs.end() <= rule.cue().get(0).start()
                    && AUXILIARY
                            .matcher(text.substring(
                                    theirs.end(), rule.cue().get(0).start()))
                            .matches()
                    && isSomebody(text, theirs);
            boolean apposed = theirs.start() < learned.start()
                    && Math.abs(theirs.end() - learned.end()) <= 1
                    && reading.names().stream()
                            .anyMatch(name -> name.type() == EntityType.PER
                                    && name.span().start() == theirs.start()
                                    && text.startsWith(", ", name.span().end()));
            if (adjacent || apposed) {
                return theirs;
            }
        }
        return learned;
    }

    /** The attributions by rules that have one source, and for their one cue words of this cue. */
    private static List<Attribution> beside(Span cue, List<Attribution> ruled) {
        return ruled.stream()
                .filter(rule -> rule.cue().size() == 1
                        && rule.cue().get(0).overlaps(cue)
                        && rule.source().size() == 1)
                .toList();
    }

    /** Whether words hold the name of a person, a body or a people, or a noun for people. */
    private boolean isSomebody(String text, Span words) {
        return SourceWords.COMMON_HEADS.contains(SourceWords.headWord(words.in(text)))
                || reading.names().stream()
                        .anyMatch(name -> words.contains(name.span())
                                && (name.type() == EntityType.PER
                                        || name.type() == EntityType.ORG
                                        || name.type() == EntityType.NORP));
    }

    /**
     * The subject that stands right before the cue, of a clause that begins after the source: <em>He quoted two women who said …</em>,
     * <em>told Lund after the minister insisted …</em>; else the source.
     */
    private static @Nullable Span nearest(String text, Said said) {
        int cue = said.cue().start();
        Span source = said.source();
        boolean who = text.startsWith(" who ", cue - 5);
        if (source != null && source.end() < cue) {
            Matcher nearer = NEARER.matcher(text.substring(source.end(), cue));
            if (nearer.find()) {
                String[] words = nearer.group(1).strip().split(" ");
                if (PersonWords.isTitleWord(words[words.length - 1].toLowerCase(Locale.ROOT))) {
                    int start = source.end() + nearer.start(1);
                    return new Span(
                            start, start + nearer.group(1).stripTrailing().length());
                }
            }
        }
        if (source == null || !who || source.end() >= cue - 6) {
            return source;
        }
        return text.substring(source.end(), cue - 4).isBlank() ? source : new Span(cue - 4, cue - 1);
    }

    /**
     * Whether cue and source stand in two clauses: the subject of what is demanded (<em>demanding that he go</em>), an agent within what
     * commas part off (<em>which, though termed so by X, condemned …</em>), the main clause's subject behind a clause with its own
     * (<em>While Lund pressed for …, the Council …</em>).
     */
    private static boolean isOfOtherClause(String text, Span cue, Span source, Span sentence) {
        if (source.start() >= cue.end()) {
            String between = text.substring(cue.end(), source.start());
            boolean gerund = isGerund(text, cue);
            return between.equals(" that ")
                    || !gerund
                            && between.contains(", ")
                            && CLAUSE.matcher(text.substring(sentence.start(), cue.start()))
                                    .lookingAt();
        }
        // "When he was seven, boys … while demanding": the fronted clause's subject is not the main one's
        int comma = text.indexOf(", ", source.end());
        boolean fronted = CLAUSE.matcher(sentence.in(text)).lookingAt()
                && comma > source.end() + 1
                && comma < cue.start()
                && isGerund(text, cue);
        return fronted
                || source.end() + 1 == cue.start()
                        && Character.isUpperCase(text.charAt(source.start()))
                        && OBJECT.matcher(text.substring(sentence.start(), source.start()))
                                .find()
                || text.startsWith(", ", source.end())
                        && source.end() + 2 == cue.start()
                        && AGENT.matcher(text.substring(sentence.start(), source.start()))
                                .find();
    }

    private static boolean isGerund(String text, Span cue) {
        return cue.in(text).split(" ", 2)[0].endsWith("ing");
    }

    /** "X vetoed a draft resolution calling for …": what the draft calls for is not what X said of it. */
    private static boolean isOfDraft(String text, Span cue, Span source) {
        return source.end() < cue.start()
                && DRAFT.matcher(text.substring(source.end(), cue.start())).find()
                && isGerund(text, cue);
    }

    /**
     * Whether another person's name stands right before the cue, or opens the cue's clause with an apposition between commas, behind
     * the source: then the cue is that person's, or nobody's for sure.
     */
    private boolean hasNearerSubject(String text, Span cue, Span source) {
        // "Torvia said X despite Meridon warning that …"
        boolean gerund = isGerund(text, cue)
                && reading.names().stream()
                        .map(name -> name.span())
                        .anyMatch(name -> name.start() >= source.end()
                                && name.end() + 1 == cue.start()
                                && !ADJUNCT.matcher(text.substring(source.end(), name.start()))
                                        .find());
        return gerund
                || reading.names().stream()
                        .filter(name ->
                                name.type() == EntityType.PER && name.span().start() >= source.end())
                        .map(name -> name.span())
                        .anyMatch(name -> name.end() + 1 == cue.start()
                                || OPENS_CLAUSE
                                                .matcher(text.substring(Math.max(0, name.start() - 12), name.start()))
                                                .find()
                                        && text.startsWith(", ", name.end())
                                        && text.startsWith(", ", cue.start() - 2)
                                        && name.end() + 2 < cue.start());
    }

    /** "Channel 4 broadcast a call from the ministry urging …": whose call it is urges. */
    static Said withSender(String text, Said said) {
        if (said.source() == null || said.source().end() >= said.cue().start()) {
            return said;
        }
        Matcher within = WITHIN.matcher(said.cue().in(text));
        if (within.matches()) {
            int start = said.cue().start();
            return new Said(
                    new Span(start + within.start(1), start + within.end(1)),
                    new Span(start + within.start(2), said.cue().end()),
                    said.content(),
                    said.confidence());
        }
        if (!GERUND.matcher(said.cue().in(text)).lookingAt()) {
            return said;
        }
        int behind = said.source().end();
        Matcher sender = SENDER.matcher(text.substring(behind, said.cue().start()));
        return sender.find() ? said.withSource(new Span(behind + sender.start(1), behind + sender.end(1))) : said;
    }

    /** "said Sens. Ana Lund": the source with the name behind a title's point that it was cut at. */
    private Optional<Span> titled(String text, @Nullable Span source) {
        if (source == null || !TITLE.matcher(source.in(text)).find() || !text.startsWith(". ", source.end())) {
            return Optional.empty();
        }
        return reading.names().stream()
                .map(name -> name.span())
                .filter(name -> name.start() == source.end() + 2)
                .map(name -> new Span(source.start(), name.end()))
                .findFirst();
    }

    /** A source that is only the end of a bracketed acronym reaches back to the name before it; one without any name or noun is none. */
    Said whole(Article article, Said said) {
        Optional<Span> abbreviated = titled(article.text(), said.source());
        if (abbreviated.isPresent()) {
            return said.withSource(abbreviated.get());
        }
        if (said.source() != null && said.source().end() <= said.cue().start()) {
            Optional<Span> line = ownLine(article.text(), said.source());
            if (line.isPresent()) {
                return said.withSource(line.get());
            }
        }
        if (said.source() == null
                || !NO_NOUN.matcher(said.source().in(article.text())).matches()) {
            return said;
        }
        int end = said.source().end();
        int bracket = article.text().charAt(end - 1) == ')' ? article.text().lastIndexOf('(', end) : -1;
        Span whole = reading.names().stream()
                .filter(name -> name.span().end() + 1 == bracket)
                .map(name -> new Span(name.span().start(), end))
                .findFirst()
                .orElse(null);
        return said.withSource(whole);
    }

    /** "Torvia still at war with [Marn] said": what a preposition governs is not who speaks, where no comma parts the two. */
    private static boolean isOfPreposition(String text, Span cue, Span source) {
        return source.end() + 1 == cue.start()
                && GOVERNED.matcher(text.substring(Math.max(0, source.start() - 24), source.start()))
                        .find();
    }

    /** Whether a source holds a verb of its own and no clause about somebody: <em>the source Colonel Lund will head the room</em>. */
    private static boolean tells(String text, Span source) {
        String words = source.in(text);
        Matcher verb = FINITE.matcher(words);
        return verb.find()
                && !CLAUSE_ABOUT.matcher(words.substring(0, verb.start())).find();
    }

    /** Of a source that runs over two lines the one before the cue. */
    private static Optional<Span> ownLine(String text, Span source) {
        Matcher lines = LINES.matcher(text).region(source.start(), source.end());
        int start = source.start();
        while (lines.find()) {
            start = lines.end();
        }
        return start == source.start() || start >= source.end()
                ? Optional.empty()
                : Optional.of(new Span(start, source.end()));
    }
}
