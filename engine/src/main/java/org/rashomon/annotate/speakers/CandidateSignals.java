package org.rashomon.annotate.speakers;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.speakers.SpeakerRanker.Candidate;
import org.rashomon.annotate.speakers.SpeakerRanker.Form;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.annotate.syntax.ClauseSubjects;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.fitted.Signals;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Speaker;
import org.rashomon.nlp.Reading;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/** What speaks for and against it that a source means somebody: who spoke last, of whom is told, what the article calls whom. */
final class CandidateSignals {
    private static final WordLists WORDS = WordLists.of("en/source-words.tsv");
    private static final Set<String> OUTLETS = WORDS.list("outlet");
    private static final Set<String> MONITORS = WORDS.list("monitor");
    private static final Set<String> OF_STATE = WORDS.list("ofstate");
    /** In UTF-16 code units: a noun beside a name. */
    private static final int BESIDE = 60;
    /** Where a name opens its sentence, in UTF-16 code units. */
    private static final int OPENING = 30;
    /** Letters of a word that says what is told. */
    private static final int TELLING_WORD = 4;

    private final Article article;
    private final String text;
    private final List<TaggedSentence> tagged;
    private final List<Sentence> sentences;
    private final Mentions mentions;
    private final ClauseSubjects subjects;
    private final Optional<Reading> reading;
    private final Introductions introductions;
    private final OfficeReader offices;
    private final Vicinity vicinity;
    private final List<Attribution> attributions;
    /** Number of the paragraph of the body that each block is, headlines and captions not counted. */
    private final int[] paragraphs;

    /** @param attributions of the article that are claims, in order */
    CandidateSignals(
            Article article,
            List<TaggedSentence> tagged,
            Mentions mentions,
            Optional<Reading> reading,
            Introductions introductions,
            OfficeReader offices,
            Vicinity vicinity,
            List<Attribution> attributions) {
        this.article = article;
        this.text = article.text();
        this.tagged = tagged;
        this.sentences = TaggedSentence.plain(tagged);
        this.mentions = mentions;
        this.subjects = new ClauseSubjects(mentions);
        this.reading = reading;
        this.introductions = introductions;
        this.offices = offices;
        this.vicinity = vicinity;
        this.attributions = attributions;
        this.paragraphs = new int[Math.max(1, article.blocks().size())];
        int body = 0;
        for (int b = 0; b < article.blocks().size(); b++) {
            body += article.blocks().get(b).role() == BlockRole.BODY ? 1 : 0;
            paragraphs[b] = body;
        }
    }

    static String key(Speaker speaker) {
        Actor actor = speaker.actor();
        return actor != null ? actor.id() : speaker.status() + ":" + speaker.label();
    }

    /** Who was named last, with what all candidates of one source share. */
    record Asked(
            Attribution attribution,
            @Nullable Source source,
            Form form,
            Span place,
            int sentence,
            int paragraph,
            List<Earlier> spoken,
            List<Candidate> candidates,
            Map<String, Integer> lastNamed,
            Map<String, Double> likely,
            Optional<String> subject,
            Optional<String> subjectBefore,
            Set<String> content) {}

    Asked asked(
            Attribution attribution,
            @Nullable Source source,
            Form form,
            Span place,
            List<Earlier> before,
            List<Candidate> candidates) {
        int sentence = Math.max(0, Sentence.indexAt(sentences, place.start()));
        List<Earlier> spoken = before.stream()
                .filter(e -> e.source().start() < place.start())
                .toList();
        Map<String, Integer> lastNamed = new HashMap<>();
        for (Candidate candidate : candidates) {
            candidate.mentions().stream()
                    .map(Mention::span)
                    .filter(span -> span.end() <= place.start() && !isSaid(attribution, span))
                    .mapToInt(Span::start)
                    .max()
                    .ifPresent(at -> lastNamed.put(candidate.key(), at));
        }
        return new Asked(
                attribution,
                source,
                form,
                place,
                sentence,
                paragraph(place.start()),
                spoken,
                candidates,
                lastNamed,
                likely(place, candidates),
                subject(sentence, place.start(), candidates),
                sentence > 0 ? subject(sentence - 1, place.start(), candidates) : Optional.empty(),
                telling(attribution));
    }

