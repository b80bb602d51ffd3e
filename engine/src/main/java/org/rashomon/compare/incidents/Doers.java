package org.rashomon.compare.incidents;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Place;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Stance;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentMention.Telling;
import org.rashomon.model.events.IncidentType;
import org.rashomon.words.CreditingWords;
import org.rashomon.words.SourceWords;
import org.rashomon.words.Tsv;

/**
 * Whom an account makes the doer of an incident: a claim, where its words tell of this deed and not of another or of what is done in general;
 * an outlet, in a sentence of its own.
 */
public final class Doers {
    private static final String OR = "or";
    private static final String COMPLEMENT = "that";
    private static final Pattern NOT = Pattern.compile("\\bnot (?:by )?(?:the |its |their )?$");
    private static final int REACH_OF_NOT = 16;
    /** How many words reach from a name to the verb of which it is the subject: Torvia and its allies claim. */
    private static final int TO_VERB = 4;

    private static final Pattern ENDS = Pattern.compile("[.!?;\"“”]\\s");
    /** What puts a name before a place that something came from: <em>a shell from Veldora</em>. */
    private static final Pattern PLACING = Pattern.compile("\\b(?:from|in|into|inside|near|across|over) (?:the )?$");

    private static final int REACH_OF_LABEL = 40;
    /** What a bare name of a state stands before as a label: a noun of means, and no verb. */
    private static final Pattern LABELLED = Pattern.compile(
            " (?:gas|chemical|sarin|chlorine|bomb\\w*|blast|attack|air ?strikes?|strikes?|raids?|shelling|war|massacre|violence|fighting)\\b");
    /** How many words may part two names that an "or" joins. */
    private static final int JOINED = 6;

    /**
     * From so sure on, a stance makes somebody the doer, or clears somebody, in the comparison: on the events of development .5 gives the same
     * true relations and twice as many false ones.
     */
    private static final double SURE = 0.7;

    private static final Pattern ACCUSED_OF =
            Pattern.compile("\\b(?:of|for)\\s(?:deliberately\\s|intentionally\\s)?([a-z]+ing)\\b");
    private static final Pattern DEEDS = Pattern.compile(
            "(?:bomb|raid|pound|storm|hold|ambush|abduct|tortur|rap|loot|burn|strik|hitt|attack|shell|target|kill|carry|launch|conduct|committ|perpetrat|massacr|murder|destroy|fir|stag|gass"
                    + "|dropp|slaughter|execut|hav|be|do|buil)ing\\b|using (?:\\w+ )?(?:chemical|barrel|chlorine|sarin|cluster|gas|bombs|weapons|force)\\b(?! (?:weapons? )?(?:attack|strike|raid))");
    /** Words before a deed that is only a time or a reason of what is told: <em>called for talks after the raid</em>. */
    private static final Pattern ASIDE = Pattern.compile(
            "\\b(?:after|following|since|before|until|amid|despite|(?:in )?(?:response|retaliation|reaction) (?:to|for)"
                    + "|in the wake of|pretext|justification|excuse)\\s(?:(?:the|a|an|that|this|such|their|its|last|[\\w’']+s)\\s)?(?:[\\w-]+\\s){0,3}$");

    private static final int REACH_OF_ASIDE = 60;
    /** What is said of conduct over a time, and so of no one deed. */
    private static final Pattern IN_GENERAL = Pattern.compile(
            "\\b(?:repeatedly|routinely|regularly|systematically|indiscriminately|continuously|constantly|always|often|every (?:day|week)"
                    + "|since (?:(?:19|20)\\d\\d|the (?:start|beginning)|early|mid|late|[a-z]+ \\d{1,2}\\b)|(?:has|have) been [a-z]+ing|(?:for|over|in|during|throughout) (?:the )?(?:\\w+ )?(?:years|months|weeks|war|conflict|campaign)"
                    + "|in recent \\w+|(?:years|months) of|per ?cent|documented (?:cases|incidents|attacks))\\b");
    /** Words that stand for a deed told before. */
    private static final Pattern BACK = Pattern.compile(
            "\\b(?:(?:the|this|that|these|those|such) (?:\\w+ )?(?:attacks?|strikes?|air ?strikes?|raids?|bombings?|shelling|incidents?|assaults?"
                    + "|massacres?|blasts?|explosions?|killings?|crimes?|atrocit(?:y|ies)|crash|downing|deaths?)|responsib(?:le|ility(?! to\\b))|behind|blam\\w+|guilty"
                    + "|culpab\\w+|culprits?|perpetrat\\w+|did (?:it|this|that|so)|done (?:it|this|that|by)|were (?:their|its)|was (?:their|its|a))\\b");

