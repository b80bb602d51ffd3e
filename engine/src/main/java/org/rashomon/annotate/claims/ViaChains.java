package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.text.Within;
import org.rashomon.words.NameForms;

/** Through whom a claim reaches the article: outer speakers and credited outlets. */
final class ViaChains {
    /** What may follow an outlet's name in the lists of those who collect articles. */
    private static final List<String> CHANNELS = List.of(" (", " - ", " \u2013 ", " \u2014 ");
    /** How far behind a cue, in UTF-16 code units, an outlet is credited. */
    private static final int CREDIT_REACH = 70;

    private ViaChains() {}

    /** Outer speakers and credited outlets, outermost first; never the article's own outlet. */
    static List<String> via(
            Article article, List<Attribution> attributions, List<Speaker> speakers, int i, Mentions mentions) {
        Attribution inner = attributions.get(i);
        Speaker speaker = speakers.get(i);
        List<Integer> outer = IntStream.range(
                        Math.max(0, i - Nesting.NEIGHBOURS), Math.min(attributions.size(), i + Nesting.NEIGHBOURS))
                .filter(k -> Nesting.nests(attributions.get(k), inner) && !sameSpeaker(speakers.get(k), speaker))
                .boxed()
                .sorted(Comparator.comparingInt(
                        k -> -Span.covering(attributions.get(k).content()).length()))
                .toList();
        Set<String> via = new LinkedHashSet<>();
        for (int k : outer) {
            boolean open = speakers.get(k).status() == SpeakerStatus.UNRESOLVED;
            via.add(
                    open
                            ? outletOf(attributions.get(k), mentions).orElse("")
                            : speakers.get(k).label());
        }
        if (speaker.status() == SpeakerStatus.UNRESOLVED) {
            outletOf(inner, mentions).ifPresent(via::add);
        }
        creditedOutlet(article, inner, mentions).ifPresent(via::add);
        via.removeIf(v -> v.isBlank() || isOwn(v, article) || v.equals(speaker.label()));
        return new ArrayList<>(via);
    }

    /** Whether a name is the article's own outlet, which data also call by its channel: CNN (Web News), CBS News. */
    private static boolean isOwn(String name, Article article) {
        String outlet = article.outlet();
        if (outlet == null) {
            return false;
        }
        String own = outlet;
        for (String channel : CHANNELS) {
            own = own.substring(0, own.contains(channel) ? own.indexOf(channel) : own.length());
        }
        return name.equalsIgnoreCase(outlet)
                || name.equalsIgnoreCase(own)
                || (NameForms.isAcronym(name) && own.startsWith(name + " "));
    }

    private static boolean sameSpeaker(Speaker a, Speaker b) {
        return a.status() != SpeakerStatus.UNRESOLVED && a.label().equals(b.label());
    }

    /** The outlet that the words beside the cue credit: told Reuters, in an interview with the Post. */
    private static Optional<String> creditedOutlet(Article article, Attribution a, Mentions mentions) {
        if (a.cue().isEmpty()) {
            return Optional.empty();
        }
        String text = article.text();
        Span cue = Span.covering(a.cue());
        int reach = Math.min(text.length(), cue.end() + CREDIT_REACH);
        int limit = Stream.of(Within.first(text, "\n", cue.start(), reach), Within.first(text, ". ", cue.end(), reach))
                .filter(end -> end >= 0)
                .reduce(reach, Math::min);
        int content = a.content().stream()
                .mapToInt(Span::start)
                .filter(start -> start >= cue.end())
                .min()
                .orElse(limit);
        return outletIn(mentions.between(cue.start(), Math.min(limit, content)));
    }

    /** The outlet among the names of a source. */
    private static Optional<String> outletOf(Attribution a, Mentions mentions) {
        return a.source().isEmpty() ? Optional.empty() : outletIn(mentions.in(Span.covering(a.source())));
    }

    private static Optional<String> outletIn(List<Mention> mentions) {
        return mentions.stream()
                .map(Mention::actor)
                .filter(actor -> actor != null && actor.type() == ActorType.OUTLET)
                .map(Actor::name)
                .findFirst();
    }
}
