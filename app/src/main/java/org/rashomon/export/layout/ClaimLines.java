package org.rashomon.export.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.lookup.OwnVoice;
import org.rashomon.export.lookup.Utterances;
import org.rashomon.export.page.Page.ClaimLine;
import org.rashomon.export.page.Page.Link;
import org.rashomon.model.Article;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.events.Incident;

/** Claims, and what outlets say in their own voice, as lines: act, speaker and how known, words, places, way there. */
final class ClaimLines {
    private final DossierIndex index;
    private final Anchors anchors;
    private final Utterances utterances;
    private final OwnVoice ownVoice;

    ClaimLines(DossierIndex index, Anchors anchors, Utterances utterances) {
        this.index = index;
        this.anchors = anchors;
        this.utterances = utterances;
        this.ownVoice = new OwnVoice(index);
    }

    OwnVoice ownVoice() {
        return ownVoice;
    }

    ClaimLine line(Claim claim) {
        Article article = index.article(claim.article());
        return new ClaimLine(
                anchors.toClaim(claim),
                Wording.style(claim.act()),
                Wording.verb(claim.act()),
                who(claim.speaker()),
                status(claim),
                affiliation(claim.speaker()),
                Wording.words(claim, article),
                places(claim),
                when(claim),
                Wording.and(claim.via()),
                citation(claim));
    }

    /** When it was said; where no article tells, when the first that carries it was published. */
    private String when(Claim claim) {
        Claim first = utterances.of(claim.id()).stream()
                .min(Comparator.comparing((Claim again) -> again.said() == null)
                        .thenComparing(this::published, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(claim);
        return Wording.when(first, index.article(first.article()));
    }

    private @Nullable LocalDate published(Claim claim) {
        PublicationDate published = index.article(claim.article()).published();
        return published == null ? null : published.day();
    }

    /** The words with speaker, outlet, day, article and offsets in code points, to be copied as they stand. */
    String citation(Claim claim) {
        Article article = index.article(claim.article());
        int[] points = index.points(claim.article())
                .of(Span.covering(claim.attribution().content()));
        String status = status(claim);
        return "“" + Wording.whole(claim, article) + "” – " + who(claim.speaker())
                + (status == null ? "" : " (" + status + ")") + ", in " + Wording.source(article) + ", "
                + Wording.when(claim, article) + " [" + article.id() + ", " + points[0] + "–" + points[1] + "]";
    }

    /** One key for all reports of the same two utterances. */
    String pair(ClaimRelation relation) {
        return relation.kind() + " " + utterances.first(relation.a()) + " " + utterances.first(relation.b());
    }

    /** The articles that carry the utterance, each once; the line's own first. */
    private List<Link> places(Claim claim) {
        Map<String, Link> places = new LinkedHashMap<>();
        places.put(claim.article(), place(claim));
        for (Claim again : utterances.of(claim.id())) {
            places.putIfAbsent(again.article(), place(again));
        }
        return List.copyOf(places.values());
    }

    private Link place(Claim claim) {
        return new Link(anchors.toClaim(claim), Wording.source(index.article(claim.article())));
    }

    /**
     * What outlets tell outside all claims in the same words, as the sentence around the account: one line, with a link for each
     * outlet, so that a wire's reprints do not look like so many witnesses. That they say it themselves is said where it is proved.
     *
     * @param voices at least one
     */
    ClaimLine told(List<Incident.Account> voices) {
        Incident.Account first = voices.get(0);
        boolean own = voices.stream().allMatch(voice -> ownVoice.isProved(voice.article(), voice.span()));
        Map<String, Link> places = new LinkedHashMap<>();
        for (Incident.Account voice : voices) {
            String outlet = Wording.source(index.article(voice.article()));
            places.putIfAbsent(outlet, new Link(anchors.to(voice.article(), voice.span()), outlet));
        }
        List<String> outlets = List.copyOf(places.keySet());
        boolean alone = outlets.size() == 1;
        String href = anchors.to(first.article(), first.span());
        String published = voices.stream()
                .map(voice -> index.article(voice.article()).published())
                .filter(Objects::nonNull)
                .map(PublicationDate::day)
                .min(Comparator.naturalOrder())
                .map(day -> (alone ? "published " : "first published ") + Wording.day(day))
                .orElse("undated");
        return new ClaimLine(
                href,
                "voice",
                alone ? "reports" : "report",
                Wording.some(outlets, 2),
                null,
                "",
                words(first),
                alone && own ? List.of(new Link(href, "in its own voice")) : List.copyOf(places.values()),
                note(alone, own) + published,
                "",
                "");
    }

    private static String note(boolean alone, boolean own) {
        if (!own) {
            return OwnVoice.UNDETERMINED + " · ";
        }
        return alone ? "" : "the same words, in their own voice · ";
    }

    /** The sentence around an outlet's account, in its words. */
    String words(Incident.Account voice) {
        return Wording.words(ownVoice.sentence(voice.article(), voice.span()), index.article(voice.article()));
    }

    static String who(Speaker speaker) {
        if (speaker.actor() != null) {
            return speaker.actor().name();
        }
        if (speaker.label().isBlank()) {
            return "speaker not found";
        }
        String label = Wording.cut(speaker.label(), 90);
        return speaker.status() == SpeakerStatus.UNRESOLVED ? "“" + label + "”" : label;
    }

    /** How the speaker is known, where the name alone does not say so. */
    @Nullable
    String status(Claim claim) {
        return switch (claim.speaker().status()) {
            case NAMED -> null;
            case RESOLVED -> resolved(claim);
            case UNNAMED -> "not named in the text";
            // that the text names none is not proved: what was looked for was not found
            case UNRESOLVED -> claim.speaker().label().isBlank() ? "no source found" : "not resolved";
        };
    }

    private String resolved(Claim claim) {
        String text = index.article(claim.article()).text();
        String source =
                claim.attribution().source().stream().map(span -> span.in(text)).collect(Collectors.joining(" "));
        return source.isBlank() ? "resolved" : "resolved from “" + Wording.cut(source, 60) + "”";
    }

    /** What the speaker speaks for, where that adds something. */
    static String affiliation(Speaker speaker) {
        String affiliation = speaker.affiliation();
        return affiliation == null || affiliation.equals(who(speaker)) ? "" : affiliation;
    }

    /** A key under which one speaker's claims gather; the unresolved gather by article, since <em>he</em> is not one man. */
    static String speakerKey(Claim claim) {
        Speaker speaker = claim.speaker();
        if (speaker.actor() != null) {
            return speaker.actor().id();
        }
        String label = speaker.label().strip().toLowerCase(java.util.Locale.ROOT);
        return speaker.status() + ":" + label + ":" + claim.article();
    }

    /** Each utterance once: its first claim among {@code claims}. */
    List<Claim> once(List<Claim> claims) {
        Map<String, Claim> first = new LinkedHashMap<>();
        claims.forEach(claim -> first.putIfAbsent(utterances.first(claim.id()), claim));
        return new ArrayList<>(first.values());
    }

    boolean sameUtterance(String a, String b) {
        return utterances.first(a).equals(utterances.first(b));
    }

    Utterances utterances() {
        return utterances;
    }
}
