package org.rashomon.annotate.places;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.names.HyphenatedNames;
import org.rashomon.annotate.names.NameLexicon;
import org.rashomon.facts.Gazetteer;
import org.rashomon.facts.Gazetteer.Bearer;
import org.rashomon.facts.Gazetteer.Kind;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Bisection;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.Names;
import org.rashomon.words.WordLists;

/**
 * Finds the words of an article that name places of the gazetteer: names that the recogniser takes for places, names within
 * names (<em>Aleppo University</em>), peoples as signs of their country, and names of unclear kind that the article uses as
 * places elsewhere. A surname of the article is no place, nor is the Ohio in <em>Ohio River</em>.
 */
final class ToponymFinder {
    private static final int LONGEST = 7;
    private static final Set<String> CONNECTORS =
            WordLists.of("en/place-words.tsv").list("connectors");
    private static final Set<String> LOCATIVE =
            WordLists.of("en/place-words.tsv").list("locative");
    private static final Set<String> BEARINGS =
            WordLists.of("en/place-words.tsv").list("bearings");
    private static final Set<String> PEOPLE = WordLists.of("en/place-words.tsv").list("people");
    private static final Set<String> GROUND = WordLists.of("en/place-words.tsv").list("ground");
    private static final Set<String> DASHES = Set.of("-", "--", "\u2013", "\u2014", "(");
    private static final Set<String> JOINTS = WordLists.of("en/place-words.tsv").list("joints");
    private static final Set<String> PARTIES =
            WordLists.of("en/place-words.tsv").list("parties");
    private static final Set<String> UNLIKELY =
            WordLists.of("en/place-words.tsv").list("unlikely");
    private static final Set<String> CIVIC = WordLists.of("en/place-words.tsv").list("civic");
    private static final Set<String> TOWN_HEADS =
            WordLists.of("en/place-words.tsv").list("town heads");
    private static final Set<String> OTHER_HEADS =
            WordLists.of("en/place-words.tsv").list("other heads");
    private static final Set<String> COUNTIES = Set.of("counties", "Counties");
    private static final Set<String> LIST_MARKS = Set.of(",", "and", "or");

    /** Inhabitants of a town whose name shows a place also within the name of something else. */
    private static final int KNOWN = 15_000;

    private final Gazetteer gazetteer;
    private final NameLexicon lexicon;

    ToponymFinder(Gazetteer gazetteer, NameLexicon lexicon) {
        this.gazetteer = gazetteer;
        this.lexicon = lexicon;
    }

    /**
     * A name of a place.
     *
     * @param key what it is looked up by
     * @param places as {@link Gazetteer#find} gives them; empty where the gazetteer lacks the name
     * @param holders the places that the text puts it in (<em>Paris, Texas</em>), by number; empty where it does not say
     * @param adjective whether the words name a people
     */
    record Named(Span span, String key, List<Bearer> places, List<Integer> holders, boolean adjective) {}

    /** Places that hold a name, and the word where the first of their own name stands. */
    private record Holders(int from, List<Integer> places) {
        static final Holders NONE = new Holders(0, List.of());
    }

    /** How well the words around a name show that it is a place. */
    private enum Ground {
        FIRM,
        LOOSE,
        NONE
    }

    List<Named> find(Article article, List<Sentence> sentences, List<Mention> mentions) {
        Search search = new Search(article.text(), mentions);
        sentences.forEach(search::scan);
        return search.accepted();
    }

    /** The places that words may name: as they stand, with a stop that shortens a region, or without a word like Township. */
    List<Bearer> places(String words) {
        String name = Names.withoutPossessive(Names.tidy(words));
        if (name.indexOf('.') > 0) {
            // L.A. is not La.
            List<Bearer> places = Names.isAcronym(name) ? gazetteer.find(Places.key(name)) : List.of();
            if (places.isEmpty()) {
                places = gazetteer.find(Names.slug(name) + ".");
            }
            if (places.isEmpty() && name.endsWith(".")) {
                // D. C., N. Y.
                places = gazetteer.find(Names.slug(name.replace(" ", "")) + ".");
            }
            if (!places.isEmpty()) {
                return places;
            }
        }
        List<Bearer> places = gazetteer.find(Places.key(name));
        int space = name.lastIndexOf(' ');
        return places.isEmpty() && space > 0 && TOWN_HEADS.contains(name.substring(space + 1))
                ? gazetteer.find(Places.key(name.substring(0, space)))
                : places;
    }

    private final class Search {
        private final String text;
        private final List<Mention> mentions;
        private final Set<String> surnames = new HashSet<>();
        private final Map<Named, Ground> found = new LinkedHashMap<>();
        private final Set<String> firm = new HashSet<>();

