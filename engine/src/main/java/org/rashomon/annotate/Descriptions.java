package org.rashomon.annotate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.SpeakerResolver.Earlier;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.Speaker;
import org.rashomon.model.SpeakerStatus;

/**
 * Whom a description without a name means: <em>the foreign minister, the ministry, the watchdog, the statement, the official</em>.
 * One bearer in the article, or near, and it is resolved; several, and it is not.
 */
final class Descriptions {
    private static final Set<String> DOCUMENTS = WordLists.SOURCES.list("document");
    private static final Set<String> BODIES = WordLists.SOURCES.list("body");
    private static final Set<String> OUTLETS = WordLists.SOURCES.list("outlet");
    private static final Pattern BY = Pattern.compile(
            "(?:^|.* )(\\p{Ll}+)(?: (?:released|issued|published|written|compiled|made))? (?:by|from) (?:the |an? )?$",
            Pattern.DOTALL);
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern EARLIER_TIME =
            Pattern.compile("\\b(?:at the time|of the time|last year|years? (?:ago|earlier|before)|decades? ago)\\b");
    /** How far back, in UTF-16 code units, a speaker is near. */
    private static final int REACH = 1200;

    /** What may stand between the article and the noun of a body: the Marn-based opposition watchdog. */
    private static final int ADJECTIVES = 3;

    private final Article article;
    private final List<Sentence> sentences;
    private final Mentions mentions;
    private final Introductions introductions;
    private final OfficeReader offices;
    private final NamedHead heads;

    Descriptions(
            Article article,
            List<Sentence> sentences,
            Mentions mentions,
            Introductions introductions,
            OfficeReader offices,
            NamedHead heads) {
        this.article = article;
        this.sentences = sentences;
        this.mentions = mentions;
        this.introductions = introductions;
        this.offices = offices;
        this.heads = heads;
    }

    /**
     * Who holds the office that the source describes: whom the article itself says so of, else whom the registry has for the day of
     * publication. Nobody where no day is known, where the sentence tells of another time, or where the article gives the title to
     * somebody else.
     */
    Speaker holder(
            OfficeReader.Described office,
            Span source,
            List<String> tokens,
            String words,
            @Nullable String affiliation) {
        String first = tokens.get(0);
        Speaker described = first.equals("the") ? introduced(source, tokens, words, affiliation) : null;
        if (described != null) {
            return described;
        }
        PublicationDate published = article.published();
        Optional<Actor> holder = published == null || tellsOfOtherTime(source, published.day())
                ? Optional.empty()
                : offices.holder(office, published.day());
        return holder.filter(actor -> !isDisputed(office, actor, tokens))
                .map(actor -> new Speaker(SpeakerStatus.RESOLVED, actor, actor.name(), affiliation))
                .orElseGet(() -> SpeakerResolver.unnamed(words, affiliation));
    }

    /** Whether the article gives the title to somebody else, of this state or of none that is told. */
    private boolean isDisputed(OfficeReader.Described office, Actor holder, List<String> tokens) {
        Set<Actor> others = new LinkedHashSet<>();
        others.addAll(introductions.of(office.title()));
        for (int from = 0; from < tokens.size(); from++) {
            others.addAll(introductions.of(String.join(" ", tokens.subList(from, tokens.size()))));
        }
        return others.stream()
                .anyMatch(other -> !other.id().equals(holder.id())
                        && (other.country() == null || other.country().equals(holder.country())));
    }

    private boolean tellsOfOtherTime(Span source, LocalDate day) {
        String sentence = sentence(source);
        Matcher year = YEAR.matcher(sentence);
        while (year.find()) {
            if (Integer.parseInt(year.group()) != day.getYear()) {
                return true;
            }
        }
        return EARLIER_TIME.matcher(sentence).find();
    }

    /** "the secretary of state": the actor whom the article introduces in these words, or null. */
    @Nullable
    Speaker introduced(Span source, List<String> tokens, String words, @Nullable String affiliation) {
        String key = String.join(" ", tokens.subList(1, tokens.size()));
        return introductions
                .meant(key, source.start())
                .map(actor -> {
                    boolean proper = SourceWords.words(words).stream()
                                    .skip(1)
                                    .allMatch(w -> Character.isUpperCase(w.codePointAt(0)))
                            && actor.type() != ActorType.PERSON;
                    return new Speaker(
                            proper ? SpeakerStatus.NAMED : SpeakerStatus.RESOLVED, actor, actor.name(), affiliation);
                })
                .orElse(null);
    }

