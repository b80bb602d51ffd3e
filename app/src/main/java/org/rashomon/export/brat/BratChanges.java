package org.rashomon.export.brat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Anchor;
import org.rashomon.casefile.CorrectionException;
import org.rashomon.casefile.Draft;
import org.rashomon.casefile.OpenCase;
import org.rashomon.export.brat.Exported.Note;
import org.rashomon.export.brat.Exported.Said;
import org.rashomon.export.brat.Standoff.Entity;
import org.rashomon.export.brat.Standoff.Tie;
import org.rashomon.export.brat.Standoff.Value;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.text.Hashes;

/**
 * What an annotator changed in a folder that was exported for brat, as corrections: who speaks, the act, whom it is aimed at, that something is no
 * claim. Every other change is told and not taken. Nothing is taken of an article whose text is another one, in the folder or in the case, nor of a
 * claim that somebody else changed since.
 */
public final class BratChanges {
    private static final long LARGEST = 50L << 20;
    private static final String CONTENT = "Content";
    private static final String ACTOR = "Actor";
    private static final String SAID_BY = "SaidBy";
    private static final String AIMED_AT = "AimedAt";

    private final List<Change> changes = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private int already;
    private int files;

    /**
     * A correction.
     *
     * @param where the file, and the line or the span there, for people
     */
    public record Change(Draft draft, String where) {}

    private BratChanges() {}

    /** What is to be corrected, file by file. */
    public List<Change> changes() {
        return changes;
    }

    /** What is not taken, each with its file, its line and why. */
    public List<String> rejected() {
        return rejected;
    }

    /** How many changes the case has already. */
    public int already() {
        return already;
    }

    /** How many files were compared. */
    public int files() {
        return files;
    }

    /**
     * Makes the corrections: all at once, which compares the case once; where one of them is wrong, one by one, and that one is told.
     *
     * @return how many were made
     */
    public int correct(OpenCase open, String author) {
        if (changes.isEmpty()) {
            return 0;
        }
        try {
            return open.correct(changes.stream().map(Change::draft).toList(), author)
                    .size();
        } catch (CorrectionException e) {
            // told below, of the one that it is of
        }
        int corrected = 0;
        for (Change change : changes) {
            try {
                open.correct(change.draft(), author);
                corrected++;
            } catch (CorrectionException e) {
                rejected.add(change.where() + ": " + e.getMessage());
            }
        }
        return corrected;
    }

    /** Whether a folder is one that was exported for brat. */
    public static boolean isExport(Path folder) {
        return Files.isRegularFile(folder.resolve(Exported.FILE));
    }

