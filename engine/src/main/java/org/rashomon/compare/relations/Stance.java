package org.rashomon.compare.relations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Sides;
import org.rashomon.compare.corpus.Words;
import org.rashomon.compare.incidents.Doers;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Factuality;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.claims.Stance.Mode;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentType;
import org.rashomon.words.Tsv;

/**
 * What a claim says of one incident or agreement, read off once so that rules can compare two of them.
 *
 * @param sides tells which actors are one side
 * @param words the words that relations rest on
 * @param speaker key of the speaker: equal for one and the same; unresolved speakers are nobody's equal
 * @param called all words by which its article introduces the speaker (<em>its director Halim Noor</em>)
 * @param side the body that the speaker stands for, or null
 * @param accused whom it makes the doer
 * @param implied who else it says was there, where it accuses nobody
 * @param cleared whose deed it denies
 * @param either whether it leaves open which of the accused did it (<em>Syrian or Russian aircraft</em>)
 * @param nothingHappened whether it is a denial whose words say that the thing itself did not happen
 * @param ofAny whether it speaks of any such deed and not of this one alone (<em>has always denied any use of gas</em>)
 * @param answersCharge whether its words speak of a deed or a charge: <em>dismissed the group as biased</em> answers none
 * @param circumstances how, where, when and on what its own words tell that it was done
 * @param mentions whether its own words tell of the incident
 * @param tellsIt whether its main clause tells that the incident happened, rather than taking it as known or as a detail
 * @param means what it was done with, as these words have it: from the air, by rockets or guns; null where they do not tell
 * @param cause the cause it gives, or null
 * @param otherCause a cause that is no attack, or that there was no attack, or null
 * @param day when it was said, else published, or null
 * @param statements what it says about the keeping of the agreement
 */
