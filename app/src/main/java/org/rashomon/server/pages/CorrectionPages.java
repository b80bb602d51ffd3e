package org.rashomon.server.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Anchor;
import org.rashomon.casefile.CorrectionException;
import org.rashomon.casefile.Draft;
import org.rashomon.casefile.OpenCase;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.page.Page.ClaimLine;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Served;
import org.rashomon.export.page.Served.Option;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.server.view.Doubt;
import org.rashomon.server.view.Snapshot;
import org.rashomon.server.view.Snapshots;

/** What people settle: the questions one after another, single corrections, and taking them back. */
final class CorrectionPages {
    private static final int LONGEST = 160;

    private final Snapshots snapshots;

    CorrectionPages(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** A question, by its place; the last one where there are fewer. */
    Served check(Visit visit, @Nullable String place) {
        Snapshot snapshot = visit.snapshot();
        List<Doubt> doubts = snapshot.doubts();
        Entries entries = new Entries(snapshot);
        if (doubts.isEmpty()) {
            return new Served.Checked(visit.frame("Nothing to check"), entries.last());
        }
        int at = Math.min(number(place), doubts.size() - 1);
        Doubt doubt = doubts.get(at);
        return doubt.claim() == null
                ? orphan(visit, doubt, at, doubts.size())
                : question(visit, doubt, doubt.claim(), at, doubts.size());
    }

    private static int number(@Nullable String digits) {
        return digits != null && digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private Served question(Visit visit, Doubt doubt, Claim claim, int at, int of) {
        Snapshot snapshot = visit.snapshot();
        Statements statements = snapshot.statements();
        Article article = snapshot.index().article(claim.article());
        ClaimLine line = statements.line(claim);
        boolean open = doubt.kind() == Doubt.Kind.UNRESOLVED;
        List<Option> options = new ArrayList<>();
        if (!open) {
            options.add(option(options, "CONFIRM", "", "Yes, " + line.who(), "Kept as it is, with your name"));
        }
        for (String candidate : doubt.candidates()) {
            options.add(option(options, "SPEAKER", candidate, candidate, "mentioned before it in this article"));
        }
        options.add(
                option(options, "OPEN", "", "Cannot be told", "The speaker stays open, and is not asked for again"));
        options.add(option(options, "NO_CLAIM", "", "Not a claim", "Nobody says this; it goes from the case"));
        String source = claim.speaker().label();
        return new Served.Check(
                visit.frame("To check"),
                at,
                of,
                doubt.id(),
                open
                        ? source.isBlank() ? "Who says this?" : "Who is “" + Statements.cut(source, LONGEST) + "”?"
                        : "Does " + line.who() + " say this?",
                open
                        ? "The text does not let the program decide."
                        : "The program is not sure of it: "
                                + Math.round(claim.attribution().confidence() * 100) + " of 100.",
                new Link(
                        line.href(),
                        Statements.title(article) + " · " + Statements.source(article)
                                + (article.published() == null
                                        ? ""
                                        : " · "
                                                + Statements.day(
                                                        article.published().day()))),
                statements.passage(claim),
                line,
                options,
                new Entries(snapshot).last());
    }

    private static Option option(List<Option> before, String kind, String value, String label, String means) {
        return new Option(String.valueOf(before.size() + 1), kind, value, label, means);
    }

    private static Served orphan(Visit visit, Doubt doubt, int at, int of) {
        Entries entries = new Entries(visit.snapshot());
        Served.Entry entry = entries.entry(Objects.requireNonNull(doubt.orphan()));
        return new Served.Check(
                visit.frame("To check"),
                at,
                of,
                doubt.id(),
                "Does this correction still hold? " + entry.what() + ": " + entry.after(),
                "Made by " + entry.by() + ", " + entry.when() + ", of the words “" + entry.exact() + "”. "
                        + entry.stateWords() + ". It is applied nowhere, and never moved to other words.",
                entry.words(),
                null,
                null,
                List.of(new Option("1", "UNDO", entry.id(), "Take it back", "It stays in the list as taken back")),
                entries.last());
    }

    /** Settles a question. Says what changed, and which place to go on with. */
    int settle(Visit visit, String id, String answer, String other, int at) {
        Snapshot before = visit.snapshot();
        Optional<Doubt> doubt =
                before.doubts().stream().filter(one -> one.id().equals(id)).findFirst();
        if (doubt.isEmpty()) {
            visit.tell("That question is settled already.");
            return at;
        }
        int space = answer.indexOf(' ');
        String kind = space < 0 ? answer : answer.substring(0, space);
        String value = space < 0 ? "" : answer.substring(space + 1);
        OpenCase open = snapshots.open();
        try {
            if (doubt.get().orphan() != null) {
                open.undo(doubt.get().orphan().id(), visit.author());
                visit.tell("Taken back.");
                return at;
            }
            Claim claim = Objects.requireNonNull(doubt.get().claim());
            Anchor anchor = Anchor.of(before.index().article(claim.article()), claim);
            Draft draft = switch (kind) {
                case "SPEAKER" -> Draft.speaker(anchor, value, null);
                case "OTHER" -> Draft.speaker(anchor, named(other), null);
                case "OPEN" -> Draft.speaker(anchor, null, null);
                case "NO_CLAIM" -> Draft.noClaim(anchor, null);
                case "CONFIRM" ->
                    Draft.speaker(
                            anchor,
                            claim.speaker().actor() == null
                                    ? null
                                    : claim.speaker().actor().id(),
                            "seen and kept");
                default -> throw new CorrectionException("There is no such answer.");
            };
            open.correct(draft, visit.author());
            visit.tell(changes(draft, before, snapshots.current()));
        } catch (CorrectionException e) {
            visit.tell(String.valueOf(e.getMessage()));
        }
        return at;
    }

    private static String named(String name) {
        if (name.isBlank()) {
            throw new CorrectionException("Give the name of the speaker.");
        }
        return name.strip();
    }

    /** Corrects one claim, as the form beside it says. */
    Optional<String> correct(Visit visit, String id, String kind, Form form) {
        Snapshot before = visit.snapshot();
        Optional<Claim> claim = before.claim(id);
        if (claim.isEmpty()) {
            visit.tell("There is no such claim any more.");
            return Optional.empty();
        }
        Article article = before.index().article(claim.get().article());
        Anchor anchor = Anchor.of(article, claim.get());
        String note = form.note().isBlank() ? null : form.note().strip();
        try {
            Draft draft = switch (kind) {
                case "SPEAKER" -> Draft.speaker(anchor, named(form.speaker()), note);
                case "ACT" -> Draft.act(anchor, act(form.act()), note);
                case "TARGET" -> Draft.target(anchor, names(form.target()), note);
                case "NO_CLAIM" -> Draft.noClaim(anchor, note);
                case "OTHER_INCIDENT" ->
                    Draft.otherIncident(anchor, JudgingForms.mention(before, form.incident()), note);
                case "NO_INCIDENT" -> Draft.otherIncident(anchor, null, note);
                case "NOTE" -> Draft.note(anchor, noted(note));
                default -> throw new CorrectionException("There is no such correction.");
            };
            snapshots.open().correct(draft, visit.author());
            visit.tell(changes(draft, before, snapshots.current()));
        } catch (CorrectionException e) {
            visit.tell(String.valueOf(e.getMessage()));
        }
        String page = before.statements().article(article).href();
        return Optional.of(
                kind.equals("NO_CLAIM") ? page : page + "#" + claim.get().id());
    }

    /** What the form beside a claim holds. */
    record Form(String speaker, String act, String target, String incident, String note) {}

    private static Act act(String code) {
        return Arrays.stream(Act.values())
                .filter(act -> act.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new CorrectionException("There is no such act."));
    }

    private static List<String> names(String typed) {
        return Arrays.stream(typed.split("[,;]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String noted(@Nullable String note) {
        if (note == null) {
            throw new CorrectionException("Write a note.");
        }
        return note;
    }

    void undo(Visit visit, String id) {
        Snapshot before = visit.snapshot();
        try {
            snapshots.open().undo(id, visit.author());
            visit.tell("Taken back." + counted(before, snapshots.current()));
        } catch (CorrectionException e) {
            visit.tell(String.valueOf(e.getMessage()));
        }
    }

    Served list(Visit visit) {
        return new Served.Corrections(visit.frame("Corrections"), new Entries(visit.snapshot()).all());
    }

    /** What was done, and what the comparison finds now. */
    static String changes(Draft draft, Snapshot before, Snapshot after) {
        String what = switch (draft.kind()) {
            case SPEAKER -> draft.values().isEmpty() ? "The speaker stays open." : "Speaker set.";
            case ACT -> "Act set.";
            case TARGET -> "Of whom set.";
            case NO_CLAIM -> "It is no claim any more.";
            case NOTE -> "Note kept.";
            case OTHER_INCIDENT -> draft.anchors().size() > 1 ? "Other incident set." : "It is about no incident now.";
            case MERGE -> "They are one incident now.";
            case SPLIT -> "They are two incidents now.";
            case RELATION_RIGHT -> "Kept: it holds.";
            case RELATION_WRONG -> "Kept: it does not hold, and is shown no more.";
        };
        return what + counted(before, after);
    }

    /** What the comparison finds now, where that is not what it found before. */
    private static String counted(Snapshot before, Snapshot after) {
        StringBuilder words = new StringBuilder();
        change(
                words,
                "links between claims",
                before.dossier().comparison().relations().size(),
                after.dossier().comparison().relations().size());
        change(
                words,
                "incidents",
                before.dossier().comparison().incidents().size(),
                after.dossier().comparison().incidents().size());
        change(words, "questions", before.doubts().size(), after.doubts().size());
        return words.isEmpty() ? "" : words.append('.').toString();
    }

    private static void change(StringBuilder words, String what, int before, int after) {
        if (before != after) {
            words.append(words.isEmpty() ? " Now " : ", ")
                    .append(after)
                    .append(' ')
                    .append(what)
                    .append(" instead of ")
                    .append(before);
        }
    }
}
