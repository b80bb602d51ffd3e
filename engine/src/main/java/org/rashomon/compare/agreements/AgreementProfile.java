package org.rashomon.compare.agreements;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.compare.corpus.Stems;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.Participation;

/** What is known so far of an agreement: the sum of the mentions that were found to mean one. */
final class AgreementProfile {
    private static final Set<String> GENERIC = Set.of(
            ("agreement deal truce ceasefire cease fire accord pact cessation hostilities resolution arrangement understanding treaty armistice peace "
                            + "fragile latest new backed brokered plan memorandum partial nationwide temporary verbal written terms of the a "
                            + "an un unsc us russia russian american year day week month")
                    .split(" "));
    /** A deal may be dated by its signing or by its first day. */
    private static final long SIGNING_TO_FORCE_DAYS = 10;

    private static final long ONE_DEAL_DAYS = 2;
    /** How long after it was made an article may still speak of a deal without its date. */
    private static final long SPOKEN_OF_DAYS = 35;

    private static final long MONTH_DAYS = 31;

    private final List<AgreementMention> mentions = new ArrayList<>();
    private final Set<String> parties = new TreeSet<>();
    private final Set<String> makers = new TreeSet<>();
    private final Set<String> topics = new TreeSet<>();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> grounds = new TreeSet<>();
    private final Set<String> stories = new TreeSet<>();
    private final Set<AgreementMention.Kind> kinds = java.util.EnumSet.noneOf(AgreementMention.Kind.class);
    private @Nullable LocalDate published;
    private @Nullable TimeInterval date;
    private @Nullable TimeInterval inForceFrom;

    /**
     * The profile of one mention.
     *
     * @param subject what the words after the mention say that it is on; may be empty
     * @param ground the countries that its article is about
     * @param published when its article was published, or null
     */
    static AgreementProfile of(
            AgreementMention mention, String subject, String story, Set<String> ground, @Nullable LocalDate published) {
        AgreementProfile profile = new AgreementProfile();
        profile.mentions.add(mention);
        profile.kinds.add(mention.kind());
        profile.stories.add(story);
        profile.grounds.addAll(ground);
        profile.published = published;
        profile.date = mention.date();
        profile.inForceFrom = mention.inForceFrom();
        for (Participation part : mention.participations()) {
            if (part.role() == Participation.Role.PARTY) {
                profile.parties.add(Words.fold(part.actor()));
            }
            if (part.role() != Participation.Role.EXCLUDED) {
                profile.makers.add(Words.fold(part.actor()));
            }
        }
        for (String word : subjectWords(mention.name()).split(" ")) {
            if (word.length() > 1 && !GENERIC.contains(word) && !Stems.tellsNothing(word)) {
                profile.topics.add(Stems.of(word));
            }
        }
        profile.names.addAll(nameWords(mention.name()));
        if (mention.kind() != AgreementMention.Kind.CEASEFIRE) {
            AgreementSubject.topics(subject).stream()
                    .filter(topic -> !GENERIC.contains(topic))
                    .forEach(profile.topics::add);
        }
        return profile;
    }