        Search(String text, List<Mention> mentions) {
            this.text = text;
            this.mentions = mentions;
            for (Mention mention : mentions) {
                String name = mention.span().in(text);
                int space = name.lastIndexOf(' ');
                if (mention.type() == EntityType.PER && space > 0) {
                    surnames.add(Names.withoutPossessive(Names.tidy(name.substring(space + 1))));
                }
            }
        }

        List<Named> accepted() {
            List<Named> accepted = new ArrayList<>();
            found.forEach((named, ground) -> {
                if (ground == Ground.FIRM || firm.contains(named.key())) {
                    accepted.add(named);
                }
            });
            return accepted;
        }

        void scan(Sentence sentence) {
            List<Token> tokens = new ArrayList<>();
            for (Token token : HyphenatedNames.parted(text, Tokenizer.tokens(text, sentence.span()), lexicon)) {
                part(token, tokens);
            }
            List<String> words = tokens.stream().map(token -> token.in(text)).toList();
            new Line(tokens, words).scan();
        }

        /** Fargo-Moorhead, D-Plymouth: two names, unless it is one. */
        private void part(Token token, List<Token> out) {
            String word = token.in(text);
            int hyphen = word.indexOf('-');
            boolean two = hyphen > 0
                    && hyphen + 2 < word.length()
                    && Character.isUpperCase(word.charAt(0))
                    && Character.isUpperCase(word.charAt(hyphen + 1))
                    && (PARTIES.contains(word.substring(0, hyphen))
                            || places(word).isEmpty()
                                    && !places(word.substring(hyphen + 1)).isEmpty());
            if (two) {
                out.add(new Token(token.start(), token.start() + hyphen));
                out.add(new Token(token.start() + hyphen + 1, token.end()));
            } else {
                out.add(token);
            }
        }

        private @Nullable Mention at(int start, int end) {
            int i = Bisection.first(mentions.size(), k -> mentions.get(k).span().end() > start);
            return i < mentions.size() && mentions.get(i).span().start() < end ? mentions.get(i) : null;
        }

        /** One sentence. */
        private final class Line {
            private final List<Token> tokens;
            private final List<String> words;
            /** Words that stand in a list of counties: <em>Grant, Otter Tail and Wilkin counties</em>. */
            private final BitSet counties = new BitSet();
            /** Words behind a name that they hold. */
            private final BitSet holding = new BitSet();

            Line(List<Token> tokens, List<String> words) {
                this.tokens = tokens;
                this.words = words;
                for (int i = 1; i < words.size(); i++) {
                    if (COUNTIES.contains(words.get(i))) {
                        int from = i;
                        while (from > 0 && (isCapitalised(from - 1) || LIST_MARKS.contains(words.get(from - 1)))) {
                            from--;
                        }
                        counties.set(from, i);
                    }
                }
            }

            void scan() {
                int i = 0;
                while (i < words.size()) {
                    i = Math.max(i + 1, scanAt(i));
                }
            }

            private int scanAt(int at) {
                if (!isCapitalised(at) || words.get(at).equals("The")) {
                    return at + 1;
                }
                Mention mention = at(tokens.get(at).start(), tokens.get(at).end());
                if (mention != null && mention.type() == EntityType.NORP && mention.actor() != null) {
                    return people(at, mention.actor(), mention.span().end());
                }
                NameLexicon.Match match = lexicon.longest(words, at, false);
                Actor people = match != null && match.entry().type() == EntityType.NORP
                        ? match.entry().actor()
                        : null;
                int peopleEnd =
                        match == null ? 0 : tokens.get(at + match.length() - 1).end();
                if (mention != null && mention.type() == EntityType.NORP && people != null) {
                    return people(at, people, peopleEnd);
                }
                for (int end = Math.min(words.size(), at + LONGEST); end > at; end--) {
                    List<Bearer> places = mayEnd(at, end) ? placesAt(at, end) : List.of();
                    if (places.isEmpty() && end == at + 1 && isDateline(at, end)) {
                        places = gazetteer.find(Names.slug(words.get(at)));
                    }
                    if (!places.isEmpty()) {
                        Ground ground = ground(at, end, mention, places);
                        if (ground != Ground.NONE) {
                            add(at, end, places, ground);
                            return end;
                        }
                    }
                }
                if (people != null) {
                    return people(at, people, peopleEnd);
                }
                if (mention != null
                        && mention.type() == EntityType.LOC
                        && mention.span().start() == tokens.get(at).start()
                        && places(mention.span().in(text)).isEmpty()
                        && !holdsPlace(at, mention)) {
                    found.put(
                            new Named(mention.span(), Places.key(mention.span().in(text)), List.of(), List.of(), false),
                            Ground.FIRM);
                }
                return at + 1;
            }

