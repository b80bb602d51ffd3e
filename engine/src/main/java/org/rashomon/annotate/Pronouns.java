package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.Speaker;
import org.rashomon.model.SpeakerStatus;

/**
 * Whom <em>he, she, it, they</em> mean when they speak.
 *
 * <p>By rule a pronoun means the one speaker of its kind who stands near, when nobody else of that kind stands between. All else
 * stays unresolved.
 */
final class Pronouns {
    private static final Set<String> PERSONAL = Set.of("he", "she", "him", "her", "his", "i");
    private static final Set<String> PLURAL = Set.of("they", "them", "their", "we", "us", "our");
    private static final Set<String> NEUTER = Set.of("it", "its");
    /** Whoever speaks of themselves may be the outlet's reporter as well as anybody quoted. */
    private static final Set<String> FIRST = Set.of("i", "we", "us", "our");

    private static final Pattern SOMEBODY = Pattern.compile(
            "\\b[Aa]n? (?:[\\p{L}-]+ ){0,3}(commander|officer|official|spokesman|spokeswoman|man|woman|soldier|doctor|minister|leader|witness"
                    + "|resident|fighter|activist|diplomat|general|journalist|reporter|aide|adviser|nurse|teacher|farmer|driver)\\b");

    private final Article article;
    private final Mentions mentions;
    private final ActorRegistry registry;

    Pronouns(Article article, Mentions mentions, ActorRegistry registry) {
        this.article = article;
        this.mentions = mentions;
        this.registry = registry;
    }

    /** @param lower in lower case */
    static boolean isPronoun(String lower) {
        return PERSONAL.contains(lower) || PLURAL.contains(lower) || NEUTER.contains(lower);
    }

