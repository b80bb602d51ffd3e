package org.rashomon.compare.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;

/**
 * The analysed articles with the look-ups that comparison needs. Immutable; articles stand in order of publication day (undated
 * last) and id, whatever the order of input. Where two analyses have one article id, the first counts.
 */
public final class Corpus {
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    private final Sides sides;
    private final List<ArticleAnalysis> analyses;
    private final Map<String, ArticleAnalysis> byArticle;
    private final Map<String, Claim> claims;
    private final Names.Known names;

    private Corpus(
            Sides sides,
            List<ArticleAnalysis> analyses,
            Map<String, ArticleAnalysis> byArticle,
            Map<String, Claim> claims,
            Names.Known names) {
        this.sides = sides;
        this.analyses = analyses;
        this.byArticle = byArticle;
        this.claims = claims;
        this.names = names;
    }

    /** @param registry knows who leads a state, so that he or she and its government are one side */
    public static Corpus of(List<ArticleAnalysis> analyses, ActorRegistry registry) {
        List<ArticleAnalysis> ordered = ordered(analyses);
        Names names = Names.none();
        ordered.forEach(names::add);
        return of(ordered, registry, names.known(registry));
    }

    /** Of a part of all articles: {@code names} are those of all. */
    public static Corpus ofPart(List<ArticleAnalysis> analyses, ActorRegistry registry, Names.Known names) {
        return of(ordered(analyses), registry, names);
    }

    private static List<ArticleAnalysis> ordered(List<ArticleAnalysis> analyses) {
        Map<String, ArticleAnalysis> byArticle = new TreeMap<>();
        analyses.forEach(analysis -> byArticle.putIfAbsent(analysis.article().id(), analysis));
        List<ArticleAnalysis> ordered = new ArrayList<>(byArticle.values());
        ordered.sort(Comparator.comparing(
                        (ArticleAnalysis analysis) -> publishedDay(analysis.article()),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(analysis -> analysis.article().id()));
        return List.copyOf(ordered);
    }

    private static Corpus of(List<ArticleAnalysis> ordered, ActorRegistry registry, Names.Known names) {
        Map<String, ArticleAnalysis> byArticle = new TreeMap<>();
        Map<String, Claim> claims = new HashMap<>();
        for (ArticleAnalysis analysis : ordered) {
            byArticle.put(analysis.article().id(), analysis);
            analysis.claims().forEach(claim -> claims.putIfAbsent(claim.id(), claim));
        }
        return new Corpus(new Sides(registry), ordered, byArticle, claims, names);
    }

    /** The body that a person is said to speak for, wherever that is said, or null. */
    @Nullable
    Actor servedBy(Actor person) {
        return names.served().get(person.id());
    }

    /** The body that a claim's speaker stands for: its affiliation where an actor of that name is known, else the speaker. */
    public @Nullable Actor sideOf(Claim claim) {
        Actor speaker = claim.speaker().actor();
        Actor affiliation = actorNamed(claim.speaker().affiliation());
        if (speaker == null || speaker.type() == ActorType.PERSON) {
            Actor served = speaker == null || (affiliation != null && affiliation.country() != null)
                    ? null
                    : servedBy(speaker);
            return served != null ? served : affiliation != null ? affiliation : speaker;
        }
        return speaker;
    }

    public Sides sides() {
        return sides;
    }

    public List<ArticleAnalysis> analyses() {
        return analyses;
    }

    public List<Article> articles() {
        return analyses.stream().map(ArticleAnalysis::article).toList();
    }

    public ArticleAnalysis analysis(String article) {
        ArticleAnalysis analysis = byArticle.get(article);
        if (analysis == null) {
            throw new IllegalArgumentException("article " + article + " is not among those compared");
        }
        return analysis;
    }

    public Article article(String article) {
        return analysis(article).article();
    }

    /** The claim, or null where an id leads nowhere. */
    @Nullable
    public Claim claim(@Nullable String id) {
        return id == null ? null : claims.get(id);
    }

    /** The actor that somewhere in these articles goes by {@code name}, or null. */
    @Nullable
    Actor actorNamed(@Nullable String name) {
        return names.named(name);
    }

    /** The outlet as stated, else the article's id: articles without a stated outlet count one by one. */
    public String outlet(String article) {
        String outlet = article(article).outlet();
        return outlet == null || outlet.isBlank() ? article : outlet;
    }

    @Nullable
    public LocalDate published(String article) {
        return publishedDay(article(article));
    }

    /** The stated day of publication, else the latest day that the text names with its year, or null. */
    @Nullable
    public LocalDate about(Article article) {
        LocalDate published = publishedDay(article);
        if (published != null) {
            return published;
        }
        LocalDate latest = null;
        for (TimeExpression time : analysis(article.id()).times()) {
            TimeInterval interval = time.interval();
            boolean full = interval != null
                    && interval.start().equals(interval.end())
                    && YEAR.matcher(time.span().in(article.text())).find();
            if (interval != null && full && (latest == null || interval.start().isAfter(latest))) {
                latest = interval.start();
            }
        }
        return latest;
    }

    /** The words of all content spans of a claim, joined by a space. */
    public String content(Claim claim) {
        String text = article(claim.article()).text();
        StringBuilder words = new StringBuilder();
        for (Span span : claim.attribution().content()) {
            if (words.length() > 0) {
                words.append(' ');
            }
            words.append(text, span.start(), span.end());
        }
        return words.toString();
    }

    /** Source, cue and content of a claim as they stand in the text. */
    public String utterance(Claim claim) {
        return claim.extent().in(article(claim.article()).text());
    }

    /** The index of the sentence in which {@code offset} lies, or of the last one before it; -1 before the first. */
    public int sentenceAt(String article, int offset) {
        List<Sentence> sentences = analysis(article).sentences();
        return Bisection.first(sentences.size(), i -> sentences.get(i).span().start() > offset) - 1;
    }

    public static @Nullable LocalDate publishedDay(Article article) {
        return article.published() == null ? null : article.published().day();
    }
}
