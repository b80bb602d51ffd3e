package org.rashomon.compare.omissions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rashomon.compare.corpus.Corpus;
import org.rashomon.compare.corpus.Stems;
import org.rashomon.compare.corpus.Words;
import org.rashomon.model.Actor;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.words.Tsv;

/**
 * Articles of an outlet, searched for a statement. Meant for proving that it stands <em>nowhere</em> in them: whatever may be the statement in
 * other words, or told by words that no claim was made of, counts as its being there.
 */
final class Searched {
    /** With more than this share of the words in two sentences, these may tell it. */
    private static final double MOST_WORDS = 0.5;
    /** Beside a word that does what the statement does. */
    private static final double SOME_WORDS = 0.25;

    private static final Set<String> DENYING = cues("DENY");
    private static final Set<String> ACCUSING = cues("ACCUSE");
    private static final Set<String> ADMITTING = cues("ADMIT");

    private final Corpus corpus;
    private final int articles;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    /** A sentence and the next one. */
    private record Passage(Set<String> stems, Set<String> own, Set<String> names, List<Actor> actors) {}

    Searched(Corpus corpus, List<String> articles) {
        this.corpus = corpus;
        this.articles = articles.size();
        for (String article : articles) {
            add(corpus.analysis(article));
        }
    }

    int articles() {
        return articles;
    }

    private void add(ArticleAnalysis analysis) {
        String text = analysis.article().text();
        List<Sentence> sentences = analysis.sentences();
        List<Set<String>> stems = sentences.stream()
                .map(sentence -> Words.telling(sentence.span().in(text)))
                .toList();
        List<List<Actor>> actors = new ArrayList<>();
        sentences.forEach(sentence -> actors.add(new ArrayList<>()));
        for (Mention mention : analysis.mentions()) {
            int at = corpus.sentenceAt(analysis.article().id(), mention.span().start());
            if (mention.actor() != null && at >= 0) {
                actors.get(at).add(mention.actor());
            }
        }
        for (Claim claim : analysis.claims()) {
            int at = corpus.sentenceAt(analysis.article().id(), claim.extent().start());
            if (claim.speaker().actor() != null && at >= 0) {
                actors.get(at).add(claim.speaker().actor());
            }
        }
        for (int i = 0; i < sentences.size(); i++) {
            Set<String> both = new HashSet<>(stems.get(i));
            if (i + 1 < sentences.size()) {
                both.addAll(stems.get(i + 1));
            }
            Set<String> names = Set.copyOf(
                    List.of(Words.fold(sentences.get(i).span().in(text)).split(" ")));
            passages.add(new Passage(both, stems.get(i), names, actors.get(i)));
        }
        claims.addAll(analysis.claims());
    }

    /** Whether neither the statement nor anything that may be it stands here. */
    boolean lacks(Statement statement) {
        Set<String> doing = doing(statement.claim().act());
        Set<String> name = name(statement.speaker());
        return claims.stream().noneMatch(claim -> isLike(claim, statement))
                && passages.stream().noneMatch(passage -> mayTell(passage, statement, doing, name));
    }

    private boolean isLike(Claim claim, Statement statement) {
        Actor speaker = claim.speaker().actor();
        boolean one = speaker != null && isOfSide(speaker, statement);
        return one && (claim.act() == statement.claim().act() || claim.deniesDeed());
    }

    private static boolean mayTell(Passage passage, Statement statement, Set<String> doing, Set<String> name) {
        double share = (double) Words.shared(statement.words(), passage.stems())
                / statement.words().size();
        boolean does = passage.own().stream().anyMatch(doing::contains);
        if (share > MOST_WORDS
                || (does && share >= SOME_WORDS)
                || (does && statement.claim().act() == Act.DENY)) {
            return true;
        }
        boolean named = passage.actors().stream().anyMatch(actor -> isSpeaker(actor, statement))
                || (!name.isEmpty() && passage.names().containsAll(name));
        return named && (does || Words.shared(statement.words(), passage.stems()) > 0);
    }

    private static boolean isSpeaker(Actor actor, Statement statement) {
        return actor.id().equals(statement.speaker().id())
                || (statement.side() != null
                        && actor.id().equals(statement.side().id()));
    }

    private boolean isOfSide(Actor actor, Statement statement) {
        Actor side = statement.side();
        return corpus.sides().same(actor, statement.speaker())
                || (side != null && corpus.sides().same(actor, side));
    }

    /** The words by which the speaker is called when named again: the last of a name. */
    private static Set<String> name(Actor speaker) {
        String[] parts = Words.fold(speaker.name()).split(" ");
        String last = parts[parts.length - 1];
        return last.length() < 3 ? Set.of() : Set.of(last);
    }

    private static Set<String> doing(Act act) {
        return switch (act) {
            case DENY -> DENYING;
            case ADMIT -> ADMITTING;
            default -> ACCUSING;
        };
    }

    private static Set<String> cues(String act) {
        return Tsv.rows("en/cues.tsv").stream()
                .filter(row -> row.cell(2).equals(act) && row.cell(0).indexOf(' ') < 0)
                .flatMap(row -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(row.cell(0)),
                        java.util.stream.Stream.of(row.cell(6).split(" "))))
                .filter(form -> !form.isEmpty())
                .map(form -> Stems.of(form.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
