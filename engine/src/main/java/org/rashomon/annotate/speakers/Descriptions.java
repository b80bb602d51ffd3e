package org.rashomon.annotate.speakers;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;

/**
 * Whom a description without a name means: <em>the foreign minister, the ministry, the president, the official</em>. One bearer
 * in the article, or near, and it is resolved; several, and it is not.
 */
final class Descriptions {
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern EARLIER_TIME =
            Pattern.compile("\\b(?:at the time|of the time|last year|years? (?:ago|earlier|before)|decades? ago)\\b");

    private final Article article;
    private final Mentions mentions;
    private final Introductions introductions;
    private final OfficeReader offices;
    private final Vicinity vicinity;

    Descriptions(
            Article article, Mentions mentions, Introductions introductions, OfficeReader offices, Vicinity vicinity) {
        this.article = article;
        this.mentions = mentions;
        this.introductions = introductions;
        this.offices = offices;
        this.vicinity = vicinity;
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
        String sentence = vicinity.sentence(source);
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
     * "the president": the one person of the paragraph before, or of this one before the source, who holds that office on the day of
     * publication, or of whom the article says so; of several the only one who has just spoken.
     *
     * @param tokens words of the description in lower case, without a relative clause
     */
    Optional<Actor> holderNear(Span source, List<String> tokens, List<Earlier> earlier) {
        PublicationDate published = article.published();
        String title = String.join(" ", tokens.subList(1, tokens.size()));
        if (!PersonWords.isTitleWord(tokens.get(tokens.size() - 1))) {
            return Optional.empty();
        }
        Set<Actor> introduced = introductions.of(title);
        Set<Actor> holders = new LinkedHashSet<>();
        for (Mention mention : mentions.between(vicinity.paragraphBefore(source), source.start())) {
            Actor actor = mention.actor();
            if (mention.type() != EntityType.PER) {
                continue;
            }
            boolean holds = actor != null
                    && (introduced.contains(actor)
                            || published != null && offices.holds(actor, title, published.day()));
            if (holds) {
                holders.add(actor);
            } else if (published != null
                    && offices.mayHold(mention.span().in(article.text()), title, published.day())) {
                // a bare surname that nobody is known to bear here
                return Optional.empty();
            }
        }
        if (holders.size() > 1) {
            holders.retainAll(vicinity.spoken(source, earlier).stream()
                    .map(e -> e.speaker().actor())
                    .collect(Collectors.toSet()));
        }
        return holders.size() == 1 ? holders.stream().findFirst() : Optional.empty();
    }

    /** "the official": the one speaker without a name who was called so in full just before. */
    Optional<Speaker> unnamedBefore(Span source, List<String> tokens, String headWord, List<Earlier> earlier) {
        if (tokens.size() > 2 || headWord.endsWith("s")) {
            return Optional.empty();
        }
        Map<String, Speaker> called = new LinkedHashMap<>();
        for (Earlier e : vicinity.spoken(source, earlier)) {
            Speaker speaker = e.speaker();
            if (speaker.status() == SpeakerStatus.UNNAMED
                    && SourceWords.headWord(speaker.label()).equals(headWord)) {
                called.put(speaker.label(), speaker);
            }
        }
        return called.size() == 1 ? called.values().stream().findFirst() : Optional.empty();
    }
}
