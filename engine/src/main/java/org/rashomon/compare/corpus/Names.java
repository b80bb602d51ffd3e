package org.rashomon.compare.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Mention;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;

/**
 * What articles call whom, and whom people are said to speak for. Of the articles in their order; what was made of parts of them is put
 * together by {@link #and}, in the order of the parts.
 *
 * @param byName folded name to the actor that goes by it somewhere, the first one
 * @param saidFor id of a person to the folded names of the bodies that he or she is said to speak for
 */
public record Names(Map<String, Actor> byName, Map<String, TreeSet<String>> saidFor) {
    /** None yet. */
    public static Names none() {
        return new Names(new HashMap<>(), new TreeMap<>());
    }

    /** Takes up what one more article tells. */
    public void add(ArticleAnalysis analysis) {
        for (Claim claim : analysis.claims()) {
            claim.targets().forEach(this::name);
            Actor speaker = claim.speaker().actor();
            String affiliation = claim.speaker().affiliation();
            if (speaker != null) {
                name(speaker);
            }
            if (speaker != null && speaker.type() == ActorType.PERSON && affiliation != null) {
                saidFor.computeIfAbsent(speaker.id(), id -> new TreeSet<>()).add(Words.fold(affiliation));
            }
        }
        for (Mention mention : analysis.mentions()) {
            if (mention.actor() != null) {
                name(mention.actor());
            }
        }
    }

    private void name(Actor actor) {
        byName.putIfAbsent(Words.fold(actor.name()), actor);
        actor.aliases().forEach(alias -> byName.putIfAbsent(Words.fold(alias), actor));
    }

    /** Takes up what later articles tell. */
    public void and(Names later) {
        later.byName.forEach(byName::putIfAbsent);
        later.saidFor.forEach((person, bodies) ->
                saidFor.computeIfAbsent(person, id -> new TreeSet<>()).addAll(bodies));
    }

    /**
     * The names with what follows from all of them.
     *
     * @param byName as in {@link Names}
     * @param served id of a person to the body that he or she speaks for
     */
    public record Known(Map<String, Actor> byName, Map<String, Actor> served) {
        @Nullable
        Actor named(@Nullable String name) {
            return name == null ? null : byName.get(Words.fold(name));
        }
    }

    /** @param registry knows who leads a state */
    public Known known(ActorRegistry registry) {
        return new Known(byName, served(new Sides(registry)));
    }

    /**
     * Whom the people speak for whose affiliation some article states; a ministry whose state is told stands for one of the same
     * name whose state is not. Who is said to speak for two bodies is taken to speak for neither.
     */
    private Map<String, Actor> served(Sides sides) {
        Map<String, Actor> served = new TreeMap<>();
        saidFor.forEach((person, names) -> {
            TreeMap<String, Actor> bodies = new TreeMap<>();
            names.stream().map(byName::get).filter(body -> body != null).forEach(body -> bodies.put(body.id(), body));
            List<Actor> all = new ArrayList<>(bodies.values());
            List<Actor> told = all.stream()
                    .filter(body -> all.stream()
                            .noneMatch(other -> !other.equals(body)
                                    && other.country() != null
                                    && other.name().endsWith(" " + body.name())))
                    .toList();
            if (!told.isEmpty() && told.stream().allMatch(body -> sides.same(body, told.get(0)))) {
                served.put(person, told.get(0));
            }
        });
        return served;
    }
}