    private static boolean isSaid(Attribution attribution, Span span) {
        return attribution.content().stream().anyMatch(c -> c.contains(span));
    }

    private int paragraph(int at) {
        return paragraphs[Math.max(0, article.blockIndexAt(at))];
    }

    private Map<String, Double> likely(Span place, List<Candidate> candidates) {
        Map<String, Double> likely = new HashMap<>();
        List<Span> spans = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        int from = vicinity.paragraphBefore(place);
        for (Candidate candidate : candidates) {
            for (Mention mention : candidate.mentions()) {
                if (mention.span().start() >= from && mention.span().end() <= place.start()) {
                    spans.add(mention.span());
                    keys.add(candidate.key());
                }
            }
        }
        if (!spans.isEmpty()) {
            double[] each = reading.flatMap(learned -> learned.antecedents(place, spans))
                    .orElseGet(() -> new double[spans.size()]);
            for (int i = 0; i < each.length; i++) {
                likely.merge(keys.get(i), each[i], Double::sum);
            }
        }
        return likely;
    }

    /** Of whom a sentence tells before a place: the subject of its main clause, or whose name opens it. */
    private Optional<String> subject(int sentence, int before, List<Candidate> candidates) {
        Span span = sentences.get(sentence).span();
        Optional<Span> person = subjects.of(tagged.get(sentence), before).map(s -> s.name().span());
        return candidates.stream()
                .filter(c -> c.mentions().stream()
                        .map(Mention::span)
                        .anyMatch(m -> person.filter(m::equals).isPresent()
                                || (m.start() >= span.start()
                                        && m.start() < span.start() + OPENING
                                        && m.end() <= before
                                        && opens(span.start(), m.start()))))
                .map(Candidate::key)
                .findFirst();
    }

    private boolean opens(int from, int to) {
        return SourceWords.words(text.substring(from, to)).size() <= 2;
    }

    /** The words of a content that say what is told. */
    private Set<String> telling(Attribution attribution) {
        Set<String> words = new HashSet<>();
        for (Span span : attribution.content()) {
            SourceWords.words(span.in(text).toLowerCase(Locale.ROOT)).stream()
                    .filter(word -> word.length() >= TELLING_WORD || Character.isDigit(word.charAt(0)))
                    .forEach(words::add);
        }
        return words;
    }

    private static String far(int distance) {
        return distance <= 2 ? Integer.toString(Math.max(0, distance)) : distance <= 5 ? "few" : "far";
    }

    /** The signals of one candidate. */
    Signals of(Asked asked, Candidate candidate) {
        Signals signals = new Signals();
        String key = candidate.key();
        int start = asked.place().start();
        spoken(asked, candidate, signals);
        Integer named = asked.lastNamed().get(key);
        signals.when("named behind only", named == null && !candidate.mentions().isEmpty());
        if (named != null) {
            int since = asked.sentence() - Sentence.indexAt(sentences, named);
            signals.with("named " + far(since), 1);
            signals.with("paragraphs " + far(asked.paragraph() - paragraph(named)), 1);
            signals.when("named last", asked.lastNamed().values().stream().allMatch(at -> at <= named));
            signals.when("quoted", vicinity.isQuoted(named));
            signals.when("possessive", isPossessive(candidate, named));
        }
        signals.when("subject", asked.subject().filter(key::equals).isPresent());
        signals.when(
                "subject before",
                asked.subject().isEmpty() && asked.subjectBefore().filter(key::equals).isPresent());
        signals.when("another is subject", asked.subject().filter(k -> !k.equals(key)).isPresent());
        int since = Math.max(named == null ? 0 : named, lastSpoke(asked, key));
        long rivals = asked.lastNamed().entrySet().stream()
                .filter(e -> !e.getKey().equals(key) && e.getValue() > since)
                .count();
        signals.with("rivals " + Math.min(2, rivals), 1);
        long near = asked.lastNamed().values().stream()
                .filter(at -> asked.sentence() - Sentence.indexAt(sentences, at) <= 2)
                .count();
        signals.with("in reach " + Math.min(3, near), 1);
        int all = asked.candidates().stream().mapToInt(c -> c.mentions().size()).sum();
        signals.with("share", candidate.mentions().size() / (double) Math.max(1, all));
        signals.when("alone", asked.candidates().size() == 1);
        double likely = asked.likely().getOrDefault(key, 0.0);
        signals.with("likely", likely);
        signals.when(
                "likeliest",
                likely > 0.1 && asked.likely().values().stream().allMatch(other -> other <= likely));
        signals.when("addressed", isAddressed(asked, candidate));
        Actor actor = candidate.actor();
        signals.with(actor == null ? "unnamed" : "is " + actor.type(), 1);
        if (asked.source() == null || asked.form() == Form.DOCUMENT) {
            signals.when("participle", asked.attribution().cue().stream().anyMatch(c -> c.in(text).endsWith("ing")));
            signals.with("quote " + asked.attribution().quote(), 1);
        }
        if (asked.source() != null && actor != null && asked.form().compareTo(Form.DEFINITE) >= 0) {
            described(asked, asked.source(), candidate, actor, signals);
        }
        signals.when("behind", asked.candidates().stream().anyMatch(c -> !c.key().equals(key)) && start < 0);
        return signals;
    }