            private List<Bearer> placesAt(int at, int end) {
                List<Bearer> places = counties.get(at) && counties.get(end - 1)
                        ? gazetteer.find(Places.key(words(at, end) + " County"))
                        : List.of();
                return places.isEmpty() ? places(words(at, end)) : places;
            }

            /** Whether a part of the mention, from the second word on, is a place's name. */
            private boolean holdsPlace(int at, Mention mention) {
                for (int i = at + 1;
                        i < words.size()
                                && tokens.get(i).start() < mention.span().end();
                        i++) {
                    if (isCapitalised(i) && !places(words.get(i)).isEmpty()) {
                        return true;
                    }
                }
                return false;
            }

            /** A people named up to {@code limit}, as a sign of its country. */
            private int people(int at, @Nullable Actor actor, int limit) {
                int end = at + 1;
                while (end < words.size() && tokens.get(end).end() <= limit) {
                    end++;
                }
                String country = actor == null ? null : actor.country();
                List<Bearer> places = country == null ? List.of() : gazetteer.countryOf(country);
                if (!places.isEmpty()) {
                    found.put(new Named(span(at, end), "people of " + country, places, List.of(), true), Ground.FIRM);
                }
                return end;
            }

            private Span span(int from, int to) {
                return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
            }

            private String words(int from, int to) {
                return text.substring(
                        tokens.get(from).start(), tokens.get(to - 1).end());
            }

            private boolean isCapitalised(int i) {
                String word = words.get(i);
                return Character.isUpperCase(word.charAt(0))
                        || word.length() > 3 && word.indexOf('-') > 0 && Names.hasUpperCase(word);
            }

            private boolean mayEnd(int at, int end) {
                if (!isCapitalised(end - 1)) {
                    return false;
                }
                for (int i = at + 1; i < end - 1; i++) {
                    if (!isCapitalised(i) && !CONNECTORS.contains(words.get(i))) {
                        return false;
                    }
                }
                return true;
            }

            private void add(int at, int end, List<Bearer> places, Ground ground) {
                Span span = span(at, end);
                Holders holders = holders(end, places);
                Named named = new Named(span, key(at, end, places), places, holders.places(), false);
                Ground shown = named.holders().isEmpty() ? ground : Ground.FIRM;
                if (!named.holders().isEmpty()) {
                    holding.set(holders.from());
                }
                found.put(named, shown);
                if (shown == Ground.FIRM) {
                    firm.add(named.key());
                }
            }

            /** As {@link Places#key}; capitals of a dateline are no acronym. */
            private String key(int at, int end, List<Bearer> places) {
                boolean county = counties.get(at) && counties.get(end - 1) && !places.equals(places(words(at, end)));
                String name = words(at, end);
                if (county) {
                    return Places.key(name + " County");
                }
                return isDateline(at, end) ? Names.slug(name) : Places.key(name);
            }

            /** The larger places that follow behind a comma, in brackets or behind <em>in</em>, and that hold one of these. */
            private Holders holders(int end, List<Bearer> places) {
                int i = end;
                if (i >= words.size() || !Set.of(",", "(", "in").contains(words.get(i))) {
                    return Holders.NONE;
                }
                boolean list = words.get(i).equals(",") && isLarge(places);
                i++;
                while (i < words.size()
                        && (BEARINGS.contains(Names.lower(words.get(i)))
                                || Set.of("in", "the").contains(words.get(i)))) {
                    i++;
                }
                // California, Texas and Ohio are three
                if (i >= words.size()
                        || !isCapitalised(i)
                        || list && !words.get(i).endsWith(".")) {
                    return Holders.NONE;
                }
                for (int to = Math.min(words.size(), i + 4); to > i; to--) {
                    List<Bearer> larger = mayEnd(i, to) ? places(words(i, to)) : List.of();
                    List<Integer> holders = new ArrayList<>();
                    for (Bearer l : larger) {
                        for (Bearer p : places) {
                            if (gazetteer.holds(l.place(), p.place())) {
                                holders.add(l.place());
                                break;
                            }
                        }
                    }
                    if (!holders.isEmpty()) {
                        return new Holders(i, List.copyOf(holders));
                    }
                }
                return Holders.NONE;
            }

