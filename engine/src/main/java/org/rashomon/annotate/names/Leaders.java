package org.rashomon.annotate.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.Mention;
import org.rashomon.model.Mention.How;
import org.rashomon.words.Tsv;

/**
 * Who leads a government, and where a leader's name stands for it: <em>the Dasko regime, Dasko's pilots, the government of
 * President Dasko</em> are the government and its forces, never the man.
 *
 * <p>The government is that of the state which the article puts beside the title (<em>Kestrian President Dasko, President Dasko
 * of Kestria</em>), else that which the registry has the person lead; where neither tells, it is known by its leader alone.
 */
final class Leaders {
    private static final String TITLES = words("leader");
    private static final String BODIES = words("body");
    /** The words before a leader's name: a state or none, and the title. */
    private static final Pattern TITLED =
            Pattern.compile("(?:(\\p{Lu}[\\p{L}-]+)(?:['\u2019]s)?\\s)?(?i:" + TITLES + "),?\\s$");

    private static final Pattern OF_STATE = Pattern.compile("\\sof\\s(?:the\\s)?(\\p{Lu}[\\p{L}-]+)");
    private static final Pattern HIS_BODY = Pattern.compile("(?:['\u2019]s?)?\\s(" + BODIES + ")\\b");
    private static final Pattern BODY_OF = Pattern.compile(
            "\\b(government|regime|administration|forces|army|troops)\\sof\\s(?:the\\s)?(?:\\p{L}+\\s){0,2}?(?:(?:"
                    + TITLES + ")\\s)?$",
            Pattern.CASE_INSENSITIVE);
    private static final int BEFORE = 60;
    private static final int BEHIND = 40;

    private final String text;
    private final ActorRegistry registry;
    /** By id of the leader. */
    private final Map<String, Actor> governments;

    private Leaders(String text, ActorRegistry registry, Map<String, Actor> governments) {
        this.text = text;
        this.registry = registry;
        this.governments = governments;
    }

    private static String words(String name) {
        return Tsv.rows("en/state-words.tsv").stream()
                .filter(row -> row.cell(0).equals(name))
                .flatMap(row -> row.list(1).stream())
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** Reads whom the article calls a leader. */
    static Leaders of(String text, List<Mention> persons, ActorRegistry registry) {
        Map<String, Actor> states = new HashMap<>();
        Set<String> titled = new HashSet<>();
        Map<String, Actor> people = new LinkedHashMap<>();
        for (Mention mention : persons) {
            Actor person = java.util.Objects.requireNonNull(mention.actor());
            people.putIfAbsent(person.id(), person);
            Matcher title = TITLED.matcher(before(text, mention));
            if (title.find()) {
                titled.add(person.id());
                Matcher of = OF_STATE.matcher(behind(text, mention));
                String state = title.group(1) != null
                                && registry.governmentOf(title.group(1)).isPresent()
                        ? title.group(1)
                        : of.lookingAt() ? of.group(1) : null;
                if (state != null) {
                    registry.governmentOf(state).ifPresent(government -> states.putIfAbsent(person.id(), government));
                }
            }
        }
        Map<String, Actor> governments = new HashMap<>();
        people.forEach((id, person) -> {
            Actor government =
                    states.getOrDefault(id, registry.governmentLedBy(person).orElse(null));
            if (government == null && titled.contains(id)) {
                government = ActorRegistry.governmentUnder(person);
            }
            if (government != null) {
                governments.put(id, government);
            }
        });
        return new Leaders(text, registry, governments);
    }

    private static String before(String text, Mention mention) {
        int start = mention.span().start();
        return text.substring(Math.max(0, start - BEFORE), start);
    }

    private static String behind(String text, Mention mention) {
        int end = mention.span().end();
        return text.substring(end, Math.min(text.length(), end + BEHIND));
    }

    /** The mention with the government or its forces as its actor, where the name stands for them; else as a leader's name. */
    Mention acting(Mention mention) {
        Actor person = mention.actor();
        Actor government = person == null ? null : governments.get(person.id());
        if (person == null || government == null) {
            return mention;
        }
        String body = body(mention);
        if (body == null) {
            return new Mention(mention.span(), mention.type(), ledBy(person, government), mention.how());
        }
        Actor actor = registry.withLeader(person.name(), government)
                .byAlias(person.name() + "'s " + body.toLowerCase(Locale.ROOT))
                .orElse(government);
        return new Mention(mention.span(), mention.type(), actor, How.DESCRIPTION);
    }

    /** The person, with the state where only the article tells it. */
    private static Actor ledBy(Actor person, Actor government) {
        boolean told = person.country() == null && government.country() != null && !isUnder(government, person);
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

    private static boolean isUnder(Actor government, Actor person) {
        return government.equals(ActorRegistry.governmentUnder(person));
    }

    private @Nullable String body(Mention mention) {
        Matcher behind = HIS_BODY.matcher(behind(text, mention));
        if (behind.lookingAt()) {
            return behind.group(1);
        }
        Matcher before = BODY_OF.matcher(before(text, mention));
        return before.find() ? before.group(1) : null;
    }
}
