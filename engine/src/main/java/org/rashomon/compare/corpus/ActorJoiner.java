package org.rashomon.compare.corpus;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Mention;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.Stance;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.text.Demonyms;

/**
 * Gives the governments that no table knows one id across articles. An article that has only the adjective (<em>Kestrian
 * troops</em>) joins those that have the name; the government of somebody whom one article leaves without a state joins the state
 * that another article gives the same leader, where all that give one agree.
 *
 * <p>Registered actors are left as they are.
 */
public final class ActorJoiner {
    private static final String UNREGISTERED = "x-";
    private static final String UNDER = "x-under-";

    /** Code of a state as an article has it, to the government that it stands for. */
    private final Map<String, Actor> governments = new TreeMap<>();
    /** Adjectives by code, as the articles have them. */
    private final Map<String, Set<String>> wordsOf = new HashMap<>();

    /**
     * The governments that articles name, and the states that they give people; what was made of parts of them is put together by {@link
     * #and}, in the order of the parts.
     *
     * @param found by code of the state
     * @param statesOfLeaders by what stands for the state of somebody whom no state is given
     */
    public record Seen(Map<String, Actor> found, Map<String, TreeSet<String>> statesOfLeaders) {
        /** None yet. */
        public static Seen none() {
            return new Seen(new TreeMap<>(), new TreeMap<>());
        }

        /** Takes up what one more article names. */
        public void add(ArticleAnalysis analysis) {
            for (Mention mention : analysis.mentions()) {
                Actor actor = mention.actor();
                if (actor == null || actor.country() == null) {
                    continue;
                }
                if (actor.type() == ActorType.GOVERNMENT) {
                    found.merge(actor.country(), actor, ActorJoiner::fuller);
                } else if (actor.type() == ActorType.PERSON) {
                    statesOfLeaders
                            .computeIfAbsent(UNDER + actor.id().substring("person:".length()), key -> new TreeSet<>())
                            .add(actor.country());
                }
            }
        }

        /** Takes up what later articles name. */
        public void and(Seen later) {
            later.found.forEach((code, actor) -> found.merge(code, actor, ActorJoiner::fuller));
            later.statesOfLeaders.forEach((leader, states) -> statesOfLeaders
                    .computeIfAbsent(leader, key -> new TreeSet<>())
                    .addAll(states));
        }
    }

    private ActorJoiner(Seen seen) {
        Map<String, Actor> found = seen.found();
        Map<String, TreeSet<String>> statesOfLeaders = seen.statesOfLeaders();
        for (Actor government : found.values()) {
            String code = country(government);
            if (!code.startsWith(UNREGISTERED)) {
                continue;
            }
            wordsOf.put(code, words(government));
            String state = code.startsWith(UNDER)
                    ? only(statesOfLeaders.getOrDefault(code, new TreeSet<>()))
                    : government.aliases().isEmpty() ? named(government, found) : code;
            Actor joined = found.get(state == null ? code : state);
            governments.put(code, joined == null ? government : joined);
        }
        // a leader's state may itself be one that only has its adjective
        governments.replaceAll((code, government) -> governments.getOrDefault(country(government), government));
    }

    private static String country(Actor government) {
        return java.util.Objects.requireNonNull(government.country());
    }

    /** The one with an adjective; it is the same state. */
    private static Actor fuller(Actor a, Actor b) {
        return Comparator.comparingInt((Actor actor) -> -actor.aliases().size())
                                .thenComparing(actor -> String.join("|", actor.aliases()))
                                .compare(a, b)
                        <= 0
                ? a
                : b;
    }