    private static final Set<String> BODIES = Tsv.words("en/acting-words.tsv");
    /** How long the days of two happenings may be to be told apart by them. */
    private static final int NARROW = 3;

    private final Corpus corpus;

    Doers(Corpus corpus) {
        this.corpus = corpus;
    }

    /**
     * The doers that the outlet itself names for a mention outside all claims, in a sentence that credits nobody and tells of one deed. An
     * actor that its sentence names only inside what somebody is said to have said is that speaker's accusation, not the outlet's; and of
     * <em>Syrian or Russian aircraft</em> the words leave open which, so that neither is named.
     */
    List<Actor> ofOutlet(IncidentMention mention) {
        ArticleAnalysis analysis = corpus.analysis(mention.article());
        if (mention.perpetrators().isEmpty()
                || mention.sentence() >= analysis.sentences().size()) {
            return mention.perpetrators();
        }
        Span sentence = analysis.sentences().get(mention.sentence()).span();
        if (mention.plural()
                || mention.telling() != Telling.TELLS
                || CreditingWords.standIn(sentence.in(analysis.article().text()))) {
            return List.of();
        }
        List<Claim> claims = analysis.claims().stream()
                .filter(claim -> claim.extent().overlaps(sentence))
                .toList();
        // forces loyal to somebody are not that person, and where a shell came from is not who fired it
        List<Actor> doers = mention.perpetrators().stream()
                .filter(actor -> actor.type() != ActorType.PERSON && canAct(actor))
                .filter(actor -> !isAttributed(actor, sentence, analysis, claims))
                .filter(actor -> !isPlace(actor, sentence, analysis))
                .filter(actor -> !isLabel(actor, mention, analysis))
                .toList();
        return doers.size() > 1 && leavesOpen(doers, sentence, analysis) ? List.of() : doers;
    }

    /**
     * Whom a claim makes the doer of a deed that its words tell or point at: those of its stance. An act alone makes nobody a doer, and whom
     * it clears it does not blame.
     *
     * @param content of the claim, in lower case
     */
    public static List<Actor> accused(Claim claim, String content) {
        if (isOfAnotherDeed(content)) {
            return List.of();
        }
        List<Actor> cleared = claim.meant(Stance.Kind.CLEARS, SURE);
        List<Actor> blamed = claim.meant(Stance.Kind.BLAMES, SURE).stream()
                .filter(actor -> !cleared.contains(actor) && canAct(actor))
                .toList();
        boolean unnamed = blamed.isEmpty()
                && cleared.isEmpty()
                && claim.stances().stream()
                        .anyMatch(stance -> stance.kind() == Stance.Kind.BLAMES && stance.confidence() >= SURE);
        return unnamed ? Groups.of(claim) : blamed;
    }

    /**
     * Those whom a claim makes the doer of the incident that these mentions tell: its words tell of it, or only point at what was told
     * before.
     */
    public static List<Actor> accused(
            Corpus corpus,
            Claim claim,
            IncidentType type,
            @Nullable TimeInterval time,
            @Nullable Place place,
            Collection<IncidentMention> mentions) {
        String content = corpus.content(claim).toLowerCase(Locale.ROOT);
        List<Actor> accused = accused(claim, content).stream()
                .filter(actor -> mayBlame(corpus, claim, actor))
                .toList();
        if (accused.isEmpty() || IN_GENERAL.matcher(content).find()) {
            return List.of();
        }
        List<IncidentMention> told = corpus.analysis(claim.article()).incidentMentions().stream()
                .filter(mention -> ClaimLinks.holds(claim.attribution().content(), mention.span()))
                .toList();
        List<IncidentMention> telling = told.stream()
                .filter(mention -> mentions.contains(mention) && isOne(mention, place, mentions))
                .filter(mention -> fits(mention, type, time, place) && !isElsewhere(mention, place, mentions))
                .filter(mention -> !isAside(corpus, claim, mention))
                .toList();
        if (!telling.isEmpty()) {
            List<IncidentMention> apart =
                    told.stream().filter(mention -> !mentions.contains(mention)).toList();
            return ofGrammar(corpus, claim, content, accused, telling).stream()
                    .filter(actor -> isDoer(corpus, actor, telling) || !isDoer(corpus, actor, apart))
                    .toList();
        }
        boolean points = told.stream().allMatch(mention -> mention.telling() == Telling.POINTS_BACK)
                && (BACK.matcher(content).find() || namesOnly(corpus, claim));
        return points ? accused : List.of();
    }

