package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
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

    private static final String INTERVIEW = " interview";

    private ViaChains() {}

    /** Outer speakers and credited outlets, outermost first; never the article's own outlet. */
    static List<String> via(
            Article article, List<Attribution> attributions, List<Speaker> speakers, int i, Outlets outlets) {
        Attribution inner = attributions.get(i);
        Speaker speaker = speakers.get(i);
        List<Integer> outer = IntStream.range(
                        Math.max(0, i - Nesting.NEIGHBOURS), Math.min(attributions.size(), i + Nesting.NEIGHBOURS))
                .filter(k -> Nesting.nests(attributions.get(k), inner)
                        && !Nesting.isReproach(article, inner)
                        && !sameSpeaker(speakers.get(k), speaker))
                .boxed()
                .sorted(Comparator.comparingInt(
                        k -> -Span.covering(attributions.get(k).content()).length()))
                .toList();
        Set<String> via = new LinkedHashSet<>();
        for (int k : outer) {
            boolean open = speakers.get(k).status() == SpeakerStatus.UNRESOLVED;
            via.add(
                    open
                            ? outletOf(attributions.get(k), outlets).orElse("")
                            : speakers.get(k).label());
        }
        if (speaker.status() == SpeakerStatus.UNRESOLVED) {
            outletOf(inner, outlets).ifPresent(via::add);
        }
        creditedOutlet(article, inner, outlets)
                .or(() -> interviewer(article, inner, speaker, outlets))
                .ifPresent(via::add);
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
    private static Optional<String> creditedOutlet(Article article, Attribution a, Outlets outlets) {
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
        return outlets.in(cue.start(), Math.min(limit, content));
    }

    /** The outlet to which a speaker gave an interview, by the same paragraph. */
    private static Optional<String> interviewer(Article article, Attribution a, Speaker speaker, Outlets outlets) {
        Block block = a.source().isEmpty()
                ? null
                : article.blockAt(a.source().get(0).start()).orElse(null);
        if (block == null || speaker.actor() == null || speaker.actor().type() != ActorType.PERSON) {
            return Optional.empty();
        }
        Span span = block.span();
        int said = a.source().get(0).end();
        int word = Within.first(article.text(), INTERVIEW, span.start(), said);
        if (word < 0) {
            return Optional.empty();
        }
        int from = Math.max(span.start(), article.text().lastIndexOf(". ", word) + 1);
        int stop = Within.first(article.text(), ". ", word, span.end());
        int to = stop < 0 ? span.end() : stop;
        boolean gave = outlets.names(speaker.actor(), from, to);
        return gave ? outlets.in(from, to) : Optional.empty();
    }

    /** The outlet among the names of a source. */
    private static Optional<String> outletOf(Attribution a, Outlets outlets) {
        return a.source().isEmpty()
                ? Optional.empty()
                : outlets.in(
                        Span.covering(a.source()).start(),
                        Span.covering(a.source()).end());
    }
}