public record Stance(
        Sides sides,
        Claim claim,
        Span words,
        String label,
        String speaker,
        String called,
        @Nullable Actor side,
        List<Actor> accused,
        List<Actor> implied,
        List<Actor> cleared,
        boolean either,
        boolean lacksProof,
        boolean nothingHappened,
        boolean ofAny,
        boolean answersCharge,
        Circumstances circumstances,
        boolean mentions,
        boolean tellsIt,
        @Nullable Means means,
        @Nullable String cause,
        @Nullable String otherCause,
        @Nullable LocalDate day,
        List<Figure> figures,
        List<AgreementStatement> statements) {

    private static final Pattern NO_PROOF =
            Pattern.compile("\\b(?:no|without|any|lacks?|lack of)\\s(?:\\w+\\s)?(?:proof|evidence|confirmation)\\b");
    /**
     * That the thing itself did not happen. Whoever calls a report false or invented dismisses a charge, which clears a side; what is false
     * in it stays open.
     */
    private static final Pattern NOTHING = Pattern.compile(
            "\\b(?:there (?:was|were|had been|has been|is) no|no (?:[\\w-]+ ){0,3}(?:air ?strikes?|strikes?|attacks?|raids?|shelling|bombing"
                    + "|explosions?)|did(?: not|n't) (?:happen|occur|take place)|never (?:happened|occurred|took place)|hoax|staged"
                    + "|nothing happened)\\b");

    /** <em>The attack was a fake</em>: said of the deed itself, and not of a report of it. */
    private static final Pattern FAKE = Pattern.compile(
            "\\b(?:is|are|was|were|be|been)\\s(?:\\w+\\s){0,2}(?:fake\\w*|fabricat\\w+|invent\\w+|fiction\\w*|hoax\\w*)\\b");
    /** What hangs a deed on another one; <em>the claim that</em> does not. */
    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(?:who|whom|whose|which|before|after|since|until|(?<!\\b(?:claims?|reports?|allegations?|assertions?|said|says)\\s)that)"
                    + "\\s(?:\\w+\\s){0,3}$");

    private static final Pattern NO_ATTACK = Pattern.compile(
            "\\b(?:no|not|any)\\s(?:\\w+\\s){0,2}(?:evidence|sign|signs|trace|traces|marks?)\\s(?:of|that)\\s(?:\\w+\\s){0,3}"
                    + "(?:munitions?|bombs?|missiles?|shells?|craters?|strikes?|hit|struck|attacked)\\b");
    private static final Pattern PRESENT = Pattern.compile(
            "\\b(?:(?:was|were|been|is|are)\\s(?:\\w+\\s)?(?:in the (?:area|region|air|sky|skies|vicinity)|active|flying|"
                    + "identified|detected|spotted|seen|tracked)|flew over|in the area)\\b");
    private static final Pattern CHARGE = Pattern.compile(
            "\\b(?:involve\\w*|responsib\\w+|allegations?|accusations?|accus\\w+|charges?|claims|suggestions?|reports|behind|did (?:it|this|that|so|not)|role|(?:any|no|its|their) part"
                    + "|to do with|it|this|air ?strikes?|strikes?|struck|attacks?|attacked|bomb\\w*|raids?|shell\\w*|aircraft|(?:war)?planes?|jets?|sorties?|drones?|fl(?:y|ies|ew|own|ying)|operat\\w+|weapons?"
                    + "|gas|chlorine|sarin|target\\w*|hit|kill\\w*)\\b");
    /** What is said of all deeds of a kind, whenever they were done. */
    private static final Pattern OF_ANY = Pattern.compile(
            "\\b(?:any|all) (?:use|deployment) of\\b|\\b(?:ever|never) (?:\\w+ ){0,2}(?:us|target|attack|bomb|hit|kill|strik|struck|shell|carr|conduct|launch|fir)\\w*"
                    + "|\\b(?:during|throughout|since the (?:start|beginning) of) (?:the|its|their) (?:[\\w-]+ ){0,2}(?:war|conflict|campaign|crisis|uprising)\\b");

    /** <em>Their warplanes, its forces, we</em>: a denial of the speaker's own part, whoever else it clears. */
    private static final Pattern OWN = Pattern.compile("\\b(?:their|its|our|we)\\b");

    /** What opens a clause, or hangs a noun on another, so that what follows it is not what the claim tells. */
    private static final Pattern ASIDE = Pattern.compile(
            "\\b(?:before|after|since|until|who|whom|whose|which|whether|how|why|that|claims?|reports?|allegations?|evidence|mark|signs?"
                    + "|survivors|victims|without|if|nothing|not|no|never)\\b");
    /** <em>The strike</em>, as known already. */
    private static final Pattern KNOWN = Pattern.compile("\\b(?:the|this|that|these|those)\\s(?:\\w+\\s)?$");

    private static final Pattern FROM_THE_AIR = Pattern.compile(
            "\\b(?:jets?|warplanes?|planes?|aircraft|pilots?|air\\s?strikes?|air\\s?raids?|helicopters?|barrel bombs?|from the air|drones?)\\b");
    private static final Pattern FIRED =
            Pattern.compile("\\b(?:rockets?|mortars?|shells?|shelled|shelling|artillery|gunners)\\b");

    /** How a thing was hit, as far as it parts two accounts. */
    enum Means {
        AIR("from the air"),
        FIRED("with rockets or guns");

        private final String words;

        Means(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What was staged is no attack; whoever staged an assault made one. */
    private static final Pattern STAGED =
            Pattern.compile("\\b(?:is|are|was|were|be|been|being)\\s(?:\\w+\\s)?staged\\b");

    private static final Pattern GIVEN_CAUSE = Pattern.compile(
            "(?:caused by|due to|results? of|because of|resulted from)\\s((?:[\\w'-]+\\W{1,2}){0,9}[\\w'-]+)|((?:[\\w'-]+\\s){1,4})(?:that |which )?(?:had |has |have )?caused\\b(?! by)");
    private static final Pattern OF_GUNS = Pattern.compile(
            "\\b(?:rocket|mortar|artillery|gun|sniper|tank|shell|missile|grenade|cross|friendly|enemy|rebel|regime|government|hostile|heavy|of|under|opened|ceased?) fire\\b");
    private static final Pattern EITHER = Pattern.compile("\\bor\\b");
    private static final Set<String> OTHER_CAUSES = Tsv.words("en/other-causes.tsv");
    private static final Set<ActorType> CAN_ACT =
            Set.of(ActorType.GOVERNMENT, ActorType.ARMED_GROUP, ActorType.ORGANISATION);

    public Stance {
        accused = List.copyOf(accused);
        implied = List.copyOf(implied);
        cleared = List.copyOf(cleared);
        figures = List.copyOf(figures);
        statements = List.copyOf(statements);
    }

    /**
     * Reads a claim.
     *
     * @param called all words by which its article introduces the speaker
     * @param incident that it speaks of; null for a claim about an agreement or a count over a period
     * @param told mentions of the incident that stand in the claim's content
     * @param figures counts of the incident that the claim gives
     */
    static Stance of(
            Corpus corpus,
            Claim claim,
            String called,
            @Nullable Incident incident,
            List<IncidentMention> told,
            List<Figure> figures,
            List<AgreementStatement> statements) {
        String content = corpus.content(claim).toLowerCase(Locale.ROOT);
        List<Actor> doers = told.stream()
                .flatMap(mention -> mention.perpetrators().stream())
                .distinct()
                .toList();
        Actor side = corpus.sideOf(claim);
        boolean denies = claim.act() == Act.DENY;
        List<Actor> accused = incident == null
                ? Doers.accused(claim, content)
                : Doers.accused(corpus, claim, incident.type(), incident.time(), incident.place(), incident.mentions());
        // what never was, nobody did
        boolean fake = denies && isFake(corpus, claim, told);
        boolean bystander = claim.act() == Act.ASSERT
                && accused.isEmpty()
                && PRESENT.matcher(content).find();
        return new Stance(
                corpus.sides(),
                claim,
                told.isEmpty() ? claim.attribution().content().get(0) : within(claim, told.get(0)),
                claim.speaker().label().isBlank()
                        ? "A source that is not named"
                        : claim.speaker().label(),
                speakerKey(claim),
                called,
                side,
                accused,
                bystander ? others(corpus, claim, side) : List.of(),
                denies && !fake ? cleared(corpus.sides(), claim, content, doers, side) : List.of(),
                accused.size() > 1
                        && (leavesOpen(claim) || EITHER.matcher(content).find()),
                NO_PROOF.matcher(content).find(),
                fake || (denies && NOTHING.matcher(content).find()),
                denies && isOfAny(content, told),
                !told.isEmpty()
                        || !claim.cleared().isEmpty()
                        || CHARGE.matcher(corpus.utterance(claim).toLowerCase(Locale.ROOT))
                                .find(),
                Circumstances.of(told),
                !told.isEmpty(),
                told.stream().anyMatch(mention -> isMainClause(corpus, claim, mention)),
                means(content, told),
                told.stream()
                        .map(IncidentMention::cause)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                otherCause(content),
                day(corpus, claim),
                figures,
                statements);
    }

    /** No deed of these is dated, or known to the reader. */
    private static boolean isOfAny(String content, List<IncidentMention> told) {
        return OF_ANY.matcher(content).find()
                && told.stream().noneMatch(mention -> mention.isDefinite() || mention.time() != null);
    }

    /** Whether it is a denial: what is tied to an incident or an agreement denies a deed, also where it clears nobody by name. */
    boolean denies() {
        return claim.act() == Act.DENY;
    }

    private static boolean leavesOpen(Claim claim) {
        return claim.stances().stream().anyMatch(stance -> stance.mode() == Mode.EITHER);
    }

    /** Whether it says, as a fact or with a hedge, that the incident happened. */
    boolean tellsOfIt() {
        return mentions
                && !denies()
                && (claim.factuality() == Factuality.CERTAIN || claim.factuality() == Factuality.HEDGED);
    }

    /**
     * Whether it says itself that the incident happened, and does not only speak of it: <em>had not confirmed that the attack included
     * sarin</em>, <em>the attack is troubling</em>.
     */
    boolean vouchesForIt() {
        boolean says = claim.stances().stream()
                .anyMatch(stance -> stance.kind() == org.rashomon.model.claims.Stance.Kind.TELLS
                        || stance.kind() == org.rashomon.model.claims.Stance.Kind.BLAMES);
        return tellsOfIt() && (tellsIt || (says && claim.act() != Act.APPRAISE));
    }

    /** Whether one speaker in another's hearing may say that both tell it: its main clause is the incident. */
    boolean plainlyTells() {
        return tellsIt && tellsOfIt();
    }

    /** Whether both speak for one side. */
    boolean sameSide(Stance other) {
        return side != null && other.side != null && sides.same(side, other.side);
    }

    boolean sameSpeaker(Stance other) {
        return speaker.equals(other.speaker);
    }

    /** Stances with one key say the same to all rules; one of them stands for all. */
    String key() {
        String counts = figures.stream()
                .map(figure -> figure.unit() + "/" + figure.personClass() + "/" + figure.low() + "/" + figure.high())
                .sorted()
                .collect(Collectors.joining(","));
        String kept = statements.stream()
                .map(statement -> statement.kind() + "/" + statement.alleged() + "/" + statement.status() + "/"
                        + statement.response())
                .sorted()
                .collect(Collectors.joining(","));
        return String.join(
                "|",
                speaker,
                denies() ? ofAny ? "denies any" : "denies" : "tells",
                ids(accused),
                ids(implied),
                ids(cleared),
                String.valueOf(cause),
                String.valueOf(otherCause),
                String.valueOf(mentions),
                String.valueOf(tellsIt),
                String.valueOf(means),
                circumstances.key(),
                counts,
                kept);
    }

    private static String ids(List<Actor> actors) {
        return String.join(",", new TreeSet<>(actors.stream().map(Actor::id).toList()));
    }

    /** Equal for one speaker: the actor's id, else the description with its affiliation; never equal when unresolved. */
    public static String speakerKey(Claim claim) {
        Actor actor = claim.speaker().actor();
        if (actor != null) {
            return actor.id();
        }
        if (claim.speaker().status() == SpeakerStatus.UNNAMED
                && !claim.speaker().label().isBlank()) {
            String affiliation = claim.speaker().affiliation();
            return "unnamed " + Words.fold(claim.speaker().label()) + (affiliation == null ? "" : " " + affiliation);
        }
        return "unresolved " + claim.id();
    }

    private static boolean isMainClause(Corpus corpus, Claim claim, IncidentMention mention) {
        if (!claim.id().equals(mention.claim()) || mention.telling() != IncidentMention.Telling.TELLS) {
            return false;
        }
        Span content = within(claim, mention);
        if (!content.contains(mention.span())) {
            return false;
        }
        String text = corpus.article(claim.article()).text();
        String before = text.substring(content.start(), mention.span().start()).toLowerCase(Locale.ROOT);
        return !ASIDE.matcher(before).find() && !KNOWN.matcher(before).find();
    }

    private static boolean isFake(Corpus corpus, Claim claim, List<IncidentMention> told) {
        String text = corpus.article(claim.article()).text();
        return told.stream().anyMatch(mention -> {
            Span content = within(claim, mention);
            if (!content.contains(mention.span())) {
                return false;
            }
            String before =
                    text.substring(content.start(), mention.span().start()).toLowerCase(Locale.ROOT);
            String after = text.substring(mention.span().end(), content.end()).toLowerCase(Locale.ROOT);
            return !RELATIVE.matcher(before).find() && FAKE.matcher(after).find();
        });
    }

    private static @Nullable Means means(String content, List<IncidentMention> told) {
        boolean air = FROM_THE_AIR.matcher(content).find();
        boolean fired = FIRED.matcher(content).find();
        if (air != fired) {
            return air ? Means.AIR : Means.FIRED;
        }
        boolean bombed = content.contains("bomb") && !content.contains("car bomb");
        return !air && bombed && told.stream().anyMatch(mention -> mention.type() == IncidentType.AIR_STRIKE)
                ? Means.AIR
                : null;
    }

    private static Span within(Claim claim, IncidentMention mention) {
        return claim.attribution().content().stream()
                .filter(content -> content.contains(mention.span()))
                .findFirst()
                .orElse(mention.span());
    }

    private static List<Actor> cleared(
            Sides sides, Claim claim, String content, List<Actor> doers, @Nullable Actor side) {
        List<Actor> told = claim.cleared();
        List<Actor> cleared =
                new ArrayList<>(!told.isEmpty() ? told : claim.targets().isEmpty() ? doers : claim.targets());
        Actor speaker = claim.speaker().actor();
        if (side != null
                && speaker != null
                && speaker.type() == ActorType.PERSON
                && cleared.removeIf(speaker::equals)) {
            // whoever speaks for a side and denies a part of their own denies that of the side
            cleared.add(side);
        }
        boolean person = side != null && side.type() == ActorType.PERSON && !cleared.isEmpty();
        if (side != null
                && !person
                && (cleared.isEmpty() || OWN.matcher(content).find())
                && !sides.contains(cleared, side)) {
            cleared.add(side);
        }
        return cleared;
    }

    private static List<Actor> others(Corpus corpus, Claim claim, @Nullable Actor side) {
        return corpus.analysis(claim.article()).mentions().stream()
                .filter(mention ->
                        claim.attribution().content().stream().anyMatch(content -> content.contains(mention.span())))
                .map(Mention::actor)
                .filter(java.util.Objects::nonNull)
                .filter(actor -> CAN_ACT.contains(actor.type())
                        && (side == null || !corpus.sides().same(actor, side)))
                .distinct()
                .toList();
    }

    /** A cause that the words give: <em>caused by a gas leak</em>; what was hit by <em>rocket fire</em> did not burn by itself. */
    private static @Nullable String otherCause(String content) {
        if (NO_ATTACK.matcher(content).find()) {
            return "no attack";
        }
        Matcher given = GIVEN_CAUSE.matcher(content);
        while (given.find()) {
            String words = " " + Words.fold(given.group(given.group(1) == null ? 2 : 1)) + " ";
            Optional<String> cause = OTHER_CAUSES.stream()
                    .filter(one -> words.contains(" " + one + " "))
                    .sorted()
                    .findFirst();
            if (cause.isPresent() && !OF_GUNS.matcher(words).find()) {
                return cause.get();
            }
        }
        return STAGED.matcher(content).find() ? "staged" : null;
    }

    static @Nullable LocalDate day(Corpus corpus, Claim claim) {
        return claim.said() != null ? claim.said().start() : corpus.published(claim.article());
    }
}
