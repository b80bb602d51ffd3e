package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.NameLexicon.Match;
import org.rashomon.model.Article;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;

/** Names sentence by sentence: where one begins and ends, and what kind of name it is or may be. */
final class NameFinder {
    private static final int LONGEST_TITLE_WORDS = 4;
    private static final int LONGEST_PERSON_WORDS = 5;

    private static final Set<String> PERSON_CONNECTORS = Set.of(
            "bin", "ibn", "bint", "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du", "la",
            "le", "al", "el", "ul", "ud", "ben", "ter", "y", "e", "abu", "umm");
    private static final Set<String> PLACE_PREPOSITIONS = Set.of(
            "in",
            "near",
            "across",
            "outside",
            "inside",
            "throughout",
            "into",
            "toward",
            "towards",
            "around",
            "at",
            "from",
            "within",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "north",
            "south",
            "east",
            "west",
            "nearby");
    private static final Set<String> PLACE_NOUNS = Set.of(
            "province",
            "city",
            "town",
            "village",
            "region",
            "district",
            "governorate",
            "countryside",
            "airport",
            "area",
            "county",
            "state",
            "island",
            "river",
            "valley",
            "border",
            "suburb",
            "neighbourhood",
            "neighborhood",
            "camp",
            "capital",
            "streets",
            "street",
            "road",
            "municipality",
            "peninsula");
    /** Words right after a name that speak for a person. */
    static final Set<String> SPEECH = Set.of(
            "said",
            "says",
            "told",
            "added",
            "adds",
            "insisted",
            "argued",
            "warned",
            "explained",
            "noted",
            "recalled",
            "claimed",
            "admitted",
            "stressed",
            "replied",
            "wrote",
            "stated",
            "tweeted",
            "who",
            "whose",
            "himself",
            "herself");

    private static final Set<String> PERSON_NOUNS = PersonWords.of(PersonWords.Use.NAME);

    private final NameLexicon lexicon;

