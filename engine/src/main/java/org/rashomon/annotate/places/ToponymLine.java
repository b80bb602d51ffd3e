package org.rashomon.annotate.places;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.annotate.places.ToponymFinder.Ground;
import org.rashomon.annotate.places.ToponymFinder.Named;
import org.rashomon.facts.Gazetteer;
import org.rashomon.facts.Gazetteer.Bearer;
import org.rashomon.facts.Gazetteer.Kind;
import org.rashomon.model.Actor;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.words.NameForms;
import org.rashomon.words.WordLists;

/** One sentence in the search for names of places. Outside of the sentence a word is empty. */
final class ToponymLine {
    private static final int LONGEST = 7;
    private static final int LONGEST_HOLDER = 4;
    /** Inhabitants of a town whose name shows a place also within the name of something else. */
    private static final int KNOWN = 15_000;

    /** Inhabitants that make a city of what else would be one of a list of regions. */
    private static final int CITY = 50_000;

    private static final WordLists LISTS = WordLists.of("en/place-words.tsv");
    private static final Set<String> CONNECTORS = LISTS.list("connectors");
    private static final Set<String> LOCATIVE = LISTS.list("locative");
    private static final Set<String> BEARINGS = LISTS.list("bearings");
    private static final Set<String> PEOPLE = LISTS.list("people");
    private static final Set<String> GROUND = LISTS.list("ground");
    private static final Set<String> DASHES = LISTS.list("dashes");
    private static final Set<String> JOINTS = LISTS.list("joints");
    private static final Set<String> PARTIES = LISTS.list("parties");
    private static final Set<String> UNLIKELY = LISTS.list("unlikely");
    private static final Set<String> CIVIC = LISTS.list("civic");
    private static final Set<String> OTHER_HEADS = LISTS.list("other heads");
    private static final Set<String> COUNTY_HEADS = LISTS.list("county heads");
    private static final Set<String> LIST_MARKS = LISTS.list("list marks");
    private static final Set<String> OPENINGS = LISTS.list("openings");

    private final ToponymFinder finder;
    private final Gazetteer gazetteer;
    private final NameLexicon lexicon;
    private final String text;
    private final List<Token> tokens;
    private final List<String> words;
    /** Words that stand in a list of counties: <em>Grant, Otter Tail and Wilkin counties</em>. */
    private final BitSet counties = new BitSet();
    /** Words behind a name that they hold. */
    private final BitSet holding = new BitSet();

    /** Places that hold a name, and the word where the first of their own name stands. */
    private record Holders(int from, List<Integer> places) {
        static final Holders NONE = new Holders(0, List.of());
    }

    ToponymLine(ToponymFinder finder, List<Token> tokens) {
        this.finder = finder;
        this.gazetteer = finder.gazetteer;
        this.lexicon = finder.lexicon;
        this.text = finder.text;
        this.tokens = tokens;
        this.words = tokens.stream().map(token -> token.in(text)).toList();
        for (int i = 1; i < words.size(); i++) {
            if (COUNTY_HEADS.contains(word(i))) {
                int from = i;
                while (isCapitalised(from - 1) || LIST_MARKS.contains(word(from - 1))) {
                    from--;
                }
                counties.set(from, i);
            }
        }
    }

    private String word(int i) {
        return i >= 0 && i < words.size() ? words.get(i) : "";
    }

    private String lower(int i) {
        return NameForms.lower(word(i));
    }

