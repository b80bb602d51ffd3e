package org.rashomon.annotate.names;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameFinder.Found;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.facts.Office;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.PublicationDate;

/**
 * Whom a surname means that the article never gives in full. It means somebody registered only where one holder of an office bears
 * it on the day of publication and the article has that office: its title, and the state or body that it is of.
 *
 * <p>Undated articles tell no day, so the office must have had one bearer of the name ever.
 */
final class OfficeHolders {
    private final ActorRegistry registry;
    private final NameLexicon lexicon;
    private final @Nullable LocalDate day;
    private final String text;
    /** Codes of the states and slugs of the bodies that the article names. */
    private final Set<String> bodies = new HashSet<>();
    /** Whether the article has a title, by titles that were asked for. */
    private final Map<String, Boolean> titles = new HashMap<>();

    OfficeHolders(Article article, List<Found> found, ActorRegistry registry, NameLexicon lexicon) {
        this.lexicon = lexicon;
        this.registry = registry;
        PublicationDate published = article.published();
        this.day = published == null ? null : published.day();
        this.text = ActorRegistry.officeTitle(article.text());
        for (Found name : found) {
            NameLexicon.Entry entry = name.entry();
            Actor actor = entry == null ? null : entry.actor();
            // a surname does not vouch for itself
            if (actor != null && actor.type() != ActorType.PERSON) {
                bodies.add(actor.id().substring(actor.id().indexOf(':') + 1));
                if (actor.country() != null) {
                    bodies.add(actor.country());
                }
            }
        }
    }

    /**
     * The one registered person whom the article can mean by this surname. A given name alone (<em>a baker called Mohammed</em>)
     * means nobody whom not every reader knows by it.
     *
     * @param titled whether the title of an office stands before it
     */
    Optional<Actor> meant(String surname, boolean titled) {
        Optional<Actor> known = registry.person(surname);
        if (known.isPresent() && registry.officesOf(known.get()).isEmpty()) {
            return known;
        }
        if (known.isEmpty() && !titled && lexicon.isFirstName(surname)) {
            return Optional.empty();
        }
        List<Office> offices = registry.officesOfSurname(surname);
        List<Actor> bearers = offices.stream()
                .filter(office -> day == null || office.heldOn(day))
                .filter(office -> isHere(office, known.equals(Optional.of(office.holder()))))
                .map(Office::holder)
                .distinct()
                .toList();
        return bearers.size() == 1 ? Optional.of(bearers.get(0)) : Optional.empty();
    }

    /**
     * Whether the article has the office.
     *
     * @param wellKnown whether the surname alone means its holder to every reader: then the state is enough
     */
    private boolean isHere(Office office, boolean wellKnown) {
        boolean told = wellKnown && day != null;
        return bodies.contains(office.body()) && (told || holds(ActorRegistry.officeTitle(office.title())));
    }

    private boolean holds(String title) {
        return titles.computeIfAbsent(title, text::contains);
    }
}