    NameFinder(NameLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether the words themselves settle the type. */
    enum Strength {
        SURE,
        /** A name, but its kind is guessed. */
        GUESS,
        /** A name only if the article has it as a name elsewhere. */
        DOUBT
    }

    /**
     * A name.
     *
     * @param entry what the gazetteer has for these words, or null
     * @param title the title before a person's name, or null
     */
    record Found(
            Span span,
            EntityType type,
            Strength strength,
            NameLexicon.@Nullable Entry entry,
            @Nullable String title) {}

    /** How much a capital tells. */
    private enum Casing {
        SENTENCE,
        TITLE,
        CAPITALS
    }

    List<Found> find(Article article, List<Sentence> sentences) {
        List<Found> found = new ArrayList<>();
        List<Line> lines = new ArrayList<>(sentences.size());
        Set<String> lowerCase = new HashSet<>();
        for (Sentence sentence : sentences) {
            Line line = new Line(article, sentence);
            lines.add(line);
            if (line.casing == Casing.SENTENCE) {
                for (String word : line.words) {
                    if (Character.isLowerCase(word.charAt(0))) {
                        lowerCase.add(word);
                    }
                }
            }
        }
        for (Line line : lines) {
            line.scan(lowerCase, found);
        }
        return found;
    }

    private static boolean isCapitalised(String word) {
        char first = word.charAt(0);
        if (Character.isUpperCase(first)) {
            return true;
        }
        // al-Assad, el-Sisi, d'Ivoire, eBay
        for (int i = 1; i < Math.min(word.length(), 5); i++) {
            char c = word.charAt(i);
            if ((c == '-' || c == '\'' || c == '\u2019') && i + 1 < word.length()) {
                return i <= 4 && Character.isUpperCase(word.charAt(i + 1)) && isArticle(word.substring(0, i));
            }
        }
        return false;
    }

    private static boolean isArticle(String prefix) {
        return switch (prefix) {
            case "al", "el", "ar", "as", "ash", "ad", "an", "at", "az", "d", "l", "ex", "ul" -> true;
            default -> false;
        };
    }

    private static boolean isAllCapitals(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLowerCase(word.charAt(i))) {
                return false;
            }
            letters += Character.isUpperCase(word.charAt(i)) ? 1 : 0;
        }
        return letters >= 2;
    }

    private static boolean isLetters(String word) {
        return Character.isLetter(word.charAt(0));
    }

    /** One sentence with its tokens. */
    private final class Line {
        private final String text;
        private final List<Token> tokens;
        private final List<String> words;
        private final Casing casing;
        private final List<Found> found = new ArrayList<>();

        Line(Article article, Sentence sentence) {
            this.text = article.text();
            this.tokens = HyphenatedNames.parted(text, Tokenizer.tokens(text, sentence.span()));
            this.words = tokens.stream().map(token -> token.in(text)).toList();
            this.casing = casing(article.blocks().get(sentence.block()).role());
        }

        private Casing casing(BlockRole role) {
            int letters = 0;
            int capitalised = 0;
            int capitals = 0;
            for (String word : words) {
                if (word.length() > 3 && isLetters(word)) {
                    letters++;
                    capitalised += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
                    capitals += isAllCapitals(word) ? 1 : 0;
                }
            }
            if (letters >= 3 && capitals * 10 >= letters * 8) {
                return Casing.CAPITALS;
            }
            boolean closed = !words.isEmpty() && words.get(words.size() - 1).equals(".");
            int least = role == BlockRole.HEADLINE ? 3 : 5;
            return letters >= least && !closed && capitalised * 10 >= letters * 8 ? Casing.TITLE : Casing.SENTENCE;
        }

        void scan(Set<String> lowerCase, List<Found> out) {
            int i = 0;
            while (i < words.size()) {
                int next = casing == Casing.CAPITALS ? scanCapitals(i) : scanAt(i, lowerCase);
                i = Math.max(next, i + 1);
            }
            out.addAll(found);
        }

        private int scanCapitals(int at) {
            Match match = lexicon.longest(words, at, true);
            if (match == null || match.entry().weak() || (match.length() == 1 && isCommon(at))) {
                return at + 1;
            }
            add(at, at + match.length(), match.entry().type(), Strength.SURE, match.entry(), null);
            return at + match.length();
        }

        private boolean isCommon(int at) {
            return lexicon.isCommon(Names.lower(words.get(at)));
        }

        private int scanAt(int at, Set<String> lowerCase) {
            String word = words.get(at);
            if (isWebAddress(at)) {
                return at + 1;
            }
            if (!isCapitalised(word)) {
                return lowerCaseName(at);
            }
            boolean opens = opensSentence(at);
            if (lexicon.is("function", word) && !startsLongName(at)) {
                return at + 1;
            }
            int end = chunkEnd(at, lowerCase);
            if ((opens || casing == Casing.TITLE) && isOrdinary(at, lowerCase)) {
                int after = ordinaryOpening(at, end);
                if (after > at) {
                    doubt(at);
                    return after;
                }
            }
            return split(at, end, lowerCase);
        }

        /** Names that are written in lower case: al-Qaeda is capitalised enough, dpa and eurozone are not. */
        private int lowerCaseName(int at) {
            Match match = isLetters(words.get(at)) ? lexicon.longest(words, at, false) : null;
            if (match == null || match.entry().weak()) {
                return at + 1;
            }
            add(at, at + match.length(), match.entry().type(), Strength.SURE, match.entry(), null);
            return at + match.length();
        }

        private boolean isWebAddress(int at) {
            Token token = tokens.get(at);
            int start = token.start();
            while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && token.start() - start < 200) {
                start--;
            }
            return text.startsWith("http", start)
                    || text.startsWith("www.", start)
                    || text.charAt(start) == '@'
                    || text.charAt(start) == '#';
        }

        private boolean opensSentence(int at) {
            int i = at - 1;
            while (i >= 0 && !Character.isLetterOrDigit(words.get(i).charAt(0))) {
                String mark = words.get(i);
                if (mark.equals(":")
                        || mark.equals("\"")
                        || mark.equals("\u201c")
                        || mark.equals("\u2018")
                        || mark.equals("'")
                        || mark.equals("\u2022")
                        || mark.equals("-")
                        || mark.equals("\u2013")) {
                    return true;
                }
                i--;
            }
            return i < 0;
        }

        /** A word that the article or the language writes in lower case, so that its capital tells nothing here. */
        private boolean isOrdinary(int at, Set<String> lowerCase) {
            String word = words.get(at);
            if (isAllCapitals(word)) {
                return false;
            }
            String lower = Names.lower(word);
            return lexicon.isCommon(lower) || lowerCase.contains(lower);
        }

        private boolean startsLongName(int at) {
            Match match = lexicon.longest(words, at, false);
            return match != null && match.length() > 1 && match.entry().type() != EntityType.MISC;
        }

        /**
         * Whether an ordinary word with a capital is part of a name all the same; if not, returns where to go on.
         *
         * @return {@code at} where it is part of a name
         */
        private int ordinaryOpening(int at, int end) {
            Match match = lexicon.longest(words, at, false);
            if (match != null && match.length() > 1) {
                return at;
            }
            if (titleEnd(at) > at && titleEnd(at) < end) {
                return at;
            }
            if (casing == Casing.SENTENCE
                    && end > at + 1
                    && organisationEnd(at, end) > at + 1
                    && !lexicon.is("function", words.get(at))) {
                return at;
            }
            if (end > at + 1 && lexicon.isFirstName(words.get(at)) && !lexicon.isCommon(Names.lower(words.get(at)))) {
                return at;
            }
            return at + 1;
        }

        /** Keeps an ordinary word as a possible surname: <em>Park also asked</em>. */
        private void doubt(int at) {
            if (words.get(at).length() > 1 && !lexicon.is("function", words.get(at))) {
                add(at, at + 1, EntityType.PER, Strength.DOUBT, null, null);
            }
        }

        /** Capitalised words from {@code at} on, with connectors that stand between two of them. */
        private int chunkEnd(int at, Set<String> lowerCase) {
            int i = at + 1;
            while (i < words.size()) {
                String word = words.get(i);
                if (isCapitalised(word)
                        || (Character.isDigit(word.charAt(0)) && word.length() <= 2 && isNumberOfName(i))) {
                    if (casing == Casing.TITLE && isOrdinary(i, lowerCase) && !continuesName(at, i)) {
                        return i;
                    }
                    i++;
                } else if (PERSON_CONNECTORS.contains(word)
                        && i + 1 < words.size()
                        && isCapitalised(words.get(i + 1))
                        && !word.equals("e")) {
                    i += 2;
                } else if ((word.equals("bin") || word.equals("de") || word.equals("van") || word.equals("von"))
                        && i + 2 < words.size()
                        && PERSON_CONNECTORS.contains(words.get(i + 1))
                        && isCapitalised(words.get(i + 2))) {
                    i += 3;
                } else if (word.equals("&") && i + 1 < words.size() && isCapitalised(words.get(i + 1))) {
                    i += 2;
                } else {
                    return i;
                }
            }
            return i;
        }

        /** Channel 4, but neither May 4 nor Aleppo 24 hours later. */
        private boolean isNumberOfName(int at) {
            return !isMonth(words.get(at - 1))
                    && isCapitalised(words.get(at - 1))
                    && (at + 1 == words.size() || !isLetters(words.get(at + 1)) || SPEECH.contains(words.get(at + 1)))
                    && lexicon.longest(words, at - 1, false) == null;
        }

        private boolean isMonth(String word) {
            return lexicon.is("misc", word);
        }

        private boolean continuesName(int at, int i) {
            Match match = lexicon.longest(words, at, false);
            return (match != null && match.length() > i - at)
                    || lexicon.is("org-head", words.get(i))
                    || lexicon.is("loc-head", words.get(i));
        }

        /** Cuts a run of capitalised words into names; returns where it ends, past a title that outlasts the run. */
        private int split(int start, int end, Set<String> lowerCase) {
            int at = start;
            String title = titleBefore(start);
            while (at < end) {
                int next = name(at, end, title, lowerCase);
                title = next < end && next > at ? titleWithin(at, next) : null;
                at = Math.max(next, at + 1);
            }
            return at;
        }

        private @Nullable String titleWithin(int start, int end) {
            return titleEnd(start) == end ? words.get(end - 1) : null;
        }

        private @Nullable String titleBefore(int at) {
            if (at == 0) {
                return null;
            }
            String before = words.get(at - 1);
            return lexicon.is("title", before) || PERSON_NOUNS.contains(before) ? before : null;
        }

        /** Handles the name that begins at {@code at} and returns where it ends. */
        private int name(int at, int end, @Nullable String title, Set<String> lowerCase) {
            Match match = lexicon.longest(words, at, false);
            int organisation = organisationEnd(at, end);
            int titled = titleEnd(at);
            int matched = match == null ? at : at + match.length();
            if (match != null && !match.entry().weak() && matched >= organisation && matched >= titled) {
                return gazetteer(at, end, match, title);
            }
            if (titled > at
                    && titled >= matched
                    && (organisation <= titled || (titled < end && isPersonAt(titled, end)))) {
                return titled;
            }
            if (organisation > at + 1 || (organisation > at && isStandaloneBody(at))) {
                if (match != null
                        && match.entry().type() == EntityType.NORP
                        && organisation == at + 2
                        && lowerHead(at + 1)) {
                    return gazetteer(at, end, match, title);
                }
                add(at, organisation, EntityType.ORG, Strength.SURE, null, null);
                return organisation;
            }
            int place = placeEnd(at, end);
            if (place > at + 1) {
                add(at, place, EntityType.LOC, Strength.SURE, null, null);
                return place;
            }
            if (title == null && match != null && matched - at > 1) {
                return gazetteer(at, end, match, null);
            }
            if (title != null || lexicon.isFirstName(words.get(at))) {
                int person = personEnd(at, end);
                if (person > at + 1 || (title != null && person > at)) {
                    boolean sure = title == null || person > at + 1 || lexicon.is("title", title);
                    add(
                            at,
                            person,
                            EntityType.PER,
                            sure ? Strength.SURE : Strength.GUESS,
                            entry(match, at, person),
                            title);
                    return person;
                }
            }
            if (match != null && matched == Math.min(end, at + match.length()) && end == matched) {
                return weakPlace(at, match);
            }
            return guess(at, personEnd(at, end), match, lowerCase);
        }

        private NameLexicon.@Nullable Entry entry(@Nullable Match match, int at, int end) {
            return match != null && at + match.length() == end ? match.entry() : null;
        }

        private boolean lowerHead(int at) {
            return Character.isLowerCase(words.get(at).charAt(0));
        }

        private boolean isPersonAt(int at, int end) {
            return lexicon.isFirstName(words.get(at)) || end - at <= 3;
        }

        /** Parliament, Congress: one word that is a body by itself, with a capital away from the start of a sentence. */
        private boolean isStandaloneBody(int at) {
            return switch (words.get(at)) {
                case "Parliament",
                        "Congress",
                        "Senate",
                        "Treasury",
                        "Cabinet",
                        "Knesset",
                        "Duma",
                        "Bundestag",
                        "Rada",
                        "Majlis" ->
                    (casing == Casing.SENTENCE && !opensSentence(at))
                            || words.get(at).length() > 8;
                default -> false;
            };
        }

        private int gazetteer(int at, int end, Match match, @Nullable String title) {
            int stop = at + match.length();
            EntityType type = match.entry().type();
            if (type == EntityType.PER && stop < end && match.length() == 1 && isNamePart(stop)) {
                int person = personEnd(at, end);
                add(at, person, EntityType.PER, Strength.SURE, null, title);
                return person;
            }
            // a place or country after a title or given name is a surname: President Chad Jordan
            if (type == EntityType.LOC
                    && match.length() == 1
                    && title != null
                    && lexicon.is("title", title)
                    && match.entry().actor() == null) {
                int person = personEnd(at, end);
                add(at, person, EntityType.PER, Strength.SURE, null, title);
                return person;
            }
            boolean ordinary =
                    match.length() == 1 && match.entry().weak() && (opensSentence(at) || casing == Casing.TITLE);
            if (!ordinary) {
                add(at, stop, type, Strength.SURE, match.entry(), title);
            }
            return stop;
        }

        private boolean isNamePart(int at) {
            return isCapitalised(words.get(at))
                    && !lexicon.is("org-head", words.get(at))
                    && !lexicon.is("loc-head", words.get(at))
                    && !lexicon.is("title", words.get(at))
                    && lexicon.longest(words, at, false) == null;
        }

        private int weakPlace(int at, Match match) {
            int end = at + match.length();
            EntityType type = match.entry().type();
            boolean ordinary = match.length() == 1 && isCommon(at) && (opensSentence(at) || casing == Casing.TITLE);
            if (ordinary) {
                return end;
            }
            boolean speaks = match.length() == 1 && end < words.size() && SPEECH.contains(words.get(end));
            add(at, end, speaks && type == EntityType.LOC ? EntityType.PER : type, Strength.GUESS, match.entry(), null);
            return end;
        }

        /** A run of capitalised words about which only the surroundings tell anything. */
        private int guess(int at, int end, @Nullable Match match, Set<String> lowerCase) {
            int stop = Math.max(end, at + 1);
            String word = words.get(at);
            boolean single = stop == at + 1;
            if (single && (word.length() < 2 || lexicon.is("misc", word) || !isLetters(word))) {
                return stop;
            }
            if (single && (isOrdinary(at, lowerCase) || lexicon.is("title", word) || lexicon.is("org-head", word))) {
                doubt(at);
                return stop;
            }
            boolean unsupported = single && opensSentence(at) && !lexicon.isFirstName(word) && !speaks(stop);
            Strength strength = unsupported && !isAllCapitals(word) ? Strength.DOUBT : Strength.GUESS;
            EntityType type = guessedType(at, stop, match);
            if (casing == Casing.TITLE && type == EntityType.PER) {
                // every word has a capital here, so that a capital makes nobody a person
                strength = Strength.DOUBT;
            }
            add(at, stop, type, strength, entry(match, at, stop), null);
            return stop;
        }

        private boolean speaks(int after) {
            return after < words.size() && SPEECH.contains(words.get(after));
        }

        private EntityType guessedType(int at, int end, @Nullable Match match) {
            String before = at > 0 ? Names.lower(words.get(at - 1)) : "";
            String after = end < words.size() ? words.get(end) : "";
            boolean acronym = end == at + 1
                    && isAllCapitals(words.get(at))
                    && words.get(at).length() <= 7;
            if (acronym) {
                return EntityType.ORG;
            }
            if (words.get(end - 1).chars().anyMatch(Character::isDigit)) {
                return EntityType.MISC;
            }
            if (PLACE_NOUNS.contains(after)
                    || (before.equals("of") && at > 1 && PLACE_NOUNS.contains(words.get(at - 2)))) {
                return EntityType.LOC;
            }
            if (SPEECH.contains(after) && !before.equals("the")) {
                return EntityType.PER;
            }
            if (before.equals("in") || before.equals("near")) {
                return EntityType.LOC;
            }
            if (before.equals("the")) {
                return EntityType.ORG;
            }
            if (PLACE_PREPOSITIONS.contains(before) && end - at == 1) {
                return EntityType.LOC;
            }
            if (match != null && match.entry().type() == EntityType.LOC) {
                return EntityType.LOC;
            }
            return end - at <= 3 ? EntityType.PER : EntityType.ORG;
        }

        /** Where a title that begins at {@code at} ends; {@code at} if none does. */
        private int titleEnd(int at) {
            for (int length = Math.min(LONGEST_TITLE_WORDS, words.size() - at); length > 0; length--) {
                String phrase = String.join(" ", words.subList(at, at + length));
                if (lexicon.is("title", phrase)) {
                    return at + length;
                }
            }
            return at;
        }

        /**
         * Where an organisation's name that begins at {@code at} ends: at its last head noun, or after what follows <em>of</em>
         * or <em>for</em> behind a head noun that takes it; {@code at} if there is none.
         */
        private int organisationEnd(int at, int end) {
            int head = at;
            for (int i = at; i < end; i++) {
                if (i > at && titleEnd(i) > i && !lexicon.is("org-head", words.get(i))) {
                    break;
                }
                if (lexicon.is("org-head", words.get(i))
                        && (i > at || isStandaloneBody(i) || lexicon.is("org-left", words.get(i)))) {
                    head = i + 1;
                }
            }
            int left = head > at ? head : lexicon.is("org-left", words.get(at)) ? at + 1 : at;
            if (left == end && left > at && lexicon.is("org-left", words.get(left - 1))) {
                int extended = complementEnd(left);
                if (extended > left) {
                    return extended;
                }
            }
            return head == at + 1 && !isStandaloneBody(at) ? at : head;
        }

        /** After <em>Ministry</em>: <em>of Health</em>, <em>for the Protection of Children and Families</em>. */
        private int complementEnd(int at) {
            int i = at;
            while (i + 1 < words.size()) {
                String word = words.get(i);
                boolean preposition = word.equals("of") || (word.equals("for") && i == at);
                if (preposition) {
                    int next = words.get(i + 1).equals("the") ? i + 2 : i + 1;
                    if (next >= words.size()
                            || !isCapitalised(words.get(next))
                            || lexicon.is("misc", words.get(next))) {
                        return i;
                    }
                    i = capitalsEnd(next);
                } else if ((word.equals("and") || word.equals("&")) && i > at && continuesList(i)) {
                    i = capitalsEnd(i + 1);
                } else {
                    return i;
                }
            }
            return i;
        }

        /** <em>Ministry of Trade and Industry</em>, but not <em>University of Leeds and Ahmed said</em>. */
        private boolean continuesList(int and) {
            String next = words.get(and + 1);
            return isCapitalised(next)
                    && !isAllCapitals(next)
                    && !lexicon.isFirstName(next)
                    && lexicon.longest(words, and + 1, false) == null
                    && lexicon.longest(words, and - 1, false) == null;
        }

        private int capitalsEnd(int at) {
            int i = at;
            while (i < words.size()
                    && isCapitalised(words.get(i))
                    && !lexicon.is("misc", words.get(i))
                    && !(i > at && titleEnd(i) > i)) {
                i++;
            }
            return i;
        }

        /** Where a place's name that begins at {@code at} and has a head noun ends; {@code at} if there is none. */
        private int placeEnd(int at, int end) {
            for (int i = at + 1; i < end && i < at + 5; i++) {
                if (lexicon.is("loc-head", words.get(i)) || lexicon.is("facility-head", words.get(i))) {
                    return i + 1;
                }
            }
            if (end > at + 1
                    && (words.get(at).equals("Mount")
                            || words.get(at).equals("Lake")
                            || words.get(at).equals("Cape"))) {
                return at + 2;
            }
            return at;
        }

        /** Where a person's name that begins at {@code at} ends. */
        private int personEnd(int at, int end) {
            int i = at;
            while (i < end && i < at + LONGEST_PERSON_WORDS) {
                String word = words.get(i);
                boolean connector = PERSON_CONNECTORS.contains(word);
                if (!connector && i > at) {
                    if (titleEnd(i) > i && !lexicon.isFirstName(word) && word.length() > 3) {
                        break;
                    }
                    Match match = lexicon.longest(words, i, false);
                    if (match != null
                            && isOther(match)
                            && !(i == at + 1
                                    && match.length() == 1
                                    && i + 1 == end
                                    && match.entry().type() == EntityType.LOC)) {
                        break;
                    }
                }
                i++;
            }
            while (i > at && PERSON_CONNECTORS.contains(words.get(i - 1))) {
                i--;
            }
            return i;
        }

        private static boolean isOther(Match match) {
            return switch (match.entry().type()) {
                case NORP, MISC, ORG -> true;
                case LOC -> !match.entry().weak();
                case PER -> false;
            };
        }

        private void add(
                int start,
                int end,
                EntityType type,
                Strength strength,
                NameLexicon.@Nullable Entry entry,
                @Nullable String title) {
            Span span = new Span(tokens.get(start).start(), tokens.get(end - 1).end());
            found.add(new Found(span, type, strength, entry, title));
        }
    }
}