    /**
     * Whom a pronoun means.
     *
     * @param words the pronoun
     * @param earlier speakers of claims before this one, in order of text
     */
    Speaker resolve(Span source, String words, List<SpeakerResolver.Earlier> earlier) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (FIRST.contains(lower)) {
            return SpeakerResolver.unresolved(words);
        }
        return ruled(source, words, lower, earlier);
    }

    private static Speaker asResolved(Speaker speaker) {
        Actor actor = speaker.actor();
        return actor == null
                ? speaker
                : new Speaker(SpeakerStatus.RESOLVED, actor, actor.name(), speaker.affiliation());
    }

    private static String key(Speaker speaker) {
        return speaker.actor() != null ? speaker.actor().id() : speaker.status() + ":" + speaker.label();
    }

    private Speaker ruled(Span source, String words, String lower, List<SpeakerResolver.Earlier> earlier) {
        boolean person = PERSONAL.contains(lower);
        boolean plural = PLURAL.contains(lower);
        int window = windowStart(source.start());
        List<SpeakerResolver.Earlier> near = new ArrayList<>();
        for (int k = earlier.size() - 1; k >= 0 && earlier.get(k).source().start() > window - 4000; k--) {
            SpeakerResolver.Earlier e = earlier.get(k);
            if (e.extent().start() >= window && e.extent().start() < source.start()) {
                near.add(0, e);
            }
        }
        if (near.isEmpty()) {
            return SpeakerResolver.unresolved(words);
        }
        Set<String> labels = new LinkedHashSet<>();
        Speaker candidate = null;
        for (SpeakerResolver.Earlier e : near) {
            Speaker speaker = e.speaker();
            boolean fits = person
                    ? isPersonLike(speaker) && suits(lower, speaker.actor())
                    : plural ? isPluralLike(speaker) : isBodyLike(speaker);
            if (fits || speaker.status() == SpeakerStatus.UNRESOLVED) {
                String key = key(speaker);
                if (labels.add(key)) {
                    candidate = speaker;
                }
            }
        }
        if (labels.size() != 1 || candidate == null || candidate.status() == SpeakerStatus.UNRESOLVED) {
            return SpeakerResolver.unresolved(words);
        }
        if (person && otherPersonNear(candidate, near, source)) {
            return SpeakerResolver.unresolved(words);
        }
        return asResolved(candidate);
    }

    /** Whether the pronoun's gender can be the actor's; unknown genders suit both. */
    private boolean suits(String pronoun, @Nullable Actor actor) {
        if (actor == null) {
            return true;
        }
        boolean feminine = pronoun.equals("she") || pronoun.equals("her");
        return registry.gender(actor)
                .map(gender -> (gender == ActorRegistry.Gender.FEMALE) == feminine)
                .orElse(true);
    }

    /** Start of the block before the one that holds the pronoun; of the same block when nothing readable stands before. */
    private int windowStart(int offset) {
        int at = article.blockIndexAt(offset);
        int seen = 0;
        for (int k = at - 1; k >= 0; k--) {
            switch (article.blocks().get(k).role()) {
                case BODY -> {
                    seen++;
                    if (seen == 1) {
                        // a long paragraph is near only in its end
                        Span span = article.blocks().get(k).span();
                        return Math.max(span.start(), offset - 1200);
                    }
                }
                case HEADLINE -> {
                    return Math.max(0, article.blocks().get(at).span().start());
                }
                default -> {}
            }
        }
        return at < 0 ? offset : Math.max(article.blocks().get(at).span().start(), offset - 1200);
    }

    private static boolean isPersonLike(Speaker speaker) {
        if (speaker.actor() != null) {
            return speaker.actor().type() == ActorType.PERSON;
        }
        String head = SourceWords.headWord(speaker.label());
        return speaker.status() == SpeakerStatus.UNNAMED
                && !head.endsWith("s")
                && SourceWords.COMMON_HEADS.contains(head);
    }

    private static boolean isPluralLike(Speaker speaker) {
        if (speaker.actor() != null) {
            return false;
        }
        String head = SourceWords.headWord(speaker.label());
        return speaker.status() == SpeakerStatus.UNNAMED
                && (head.endsWith("s") || head.equals("people") || head.equals("men") || head.equals("women"));
    }

    private static boolean isBodyLike(Speaker speaker) {
        return speaker.actor() != null && speaker.actor().type() != ActorType.PERSON;
    }

    /**
     * Whether another person is named between the candidate's words and the pronoun, outside what the candidate said, or stands
     * as the subject nearer to it.
     */
    private boolean otherPersonNear(Speaker candidate, List<SpeakerResolver.Earlier> near, Span pronoun) {
        int from = near.get(near.size() - 1).source().start();
        for (SpeakerResolver.Earlier e : near) {
            if (e.speaker().equals(candidate)) {
                from = e.source().start();
                break;
            }
        }
        if (describesSomebody(from, pronoun.start(), near, candidate)) {
            return true;
        }
        String id = candidate.actor() == null ? "" : candidate.actor().id();
        for (Mention mention : mentions.in(new Span(Math.min(from, pronoun.start() - 1), pronoun.start()))) {
            boolean other = mention.type() == EntityType.PER
                    && (mention.actor() == null || !mention.actor().id().equals(id));
            boolean said = near.stream().anyMatch(e -> e.content().stream().anyMatch(c -> c.contains(mention.span())));
            boolean possessor = isPossessorInText(mention.span());
            if (other && !said && !possessor) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody without a name stands between: <em>A commander … He</em>. */
    private boolean describesSomebody(int from, int to, List<SpeakerResolver.Earlier> near, Speaker candidate) {
        Matcher matcher = SOMEBODY.matcher(article.text()).region(from, Math.max(from, to));
        while (matcher.find()) {
            Span found = new Span(matcher.start(), matcher.end());
            boolean said = near.stream()
                    .anyMatch(e -> e.content().stream().anyMatch(c -> c.overlaps(found))
                            || e.source().overlaps(found));
            if (!said && !candidate.label().contains(matcher.group(1))) {
                return true;
            }
        }
        return false;
    }

    private boolean isPossessorInText(Span span) {
        String text = article.text();
        return span.end() + 1 < text.length()
                && SourceWords.isApostrophe(text.charAt(span.end()))
                && text.charAt(span.end() + 1) == 's';
    }
}