    private int lastSpoke(Asked asked, String key) {
        return asked.spoken().stream()
                .filter(e -> key(e.speaker()).equals(key))
                .mapToInt(e -> e.source().start())
                .max()
                .orElse(0);
    }

    private void spoken(Asked asked, Candidate candidate, Signals signals) {
        List<String> fitting = new ArrayList<>();
        Set<String> keys = asked.candidates().stream().map(Candidate::key).collect(toSet());
        Earlier last = null;
        boolean openLast = false;
        for (int i = asked.spoken().size() - 1; i >= 0; i--) {
            Earlier e = asked.spoken().get(i);
            String key = key(e.speaker());
            openLast |= fitting.isEmpty() && e.speaker().actor() == null && !keys.contains(key);
            if (keys.contains(key) && !fitting.contains(key)) {
                fitting.add(key);
            }
            if (last == null && key.equals(candidate.key())) {
                last = e;
            }
        }
        int rank = fitting.indexOf(candidate.key());
        signals.when("never spoke", last == null);
        if (last == null) {
            return;
        }
        signals.with("spoke rank " + Math.min(2, rank), 1);
        signals.when("open spoke since", rank == 0 && openLast);
        int sentence = Sentence.indexAt(sentences, Math.max(0, last.extent().end() - 1));
        signals.with("spoke " + far(asked.sentence() - sentence), 1);
        signals.with("spoke paragraphs " + far(asked.paragraph() - paragraph(last.source().start())), 1);
        signals.with(
                "spoke times",
                Math.log1p(asked.spoken().stream()
                        .filter(e -> key(e.speaker()).equals(candidate.key()))
                        .count()));
        signals.when(
                "quoted again",
                rank == 0
                        && asked.attribution().quote() != Attribution.QuoteType.INDIRECT
                        && last.content().stream().anyMatch(c -> "\"\u201c".indexOf(text.charAt(c.start())) >= 0));
    }

    private boolean isPossessive(Candidate candidate, int at) {
        return candidate.mentions().stream()
                .filter(m -> m.span().start() == at)
                .anyMatch(m -> m.span().end() < text.length() - 1
                        && SourceWords.isApostrophe(text.charAt(m.span().end())));
    }

    /** Whether the words are said to the candidate: he told Lund. */
    private boolean isAddressed(Asked asked, Candidate candidate) {
        if (asked.attribution().cue().isEmpty()) {
            return false;
        }
        int end = Span.covering(asked.attribution().cue()).end();
        return candidate.mentions().stream()
                .map(Mention::span)
                .anyMatch(m -> m.start() > end
                        && m.start() < end + OPENING
                        && !isSaid(asked.attribution(), m)
                        && text.substring(end, m.start()).chars().allMatch(c -> Character.isLetter(c) || c == ' '));
    }

    // ---- descriptions ----

