package org.rashomon.server.pages;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Anchor;
import org.rashomon.casefile.Correction;
import org.rashomon.casefile.Draft;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served.Entry;
import org.rashomon.model.claims.Act;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.server.view.Snapshot;

/** Corrections in words. */
final class Entries {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST = 200;

    private final Snapshot snapshot;
    private final Statements statements;

    Entries(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.statements = snapshot.statements();
    }

    /** The newest first. */
    List<Entry> all() {
        List<Correction> newest = new java.util.ArrayList<>(snapshot.corrections());
        java.util.Collections.reverse(newest);
        return newest.stream().map(this::entry).toList();
    }

    /** The last one that stands, or null. */
    @Nullable
    Entry last() {
        List<Correction> all = snapshot.corrections();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).state() == Correction.State.LIVE) {
                return entry(all.get(i));
            }
        }
        return null;
    }

    Entry entry(Correction correction) {
        Draft draft = correction.draft();
        Anchor anchor = draft.anchors().get(0);
        Link words = snapshot.article(anchor.article())
                .map(analysis -> statements.article(analysis.article()))
                .orElse(null);
        Link place = words == null
                ? null
                : new Link(
                        words.href() + claim(anchor),
                        snapshot.article(anchor.article())
                                .map(analysis -> Statements.source(analysis.article()))
                                .orElse(""));
        String state = correction.state().name().toLowerCase(Locale.ROOT);
        return new Entry(
                correction.id(),
                what(draft.kind()),
                words(draft.kind(), correction.before()),
                after(draft),
                place,
                Statements.cut(anchor.exact(), LONGEST),
                correction.author(),
                TIME.format(correction.at()),
                draft.note(),
                state,
                stateWords(correction));
    }

    private String claim(Anchor anchor) {
        return snapshot.article(anchor.article())
                .flatMap(analysis -> analysis.claims().stream()
                        .filter(claim -> org.rashomon.model.Span.covering(
                                        claim.attribution().content())
                                .equals(anchor.span()))
                        .findFirst())
                .map(claim -> "#" + claim.id())
                .orElse("");
    }

    private static @Nullable String stateWords(Correction correction) {
        return switch (correction.state()) {
            case LIVE -> null;
            case UNDONE -> "taken back by " + correction.undoneBy();
            case ORPHAN -> "holds no more: " + correction.reason();
        };
    }

    static String what(Draft.Kind kind) {
        return switch (kind) {
            case SPEAKER -> "Speaker";
            case ACT -> "Act";
            case TARGET -> "Of whom";
            case NO_CLAIM -> "Not a claim";
            case OTHER_INCIDENT -> "Other incident";
            case MERGE -> "One incident";
            case SPLIT -> "Another incident";
            case RELATION_RIGHT -> "Relation holds";
            case RELATION_WRONG -> "Relation does not hold";
            case NOTE -> "Note";
        };
    }

    private String after(Draft draft) {
        return switch (draft.kind()) {
            case SPEAKER -> draft.values().isEmpty() ? "cannot be told" : words(draft.kind(), draft.values());
            case TARGET -> draft.values().isEmpty() ? "nobody" : words(draft.kind(), draft.values());
            case OTHER_INCIDENT ->
                draft.anchors().size() < 2 ? "none" : incident(draft.anchors().get(1));
            case MERGE -> incident(draft.anchors().get(1));
            case SPLIT -> Statements.plural(draft.anchors().size(), "place", "places") + " that tell of it";
            case RELATION_RIGHT, RELATION_WRONG ->
                relation(draft.values().get(0)) + ", of “"
                        + Statements.cut(draft.anchors().get(1).exact(), LONGEST) + "”";
            default -> words(draft.kind(), draft.values());
        };
    }

    /** The incident that is told at these words now, else the words. */
    private String incident(Anchor anchor) {
        return snapshot.judgements()
                .at(anchor)
                .map(snapshot.judgements()::name)
                .orElse("“" + Statements.cut(anchor.exact(), LONGEST) + "”");
    }

    private static String relation(String code) {
        try {
            return Statements.relation(ClaimRelation.Kind.valueOf(code));
        } catch (IllegalArgumentException e) {
            return code;
        }
    }

    private String words(Draft.Kind kind, List<String> values) {
        return values.stream()
                .map(value -> kind == Draft.Kind.ACT ? act(value) : snapshot.actorName(value))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static String act(String code) {
        try {
            return Statements.verb(Act.valueOf(code));
        } catch (IllegalArgumentException e) {
            return code;
        }
    }
}
