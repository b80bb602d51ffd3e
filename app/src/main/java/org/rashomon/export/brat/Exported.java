package org.rashomon.export.brat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Claim;

/**
 * What a folder for brat held when it was written, in {@code exported.tsv} beside it: of each article its id and the hash of its text, of each claim
 * what was read, and every line of its annotations.
 */
public final class Exported {
    /** The name of the file. */
    public static final String FILE = "exported.tsv";

    private static final String ARTICLE = "article";
    private static final String CLAIM = "claim";
    private static final String LINE = "line";
    private static final String BETWEEN = " | ";

    private final Map<String, Text> texts = new LinkedHashMap<>();

    /** A claim as it was. */
    record Said(String id, String act, String speaker, List<String> targets) {}

    /** An article as it was; claims by the span of their content. */
    record Text(String article, String sha256, Map<String, Said> claims, List<String> lines) {}

    private Exported() {}

    Map<String, Text> texts() {
        return texts;
    }

    /** Who speaks, to be compared: an id, else the words that stand for him. */
    static String speaker(Claim claim) {
        Actor actor = claim.speaker().actor();
        return plain(actor == null ? claim.speaker().label() : actor.id());
    }

    /** Whom the act is aimed at, to be compared. */
    static List<String> targets(Claim claim) {
        return (claim.targets().isEmpty()
                        ? claim.targetLabels().stream()
                        : claim.targets().stream().map(Actor::id))
                .map(Exported::plain)
                .toList();
    }

    /** The note of a claim's content, which can be edited. */
    public static String note(Claim claim) {
        List<String> names = claim.targets().isEmpty()
                ? claim.targetLabels()
                : claim.targets().stream().map(Actor::name).toList();
        String speaker = claim.speaker().label();
        return plain("claim " + claim.id() + "; speaker " + (speaker.isBlank() ? Note.OPEN : speaker) + Note.AIMED
                + (names.isEmpty() ? Note.NOBODY : String.join(BETWEEN, names)));
    }

    /** What can be edited of a claim. */
    record Note(String speaker, List<String> targets) {
        static final String OPEN = "open";
        static final String NOBODY = "nobody";
        static final String AIMED = "; aimed at ";

        /** As it stands in a file; null where it is none. */
        static @Nullable Note of(String words) {
            int speaker = words.indexOf("; speaker ");
            int aimed = words.lastIndexOf(AIMED);
            if (!words.startsWith("claim ") || speaker < 0 || aimed < speaker) {
                return null;
            }
            String targets = words.substring(aimed + AIMED.length()).strip();
            return new Note(
                    words.substring(speaker + "; speaker ".length(), aimed).strip(),
                    targets.equals(NOBODY) || targets.isEmpty() ? List.of() : List.of(targets.split("\\s*\\|\\s*")));
        }
    }

    /** The rows of an article; contents are the spans of its claims. */
    public static List<String> rows(String name, Article article, Map<Claim, String> contents, String annotations) {
        List<String> rows = new ArrayList<>();
        rows.add(row(name, ARTICLE, article.id(), article.sha256()));
        contents.forEach((claim, content) -> rows.add(row(
                name,
                CLAIM,
                content,
                claim.id(),
                claim.act().name(),
                speaker(claim),
                String.join(BETWEEN, targets(claim)))));
        annotations.lines().forEach(line -> rows.add(name + "\t" + LINE + "\t" + line));
        return rows;
    }

    private static String row(String... cells) {
        return java.util.Arrays.stream(cells).map(Exported::plain).collect(Collectors.joining("\t"));
    }

    private static String plain(String cell) {
        return cell.replaceAll("\\s+", " ").strip();
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is damaged
     */
    static Exported read(Path folder) throws IOException {
        Exported exported = new Exported();
        int number = 0;
        for (String line : Files.readAllLines(folder.resolve(FILE), StandardCharsets.UTF_8)) {
            number++;
            String[] cells = line.split("\t", -1);
            Text text = exported.texts.get(cells[0]);
            if (cells.length == 4 && cells[1].equals(ARTICLE) && text == null) {
                exported.texts.put(cells[0], new Text(cells[2], cells[3], new LinkedHashMap<>(), new ArrayList<>()));
            } else if (cells.length == 7 && cells[1].equals(CLAIM) && text != null) {
                text.claims.put(
                        cells[2],
                        new Said(
                                cells[3],
                                cells[4],
                                cells[5],
                                cells[6].isEmpty() ? List.of() : List.of(cells[6].split(" \\| "))));
            } else if (cells.length > 2 && cells[1].equals(LINE) && text != null) {
                text.lines.add(line.split("\t", 3)[2]);
            } else {
                throw new IllegalArgumentException(FILE + ", line " + number + ": damaged; export again");
            }
        }
        return exported;
    }
}