    private static Set<String> words(Actor government) {
        Set<String> words =
                new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w));
        words.add(government.name());
        words.addAll(government.aliases());
        return words;
    }

    private static @Nullable String only(Set<String> codes) {
        return codes.size() == 1 ? codes.iterator().next() : null;
    }

    /** The code of the one state whose adjective this government's only word is. */
    private static @Nullable String named(Actor government, Map<String, Actor> found) {
        List<String> states = found.values().stream()
                .filter(other -> country(other).startsWith(UNREGISTERED)
                        && !country(other).startsWith(UNDER))
                .filter(other -> Demonyms.isAdjectiveOf(government.name(), other.name()))
                .map(ActorJoiner::country)
                .toList();
        return states.size() == 1 ? states.get(0) : null;
    }

    /** The analyses, in the same order, with joined actors. */
    public static List<ArticleAnalysis> join(List<ArticleAnalysis> analyses) {
        Seen seen = Seen.none();
        analyses.forEach(seen::add);
        return by(seen).allJoined(analyses);
    }

    /** One that joins what all articles name, of which those that it is given may be a part. */
    public static ActorJoiner by(Seen seen) {
        return new ActorJoiner(seen);
    }

    /** The analyses, in the same order, with joined actors. */
    public List<ArticleAnalysis> allJoined(List<ArticleAnalysis> analyses) {
        return governments.isEmpty()
                ? List.copyOf(analyses)
                : analyses.stream().map(this::joined).toList();
    }

    private ArticleAnalysis joined(ArticleAnalysis analysis) {
        boolean touched = analysis.mentions().stream().anyMatch(mention -> isUnregistered(mention.actor()))
                || analysis.claims().stream()
                        .flatMap(claim ->
                                Stream.concat(Stream.ofNullable(claim.speaker().actor()), claim.targets().stream()))
                        .anyMatch(ActorJoiner::isUnregistered);
        if (!touched) {
            return analysis;
        }
        return new ArticleAnalysis(
                analysis.article(),
                analysis.sentences(),
                analysis.mentions().stream().map(this::joined).toList(),
                analysis.times(),
                analysis.attributions(),
                analysis.claims().stream().map(this::joined).toList(),
                analysis.figures(),
                analysis.incidentMentions().stream().map(this::joined).toList(),
                analysis.agreementMentions(),
                analysis.agreementStatements());
    }

    private static boolean isUnregistered(@Nullable Actor actor) {
        return actor != null && actor.country() != null && actor.country().startsWith(UNREGISTERED);
    }

    private Mention joined(Mention mention) {
        return mention.actor() == null
                ? mention
                : new Mention(mention.span(), mention.type(), joined(mention.actor()), mention.how());
    }

    private Claim joined(Claim claim) {
        Speaker speaker = claim.speaker();
        Actor actor = speaker.actor();
        if (actor != null) {
            Actor joined = joined(actor);
            String label = speaker.label().equals(actor.name()) ? joined.name() : speaker.label();
            speaker = new Speaker(speaker.status(), joined, label, speaker.affiliation());
        }
        return new Claim(
                claim.id(),
                claim.article(),
                claim.attribution(),
                speaker,
                claim.via(),
                claim.act(),
                joined(claim.targets()),
                claim.targetLabels(),
                claim.stances().stream().map(this::joined).toList(),
                claim.addressee(),
                claim.factuality(),
                claim.said());
    }

    private Stance joined(Stance stance) {
        return new Stance(
                stance.kind(),
                joined(stance.actors()),
                stance.labels(),
                stance.spans(),
                stance.others(),
                stance.mode(),
                stance.confidence());
    }

    private IncidentMention joined(IncidentMention mention) {
        return new IncidentMention(
                mention.article(),
                mention.span(),
                mention.sentence(),
                mention.type(),
                mention.head(),
                mention.telling(),
                mention.opening(),
                mention.plural(),
                mention.time(),
                mention.place(),
                mention.targets(),
                mention.targetName(),
                mention.weapon(),
                mention.ordinal(),
                joined(mention.perpetrators()),
                mention.cause(),
                mention.claim());
    }

    private List<Actor> joined(List<Actor> actors) {
        return actors.stream().map(this::joined).distinct().toList();
    }

    private Actor joined(Actor actor) {
        String code = actor.country();
        Actor government = code == null ? null : governments.get(code);
        if (code == null || government == null) {
            return actor;
        }
        if (actor.type() == ActorType.GOVERNMENT) {
            return government;
        }
        String country = country(government);
        return new Actor(
                actor.id().replace(":" + code + "-", ":" + country.toLowerCase(java.util.Locale.ROOT) + "-"),
                actor.type() == ActorType.PERSON ? actor.name() : renamed(actor.name(), code, government),
                actor.type(),
                actor.aliases(),
                country,
                actor.wikidata());
    }

    /** <em>Torvia Foreign Ministry</em> where only another article has the adjective. */
    private String renamed(String name, String code, Actor government) {
        String adjective = government.aliases().stream().findFirst().orElseGet(government::name);
        for (String word : wordsOf.getOrDefault(code, Set.of())) {
            if (name.startsWith(word + " ")) {
                return adjective + name.substring(word.length());
            }
        }
        return name;
    }
}
