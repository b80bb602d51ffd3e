package org.rashomon.annotate.speakers;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;

/**
 * Whom a description without a name means: <em>the foreign minister, the ministry, the president, the official</em>. One bearer
 * in the article, or near, and it is resolved; several, and it is not.
 */
final class OfficeDescriptions {
    private static final PhrasePattern OTHER_TIME = PhrasePattern.of("en/source-constructions.tsv", "other-time");

    private final Article article;
    private final Mentions mentions;
    private final Introductions introductions;
    private final OfficeReader offices;
    private final Vicinity vicinity;

    OfficeDescriptions(
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
    Speaker holder(OfficeReader.Described office, Source source) {
        PublicationDate published = article.published();
        return Optional.of(source)
                .filter(asked -> asked.first().equals("the"))
                .flatMap(this::introduced)
                .or(() -> published == null || tellsOfOtherTime(source, published.day())
                        ? Optional.empty()
                        : offices.holder(office, published.day())
                                .filter(actor -> !isDisputed(office, actor, source.tokens()))
                                .map(actor -> SpeakerResolver.known(actor, SpeakerStatus.RESOLVED, source.serves())))
                .orElseGet(() -> SpeakerResolver.unnamed(source));
    }

    /** Whether the article gives the title to somebody else, of this state or of none that is told. */
    private boolean isDisputed(OfficeReader.Described office, Actor holder, List<String> tokens) {
        Set<Actor> others = new LinkedHashSet<>(introductions.of(office.title()));
        for (int from = 0; from < tokens.size(); from++) {
            others.addAll(introductions.of(String.join(" ", tokens.subList(from, tokens.size()))));
        }
        return others.stream()
                .filter(other -> !other.id().equals(holder.id()))
                .anyMatch(other -> other.country() == null || other.country().equals(holder.country()));
    }

    private boolean tellsOfOtherTime(Source source, LocalDate day) {
        String sentence = vicinity.sentence(source.span());
        return OTHER_TIME.in(TextWords.of(sentence))
                || SourceWords.words(sentence).stream()
                        .filter(OfficeDescriptions::isYear)
                        .anyMatch(year -> Integer.parseInt(year) != day.getYear());
    }

    private static boolean isYear(String word) {
        return word.length() == 4
                && (word.startsWith("19") || word.startsWith("20"))
                && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** "the secretary of state": the actor whom the article introduces in these words. */
    Optional<Speaker> introduced(Source source) {
        boolean proper = SourceWords.words(source.words()).stream()
                .skip(1)
                .allMatch(w -> Character.isUpperCase(w.codePointAt(0)));
        return introductions
                .meant(source.description(), source.span().start())
                .map(actor -> SpeakerResolver.known(
                        actor,
                        proper && actor.type() != ActorType.PERSON ? SpeakerStatus.NAMED : SpeakerStatus.RESOLVED,
                        source.serves()));
    }

    /**
     * "the president": the one person of the paragraph before, or of this one before the source, who holds that office on the day of
     * publication, or of whom the article says so; of several the only one who has just spoken.
     */
    Optional<Actor> holderNear(Source source) {
        if (!PersonWords.isTitleWord(source.noun())) {
            return Optional.empty();
        }
        Optional<LocalDate> day = Optional.ofNullable(article.published()).map(PublicationDate::day);
        String title = String.join(" ", source.bare().subList(1, source.bare().size()));
        Set<Actor> introduced = introductions.of(title);
        Set<Actor> holders = new LinkedHashSet<>();
        for (Mention mention : mentions.between(
                vicinity.paragraphBefore(source.span()), source.span().start())) {
            Actor actor = mention.actor();
            if (mention.type() != EntityType.PER) {
                continue;
            }
            if (actor != null
                    && (introduced.contains(actor)
                            || day.filter(on -> offices.holds(actor, title, on)).isPresent())) {
                holders.add(actor);
            } else if (day.filter(on -> offices.mayHold(mention.span().in(article.text()), title, on))
                    .isPresent()) {
                // a bare surname that nobody is known to bear here
                return Optional.empty();
            }
        }
        if (holders.size() > 1) {
            holders.retainAll(vicinity.spoken(source).stream()
                    .map(e -> e.speaker().actor())
                    .collect(Collectors.toSet()));
        }
        return holders.size() == 1 ? holders.stream().findFirst() : Optional.empty();
    }

    /** "the official": the one speaker without a name who was called so in full just before. */
    Optional<Speaker> unnamedBefore(Source source) {
        if (source.bare().size() > 2 || source.head().endsWith("s")) {
            return Optional.empty();
        }
        Map<String, Speaker> called = new LinkedHashMap<>();
        vicinity.spoken(source).stream()
                .map(Earlier::speaker)
                .filter(speaker -> speaker.status() == SpeakerStatus.UNNAMED)
                .filter(speaker -> SourceWords.headWord(speaker.label()).equals(source.head()))
                .forEach(speaker -> called.put(speaker.label(), speaker));
        return called.size() == 1 ? called.values().stream().findFirst() : Optional.empty();
    }
}