    /**
     * Whether the claim can make the actor a doer: nobody blames his own side but who admits; a demand blames nobody, and neither is blamed
     * who stands outside of the clause that blames another (<em>Washington had proof that the regime did it, which Washington says points to the
     * regime</em>), or behind <em>not</em>.
     */
    private static boolean mayBlame(Corpus corpus, Claim claim, Actor actor) {
        Actor own = corpus.sideOf(claim);
        if (claim.act() == Act.DEMAND
                || (claim.act() != Act.ADMIT && own != null && corpus.sides().same(own, actor))) {
            return false;
        }
        ArticleAnalysis analysis = corpus.analysis(claim.article());
        String text = analysis.article().text();
        List<Mention> named = claim.attribution().content().stream()
                .flatMap(content -> named(corpus, List.of(actor), content, analysis).stream())
                .toList();
        List<Mention> itself = named.stream()
                .filter(mention -> actor.equals(mention.actor()) && mention.type() != EntityType.LOC)
                .toList();
        // "in Torvia it was not the Torvian army": the name of the country does not blame whom the name of the army
        // clears
        List<Span> spans = named.isEmpty()
                ? claim.stances().stream()
                        .filter(stance -> stance.kind() == Stance.Kind.BLAMES
                                && stance.actors().contains(actor))
                        .flatMap(stance -> stance.spans().stream())
                        .toList()
                : (itself.isEmpty() ? named : itself)
                        .stream().map(Mention::span).toList();
        List<IncidentMention> told = analysis.incidentMentions().stream()
                .filter(mention -> ClaimLinks.holds(claim.attribution().content(), mention.span()))
                .toList();
        return spans.isEmpty()
                || spans.stream()
                        .anyMatch(span -> isBlamedThere(claim, span, text, told) && !speaks(claim, span, analysis));
    }

    /** Whether the name is that of somebody who is said to speak within the claim: <em>findings that, Torvia says, point to Veldora</em>. */
    private static boolean speaks(Claim claim, Span name, ArticleAnalysis analysis) {
        return analysis.claims().stream()
                .filter(other -> !other.equals(claim))
                .filter(other -> claim.attribution().content().stream()
                        .anyMatch(content ->
                                other.attribution().content().stream().allMatch(content::contains)))
                .anyMatch(other -> other.attribution().source().stream().anyMatch(source -> source.overlaps(name)));
    }

    private static boolean isBlamedThere(Claim claim, Span name, String text, List<IncidentMention> told) {
        if (NOT.matcher(text.substring(Math.max(0, name.start() - REACH_OF_NOT), name.start()))
                .find()) {
            return false;
        }
        boolean accuses = claim.stances().stream()
                .filter(stance -> stance.kind() == Stance.Kind.BLAMES)
                .flatMap(stance -> stance.spans().stream())
                .filter(other -> other.start() > name.end())
                .map(other -> text.substring(name.end(), other.start()))
                .anyMatch(between -> !ENDS.matcher(between).find()
                        && (SourceWords.words(between).contains(COMPLEMENT)
                                || CreditingWords.standIn(first(between, TO_VERB))));
        return !accuses && !speaksOfDeed(claim, name, text, told);
    }

    private static String first(String text, int words) {
        return SourceWords.words(text).stream().limit(words).collect(Collectors.joining(" "));
    }

    /** <em>The envoys discussed the attack</em>: between the name and the deed nearest to it stands what tells of speech, and no doing. */
    private static boolean speaksOfDeed(Claim claim, Span name, String text, List<IncidentMention> told) {
        Stream<Span> deeds = told.isEmpty()
                ? claim.attribution().content().stream().flatMap(content -> pointsBack(content, text))
                : told.stream().map(IncidentMention::span);
        return deeds.min(Comparator.comparingInt(
                        deed -> deed.end() <= name.start() ? name.start() - deed.end() : deed.start() - name.end()))
                .filter(deed -> deed.start() > name.end())
                .map(deed -> text.substring(name.end(), deed.start()))
                .filter(between -> !ENDS.matcher(between).find() && CreditingWords.standIn(between))
                .isPresent();
    }

