package org.rashomon.ingest.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.rashomon.ingest.draft.Draft;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;

/**
 * What editors write around a text, in fields of their own: the standfirst, a correction, a note to other editors. The first two are read
 * with the article where they say what its text does not.
 */
public final class Surroundings {
    private static final int RUN = 4;
    private static final double SAME = 0.8;
    private static final String REPEATS = "repeats words of the article";
    private static final Pattern CORRECTS = Pattern.compile(
            "\\b(?:correct(?:s|ed|ing|ion|ions)?|clarif(?:y|ies|ied|ying|ication)|retract(?:s|ed|ion)?|withdraw[sn]?|withdrew|erratum|amend(?:s|ed)?|misstated|wrongly|earlier version)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Draft draft;
    private final List<Draft.Part> before = new ArrayList<>();
    private final List<Draft.Part> behind = new ArrayList<>();
    private final List<Draft.Beside> leftOut = new ArrayList<>();
    private final Set<List<String>> known = new HashSet<>();

    private Surroundings(Draft draft) {
        this.draft = draft;
        draft.parts().forEach(part -> known.addAll(runs(part.text())));
        String title = draft.imprint().title();
        known.addAll(runs(title == null ? "" : title));
    }

    /** Around the text of {@code draft}. */
    public static Surroundings of(Draft draft) {
        return new Surroundings(draft);
    }

    /** Adds what sums the article up; {@code field} says where it stands, for people. */
    public Surroundings standfirst(String field, String text) {
        add(field, text, Block.Mark.STANDFIRST, before);
        return this;
    }

    /** Adds a note that corrects the article. */
    public Surroundings correction(String field, String text) {
        add(field, text, Block.Mark.CORRECTION, behind);
        return this;
    }

    /** Adds a note to editors, which corrects the article or is no part of it. */
    public Surroundings note(String field, String text) {
        if (CORRECTS.matcher(text).find()) {
            return correction(field, text);
        }
        if (!text.isBlank()) {
            leftOut.add(new Draft.Beside(field, text.strip(), "a note to editors"));
        }
        return this;
    }

    private void add(String field, String text, Block.Mark mark, List<Draft.Part> where) {
        for (Draft.Part part : Fragment.isMarkup(text) ? Fragment.parts(text) : List.of(new Draft.Part(text, null))) {
            String line = Fragment.line(part.text()).replaceAll("\\s+", " ").strip();
            List<List<String>> runs = runs(line);
            long same = runs.stream().filter(known::contains).count();
            if (line.isEmpty()) {
                continue;
            }
            if (same >= SAME * runs.size()) {
                leftOut.add(new Draft.Beside(field, line, REPEATS));
            } else {
                known.addAll(runs);
                where.add(new Draft.Part(
                        line, mark == Block.Mark.STANDFIRST ? BlockRole.HEADLINE : BlockRole.BODY, Set.of(mark), null));
            }
        }
    }

    /** The draft with all that was added; itself where nothing was. */
    public Draft draft() {
        if (before.isEmpty() && behind.isEmpty() && leftOut.isEmpty()) {
            return draft;
        }
        List<Draft.Part> parts = draft.parts();
        if (!before.isEmpty() || !behind.isEmpty()) {
            parts = new ArrayList<>(before);
            parts.addAll(draft.parts());
            parts.addAll(behind);
        }
        return new Draft(draft.place(), draft.id(), draft.imprint(), parts, draft.notes(), leftOut, draft.properties());
    }

    /** The runs of four words of a text; a shorter one is one run. */
    private static List<List<String>> runs(String text) {
        List<String> words =
                new ArrayList<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")));
        words.removeIf(String::isEmpty);
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(List.copyOf(words.subList(i, i + RUN)));
        }
        if (runs.isEmpty() && !words.isEmpty()) {
            runs.add(List.copyOf(words));
        }
        return runs;
    }
}
