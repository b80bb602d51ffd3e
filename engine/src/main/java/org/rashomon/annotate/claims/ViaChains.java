package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;

/** Through whom a claim reaches the article: outer speakers and credited outlets. */
final class ViaChains {
    /** What follows an outlet's name in the lists of those who collect articles. */
    private static final Pattern CHANNEL = Pattern.compile(" (?:\\(|[-\u2013\u2014] )");

    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,}");

    private ViaChains() {}

    /** Outer speakers and credited outlets, outermost first; never the article's own outlet. */
    static List<String> via(
            Article article, List<Attribution> attributions, List<Speaker> speakers, int i, Mentions mentions) {
        Attribution inner = attributions.get(i);
        List<Integer> outer = new ArrayList<>();
        for (int k = Math.max(0, i - Nesting.NEIGHBOURS);
                k < Math.min(attributions.size(), i + Nesting.NEIGHBOURS);
                k++) {
            if (k != i && Nesting.nests(attributions.get(k), inner) && !sameSpeaker(speakers.get(k), speakers.get(i))) {
                outer.add(k);
            }
        }
        outer.sort(Comparator.comparingInt(
                (Integer k) -> -Span.covering(attributions.get(k).content()).length()));
        Set<String> via = new LinkedHashSet<>();
        for (int k : outer) {
            Optional<String> outlet = attributions.get(k).source().isEmpty()
                    ? Optional.empty()
                    : outletIn(mentions.in(Span.covering(attributions.get(k).source())));
            String label = speakers.get(k).status() == SpeakerStatus.UNRESOLVED
                    ? outlet.orElse("")
                    : speakers.get(k).label();
            if (!label.isBlank()) {
                via.add(label);
            }
        }
        if (speakers.get(i).status() == SpeakerStatus.UNRESOLVED
                && !inner.source().isEmpty()) {
            outletIn(mentions.in(Span.covering(inner.source()))).ifPresent(via::add);
        }
        creditedOutlet(article, inner, mentions).ifPresent(via::add);
        via.removeIf(v -> isOwn(v, article) || v.equals(speakers.get(i).label()));
        return new ArrayList<>(via);
    }

    /** Whether a name is the article's own outlet, which data also call by its channel: CNN (Web News), CBS News. */
    private static boolean isOwn(String name, Article article) {
        String outlet = article.outlet();
        if (outlet == null) {
            return false;
        }
        String own = CHANNEL.split(outlet, 2)[0];
        return name.equalsIgnoreCase(outlet)
                || name.equalsIgnoreCase(own)
                || ACRONYM.matcher(name).matches() && own.startsWith(name + " ");
    }

    private static boolean sameSpeaker(Speaker a, Speaker b) {
        return a.status() != SpeakerStatus.UNRESOLVED && a.label().equals(b.label());
    }

    /** The outlet that the words beside the cue credit: told Reuters, in an interview with the Post. */
    private static Optional<String> creditedOutlet(Article article, Attribution a, Mentions mentions) {
        if (a.cue().isEmpty()) {
            return Optional.empty();
        }
        Span cue = Span.covering(a.cue());
        int limit = Math.min(article.text().length(), cue.end() + 70);
        for (Span content : a.content()) {
            if (content.start() >= cue.end()) {
                limit = Math.min(limit, content.start());
            }
        }
        int stop = article.text().indexOf('\n', cue.start());
        if (stop >= 0) {
            limit = Math.min(limit, stop);
        }
        int sentence = article.text().indexOf(". ", cue.end());
        if (sentence >= 0) {
            limit = Math.min(limit, sentence);
        }
        return outletIn(mentions.between(cue.start(), limit));
    }

    private static Optional<String> outletIn(List<Mention> mentions) {
        for (Mention mention : mentions) {
            Actor actor = mention.actor();
            if (actor != null && actor.type() == ActorType.OUTLET) {
                return Optional.of(actor.name());
            }
        }
        return Optional.empty();
    }
}