    private Span span(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private String words(int from, int to) {
        return span(from, to).in(text);
    }

    private boolean isCapitalised(int i) {
        String word = word(i);
        return NameForms.hasUpperCase(word)
                && (Character.isUpperCase(word.charAt(0)) || (word.length() > 3 && word.indexOf('-') > 0));
    }

    private @Nullable Mention mention(int i) {
        return i < 0 ? null : finder.at(tokens.get(i));
    }

    void scan() {
        int i = 0;
        while (i < words.size()) {
            i = isCapitalised(i) && !word(i).equals("The") ? scanAt(i) : i + 1;
        }
    }

    /** Handles the name that may begin there and returns where to go on. */
    private int scanAt(int at) {
        Mention mention = mention(at);
        EntityType type = mention == null ? null : mention.type();
        if (mention != null && type == EntityType.NORP && mention.actor() != null) {
            return people(at, mention.actor(), mention.span().end());
        }
        NameLexicon.Match match = lexicon.longest(words, at, false);
        Actor known = match != null && match.entry().type() == EntityType.NORP
                ? match.entry().actor()
                : null;
        int knownEnd = span(at, at + (match == null ? 1 : match.length())).end();
        int end = known != null && type == EntityType.NORP ? at : placeEnd(at, mention);
        if (end > at) {
            return end;
        }
        if (known != null) {
            return people(at, known, knownEnd);
        }
        if (mention != null && isUnknownPlace(at, mention)) {
            String name = mention.span().in(text);
            finder.add(new Named(mention.span(), Places.key(name), List.of(), List.of(), false), Ground.FIRM);
        }
        return at + 1;
    }

    /** Keeps the longest name of a place that begins there; {@code at} where none does. */
    private int placeEnd(int at, @Nullable Mention mention) {
        for (int end = Math.min(words.size(), at + LONGEST); end > at; end--) {
            List<Bearer> places = mayEnd(at, end) ? places(at, end) : List.of();
            Ground ground = places.isEmpty() ? Ground.NONE : ground(at, end, mention, places);
            if (ground != Ground.NONE) {
                add(at, end, places, ground);
                return end;
            }
        }
        return at;
    }

    private List<Bearer> places(int at, int end) {
        List<Bearer> places = county(at, end);
        if (places.isEmpty()) {
            places = finder.places(words(at, end));
        }
        return places.isEmpty() && isDateline(at, end) ? gazetteer.find(NameForms.slug(words(at, end))) : places;
    }

    private List<Bearer> county(int at, int end) {
        return counties.get(at) && counties.get(end - 1)
                ? gazetteer.find(Places.key(words(at, end) + " County"))
                : List.of();
    }

    /** As {@link Places#key}; capitals of a dateline are no acronym. */
    private String key(int at, int end) {
        String name = words(at, end);
        if (!county(at, end).isEmpty()) {
            return Places.key(name + " County");
        }
        return isDateline(at, end) ? NameForms.slug(name) : Places.key(name);
    }

    /** Whether it begins a place's name that no table has, not even in part. */
    private boolean isUnknownPlace(int at, Mention mention) {
        if (mention.type() != EntityType.LOC
                || mention.span().start() != tokens.get(at).start()
                || !finder.places(mention.span().in(text)).isEmpty()) {
            return false;
        }
        for (int i = at + 1;
                i < words.size() && tokens.get(i).start() < mention.span().end();
                i++) {
            if (isCapitalised(i) && !finder.places(word(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** A people named up to {@code limit}, as a sign of its country. */
    private int people(int at, Actor actor, int limit) {
        int end = at + 1;
        while (end < words.size() && tokens.get(end).end() <= limit) {
            end++;
        }
        String country = actor.country();
        List<Bearer> places = country == null ? List.of() : gazetteer.countryOf(country);
        if (!places.isEmpty()) {
            finder.add(new Named(span(at, end), "people of " + country, places, List.of(), true), Ground.FIRM);
        }
        return end;
    }

    private boolean mayEnd(int at, int end) {
        for (int i = at + 1; i < end - 1; i++) {
            if (!isCapitalised(i) && !CONNECTORS.contains(word(i))) {
                return false;
            }
        }
        return isCapitalised(end - 1);
    }

    private void add(int at, int end, List<Bearer> places, Ground ground) {
        Holders holders = holders(end, places);
        boolean held = !holders.places().isEmpty();
        if (held) {
            holding.set(holders.from());
        }
        Named named = new Named(span(at, end), key(at, end), places, holders.places(), false);
        finder.add(named, held ? Ground.FIRM : ground);
    }

    /** The larger places that follow behind a comma, in brackets or behind <em>in</em>, and that hold one of these. */
    private Holders holders(int end, List<Bearer> places) {
        if (!OPENINGS.contains(word(end))) {
            return Holders.NONE;
        }
        int i = end + 1;
        while (BEARINGS.contains(lower(i)) || word(i).equals("in") || word(i).equals("the")) {
            i++;
        }
        // California, Texas and Ohio are three; Tripoli, Lebanon is a city of Lebanon, though a region elsewhere has
        // the name
        boolean list = word(end).equals(",") && isLarge(places) && !word(i).endsWith(".");
        for (int to = isCapitalised(i) ? Math.min(words.size(), i + LONGEST_HOLDER) : i; to > i; to--) {
            List<Bearer> larger = mayEnd(i, to) ? finder.places(words(i, to)) : List.of();
            List<Integer> holders = larger.stream()
                    .map(Bearer::place)
                    .filter(place -> places.stream()
                            .anyMatch(held -> gazetteer.holds(place, held.place()) && (!list || isCity(held, places))))
                    .toList();
            if (!holders.isEmpty()) {
                return new Holders(i, holders);
            }
        }
        return Holders.NONE;
    }

    /** Whether it is a city of this very name, which no country has. */
    private boolean isCity(Bearer place, List<Bearer> places) {
        boolean country = places.stream().anyMatch(p -> p.first() && gazetteer.kind(p.place()) == Kind.COUNTRY);
        Kind kind = gazetteer.kind(place.place());
        boolean city = kind.isTown() && gazetteer.population(place.place()) >= CITY;
        return !country && place.first() && (city || kind == Kind.CAPITAL);
    }

    private boolean isLarge(List<Bearer> places) {
        return places.stream()
                .anyMatch(p -> p.first()
                        && switch (gazetteer.kind(p.place())) {
                            case COUNTRY, REGION, AREA -> true;
                            case DISTRICT, CAPITAL, SEAT, TOWN, PART -> false;
                        });
    }

    /** Whether a place of this name is known beyond its own ground. */
    private boolean isKnown(List<Bearer> places) {
        return places.stream()
                .anyMatch(p -> p.first()
                        && switch (gazetteer.kind(p.place())) {
                            case TOWN, PART -> gazetteer.population(p.place()) >= KNOWN;
                            case COUNTRY, REGION, DISTRICT, AREA, CAPITAL, SEAT -> true;
                        });
    }

    private boolean isState(List<Bearer> places) {
        int place = places.get(0).place();
        return gazetteer.kind(place) == Kind.COUNTRY || gazetteer.country(place).isEmpty();
    }

    private Ground ground(int at, int end, @Nullable Mention mention, List<Bearer> places) {
        String name = words(at, end);
        boolean single = end == at + 1;
        boolean whole = mention != null && span(at, end).contains(mention.span());
        boolean read = mention != null && whole && mention.type() == EntityType.LOC;
        if (holding.get(at)) {
            return Ground.FIRM;
        }
        if (isShort(name)) {
            return read || isState(places) || (isLarge(places) && qualifies(at)) ? Ground.FIRM : Ground.NONE;
        }
        if (isOther(at, end)) {
            return Ground.NONE;
        }
        boolean ordinary = single && lexicon.isCommon(NameForms.lower(name));
        boolean held = !ordinary && !holders(end, places).places().isEmpty();
        if (held || read || isDateline(at, end)) {
            return Ground.FIRM;
        }
        boolean placed = isPlaced(at, end);
        boolean plain = !ordinary && places.stream().anyMatch(Bearer::first);
        if ((!placed && !plain) || (isActor(at, end) && !isLarge(places))) {
            return Ground.NONE;
        }
        boolean firstName = single && lexicon.isFirstName(name);
        boolean known = isKnown(places) || CIVIC.contains(word(end));
        if (mention == null) {
            return firstName && !placed ? Ground.NONE : firm((placed && known) || isState(places));
        }
        if (ordinary && mention.type() != EntityType.MISC) {
            return Ground.NONE;
        }
        boolean leads = mention.span().start() == tokens.get(at).start();
        boolean shown = placed || lexicon.is("title", word(end)) || PEOPLE.contains(lower(end));
        return switch (mention.type()) {
            case LOC -> within(part(mention, at, end), at, end);
            // the Augusta educator: the reader takes the place for a people
            case NORP -> !whole ? Ground.NONE : isLarge(places) ? Ground.FIRM : loose(firstName, known && shown);
            case ORG ->
                whole ? loose(firstName, placed || isState(places)) : known ? withinBody(mention, name) : Ground.LOOSE;
            case MISC ->
                whole || leads || placed || isLarge(places) || word(at - 1).equals("of") ? firm(known) : Ground.NONE;
            case PER -> {
                if (finder.surnames.contains(name)) {
                    yield Ground.NONE;
                }
                yield whole ? loose(firstName, placed) : leads && shown && !firstName ? Ground.LOOSE : Ground.NONE;
            }
        };
    }

    private static Ground firm(boolean firm) {
        return firm ? Ground.FIRM : Ground.LOOSE;
    }

    private static Ground loose(boolean firstName, boolean placed) {
        return firstName && !placed ? Ground.NONE : firm(placed);
    }

    /** Words that are part of many names, and a hamlet's name in some table; and places that a head makes something else. */
    private boolean isOther(int at, int end) {
        String name = words(at, end);
        boolean part = BEARINGS.contains(NameForms.lower(name))
                || UNLIKELY.contains(name)
                || lexicon.isAny(name, "org-head", "loc-head", "facility-head");
        return (part && end == at + 1)
                || lexicon.isAny(name, "misc", "function", "title")
                || OTHER_HEADS.contains(word(end));
    }

    /** Whether a table has the words for a person, a body or a people. */
    private boolean isActor(int at, int end) {
        NameLexicon.Match match = lexicon.longest(words, at, false);
        return match != null && match.length() >= end - at && match.entry().type() != EntityType.LOC;
    }

    /**
     * A name within the name of a place: <em>Northeast Georgia</em> and <em>Limerick Hospital</em> are of it, <em>Griffith
     * Park</em> and <em>Ridge Farm</em> are not.
     */
    private Ground within(Span name, int at, int end) {
        if (span(at, end).contains(name)) {
            return Ground.FIRM;
        }
        if (tokens.get(end - 1).end() >= name.end()) {
            String before = lower(at - 1);
            return BEARINGS.contains(before) || before.equals("the") ? Ground.FIRM : Ground.NONE;
        }
        String last = NameForms.surname(name.in(text));
        String lower = NameForms.lower(last);
        boolean ofPlace = lexicon.isAny(last, "facility-head", "org-head")
                || GROUND.contains(lower)
                || PEOPLE.contains(lower)
                || ((end > at + 1 || lexicon.isCommon(lower)) && !lexicon.is("loc-head", last));
        return ofPlace && !OTHER_HEADS.contains(last) ? Ground.FIRM : Ground.NONE;
    }

    /** A name within the name of a body: <em>Norfolk High School</em>, <em>the Bank of Georgia</em>. */
    private Ground withinBody(Mention mention, String name) {
        String last = NameForms.surname(mention.span().in(text));
        if (OTHER_HEADS.contains(last) || finder.surnames.contains(name)) {
            return Ground.NONE;
        }
        return firm(!lexicon.isFirstName(name));
    }

    /**
     * The part of a name that these words stand in, where the reader took several for one: <em>Barrow and Jackson
     * counties</em>, <em>Fort Worth, Texas</em>, <em>the Village of Glen Carbon</em>.
     */
    private Span part(Mention mention, int at, int end) {
        int from = at;
        while (from > 0 && tokens.get(from - 1).start() >= mention.span().start() && !isParted(from)) {
            from--;
        }
        int to = end;
        while (to < words.size() && tokens.get(to).end() <= mention.span().end() && !isParted(to)) {
            to++;
        }
        return span(from, to);
    }

    /** Whether a name ends before this word. */
    private boolean isParted(int i) {
        String between = text.substring(tokens.get(i - 1).end(), tokens.get(i).start());
        return between.equals("-") || JOINTS.contains(word(i)) || JOINTS.contains(word(i - 1));
    }

    /** XENIA — at the head of a report. */
    private boolean isDateline(int at, int end) {
        String name = words(at, end);
        return at == 0
                && DASHES.contains(word(end))
                && name.length() > 2
                && name.chars().noneMatch(Character::isLowerCase);
    }

    /** TX, Pa.: too short to stand for a place by itself. */
    private static boolean isShort(String name) {
        return name.length() <= (name.endsWith(".") ? 6 : 2);
    }

    /** Whether it follows the comma behind a place that it holds. */
    private boolean qualifies(int at) {
        return (word(at).length() > 3 && word(at).endsWith("."))
                || (word(at - 1).equals(",") && isCapitalised(at - 2));
    }

    /** Whether the words around it show a place: <em>in X, the village of X, X residents</em>. */
    private boolean isPlaced(int at, int end) {
        String before = lower(at - 1);
        if (before.equals("of") && (isResident(at - 2) || GROUND.contains(lower(at - 2)))) {
            return true;
        }
        // R-London: the seat of a member of parliament
        boolean seat = PARTIES.contains(word(at - 1)) && isParted(at);
        return seat
                || counties.get(at)
                || LOCATIVE.contains(before)
                || BEARINGS.contains(before)
                || PEOPLE.contains(word(end))
                || GROUND.contains(word(end));
    }

    /** Whether this word ends a person's name or age: <em>James Tauber of Nelson; Cole, 32, of Nelson</em>. */
    private boolean isResident(int i) {
        if (word(i).equals(",")) {
            return isResident(i - 1) || (i > 0 && word(i - 1).chars().allMatch(Character::isDigit));
        }
        Mention mention = mention(i);
        return mention != null && mention.type() == EntityType.PER;
    }
}