    /** Where words stand for a deed told before. */
    private static Stream<Span> pointsBack(Span content, String text) {
        return BACK.matcher(content.in(text).toLowerCase(Locale.ROOT))
                .results()
                .map(found -> new Span(content.start() + found.start(), content.start() + found.end()));
    }

    private static boolean isAside(Corpus corpus, Claim claim, IncidentMention mention) {
        String text = corpus.article(claim.article()).text();
        return mention.perpetrators().isEmpty()
                && claim.attribution().content().stream()
                        .filter(content -> content.contains(mention.span()))
                        .map(content -> text.substring(
                                Math.max(content.start(), mention.span().start() - REACH_OF_ASIDE),
                                mention.span().start()))
                        .anyMatch(before -> ASIDE.matcher(before).find());
    }

    /** <em>Damascus blamed the rebels</em>: the content is those whom it blames and nothing else, so that the deed is the one told before. */
    private static boolean namesOnly(Corpus corpus, Claim claim) {
        List<Span> blamed = claim.stances().stream()
                .filter(stance -> stance.kind() == Stance.Kind.BLAMES)
                .flatMap(stance -> stance.spans().stream())
                .toList();
        String text = corpus.article(claim.article()).text();
        return claim.act() == Act.ACCUSE
                && claim.attribution().content().stream()
                        .allMatch(content -> blamed.stream()
                                .anyMatch(span -> content.overlaps(span)
                                        && SourceWords.words(content.in(text)).size()
                                                <= SourceWords.words(span.in(text))
                                                                .size()
                                                        + 1));
    }

    /** Whether grammar makes the actor the doer of one of these: who <em>shelled the site of the attack</em> is not the doer of the attack. */
    private static boolean isDoer(Corpus corpus, Actor actor, List<IncidentMention> mentions) {
        return mentions.stream().anyMatch(mention -> corpus.sides().contains(mention.perpetrators(), actor));
    }

    /** Where the grammar of the deed names doers among those accused, those only: whoever freed the abducted did not abduct them. */
    private static List<Actor> ofGrammar(
            Corpus corpus, Claim claim, String content, List<Actor> accused, List<IncidentMention> telling) {
        boolean either = content.contains(" or ")
                || claim.stances().stream().anyMatch(stance -> stance.mode() == Stance.Mode.EITHER);
        List<Actor> doers = telling.stream()
                .flatMap(mention -> mention.perpetrators().stream())
                .toList();
        List<Actor> both = accused.stream()
                .filter(actor -> corpus.sides().contains(doers, actor))
                .toList();
        return either || both.isEmpty() ? accused : both;
    }

    /**
     * In another town, as far as anybody knows, or in one within the region of an incident that is known by what was hit, without a word of
     * that.
     */
    private static boolean isElsewhere(
            IncidentMention mention, @Nullable Place place, Collection<IncidentMention> mentions) {
        Place own = mention.place();
        if (own == null || place == null || PlaceKeys.relation(own, place) == PlaceKeys.Relation.SAME) {
            return false;
        }
        if (PlaceKeys.isLocal(own)
                && PlaceKeys.isLocal(place)
                && PlaceKeys.relation(own, place) == PlaceKeys.Relation.OTHER) {
            return true;
        }
        Set<String> hit = kinds(mentions);
        Set<String> ownKinds = kinds(List.of(mention));
        return !hit.isEmpty() && ownKinds.stream().noneMatch(hit::contains);
    }

    private static Set<String> kinds(Collection<IncidentMention> mentions) {
        return mentions.stream()
                .flatMap(mention -> mention.targets().stream())
                .flatMap(target -> Targets.kinds(target).stream())
                .collect(Collectors.toSet());
    }

    /**
     * Whether words tell of this happening, and not of what somebody does in general: <em>their attacks on towns</em> are no one happening
     * unless they are said to have hit the same thing or the same town.
     */
    private static boolean isOne(IncidentMention mention, @Nullable Place place, Collection<IncidentMention> mentions) {
        return switch (mention.telling()) {
            case TELLS, POINTS_BACK -> !mention.plural() || meets(mention, place, mentions);
            case SPEAKS -> !mention.plural();
            case PATTERN -> false;
        };
    }