            private boolean isLarge(List<Bearer> places) {
                return places.stream()
                        .anyMatch(p -> p.first()
                                && switch (gazetteer.kind(p.place())) {
                                    case COUNTRY, REGION, AREA -> true;
                                    case DISTRICT, CAPITAL, SEAT, TOWN, PART -> false;
                                });
            }

            private Ground ground(int at, int end, @Nullable Mention mention, List<Bearer> places) {
                String name = words(at, end);
                boolean single = end == at + 1;
                if (holding.get(at)) {
                    return Ground.FIRM;
                }
                if (isShort(name)) {
                    boolean whole = mention != null
                            && mention.type() == EntityType.LOC
                            && span(at, end).contains(mention.span());
                    return isState(places) || whole || isLarge(places) && qualifies(at) ? Ground.FIRM : Ground.NONE;
                }
                boolean other = single && (isPart(name) || UNLIKELY.contains(name))
                        || lexicon.is("misc", name)
                        || lexicon.is("function", name)
                        || lexicon.is("title", name)
                        || end < words.size() && OTHER_HEADS.contains(words.get(end));
                if (other) {
                    return Ground.NONE;
                }
                boolean ordinary = single && lexicon.isCommon(Names.lower(name));
                if (!ordinary && !holders(end, places).places().isEmpty() || isDateline(at, end)) {
                    return Ground.FIRM;
                }
                boolean placed = isPlaced(at, end);
                boolean firstName = single && lexicon.isFirstName(name);
                Span span = span(at, end);
                boolean whole = mention != null && span.contains(mention.span());
                if (mention != null && whole && mention.type() == EntityType.LOC) {
                    return Ground.FIRM;
                }
                boolean first = places.stream().anyMatch(Bearer::first);
                if (ordinary && !placed || !first && !placed || isActor(at, end) && !isLarge(places)) {
                    return Ground.NONE;
                }
                boolean known = isKnown(places) || end < words.size() && CIVIC.contains(words.get(end));
                if (mention == null) {
                    return firstName && !placed
                            ? Ground.NONE
                            : placed && known || isState(places) ? Ground.FIRM : Ground.LOOSE;
                }
                return switch (mention.type()) {
                    case LOC -> ordinary ? Ground.NONE : within(part(mention, at, end), at, end);
                    // the Augusta educator: the reader takes the place for a people
                    case NORP ->
                        !whole || ordinary
                                ? Ground.NONE
                                : isLarge(places) ? Ground.FIRM : loose(firstName, known && (placed || isOffice(end)));
                    case ORG ->
                        ordinary
                                ? Ground.NONE
                                : whole
                                        ? loose(firstName, placed || isState(places))
                                        : known ? withinBody(mention, name) : Ground.LOOSE;
                    case MISC -> {
                        boolean leads = whole
                                || span.start() == mention.span().start()
                                || placed
                                || isLarge(places)
                                || at > 0 && words.get(at - 1).equals("of");
                        yield !leads ? Ground.NONE : known ? Ground.FIRM : Ground.LOOSE;
                    }
                    case PER ->
                        ordinary || surnames.contains(name)
                                ? Ground.NONE
                                : whole
                                        ? loose(firstName, placed)
                                        : span.start() == mention.span().start()
                                                        && !firstName
                                                        && (placed || isOffice(end))
                                                ? Ground.LOOSE
                                                : Ground.NONE;
                };
            }

            /** Whether a table has the words for a person, a body or a people. */
            private boolean isActor(int at, int end) {
                NameLexicon.Match match = lexicon.longest(words, at, false);
                return match != null
                        && match.length() >= end - at
                        && match.entry().type() != EntityType.LOC;
            }

            /** Whether a place of this name is known beyond its own ground. */
            private boolean isKnown(List<Bearer> places) {
                return places.stream()
                        .anyMatch(p -> p.first()
                                && (gazetteer.kind(p.place()) != Kind.TOWN && gazetteer.kind(p.place()) != Kind.PART
                                        || gazetteer.population(p.place()) >= KNOWN));
            }

            private Ground loose(boolean firstName, boolean placed) {
                return placed ? Ground.FIRM : firstName ? Ground.NONE : Ground.LOOSE;
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
                    String before = at > 0 ? Names.lower(words.get(at - 1)) : "";
                    return BEARINGS.contains(before) || before.equals("the") ? Ground.FIRM : Ground.NONE;
                }
                String whole = name.in(text);
                String last = whole.substring(whole.lastIndexOf(' ') + 1);
                String lower = Names.lower(last);
                boolean of = lexicon.is("facility-head", last)
                        || lexicon.is("org-head", last)
                        || GROUND.contains(lower)
                        || PEOPLE.contains(lower)
                        || (end > at + 1 || lexicon.isCommon(lower)) && !lexicon.is("loc-head", last);
                return of && !OTHER_HEADS.contains(last) ? Ground.FIRM : Ground.NONE;
            }