    /** The words of a name that tell what the deal is on, folded: not where it was signed, which its capitals tell. */
    private static String subjectWords(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split(" ")) {
            if (!word.isEmpty() && !Character.isUpperCase(word.charAt(0))) {
                words.add(word);
            }
        }
        return Words.fold(String.join(" ", words));
    }

    /** The words that set a name apart, folded: <em>Sorrel Bay</em> of <em>the Sorrel Bay accord</em>. */
    private static List<String> nameWords(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("[\\s-]+")) {
            String folded = Words.fold(word);
            boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
            if (capital && folded.length() > 1 && !GENERIC.contains(folded)) {
                words.add(folded);
            }
        }
        return words;
    }

    void absorb(AgreementProfile other) {
        mentions.addAll(other.mentions);
        parties.addAll(other.parties);
        makers.addAll(other.makers);
        topics.addAll(other.topics);
        kinds.addAll(other.kinds);
        stories.addAll(other.stories);
        names.addAll(other.names);
        grounds.addAll(other.grounds);
        published = published == null || (other.published != null && other.published.isBefore(published))
                ? other.published
                : published;
        date = narrower(date, other.date);
        inForceFrom = narrower(inForceFrom, other.inForceFrom);
    }

    /** The first, unless the other tells it closer: a day rather than a year. */
    private static @Nullable TimeInterval narrower(@Nullable TimeInterval first, @Nullable TimeInterval other) {
        return first == null || (other != null && other.days() < first.days()) ? other : first;
    }

    List<AgreementMention> mentions() {
        return mentions;
    }

    @Nullable
    TimeInterval date() {
        return date;
    }

    @Nullable
    TimeInterval inForceFrom() {
        return inForceFrom;
    }

    Set<String> stories() {
        return stories;
    }

    /** The words that set its name apart; empty for <em>the truce</em>. */
    Set<String> names() {
        return names;
    }

    /** Whether the first mention tells a duty, so that it is not left out where it could mean two agreements. */
    boolean owes() {
        return !mentions.get(0).obligations().isEmpty();
    }

    boolean isNamed() {
        return !names.isEmpty();
    }

    /** Both have a name of their own, and one name is a part of the other. */
    boolean sharesName(AgreementProfile other) {
        return isNamed() && other.isNamed() && (names.containsAll(other.names) || other.names.containsAll(names));
    }

    /** Both have a name of their own, without a word in common. */
    private boolean namesDiffer(AgreementProfile other) {
        return isNamed() && other.isNamed() && names.stream().noneMatch(other.names::contains);
    }

    /** Articles of one story, a party of both, or articles about one country. */
    private boolean sharesGround(AgreementProfile other) {
        return sharesStory(other)
                || sharesName(other)
                || shared(makers, other.makers) + shared(grounds, other.grounds) > 0;
    }

    /**
     * How much speaks for one agreement: name, date, story, makers, countries, kind and subject; 0 where something speaks against it.
     */
    long likeness(AgreementProfile other) {
        if (excludes(other) || !isOfOneTime(other)) {
            return 0;
        }
        boolean ceasefires = kinds.contains(AgreementMention.Kind.CEASEFIRE)
                && other.kinds.contains(AgreementMention.Kind.CEASEFIRE);
        boolean otherMakers = !makers.isEmpty() && !other.makers.isEmpty() && shared(makers, other.makers) == 0;
        boolean otherKind = kinds.stream().noneMatch(other.kinds::contains);
        return (sharesName(other) ? 4 : 0)
                + (meetsInDate(other) && sharesGround(other) ? 3 : 0)
                + (sharesStory(other) ? 2 : 0)
                + Math.min(2, shared(makers, other.makers))
                + Math.max(0, shared(grounds, other.grounds) - 1)
                + (ceasefires ? 1 : 0)
                - (otherMakers ? 3 : 0)
                - (otherKind ? 1 : 0)
                + Math.min(2, shared(topics, other.topics));
    }

    private static long shared(Set<String> a, Set<String> b) {
        return a.stream().filter(b::contains).count();
    }

    /** Where one has no date, its article has to be of the weeks behind the other's date, or behind its article. */
    private boolean isOfOneTime(AgreementProfile other) {
        LocalDate mine = day();
        LocalDate others = other.day();
        if ((isDated() && other.isDated()) || sharesName(other) || mine == null || others == null) {
            return true;
        }
        long days = isDated() || !other.isDated()
                ? ChronoUnit.DAYS.between(mine, others)
                : ChronoUnit.DAYS.between(others, mine);
        return days <= SPOKEN_OF_DAYS && days >= (isDated() || other.isDated() ? -ONE_DEAL_DAYS : -SPOKEN_OF_DAYS);
    }

    /** The day that it is filed under: when it was made or took effect, else when the first of its articles was published. */
    @Nullable
    LocalDate day() {
        TimeInterval time = date == null ? inForceFrom : date;
        return time != null && time.days() <= MONTH_DAYS ? time.start() : time == null ? published : null;
    }

    boolean isDated() {
        return date != null || inForceFrom != null;
    }

    boolean sharesStory(AgreementProfile other) {
        return stories.stream().anyMatch(other.stories::contains);
    }

    /** Whether kind, date, name, subject or parties of one cannot be those of the other. */
    boolean excludes(AgreementProfile other) {
        return !kindsAgree(other)
                || datesDiffer(other)
                || topicsDiffer(other)
                || partiesDiffer(other)
                || (namesDiffer(other) && !(meetsInDate(other) && sharesStory(other)));
    }

    /** Both are dated, and the dates agree. */
    boolean meetsInDate(AgreementProfile other) {
        return isDated() && other.isDated() && !datesDiffer(other);
    }

    boolean sharesTopic(AgreementProfile other) {
        return topics.stream().anyMatch(other.topics::contains);
    }

    private boolean kindsAgree(AgreementProfile other) {
        for (AgreementMention.Kind a : kinds) {
            for (AgreementMention.Kind b : other.kinds) {
                boolean resolution = a == AgreementMention.Kind.RESOLUTION || b == AgreementMention.Kind.RESOLUTION;
                if (a == b || !resolution) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean datesDiffer(AgreementProfile other) {
        if (date != null && other.date != null) {
            return gap(date, other.date) > ONE_DEAL_DAYS;
        }
        if (inForceFrom != null && other.inForceFrom != null) {
            return gap(inForceFrom, other.inForceFrom) > ONE_DEAL_DAYS;
        }
        TimeInterval signed = date != null ? date : other.date;
        TimeInterval begun = inForceFrom != null ? inForceFrom : other.inForceFrom;
        return signed != null && begun != null && gap(signed, begun) > SIGNING_TO_FORCE_DAYS;
    }

    /** <em>The plutonium agreement</em> is not the truce. */
    private boolean topicsDiffer(AgreementProfile other) {
        boolean bothNamed = !topics.isEmpty() && !other.topics.isEmpty();
        return (bothNamed && !sharesTopic(other) && !meetsInDate(other))
                || (topics.isEmpty() != other.topics.isEmpty() && !meetsInDate(other) && isOtherSubject(other));
    }

    /** A deal with a subject of its own is not a truce that has none. */
    private boolean isOtherSubject(AgreementProfile other) {
        AgreementProfile named = topics.isEmpty() ? other : this;
        AgreementProfile plain = topics.isEmpty() ? this : other;
        boolean truce = plain.kinds.contains(AgreementMention.Kind.CEASEFIRE)
                && !named.kinds.contains(AgreementMention.Kind.CEASEFIRE);
        return truce || (!sharesArticle(other) && shared(plain.makers, named.makers) == 0);
    }

    private boolean sharesArticle(AgreementProfile other) {
        return mentions.get(0).article().equals(other.mentions.get(0).article());
    }

    private boolean partiesDiffer(AgreementProfile other) {
        return parties.size() >= 2
                && other.parties.size() >= 2
                && parties.stream().noneMatch(other.parties::contains);
    }

    private static long gap(TimeInterval a, TimeInterval b) {
        if (a.overlaps(b)) {
            return 0;
        }
        return a.end().isBefore(b.start())
                ? ChronoUnit.DAYS.between(a.end(), b.start())
                : ChronoUnit.DAYS.between(b.end(), a.start());
    }
}
