package org.rashomon.annotate.speakers;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.speakers.PersonRanker.Candidate;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.syntax.ClauseSubjects;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.fitted.Signals;
import org.rashomon.model.Article;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Speaker;
import org.rashomon.nlp.Reading;
import org.rashomon.words.SourceWords;

/** What speaks for and against it that a pronoun means somebody: who spoke last, who was named, of whom is told, who else is near. */
final class PersonSignals {
    /** Where a name opens its sentence: so many UTF-16 code units, and words, behind its beginning at most. */
    private static final int OPENING = 30;

    private static final int OPENING_WORDS = 2;
    /** Sentences before a pronoun in which others are near. */
    private static final int NEAR = 2;
    /** Sentences and paragraphs that are a few, and not far. */
    private static final int FEW = 5;

    private static final double LIKELY = 0.1;
    private static final String QUOTES = "\"\u201c";

    private final Article article;
    private final String text;
    private final List<TaggedSentence> tagged;
    private final List<Sentence> sentences;
    private final ClauseSubjects subjects;
    private final Optional<Reading> reading;
    private final Vicinity vicinity;
    /** How many paragraphs of the body begin up to each block: headlines and captions are none. */
    private final int[] paragraphs;

    /** @param tagged sentences of the article, in order */
    PersonSignals(
            Article article,
            List<TaggedSentence> tagged,
            Mentions mentions,
            Optional<Reading> reading,
            Vicinity vicinity) {
        this.article = article;
        this.text = article.text();
        this.tagged = tagged;
        this.sentences = TaggedSentence.plain(tagged);
        this.subjects = new ClauseSubjects(mentions);
        this.reading = reading;
        this.vicinity = vicinity;
        this.paragraphs = new int[Math.max(1, article.blocks().size())];
        int body = 0;
        for (int b = 0; b < article.blocks().size(); b++) {
            body += article.blocks().get(b).role() == BlockRole.BODY ? 1 : 0;
            paragraphs[b] = body;
        }
    }

    /**
     * A pronoun, and what all who may be meant share.
     *
     * @param spoken who has spoken before it, in order
     * @param named where each was last named before it
     * @param likely how likely the trained reader holds each for meant
     * @param subject of whom its own sentence tells before it
     * @param subjectBefore of whom the sentence before tells
     */
    record Asked(
            Attribution attribution,
            Span place,
            int sentence,
            List<Earlier> spoken,
            List<Candidate> candidates,
            Map<String, Span> named,
            Map<String, Double> likely,
            @Nullable String subject,
            @Nullable String subjectBefore) {
        /** When somebody spoke last. */
        Optional<Earlier> lastOf(String key) {
            return spoken.stream()
                    .filter(e -> PersonRanker.key(e.speaker()).equals(key))
                    .reduce((one, next) -> next);
        }

        /** Somebody as a speaker: as when last heard, with whom they serve. */
        Speaker speaker(Candidate candidate) {
            return lastOf(candidate.key()).map(Earlier::speaker).orElse(candidate.speaker());
        }

        /** Where somebody was last named or began to speak; 0 where neither. */
        int since(String key) {
            Span last = named.get(key);
            int spoke = lastOf(key).map(e -> e.source().end()).orElse(0);
            return Math.max(last == null ? 0 : last.end(), spoke);
        }
    }

    /** Whether the trained reader has read the article. */
    boolean isRead() {
        return reading.isPresent();
    }

    Asked asked(Attribution attribution, Span place, List<Earlier> near, List<Candidate> candidates) {
        int sentence = Math.max(0, Sentence.indexAt(sentences, place.start()));
        Map<String, Span> named = new HashMap<>();
        for (Candidate candidate : candidates) {
            candidate.mentions().stream()
                    .filter(m -> m.end() <= place.start())
                    .filter(m -> attribution.content().stream().noneMatch(c -> c.contains(m)))
                    .reduce((one, next) -> next)
                    .ifPresent(m -> named.put(candidate.key(), m));
        }
        String subject = subject(sentence, place.start(), candidates);
        return new Asked(
                attribution,
                place,
                sentence,
                near.stream()
                        .filter(e -> e.source().start() < place.start())
                        .filter(e -> e.content().stream().noneMatch(c -> c.contains(place) && isQuotation(c)))
                        .toList(),
                candidates,
                named,
                likely(place, candidates),
                subject,
                subject != null || sentence == 0 ? null : subject(sentence - 1, place.start(), candidates));
    }

    private boolean isQuotation(Span content) {
        return QUOTES.indexOf(text.charAt(content.start())) >= 0;
    }

    private int paragraph(int at) {
        return paragraphs[Math.max(0, article.blockIndexAt(at))];
    }

    private int sentencesSince(Asked asked, int at) {
        return asked.sentence() - Sentence.indexAt(sentences, at);
    }

    private Map<String, Double> likely(Span place, List<Candidate> candidates) {
        List<Span> spans = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        int from = vicinity.paragraphBefore(place);
        for (Candidate candidate : candidates) {
            for (Span mention : candidate.mentions()) {
                if (mention.start() >= from && mention.end() <= place.start()) {
                    spans.add(mention);
                    keys.add(candidate.key());
                }
            }
        }
        Map<String, Double> likely = new HashMap<>();
        double[] each = spans.isEmpty()
                ? new double[0]
                : reading.flatMap(learned -> learned.antecedents(place, spans)).orElseGet(() -> new double[0]);
        for (int i = 0; i < each.length; i++) {
            likely.merge(keys.get(i), each[i], Double::sum);
        }
        return likely;
    }