    /**
     * Compares a folder with what was exported.
     *
     * @throws IllegalArgumentException when what was exported cannot be told any more
     */
    public static BratChanges of(Path folder, Dossier dossier) throws IOException {
        BratChanges found = new BratChanges();
        Map<String, ArticleAnalysis> analyses = new HashMap<>();
        dossier.analyses().forEach(analysis -> analyses.put(analysis.article().id(), analysis));
        Exported exported = Exported.read(folder);
        for (Map.Entry<String, Exported.Text> text : exported.texts().entrySet()) {
            found.file(
                    folder,
                    text.getKey(),
                    text.getValue(),
                    analyses.get(text.getValue().article()));
        }
        try (Stream<Path> all = Files.list(folder)) {
            all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.endsWith(".ann"))
                    .filter(name -> !exported.texts().containsKey(name.substring(0, name.length() - 4)))
                    .sorted()
                    .forEach(name -> found.rejected.add(name + ": was not exported with these"));
        }
        return found;
    }

    private void file(Path folder, String name, Exported.Text was, @Nullable ArticleAnalysis analysis)
            throws IOException {
        Path annotations = folder.resolve(name + ".ann");
        Path text = folder.resolve(name + ".txt");
        String file = name + ".ann";
        if (!name.matches("[\\w.-]+") || !Files.isRegularFile(annotations)) {
            rejected.add(file + ": missing; nothing is taken from that");
        } else if (Files.size(annotations) > LARGEST) {
            rejected.add(file + ": too large");
        } else if (Files.isRegularFile(text)
                && !Hashes.sha256(Files.readString(text, StandardCharsets.UTF_8))
                        .equals(was.sha256())) {
            rejected.add(
                    name + ".txt: the text was changed, and with it what the offsets mean; nothing is taken of it");
        } else if (analysis == null || !analysis.article().sha256().equals(was.sha256())) {
            rejected.add(file + ": the case has another text of this article now; export again");
        } else {
            List<String> lines;
            try {
                lines = Files.readAllLines(annotations, StandardCharsets.UTF_8);
            } catch (CharacterCodingException e) {
                rejected.add(file + ": not UTF-8");
                return;
            }
            if (lines.stream().allMatch(String::isBlank) && !was.claims().isEmpty()) {
                rejected.add(file + ": empty; that every claim in it is none is not taken from that");
                return;
            }
            files++;
            new Comparing(file, was, analysis, Standoff.of(was.lines()), Standoff.of(lines)).compare();
        }
    }

    /** One file. */
    private final class Comparing {
        private final String file;
        private final Exported.Text was;
        private final Article article;
        private final Map<String, Claim> claims = new HashMap<>();
        private final Standoff before;
        private final Standoff after;
        /** Spans that a change was made of, whose other lines need no word. */
        private final Set<String> gone = new HashSet<>();

        private final Set<Tie> told = new HashSet<>();

        Comparing(String file, Exported.Text was, ArticleAnalysis analysis, Standoff before, Standoff after) {
            this.file = file;
            this.was = was;
            this.article = analysis.article();
            this.before = before;
            this.after = after;
            analysis.claims().forEach(claim -> claims.put(claim.id(), claim));
        }

        void compare() {
            after.faults().forEach(fault -> reject(fault.line(), fault.text()));
            was.claims().forEach(this::claim);
            spans();
            ties();
            others();
        }

        private void reject(int line, String why) {
            rejected.add(file + (line > 0 ? ":" + line : "") + ": " + why);
        }

        private void claim(String content, Said said) {
            Entity then = before.entities().get(content);
            Entity now = after.entities().get(content);
            if (then == null) {
                reject(0, content + ": " + Exported.FILE + " does not fit; export again");
                return;
            }
            if (now == null) {
                gone.add(content);
                take(said, 0, Draft.Kind.NO_CLAIM, List.of());
                return;
            }
            if (!now.type().equals(then.type()) || !now.offsets().equals(then.offsets())) {
                reject(now.line(), "the words of a claim cannot be moved; take the span away, and it is no claim");
                return;
            }
            act(content, said);
            speaker(content, said);
            targets(content, said);
        }

        private void act(String content, Said said) {
            Value now = after.attributes(content).get("Act");
            if (now == null) {
                reject(0, content + ": its act was taken away, and no other put in its place");
            } else if (!now.text().equals(said.act())) {
                if (Stream.of(Act.values()).noneMatch(act -> act.name().equals(now.text()))) {
                    reject(now.line(), "there is no act " + now.text());
                } else {
                    Act act = Act.valueOf(now.text());
                    take(said, now.line(), Draft.Kind.ACT, List.of(act.name()));
                }
            }
        }

        private void speaker(String content, Said said) {
            Set<String> meant = new LinkedHashSet<>();
            int line = 0;
            Note then = noteOf(before, content);
            Note now = noteOf(after, content);
            Value written = after.notes().get(content);
            if (then != null && now != null && !now.speaker().equals(then.speaker())) {
                meant.add(now.speaker().equals(Note.OPEN) ? "" : now.speaker());
                line = Objects.requireNonNull(written).line();
            }
            for (Map.Entry<Tie, Integer> drawn : drawn(SAID_BY, content).entrySet()) {
                String actor = actor(drawn.getKey().to());
                if (actor == null) {
                    reject(
                            drawn.getValue(),
                            "the words that it is drawn to name nobody; draw it to an Actor, or write the name in the note");
                    return;
                }
                meant.add(actor);
                line = drawn.getValue();
            }
            Value status = after.attributes(content).get("Speaker");
            Value statusThen = before.attributes(content).get("Speaker");
            if (status != null && statusThen != null && !status.text().equals(statusThen.text())) {
                if (status.text().equals(SpeakerStatus.UNRESOLVED.name())) {
                    meant.add("");
                    line = status.line();
                } else if (meant.isEmpty()) {
                    reject(
                            status.line(),
                            "who speaks is not told by that; write the name in the note, or draw SaidBy to an Actor");
                }
            }
            boolean cut = erased(SAID_BY, content);
            if (cut && meant.isEmpty()) {
                reject(
                        0,
                        content
                                + ": who says it was taken away, and nobody put there; set Speaker to UNRESOLVED to leave it open");
            } else if (meant.size() > 1) {
                reject(line, "it is given two speakers: " + String.join(", ", meant));
            } else if (meant.size() == 1) {
                String name = meant.iterator().next();
                take(said, line, Draft.Kind.SPEAKER, name.isEmpty() ? List.of() : List.of(name));
            }
        }

        private void targets(String content, Said said) {
            Note then = noteOf(before, content);
            Note now = noteOf(after, content);
            if (then == null) {
                return;
            }
            if (now == null) {
                Value note = after.notes().get(content);
                reject(
                        note == null ? 0 : note.line(),
                        content + ": its note has to keep its form: claim ID; speaker NAME; aimed at NAME | NAME");
                return;
            }
            List<String> written = now.targets();
            int line = Objects.requireNonNull(after.notes().get(content)).line();
            boolean isWritten = !written.equals(then.targets());
            Map<Tie, Integer> drawn = drawn(AIMED_AT, content);
            if (drawn.isEmpty() && !erased(AIMED_AT, content)) {
                if (isWritten) {
                    take(said, line, Draft.Kind.TARGET, written);
                }
                return;
            }
            if (isWritten) {
                reject(line, "whom it is aimed at was changed in the note and by AimedAt, too; do one of them");
                return;
            }
            List<String> names = new ArrayList<>(then.targets());
            for (Tie tie : before.ties().keySet()) {
                if (tie.type().equals(AIMED_AT)
                        && tie.from().equals(content)
                        && !after.ties().containsKey(tie)) {
                    names.remove(name(before, tie.to()));
                }
            }
            for (Map.Entry<Tie, Integer> tie : drawn.entrySet()) {
                String actor = actor(tie.getKey().to());
                if (actor == null) {
                    reject(tie.getValue(), "the words that it is drawn to name nobody; draw it to an Actor");
                    return;
                }
                names.add(actor);
                line = tie.getValue();
            }
            take(said, line, Draft.Kind.TARGET, names);
        }

        /** Relations of a content that were not there. */
        private Map<Tie, Integer> drawn(String type, String content) {
            Map<Tie, Integer> drawn = new java.util.LinkedHashMap<>();
            after.ties().forEach((tie, line) -> {
                if (tie.type().equals(type)
                        && tie.from().equals(content)
                        && !before.ties().containsKey(tie)) {
                    drawn.put(tie, line);
                    told.add(tie);
                }
            });
            return drawn;
        }

        private boolean erased(String type, String content) {
            boolean any = false;
            for (Tie tie : before.ties().keySet()) {
                if (tie.type().equals(type)
                        && tie.from().equals(content)
                        && !after.ties().containsKey(tie)) {
                    told.add(tie);
                    gone.add(tie.to());
                    any = true;
                }
            }
            return any;
        }

        private @Nullable Note noteOf(Standoff file, String content) {
            Value note = file.notes().get(content);
            return note == null ? null : Note.of(note.text());
        }

        /** Whom a span names: an actor of the case by the id in its note, one that was added by its note or its words; null for nobody. */
        private @Nullable String actor(String span) {
            Entity entity = after.entities().get(span);
            if (entity == null) {
                return null;
            }
            if (!entity.type().equals(ACTOR)) {
                // the words of a source may be a name, too
                return after.entities().entrySet().stream()
                        .filter(one -> one.getValue().type().equals(ACTOR)
                                && one.getValue().offsets().equals(entity.offsets()))
                        .map(one -> actor(one.getKey()))
                        .findFirst()
                        .orElse(null);
            }
            Value note = after.notes().get(span);
            gone.add(span);
            String told = note == null ? entity.words() : note.text().replaceFirst(";.*", "");
            return told.strip();
        }

        private @Nullable String name(Standoff file, String span) {
            Value note = file.notes().get(span);
            return note == null ? null : note.text().replaceFirst("^[^;]*;\\s*", "");
        }

        /** Takes a change, where nobody else changed the same since. */
        private void take(Said said, int line, Draft.Kind kind, List<String> values) {
            Claim claim = claims.get(said.id());
            if (claim == null) {
                reject(line, "the case has no such claim now; export again");
                return;
            }
            boolean untouched = switch (kind) {
                case ACT -> claim.act().name().equals(said.act());
                case SPEAKER -> Exported.speaker(claim).equals(said.speaker());
                case TARGET -> Exported.targets(claim).equals(said.targets());
                default ->
                    claim.act().name().equals(said.act())
                            && Exported.speaker(claim).equals(said.speaker());
            };
            if (isSo(claim, kind, values)) {
                already++;
            } else if (!untouched) {
                reject(line, "somebody changed that in the case since it was exported; it is left as it is");
            } else {
                String where = file + (line > 0 ? ":" + line : "");
                changes.add(new Change(
                        new Draft(kind, List.of(Anchor.of(article, claim)), values, "brat: " + where), where));
            }
        }

        private boolean isSo(Claim claim, Draft.Kind kind, List<String> values) {
            return switch (kind) {
                case ACT -> claim.act().name().equals(values.get(0));
                case SPEAKER ->
                    values.isEmpty()
                            ? claim.speaker().actor() == null
                                    && claim.speaker().label().isEmpty()
                            : claim.speaker().actor() != null
                                    && (claim.speaker().actor().id().equals(values.get(0))
                                            || claim.speaker().actor().name().equalsIgnoreCase(values.get(0)));
                case TARGET ->
                    claim.targets().size() == values.size()
                            && claim.targets().stream()
                                    .allMatch(actor -> values.contains(actor.id()) || values.contains(actor.name()));
                default -> false;
            };
        }

        /** Spans that came, went or moved, beside those of claims. */
        private void spans() {
            after.entities().forEach((span, now) -> {
                Entity then = before.entities().get(span);
                if (then == null && now.type().equals(CONTENT)) {
                    reject(now.line(), "a claim cannot be added by an import");
                } else if (then == null && !gone.contains(span)) {
                    reject(now.line(), "a new " + now.type() + " that no change rests on is left aside");
                } else if (then != null
                        && !was.claims().containsKey(span)
                        && !(now.type().equals(then.type()) && now.offsets().equals(then.offsets()))) {
                    reject(now.line(), "a moved or changed " + then.type() + " is left aside");
                }
            });
            before.entities().forEach((span, then) -> {
                if (!after.entities().containsKey(span) && !was.claims().containsKey(span) && !gone.contains(span)) {
                    boolean ofAClaimThatWent = before.ties().keySet().stream()
                            .anyMatch(tie -> tie.to().equals(span) && gone.contains(tie.from()));
                    if (!ofAClaimThatWent) {
                        reject(0, span + ": that " + then.type() + " was taken away is left aside");
                    }
                }
            });
        }

        private void ties() {
            after.ties().forEach((tie, line) -> {
                if (!before.ties().containsKey(tie) && !told.contains(tie)) {
                    reject(line, "a new relation " + tie.type() + " is left aside; relations are judged on the pages");
                }
            });
            for (Tie tie : before.ties().keySet()) {
                boolean went = gone.contains(tie.from())
                        || gone.contains(tie.to())
                        || !after.entities().containsKey(tie.from())
                        || !after.entities().containsKey(tie.to());
                if (!after.ties().containsKey(tie) && !told.contains(tie) && !went) {
                    reject(0, tie.from() + ": that " + tie.type() + " " + tie.to() + " was taken away is left aside");
                }
            }
        }

        /** Attributes and notes that nothing is taken from. */
        private void others() {
            after.attributed()
                    .forEach((span, values) -> values.forEach((name, value) -> {
                        Value then = before.attributes(span).get(name);
                        boolean ours = was.claims().containsKey(span) && (name.equals("Act") || name.equals("Speaker"));
                        if (!ours && (then == null || !then.text().equals(value.text()))) {
                            reject(value.line(), "a changed " + name + " is left aside");
                        }
                    }));
            after.notes().forEach((span, note) -> {
                Value then = before.notes().get(span);
                if (!was.claims().containsKey(span)
                        && !gone.contains(span)
                        && (then == null || !then.text().equals(note.text()))) {
                    reject(note.line(), "a changed note of what is no claim is left aside");
                }
            });
        }
    }
}