    private static boolean meets(IncidentMention mention, @Nullable Place place, Collection<IncidentMention> mentions) {
        Place own = mention.place();
        boolean sameTown = own != null
                && place != null
                && PlaceKeys.isLocal(own)
                && PlaceKeys.relation(own, place) == PlaceKeys.Relation.SAME;
        Set<String> hit = kinds(List.of(mention));
        return sameTown
                || mentions.stream()
                        .filter(other -> !other.equals(mention))
                        .anyMatch(other -> kinds(List.of(other)).stream().anyMatch(hit::contains));
    }

    private static boolean fits(
            IncidentMention mention, IncidentType type, @Nullable TimeInterval time, @Nullable Place place) {
        boolean kind = type == IncidentType.ATTACK
                || mention.type() == IncidentType.ATTACK
                || Types.agree(mention.type(), type);
        TimeInterval own = mention.time();
        boolean otherDay =
                own != null && time != null && own.days() <= NARROW && time.days() <= NARROW && !own.overlaps(time);
        return kind && !otherDay && !PlaceKeys.differ(mention.place(), place);
    }

    /** A state, a body, a force or a group; a people, a day or a town that was taken for one does nothing. */
    private static boolean canAct(Actor actor) {
        return switch (actor.type()) {
            case GOVERNMENT, ARMED_GROUP -> true;
            case ORGANISATION -> actor.wikidata() != null || actor.country() != null || isBody(actor.name());
            case PERSON -> actor.wikidata() != null || actor.country() != null;
            default -> false;
        };
    }

    private static boolean isBody(String name) {
        for (String word : Words.fold(name).split(" ")) {
            if (BODIES.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** <em>Of using the tragedy to win the vote</em>: whoever is accused of that is not accused of the tragedy. */
    private static boolean isOfAnotherDeed(String content) {
        Matcher deed = ACCUSED_OF.matcher(content);
        return deed.find()
                && !DEEDS.matcher(content)
                        .region(deed.start(1), content.length())
                        .lookingAt();
    }

    private boolean leavesOpen(List<Actor> doers, Span sentence, ArticleAnalysis analysis) {
        List<Mention> named = named(corpus, doers, sentence, analysis);
        String text = analysis.article().text();
        for (int i = 1; i < named.size(); i++) {
            int from = named.get(i - 1).span().end();
            int to = Math.max(from, named.get(i).span().start());
            List<String> between = SourceWords.words(text.substring(from, to));
            if (between.size() <= JOINED && between.contains(OR)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAttributed(Actor actor, Span sentence, ArticleAnalysis analysis, List<Claim> claims) {
        List<Mention> named = named(corpus, List.of(actor), sentence, analysis);
        return !named.isEmpty() && named.stream().allMatch(mention -> isWithin(mention.span(), claims));
    }

    private boolean isPlace(Actor actor, Span sentence, ArticleAnalysis analysis) {
        String text = analysis.article().text();
        List<Mention> named = named(corpus, List.of(actor), sentence, analysis);
        return !named.isEmpty()
                && named.stream()
                        .allMatch(mention -> PLACING.matcher(text.substring(
                                        sentence.start(), mention.span().start()))
                                .find());
    }

    /**
     * <em>Torvia gas kills dozens</em>: the bare name of a state before a deed's words tells where or of whom it is, and not who did it, as
     * <em>Torvian jets</em> or <em>Torvia's jets</em> would.
     */
    private boolean isLabel(Actor actor, IncidentMention mention, ArticleAnalysis analysis) {
        String text = analysis.article().text();
        int start = mention.span().start();
        List<Mention> named = named(
                corpus,
                List.of(actor),
                new Span(Math.max(0, start - REACH_OF_LABEL), mention.span().end()),
                analysis);
        return !named.isEmpty()
                && named.stream()
                        .allMatch(name -> corpus.sides().isOfState(name.span().in(text))
                                && name.span().in(text).equals(actor.name())
                                && LABELLED.matcher(text)
                                        .region(name.span().end(), text.length())
                                        .lookingAt());
    }

    /** Where these words name somebody of their sides. */
    private static List<Mention> named(Corpus corpus, List<Actor> actors, Span words, ArticleAnalysis analysis) {
        return analysis.mentions().stream()
                .filter(mention -> words.contains(mention.span()))
                .filter(mention -> mention.actor() != null && corpus.sides().contains(actors, mention.actor()))
                .toList();
    }

    private static boolean isWithin(Span span, List<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> claim.attribution().content().stream())
                .anyMatch(content -> content.contains(span));
    }
}