    private void described(Asked asked, Source source, Candidate candidate, Actor actor, Signals signals) {
        String noun = source.noun();
        String description = String.join(" ", source.bare().subList(Math.min(1, source.bare().size()), source.bare().size()));
        Set<Actor> so = introductions.of(description);
        Set<Actor> byNoun = introductions.of(noun);
        signals.when("introduced so", so.contains(actor));
        signals.when("others introduced so", so.stream().anyMatch(other -> !other.equals(actor)));
        signals.when("introduced by noun", byNoun.contains(actor));
        signals.when("alone by noun", byNoun.size() == 1 && byNoun.contains(actor));
        Optional<LocalDate> day = Optional.ofNullable(article.published()).map(PublicationDate::day);
        signals.when(
                "holds", day.filter(on -> offices.holds(actor, description, on) || offices.holds(actor, noun, on))
                        .isPresent());
        signals.when(
                "noun in name",
                Stream.concat(Stream.of(actor.name()), actor.aliases().stream())
                        .anyMatch(name -> SourceWords.words(name.toLowerCase(Locale.ROOT)).contains(noun)));
        Set<String> others = source.bare().stream()
                .filter(w -> w.length() >= TELLING_WORD && !w.equals(noun))
                .collect(toSet());
        boolean beside = false;
        double alike = 0;
        for (Mention mention : candidate.mentions()) {
            Set<String> around = around(mention.span());
            boolean here = around.contains(noun) && !source.span().contains(mention.span());
            beside |= here;
            alike = Math.max(alike, here && !others.isEmpty()
                    ? others.stream().filter(around::contains).count() / (double) others.size()
                    : 0);
        }
        signals.when("noun beside", beside);
        signals.with("words beside", alike);
        signals.with(kind(noun) + " " + actor.type(), 1);
        signals.when("bare", source.bare().size() == 2);
        signals.when("inside a name", !source.inside().isEmpty());
        signals.with("tells alike", tellsAlike(asked, candidate));
        signals.when("speaks next", speaksNext(asked, candidate));
    }

    private static String kind(String noun) {
        return MONITORS.contains(noun) ? "monitor"
                : OUTLETS.contains(noun) ? "outlet"
                : OF_STATE.contains(noun) ? "of state"
                : noun.equals("group") ? "group"
                : SourceWords.COMMON_HEADS.contains(noun) ? "source"
                : org.rashomon.words.PersonWords.isTitleWord(noun) ? "title"
                : "noun";
    }

    /** The words near a name in its sentence, in lower case, those of its own left out. */
    private Set<String> around(Span name) {
        int at = Math.max(0, Sentence.indexAt(sentences, name.start()));
        Span sentence = sentences.get(at).span();
        int from = Math.max(sentence.start(), name.start() - BESIDE);
        int to = Math.min(sentence.end(), name.end() + BESIDE);
        Set<String> words = new HashSet<>(SourceWords.words(
                text.substring(Math.min(from, name.start()), name.start()).toLowerCase(Locale.ROOT)));
        words.addAll(SourceWords.words(
                text.substring(name.end(), Math.max(to, name.end())).toLowerCase(Locale.ROOT)));
        return words;
    }

    /** How much of what is told the candidate is elsewhere said to tell, too. */
    private double tellsAlike(Asked asked, Candidate candidate) {
        double best = 0;
        for (Attribution other : attributions) {
            if (other != asked.attribution() && isBy(other, candidate) && !asked.content().isEmpty()) {
                Set<String> words = telling(other);
                long shared = words.stream().filter(asked.content()::contains).count();
                best = Math.max(best, shared / (double) Math.max(3, Math.min(words.size(), asked.content().size())));
            }
        }
        return Math.min(1, best);
    }

    /** Whether the next source with a name is the candidate's. */
    private boolean speaksNext(Asked asked, Candidate candidate) {
        return attributions.stream()
                .filter(a -> !a.source().isEmpty() && a.source().get(0).start() > asked.place().end())
                .filter(a -> !mentions.in(Span.covering(a.source())).isEmpty())
                .findFirst()
                .filter(a -> isBy(a, candidate))
                .isPresent();
    }

    private static boolean isBy(Attribution attribution, Candidate candidate) {
        return attribution.source().stream()
                .anyMatch(s -> candidate.mentions().stream().anyMatch(m -> s.contains(m.span())));
    }
}
