package org.rashomon.annotate.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.Mention;
import org.rashomon.model.Mention.How;
import org.rashomon.words.LetterCase;
import org.rashomon.words.NameForms;
import org.rashomon.words.Phrases;

/**
 * Who leads a government, and where a leader's name stands for it: <em>the Dasko regime, Dasko's pilots, the government of
 * President Dasko</em> are the government and its forces, never the man.
 *
 * <p>The government is that of the state which the article puts beside the title (<em>Kestrian President Dasko, President Dasko
 * of Kestria</em>), else that which the registry has the person lead; where neither tells, it is known by its leader alone.
 */
final class Leaders {
    private static final Phrases TITLES = Phrases.of("en/state-words.tsv", "leader");
    private static final Phrases BODIES = Phrases.of("en/state-words.tsv", "body");
    private static final Phrases LED = Phrases.of("en/state-words.tsv", "led");
    /** Words between <em>of</em> and a leader's title or name: <em>the forces of the late President Dasko</em>. */
    private static final int MOST_BETWEEN = 3;

    private final String text;
    private final ActorRegistry registry;
    /** By id of the leader. */
    private final Map<String, Actor> governments = new HashMap<>();

    /** Reads whom the article calls a leader. */
    Leaders(String text, List<Mention> persons, ActorRegistry registry) {
        this.text = text;
        this.registry = registry;
        Map<String, Actor> byTitleAlone = new HashMap<>();
        for (Mention mention : persons) {
            Actor person = Objects.requireNonNull(mention.actor());
            Beside beside = Beside.of(text, mention.span());
            int title = title(beside);
            if (title > 0) {
                byTitleAlone.putIfAbsent(person.id(), ActorRegistry.governmentUnder(person));
                state(beside, title).ifPresent(government -> governments.putIfAbsent(person.id(), government));
            }
        }
        for (Mention mention : persons) {
            Actor person = Objects.requireNonNull(mention.actor());
            registry.governmentLedBy(person).ifPresent(government -> governments.putIfAbsent(person.id(), government));
        }
        byTitleAlone.forEach(governments::putIfAbsent);
    }

    /** How many words and marks before the name are the title of a leader. */
    private static int title(Beside beside) {
        int comma = beside.before(1).equals(",") ? 1 : 0;
        int words = TITLES.lengthBefore(
                beside.lowerBefore(), Math.max(0, beside.before().size() - comma));
        return words == 0 ? 0 : words + comma;
    }

    /** The state of a leader: <em>Kestrian President Dasko, Kestria's President Dasko, President Dasko of Kestria</em>. */
    private Optional<Actor> state(Beside beside, int title) {
        int at = title + (beside.isGenitiveBefore(title + 1) ? 2 : 1);
        return government(beside.before(at)).or(() -> {
            int behind = beside.behind(2).equals("the") ? 3 : 2;
            return beside.behind(1).equals("of") ? government(beside.behind(behind)) : Optional.empty();
        });
    }

    private Optional<Actor> government(String word) {
        return NameForms.hasUpperCase(word) ? registry.governmentOf(word) : Optional.empty();
    }

    /** The mention with the government or its forces as its actor, where the name stands for them; else as a leader's name. */
    Mention acting(Mention mention) {
        Actor person = mention.actor();
        Actor government = person == null ? null : governments.get(person.id());
        if (person == null || government == null) {
            return mention;
        }
        Beside beside = Beside.of(text, mention.span());
        String body = body(beside);
        if (body == null) {
            return new Mention(mention.span(), mention.type(), ledBy(person, government), mention.how());
        }
        Actor actor = registry.withLeader(person.name(), government)
                .byAlias(person.name() + "'s " + NameForms.lower(body))
                .orElse(government);
        return new Mention(mention.span(), mention.type(), actor, How.DESCRIPTION);
    }

    /** The person, with the state where only the article tells it. */
    private static Actor ledBy(Actor person, Actor government) {
        boolean told = person.country() == null && !government.equals(ActorRegistry.governmentUnder(person));
        return told
                ? new Actor(
                        person.id(),
                        person.name(),
                        person.type(),
                        person.aliases(),
                        government.country(),
                        person.wikidata())
                : person;
    }

    /** What of the government the name stands for: <em>Dasko's pilots, the forces of Dasko</em>. */
    private static @Nullable String body(Beside beside) {
        int from = Beside.isGenitive(beside.behind(1)) ? 1 : 0;
        List<String> behind =
                beside.behind().stream().map(Leaders::withoutHyphened).toList();
        int length = BODIES.lengthAt(behind, from);
        if (length > 0) {
            return String.join(" ", behind.subList(from, from + length));
        }
        List<String> before = beside.lowerBefore();
        int of = before.size() - 1 - title(beside);
        for (int between = 0; between < MOST_BETWEEN && of > 0 && isWordButOf(before.get(of)); between++) {
            of--;
        }
        return of > 0 && before.get(of).equals("of") && LED.lengthBefore(before, of) > 0 ? before.get(of - 1) : null;
    }

    /** <em>Dasko regime-held</em>. */
    private static String withoutHyphened(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 0 ? word.substring(0, hyphen) : word;
    }

    private static boolean isWordButOf(String word) {
        return LetterCase.isLetters(word) && !word.equals("of");
    }
}
