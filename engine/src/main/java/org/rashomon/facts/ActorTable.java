package org.rashomon.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.facts.ActorRegistry.Gender;
import org.rashomon.facts.ActorRegistry.StateWordKind;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.words.NameForms;
import org.rashomon.words.Tsv;

/**
 * Actors as a file has them, ours or a user's; docs/actors.md defines the format. Tab-separated, UTF-8, one actor a line:
 *
 * <pre>slug  name  type  state  wikidata  aliases  gender  offices</pre>
 *
 * <p>A line that begins with {@code #} is a comment. {@code as-of DAY} says until when offices that are still held are vouched
 * for. An alias that begins with {@code ~} is a word with other meanings, too: it may be shared, and never names the actor by
 * itself in running text.
 *
 * @param file what messages call it
 */
record ActorTable(String file, List<Entry> entries) {
    private static final int COLUMNS = 8;
    private static final String FORMAT = "columns are slug, name, type, state, wikidata, aliases, gender, offices";

    ActorTable {
        entries = List.copyOf(entries);
    }

    /**
     * One actor.
     *
     * @param shared its aliases that have other meanings, too
     * @param stateWords of a state: its capitals, adjectives and residences, by what they are
     * @param line where it stands, from 1
     */
    record Entry(
            Actor actor,
            List<String> shared,
            @Nullable Gender gender,
            List<Office> offices,
            Map<StateWordKind, List<String>> stateWords,
            int line) {
        Entry {
            shared = List.copyOf(shared);
            offices = List.copyOf(offices);
            stateWords = Map.copyOf(stateWords);
        }
    }