    /** Of whom a sentence tells before a place: the subject of its main clause, or whose name opens it. */
    private @Nullable String subject(int sentence, int before, List<Candidate> candidates) {
        int start = sentences.get(sentence).span().start();
        Optional<Span> subject =
                subjects.of(tagged.get(sentence), before).map(s -> s.name().span());
        return candidates.stream()
                .filter(c -> c.mentions().stream()
                        .anyMatch(m -> subject.filter(m::equals).isPresent()
                                || (m.start() >= start
                                        && m.start() < start + OPENING
                                        && m.end() <= before
                                        && SourceWords.words(text.substring(start, m.start()))
                                                        .size()
                                                <= OPENING_WORDS)))
                .map(Candidate::key)
                .findFirst()
                .orElse(null);
    }

    private static String far(int distance) {
        return distance <= NEAR ? Integer.toString(Math.max(0, distance)) : distance <= FEW ? "few" : "far";
    }

    /** What speaks for and against one of them. */
    Signals of(Asked asked, Candidate candidate) {
        Signals signals = new Signals();
        String key = candidate.key();
        spoken(asked, key, signals);
        Span named = asked.named().get(key);
        if (named != null) {
            signals.with("named " + far(sentencesSince(asked, named.start())), 1)
                    .with("paragraphs " + far(paragraph(asked.place().start()) - paragraph(named.start())), 1)
                    .when("named last", asked.named().values().stream().allMatch(m -> m.start() <= named.start()))
                    .when("quoted", vicinity.isQuoted(named.start()))
                    .when(
                            "possessive",
                            named.end() < text.length() - 1 && SourceWords.isApostrophe(text.charAt(named.end())));
        }
        int since = Math.max(
                named == null ? 0 : named.start(),
                asked.lastOf(key).map(e -> e.source().start()).orElse(0));
        long rivals = asked.named().entrySet().stream()
                .filter(e -> !e.getKey().equals(key) && e.getValue().start() > since)
                .count();
        long near = asked.named().values().stream()
                .filter(m -> sentencesSince(asked, m.start()) <= NEAR)
                .count();
        int all = asked.candidates().stream().mapToInt(c -> c.mentions().size()).sum();
        double likely = asked.likely().getOrDefault(key, 0.0);
        return signals.when("subject", key.equals(asked.subject()))
                .when("subject before", key.equals(asked.subjectBefore()))
                .when("another is subject", asked.subject() != null && !key.equals(asked.subject()))
                .with("rivals " + Math.min(2, rivals), 1)
                .with("in reach " + Math.min(NEAR + 1, near), 1)
                .with("share", candidate.mentions().size() / (double) Math.max(1, all))
                .when("alone", asked.candidates().size() == 1)
                .with("likely", likely)
                .when(
                        "likeliest",
                        likely > LIKELY && asked.likely().values().stream().allMatch(other -> other <= likely))
                .when("addressed", isAddressed(asked, candidate))
                .when("unnamed", candidate.mentions().isEmpty());
    }

    /** When somebody has spoken, and who of those who may be meant has since. */
    private void spoken(Asked asked, String key, Signals signals) {
        Earlier last = asked.lastOf(key).orElse(null);
        if (last == null) {
            signals.with("never spoke", 1);
            return;
        }
        Set<String> keys = asked.candidates().stream().map(Candidate::key).collect(toSet());
        List<Earlier> after = asked.spoken()
                .subList(asked.spoken().lastIndexOf(last) + 1, asked.spoken().size());
        Set<String> others = after.stream()
                .map(e -> PersonRanker.key(e.speaker()))
                .filter(keys::contains)
                .collect(toSet());
        boolean open = after.stream()
                .anyMatch(e -> e.speaker().actor() == null && !keys.contains(PersonRanker.key(e.speaker())));
        boolean quotes = asked.attribution().quote() != Attribution.QuoteType.INDIRECT
                && last.content().stream().anyMatch(this::isQuotation);
        int end = Math.max(0, last.extent().end() - 1);
        signals.with("spoke rank " + Math.min(2, others.size()), 1)
                .when("open spoke since", others.isEmpty() && open)
                .with("spoke " + far(sentencesSince(asked, end)), 1)
                .with(
                        "spoke paragraphs "
                                + far(paragraph(asked.place().start())
                                        - paragraph(last.source().start())),
                        1)
                .with("spoke times", Math.log1p((double) asked.spoken().stream()
                        .filter(e -> PersonRanker.key(e.speaker()).equals(key))
                        .count()))
                .when("quoted again", others.isEmpty() && quotes);
    }

    /** Whether the words are said to somebody: he told Lund. */
    private boolean isAddressed(Asked asked, Candidate candidate) {
        if (asked.attribution().cue().isEmpty()) {
            return false;
        }
        int end = Span.covering(asked.attribution().cue()).end();
        return candidate.mentions().stream()
                .filter(m -> m.start() > end && m.start() < end + OPENING)
                .filter(m -> asked.attribution().content().stream().noneMatch(c -> c.contains(m)))
                .anyMatch(m -> text.substring(end, m.start()).chars().allMatch(c -> Character.isLetter(c) || c == ' '));
    }
}
