package org.rashomon.annotate.attribution;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.PhrasePattern.Found;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.nlp.Reading.Named;
import org.rashomon.nlp.Reading.Said;

/**
 * Proves that a source is not whoever is spoken to: <em>told [the Council] blaming …</em>, <em>a letter to [the Council] saying
 * …</em>, <em>[the Council] was told that …</em>.
 */
final class Addressees {
    private static final String TABLE = "en/proof-constructions.tsv";
    private static final PhrasePattern ADDRESSED = PhrasePattern.of(TABLE, "addressed");
    private static final PhrasePattern LISTED = PhrasePattern.of(TABLE, "addressed too");
    private static final PhrasePattern MESSAGE = PhrasePattern.of(TABLE, "message to");
    private static final PhrasePattern FRONTED = PhrasePattern.of(TABLE, "fronted");
    private static final PhrasePattern ADDRESSING = PhrasePattern.of(TABLE, "addressing");
    private static final PhrasePattern TOLD = PhrasePattern.of(TABLE, "told");
    private static final PhrasePattern SPOKEN_OF = PhrasePattern.of(TABLE, "spoken of");

    private Addressees() {}

    /** Whether the words before a phrase make it whoever is spoken to. */
    static boolean isAddressed(Evidence e, Span phrase) {
        return addressing(e, phrase).isPresent();
    }

    private static Optional<Found> addressing(Evidence e, Span phrase) {
        TextWords before = before(e, phrase);
        return MESSAGE.closing(before).or(() -> ADDRESSED.closing(before)).or(() -> LISTED.closing(before));
    }

    private static TextWords before(Evidence e, Span phrase) {
        return e.words(e.sentenceOf(phrase).start(), phrase.start());
    }

    /** "Lund told [the Council] blaming Torvia", "told [the envoy] that": she speaks, and where the words do not tell who, nobody. */
    static Optional<Said> notAddressed(Evidence e, Said said) {
        Span source = said.source();
        Span cue = said.cue();
        if (source == null) {
            return Optional.empty();
        }
        if (source.start() == cue.end() + 1) {
            boolean told = ADDRESSING.closes(e.words(cue.start(), cue.end()))
                    && said.content().stream().allMatch(span -> span.start() >= source.end());
            return told ? Optional.of(said.withSource(speaker(e, cue, source))) : Optional.empty();
        }
        if (source.end() + 1 != cue.start()) {
            return Optional.empty();
        }
        if (Construction.isParticiple(cue.in(e.text())) || e.text().startsWith("to ", cue.start())) {
            return addressing(e, source).map(found -> said.withSource(speaker(e, wordsUpTo(e, source, found), source)));
        }
        return MESSAGE.closing(before(e, source)).map(found -> said.withSource(behindAddressee(e, source, found)));
    }

    /** "In a letter to the Council [Torvia] said": the name behind the addressee's; nobody where the message is not fronted. */
    private static @Nullable Span behindAddressee(Evidence e, Span source, Found message) {
        int sentence = e.sentenceOf(source).start();
        TextWords before = before(e, source);
        boolean fronted = message.from() == 0 || FRONTED.is(e.words(sentence, sentence + before.start(message.from())));
        Optional<Named> last = e.nameTo(source.end()).filter(name -> name.span().start() > source.start());
        return fronted
                ? last.flatMap(name -> e.nameIn(source.start(), name.span().start()))
                        .map(addressee -> behind(e, addressee.span(), source))
                        .filter(behind -> !behind.in(e.text()).contains(" and "))
                        .orElse(null)
                : null;
    }

    /** What stands behind a name, or the name with it where it owns what follows. */
    private static Span behind(Evidence e, Span name, Span source) {
        return e.text().startsWith(" ", name.end())
                ? new Span(name.end() + 1, source.end())
                : new Span(name.start(), source.end());
    }

    /** From the start of the sentence up to the verb or the noun that has the addressee. */
    private static Span wordsUpTo(Evidence e, Span source, Found found) {
        int start = e.sentenceOf(source).start();
        TextWords words = before(e, source);
        int word = start + words.start(found.from());
        return new Span(start, word + words.word(found.from()).length());
    }

    /** Who says what the last verb of the words tells; nobody where that is nobody who speaks. */
    private static @Nullable Span speaker(Evidence e, Span words, Span addressee) {
        return e.ruledAt(words).stream()
                .filter(rule ->
                        rule.voiced() && rule.source().size() == 1 && rule.cue().size() == 1)
                .max(Comparator.comparing(rule -> rule.cue().get(0)))
                .map(rule -> rule.source().get(0))
                .or(() -> e.subjectOf(words))
                .filter(subject -> !subject.overlaps(addressee) && subject.start() < addressee.start())
                .orElse(null);
    }

    /** "[The Council] was told that …", "[Lund] is alleged to …": the agent speaks, where there is one. */
    static Optional<Said> notTold(Evidence e, Said said) {
        Span source = said.source();
        if (source == null || source.end() > said.cue().start()) {
            return Optional.empty();
        }
        if (isTold(e, said.cue())) {
            return Optional.of(agent(e, said)
                    .map(rule -> toldBy(said, rule.source().get(0)))
                    .orElseGet(() -> said.withSource(null)));
        }
        return SPOKEN_OF.closes(e.words(said.cue().start(), said.cue().end()))
                ? Optional.of(agent(e, said)
                        .map(rule -> new Said(rule.source().get(0), said.cue(), rule.content(), said.confidence()))
                        .orElseGet(() -> said.withSource(null)))
                : Optional.empty();
    }

    private static Said toldBy(Said said, Span agent) {
        List<Span> content = said.content().stream()
                .map(span -> span.start() < agent.end() && span.end() > agent.end() + 1
                        ? new Span(agent.end() + 1, span.end())
                        : span)
                .toList();
        return new Said(agent, said.cue(), content, said.confidence());
    }

    /** Whether the cue is the passive of a verb that has whoever is spoken to for its object. */
    static boolean isTold(Evidence e, Span cue) {
        return TOLD.closes(e.words(cue.start(), cue.end()));
    }

    private static Optional<Attribution> agent(Evidence e, Said said) {
        int end = said.cue().end();
        return e.besideCue(said.cue()).stream()
                .filter(rule ->
                        e.between(said.cue().start(), rule.source().get(0).start())
                                        .endsWith(" by ")
                                && rule.source().get(0).start() >= end)
                .findFirst();
    }
}