    /**
     * A document's owner: its possessor, the body before the noun, who it is said to be by; of <em>the report, the statement</em> the one
     * who has just spoken in one.
     */
    Optional<Actor> owner(Span source, List<Mention> inside, String headWord, List<Earlier> earlier) {
        String text = article.text();
        for (Mention mention : inside) {
            if (mention.actor() == null) {
                continue;
            }
            Matcher by = BY.matcher(
                    text.substring(source.start(), mention.span().start()).toLowerCase(Locale.ROOT));
            boolean author = mention.type() != EntityType.LOC && by.matches() && DOCUMENTS.contains(by.group(1));
            // "the Example Today Facebook page" is not Facebook's
            boolean opens = text.substring(source.start(), mention.span().start())
                    .toLowerCase(Locale.ROOT)
                    .strip()
                    .matches("|the|an?");
            boolean before = mention.type() == EntityType.ORG
                    && opens
                    && text.startsWith(" " + headWord, mention.span().end());
            if (author || before || heads.isPossessor(mention.span(), source)) {
                return Optional.of(mention.actor());
            }
        }
        if (!source.in(text).equalsIgnoreCase("the " + headWord)) {
            return Optional.empty();
        }
        Pattern issued =
                Pattern.compile("\\b(?:in|an?|its|his|her|their) (?:\\p{L}+ ){0,2}" + Pattern.quote(headWord) + "\\b");
        Map<String, Actor> owners = new LinkedHashMap<>();
        for (Earlier e : near(source, earlier)) {
            Actor actor = e.speaker().actor();
            boolean same = SourceWords.headWord(e.source().in(text).toLowerCase(Locale.ROOT))
                    .equals(headWord);
            if (actor != null && (same || issued.matcher(sentence(e.source())).find())) {
                owners.put(actor.id(), actor);
            }
        }
        return owners.size() == 1 ? owners.values().stream().findFirst() : Optional.empty();
    }

    /** "the watchdog, the network": the one body of that kind that has just spoken. */
    Optional<Actor> body(Span source, List<String> tokens, List<Earlier> earlier) {
        String noun = tokens.get(tokens.size() - 1);
        boolean outlet = OUTLETS.contains(noun);
        boolean named = SourceWords.words(source.in(article.text())).stream()
                .limit(tokens.size())
                .skip(1)
                .anyMatch(word -> Character.isUpperCase(word.codePointAt(0)) && !word.endsWith("-based"));
        if (!outlet && !BODIES.contains(noun) || tokens.size() > 2 + ADJECTIVES || named) {
            return Optional.empty();
        }
        Map<String, Actor> spoken = new LinkedHashMap<>();
        int last = source.start();
        for (Earlier e : near(source, earlier)) {
            Actor actor = e.speaker().actor();
            if (actor != null && isOfKind(actor, outlet, noun)) {
                spoken.put(actor.id(), actor);
                last = e.extent().end();
            }
        }
        if (spoken.size() != 1) {
            return Optional.empty();
        }
        Actor only = spoken.values().iterator().next();
        boolean rival = last < source.start()
                && mentions.in(new Span(last, source.start())).stream()
                        .map(Mention::actor)
                        .anyMatch(actor -> actor != null
                                && isOfKind(actor, outlet, noun)
                                && !actor.id().equals(only.id()));
        return rival ? Optional.empty() : Optional.of(only);
    }

    private static boolean isOfKind(Actor actor, boolean outlet, String noun) {
        return switch (actor.type()) {
            case OUTLET -> outlet;
            case ORGANISATION -> !outlet || noun.equals("agency");
            // only a bare group may be one that fights
            case ARMED_GROUP -> noun.equals("group");
            default -> false;
        };
    }

    /** "the official": the one speaker without a name who was called so in full just before. */
    Optional<Speaker> unnamedBefore(Span source, List<String> tokens, String headWord, List<Earlier> earlier) {
        if (tokens.size() > 2 || headWord.endsWith("s")) {
            return Optional.empty();
        }
        Map<String, Speaker> called = new LinkedHashMap<>();
        for (Earlier e : near(source, earlier)) {
            Speaker speaker = e.speaker();
            if (speaker.status() == SpeakerStatus.UNNAMED
                    && SourceWords.headWord(speaker.label()).equals(headWord)) {
                called.put(speaker.label(), speaker);
            }
        }
        return called.size() == 1 ? called.values().stream().findFirst() : Optional.empty();
    }

    /** Who has spoken up to the sentence before; where nobody has, in the same paragraph, and then in the one before. */
    private List<Earlier> near(Span source, List<Earlier> earlier) {
        int block = article.blockIndexAt(source.start());
        List<Earlier> before = earlier.stream()
                .filter(e -> e.source().start() < source.start() && e.source().start() > source.start() - REACH)
                .toList();
        int from = sentenceBefore(source.start());
        List<Earlier> last = before.stream()
                .filter(e -> article.blockIndexAt(e.source().start()) == block
                        && e.extent().end() > from)
                .toList();
        if (!last.isEmpty()) {
            return last;
        }
        for (int b = block; b >= Math.max(0, block - 1); b--) {
            int at = b;
            List<Earlier> here = before.stream()
                    .filter(e -> article.blockIndexAt(e.source().start()) == at)
                    .toList();
            if (!here.isEmpty()) {
                return here;
            }
        }
        return List.of();
    }

    /** Start of the sentence before the one that holds an offset. */
    private int sentenceBefore(int offset) {
        int at = Sentence.indexAt(sentences, offset) - 1;
        return at < 0 ? 0 : sentences.get(at).span().start();
    }

    private String sentence(Span within) {
        String text = article.text();
        int start = Math.max(text.lastIndexOf('\n', within.start()), text.lastIndexOf(". ", within.start())) + 1;
        int stop = text.indexOf(". ", within.end());
        int line = text.indexOf('\n', within.end());
        return text.substring(start, Math.min(stop < 0 ? text.length() : stop, line < 0 ? text.length() : line));
    }
}