    /**
     * Reads a user's table.
     *
     * @throws ActorTableException when the file or a line of it cannot be used
     */
    static ActorTable read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(file.toString(), reader);
        } catch (NoSuchFileException e) {
            throw new ActorTableException(file + ": no such file; give the path of a table of actors");
        } catch (CharacterCodingException e) {
            throw new ActorTableException(file + ": not UTF-8; save the table as UTF-8");
        } catch (IOException e) {
            throw new ActorTableException(file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    /** Reads a table that is part of the program. */
    static ActorTable ofResource(String resource) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Tsv.open(resource), StandardCharsets.UTF_8))) {
            return read(resource, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ActorTable read(String file, BufferedReader reader) throws IOException {
        return new Parser(file).parse(reader);
    }

    /** Reads line by line and knows where it is. */
    private static final class Parser {
        private final String file;
        private int line;
        private LocalDate asOf = LocalDate.MAX;

        Parser(String file) {
            this.file = file;
        }

        ActorTable parse(BufferedReader reader) throws IOException {
            List<Entry> entries = new ArrayList<>();
            Map<String, Integer> lineOfId = new HashMap<>();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (line == 1 && text.startsWith("\ufeff")) {
                    text = text.substring(1);
                }
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                String[] cells = text.split("\t", -1);
                if (cells[0].equals("as-of")) {
                    asOf = day(cells.length > 1 ? cells[1] : "", text);
                    continue;
                }
                Entry entry = entry(cells);
                Integer earlier = lineOfId.putIfAbsent(entry.actor().id(), line);
                if (earlier != null) {
                    throw bad(
                            "\"" + entry.actor().name() + "\" stands in line " + earlier + " already",
                            "write each actor once, or give them different slugs");
                }
                entries.add(entry);
            }
            return new ActorTable(file, entries);
        }

        private Entry entry(String[] cells) {
            if (cells.length < 3 || cells.length > COLUMNS) {
                throw bad(
                        cells.length + (cells.length == 1 ? " column" : " columns"),
                        "part 3 to " + COLUMNS + " columns by tabs; " + FORMAT);
            }
            String name = NameForms.tidySpace(cells[1]);
            if (name.isEmpty()) {
                throw bad("no name", "write one in the second column; " + FORMAT);
            }
            ActorType type = type(cells[2]);
            String slug = cells[0].isEmpty() ? NameForms.slug(name) : cells[0];
            if (!isSlug(slug)) {
                throw bad(
                        "\"" + cells[0] + "\" is no slug",
                        "write letters, digits and hyphens only, or leave it empty to make it of the name");
            }
            String state = cell(cells, 3);
            if (!state.isEmpty() && !isCode(state)) {
                throw bad(
                        "\"" + state + "\" is no state",
                        "write its ISO 3166-1 alpha-2 code in capitals (FR), or nothing");
            }
            String wikidata = cell(cells, 4);
            if (!wikidata.isEmpty() && !wikidata.matches("Q[1-9]\\d*")) {
                throw bad("\"" + wikidata + "\" is no Wikidata item", "write it as Q142, or nothing");
            }
            if (type == ActorType.GOVERNMENT && state.isEmpty()) {
                throw bad(
                        "a state without a code",
                        "write two capitals that no state has, as QM to QZ and XA to XZ are free, in the fourth column");
            }
            List<String> aliases = new ArrayList<>();
            List<String> shared = new ArrayList<>();
            Map<StateWordKind, List<String>> stateWords = new HashMap<>(4);
            if (!cell(cells, 5).isEmpty()) {
                for (String alias : cells[5].split("\\|", -1)) {
                    boolean marked = alias.startsWith("~");
                    String words = marked ? alias.substring(1).strip() : alias.strip();
                    if (words.isEmpty()) {
                        throw bad("an alias without words", "part aliases by one | and end with none");
                    }
                    StateWordKind kind = type == ActorType.GOVERNMENT ? stateWordKind(words) : null;
                    if (kind == null) {
                        (marked ? shared : aliases).add(words);
                    } else {
                        String word = words.substring(words.indexOf(':') + 1).strip();
                        if (word.isEmpty()) {
                            throw bad("\"" + words + "\" has no word", STATE_WORDS);
                        }
                        stateWords
                                .computeIfAbsent(kind, key -> new ArrayList<>())
                                .add(word);
                    }
                }
            }
            Gender gender = gender(cell(cells, 6));
            if (type != ActorType.PERSON && (gender != null || !cell(cells, 7).isEmpty())) {
                throw bad(
                        "gender or offices of what is no person", "leave both columns empty, or write the type person");
            }
            Actor actor = new Actor(
                    prefix(type) + (type == ActorType.GOVERNMENT ? state : slug),
                    name,
                    type,
                    aliases,
                    state.isEmpty() ? null : state,
                    wikidata.isEmpty() ? null : wikidata);
            return new Entry(actor, shared, gender, offices(actor, cell(cells, 7)), stateWords, line);
        }

        private static final String STATE_WORDS =
                "write the other words of a state as capital:CITY, adjective:WORD or residence:HOUSE among its aliases";

        /** What an alias of a state is by the mark before it, or null for another name. */
        private @Nullable StateWordKind stateWordKind(String alias) {
            int colon = alias.indexOf(':');
            return colon < 0
                    ? null
                    : switch (alias.substring(0, colon)) {
                        case "capital" -> StateWordKind.CAPITAL;
                        case "adjective" -> StateWordKind.DEMONYM;
                        case "residence" -> StateWordKind.RESIDENCE;
                        default -> throw bad("\"" + alias + "\" is no word of a state", STATE_WORDS);
                    };
        }

        private List<Office> offices(Actor holder, String cell) {
            if (cell.isEmpty()) {
                return List.of();
            }
            List<Office> offices = new ArrayList<>();
            for (String office : cell.split(";")) {
                int at = office.indexOf('@');
                int colon = office.indexOf(':', at);
                int dots = office.indexOf("..", colon);
                if (at < 1 || colon < at + 2 || dots < colon + 2) {
                    throw bad("office \"" + office + "\" is not complete", OFFICE);
                }
                LocalDate from = day(office.substring(colon + 1, dots), office);
                String end = office.substring(dots + 2);
                LocalDate to = end.isEmpty() ? null : day(end, office);
                if (to != null && to.isBefore(from)) {
                    throw bad("office \"" + office + "\" ends before it begins", OFFICE);
                }
                offices.add(new Office(
                        holder,
                        office.substring(0, at).strip(),
                        office.substring(at + 1, colon).strip(),
                        from,
                        to,
                        to == null ? asOf : to));
            }
            return offices;
        }

        private static final String OFFICE =
                "write TITLE@STATE-OR-BODY:FROM..TO with days as 2016-09-28 (TO empty while held), parted by ;";

        /** An ISO day, without the cost of a formatter: there are thousands. */
        private LocalDate day(String text, String where) {
            try {
                if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
                    return LocalDate.of(
                            Integer.parseInt(text, 0, 4, 10),
                            Integer.parseInt(text, 5, 7, 10),
                            Integer.parseInt(text, 8, 10, 10));
                }
            } catch (NumberFormatException | DateTimeException e) {
                throw bad("\"" + text + "\" in \"" + where + "\" is no day", OFFICE);
            }
            throw bad("\"" + text + "\" in \"" + where + "\" is no day", OFFICE);
        }

        private ActorType type(String label) {
            return switch (label) {
                case "person" -> ActorType.PERSON;
                case "armed-group" -> ActorType.ARMED_GROUP;
                case "outlet" -> ActorType.OUTLET;
                case "organisation" -> ActorType.ORGANISATION;
                case "state" -> ActorType.GOVERNMENT;
                default ->
                    throw bad(
                            "\"" + label + "\" is no type",
                            "write person, organisation, armed-group, outlet or state in the third column");
            };
        }

        private @Nullable Gender gender(String label) {
            return switch (label) {
                case "" -> null;
                case "f" -> Gender.FEMALE;
                case "m" -> Gender.MALE;
                default -> throw bad("\"" + label + "\" is no gender", "write f, m or nothing in the seventh column");
            };
        }

        private ActorTableException bad(String problem, String remedy) {
            return new ActorTableException(file + ", line " + line + ": " + problem + "; " + remedy);
        }
    }

    /** The exception for an entry that fits its line but not the registry. */
    ActorTableException bad(Entry entry, String problem, String remedy) {
        return new ActorTableException(file + ", line " + entry.line() + ": " + problem + "; " + remedy);
    }

    private static boolean isSlug(String slug) {
        return !slug.isEmpty() && slug.chars().allMatch(c -> c == '-' || Character.isLetterOrDigit(c));
    }

    private static boolean isCode(String state) {
        return state.length() == 2 && state.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static String cell(String[] cells, int column) {
        return column < cells.length ? cells[column].strip() : "";
    }

    static String prefix(ActorType type) {
        return switch (type) {
            case PERSON -> "person:";
            case ARMED_GROUP -> "group:";
            case OUTLET -> "outlet:";
            case GOVERNMENT -> "gov:";
            default -> "org:";
        };
    }
}