            /**
             * The part of a name that these words stand in, where the reader took several for one: <em>Barrow and Jackson
             * counties</em>, <em>Fort Worth, Texas</em>, <em>the Village of Glen Carbon</em>.
             */
            private Span part(Mention mention, int at, int end) {
                int from = at;
                while (from > 0
                        && tokens.get(from - 1).start() >= mention.span().start()
                        && !isParted(from)) {
                    from--;
                }
                int to = end;
                while (to < words.size()
                        && tokens.get(to).end() <= mention.span().end()
                        && !isParted(to)) {
                    to++;
                }
                return span(from, to);
            }

            /** Whether a name ends before this word. */
            private boolean isParted(int i) {
                return JOINTS.contains(words.get(i))
                        || JOINTS.contains(words.get(i - 1))
                        || tokens.get(i).start() == tokens.get(i - 1).end() + 1
                                && text.charAt(tokens.get(i - 1).end()) == '-';
            }

            /** Litchfield Selectman: an office behind the name of its place. */
            private boolean isOffice(int end) {
                return end < words.size()
                        && (lexicon.is("title", words.get(end)) || PEOPLE.contains(Names.lower(words.get(end))));
            }

            /** A name within the name of a body: <em>Norfolk High School</em>, <em>the Bank of Georgia</em>. */
            private Ground withinBody(Mention mention, String name) {
                String whole = mention.span().in(text);
                String last = whole.substring(whole.lastIndexOf(' ') + 1);
                if (OTHER_HEADS.contains(last) || surnames.contains(name)) {
                    return Ground.NONE;
                }
                return lexicon.isFirstName(name) ? Ground.LOOSE : Ground.FIRM;
            }

            /** XENIA — at the head of a report. */
            private boolean isDateline(int at, int end) {
                String name = words(at, end);
                return at == 0
                        && end < words.size()
                        && name.length() > 2
                        && name.chars().noneMatch(Character::isLowerCase)
                        && DASHES.contains(words.get(end));
            }

            /** TX, Pa.: too short to stand for a place by itself. */
            private boolean isShort(String name) {
                return name.endsWith(".") && name.length() <= 6 || name.length() <= 2;
            }

            private boolean isState(List<Bearer> places) {
                return gazetteer.kind(places.get(0).place()) == Kind.COUNTRY
                        || gazetteer.country(places.get(0).place()).isEmpty();
            }

            /** R-London: the seat of a member of parliament. */
            private boolean isOfParty(int at) {
                return at > 0 && PARTIES.contains(words.get(at - 1)) && isParted(at);
            }

            /** Whether this word ends a person's name or age: <em>James Tauber of Nelson; Cole, 32, of Nelson</em>. */
            private boolean isResident(int i) {
                if (i < 0) {
                    return false;
                }
                if (words.get(i).equals(",")) {
                    return i > 0 && (words.get(i - 1).chars().allMatch(Character::isDigit) || isResident(i - 1));
                }
                Mention mention = at(tokens.get(i).start(), tokens.get(i).end());
                return mention != null && mention.type() == EntityType.PER;
            }

            /** Whether it follows the comma behind a place that it holds. */
            private boolean qualifies(int at) {
                if (words.get(at).endsWith(".")
                        && Names.hasUpperCase(words.get(at))
                        && words.get(at).length() > 3) {
                    return true;
                }
                return at > 1 && words.get(at - 1).equals(",") && isCapitalised(at - 2);
            }

            /** A word that is part of many names, and a hamlet's name in some table. */
            private boolean isPart(String word) {
                return BEARINGS.contains(Names.lower(word))
                        || lexicon.is("org-head", word)
                        || lexicon.is("loc-head", word)
                        || lexicon.is("facility-head", word);
            }

            private boolean isPlaced(int at, int end) {
                String before = at > 0 ? Names.lower(words.get(at - 1)) : "";
                String next = end < words.size() ? words.get(end) : "";
                return LOCATIVE.contains(before)
                        || counties.get(at)
                        || isOfParty(at)
                        || before.equals("of") && isResident(at - 2)
                        || BEARINGS.contains(before)
                        || before.equals("of") && at > 1 && GROUND.contains(Names.lower(words.get(at - 2)))
                        || PEOPLE.contains(next)
                        || GROUND.contains(next);
            }
        }
    }
}
