package org.rashomon.annotate.speakers;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.facts.ActorRegistry.StateWord;
import org.rashomon.facts.ActorRegistry.StateWordKind;
import org.rashomon.facts.Office;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.words.NameForms;
import org.rashomon.words.Tsv;

/**
 * Reads the description of an office that one person holds at a time: <em>the Russian foreign minister, Russia's foreign minister,
 * the foreign minister of Russia, the UN secretary-general</em>. Deputies, spokespeople, officials and former holders are several
 * or nobody certain, and are no such description; nor is <em>the president</em>, who may be anybody's.
 */
public final class OfficeReader {
    private static final int LONGEST_BODY = 5;

    /** Offices of a state with one holder at a time, as {@link ActorRegistry#officeTitle} writes them. */
    private static final Set<String> OF_STATE = titles("state");

    /** Offices of a body with one holder at a time. */
    private static final Set<String> OF_BODY = titles("body");

    /** Offices that a body's <em>chief</em> is. */
    private static final Set<String> CHIEFS = titles("chief");

    /** States in which rival governments claimed the offices, or more held them at once: body, first day, last day or nothing. */
    private static final List<Tsv.Row> CONTESTED = Tsv.rows("facts/contested-offices.tsv");

    private final ActorRegistry registry;

    private static Set<String> titles(String kind) {
        return Tsv.rows("en/offices.tsv").stream()
                .filter(row -> row.cell(0).equals(kind))
                .flatMap(row -> row.list(1).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public OfficeReader(ActorRegistry registry) {
        this.registry = registry;
    }

    /**
     * An office that words describe.
     *
     * @param title as {@link ActorRegistry#officeTitle} writes it
     * @param body code of the state or slug of the body
     */
    public record Described(String title, String body) {}

    /** The office that the whole phrase describes, and nothing else. */
    public Optional<Described> read(String phrase) {
        String words = NameForms.tidy(phrase.strip());
        if (words.equalsIgnoreCase("pope")) {
            return Optional.of(new Described("pope", "VA"));
        }
        // the UN High Commissioner for Refugees is the name of a body before it is somebody's title
        if (registry.byAlias(words).isPresent()) {
            return Optional.empty();
        }
        int space = words.indexOf(' ');
        for (int n = 0; space > 0 && n < LONGEST_BODY; n++, space = words.indexOf(' ', space + 1)) {
            String body = bodyOf(words.substring(0, space));
            Described described = body == null ? null : described(words.substring(space + 1), body);
            if (described != null) {
                return Optional.of(described);
            }
        }
        int of = words.lastIndexOf(" of ");
        String body = of < 0 ? null : bodyOf(NameForms.tidy(words.substring(of + 4)));
        return body == null ? Optional.empty() : Optional.ofNullable(described(words.substring(0, of), body));
    }

    /** Who certainly held the office on the day and on the day before it, of which a day's paper tells. */
    public Optional<Actor> holder(Described office, LocalDate day) {
        if (isContested(office.body(), day)) {
            return Optional.empty();
        }
        Optional<Actor> holder = registry.holder(office.title(), office.body(), day);
        return registry.holder(office.title(), office.body(), day.minusDays(1)).equals(holder)
                ? holder
                : Optional.empty();
    }

    /** Whether a person held an office of this title on the day, of whichever state or body. */
    boolean holds(Actor person, String title, LocalDate day) {
        return isAmong(registry.officesOf(person), title, day);
    }

    /** Whether somebody of this surname held an office of this title on the day. */
    boolean mayHold(String surname, String title, LocalDate day) {
        return isAmong(registry.officesOfSurname(surname), title, day);
    }

    private static boolean isAmong(List<Office> offices, String title, LocalDate day) {
        String wanted = ActorRegistry.officeTitle(title);
        return offices.stream()
                .anyMatch(office -> ActorRegistry.officeTitle(office.title()).equals(wanted) && office.heldOn(day));
    }

    private static boolean isContested(String body, LocalDate day) {
        return CONTESTED.stream()
                .anyMatch(row -> row.cell(0).equals(body)
                        && !day.isBefore(LocalDate.parse(row.cell(1)))
                        && (row.cell(2).isEmpty() || !day.isAfter(LocalDate.parse(row.cell(2)))));
    }

    /** The state or body that these words alone name: its code or slug. */
    private @Nullable String bodyOf(String words) {
        StateWord state = registry.stateWord(words);
        if (state != null) {
            boolean names = state.kind() == StateWordKind.COUNTRY || state.kind() == StateWordKind.DEMONYM;
            return names ? state.government().country() : null;
        }
        return registry.byAlias(words)
                .filter(actor -> actor.type() == ActorType.ORGANISATION
                        && registry.byId(actor.id()).isPresent())
                .map(actor -> actor.id().substring("org:".length()))
                .orElse(null);
    }

    private @Nullable Described described(String words, String body) {
        String title = ActorRegistry.officeTitle(words);
        boolean ofState = body.length() == 2 && Character.isUpperCase(body.charAt(0));
        if (ofState) {
            return OF_STATE.contains(title) ? new Described(title, body) : null;
        }
        if (title.equals("chief")) {
            return CHIEFS.stream()
                    .filter(chief -> registry.hasOffice(chief, body))
                    .findFirst()
                    .map(chief -> new Described(chief, body))
                    .orElse(null);
        }
        return OF_BODY.contains(title) ? new Described(title, body) : null;
    }
}
