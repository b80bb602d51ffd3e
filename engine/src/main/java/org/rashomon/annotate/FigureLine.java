package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.CountWords.Found;
import org.rashomon.annotate.Quantities.Quantity;
import org.rashomon.model.Figure.PersonClass;
import org.rashomon.model.Figure.Unit;
import org.rashomon.model.Span;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;

/** The counts of one sentence: which numbers count people harmed or things hit, and how they hang together. */
final class FigureLine {
    private static final int OBJECT_WITHIN = 8;
    private static final int STATE_WITHIN = 9;
    private static final int TOLL_WITHIN = 30;
    private static final int NUMBER_OF_WITHIN = 6;
    private static final int HEADING_WITHIN = 4;
    private static final int LONGEST_LINK = 6;
    private static final int DETAIL_WITHIN = 12;

    private final CountWords lexicon;
    private final Quantities quantities;
    private final List<Token> tokens;
    private final List<String> words;
    private final List<Span> times;
    private final @Nullable Unit toll;
    private final List<Count> counts = new ArrayList<>();

    /**
     * Reads a sentence.
     *
     * @param times spans of its times: no number within one is a count
     * @param toll what the toll counts that was last told of, for <em>put it at 35</em>; or null
     */
    FigureLine(
            CountWords lexicon,
            Quantities quantities,
            String text,
            Span sentence,
            List<Span> times,
            @Nullable Unit toll) {
        this.lexicon = lexicon;
        this.quantities = quantities;
        this.tokens = Tokenizer.tokens(text, sentence);
        this.words = tokens.stream().map(token -> lower(token.in(text))).toList();
        this.times = times;
        this.toll = toll;
    }

    /** In lower case; the armed group IS is not the verb. */
    private static String lower(String word) {
        return word.equals("IS") ? "isis" : Names.lower(word).replace('\u2019', '\'');
    }

    /** How the unit of a count was found. */
    enum How {
        /** The counted phrase itself, or a verb whose object it is. */
        OWN,
        /** Words behind it. */
        STATE,
        /** A number that a toll has. */
        TOLL,
        /** Another count that it continues or specifies. */
        LINK
    }

    /** A number that may count. */
    static final class Count {
        final Quantity quantity;
        CountedPhrase phrase;

        @Nullable
        Unit unit;

        @Nullable
        How how;

        boolean part;
        boolean dropped;

        Count(Quantity quantity, CountedPhrase phrase) {
            this.quantity = quantity;
            this.phrase = phrase;
            this.part = false;
        }

        int start() {
            return quantity.start();
        }

        int end() {
            return phrase.end();
        }

        /** What befell the counted; only of a count that {@link #read} gave. */
        Unit unit() {
            return Objects.requireNonNull(unit);
        }

        void set(@Nullable Unit found, How by) {
            if (found != null) {
                unit = found;
                how = by;
            }
        }
    }

    List<String> words() {
        return words;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Where words {@code start} to {@code end} stand in the text. */
    Span span(int start, int end) {
        return new Span(tokens.get(start).start(), tokens.get(end - 1).end());
    }

    /** The counts that say what befell the counted, in order. */
    List<Count> read() {
        collect();
        for (Count count : counts) {
            direct(count);
        }
        for (int i = 0; i < counts.size(); i++) {
            linkForward(i);
        }
        for (int i = counts.size() - 2; i >= 0; i--) {
            linkBack(i);
        }
        for (Count count : counts) {
            if (count.unit == null && !count.dropped) {
                count.set(count.phrase.held(), How.OWN);
            }
        }
        for (int i = 1; i < counts.size(); i++) {
            Count before = counts.get(i - 1);
            boolean same = counts.get(i).unit == before.unit && counts.get(i).how == How.STATE;
            counts.get(i).part |= same && before.part && before.how == How.LINK && isJoined(before, counts.get(i));
        }
        List<Count> read = new ArrayList<>();
        for (Count count : counts) {
            if (count.unit != null && !count.dropped && fits(count)) {
                count.part |= isRest(count, read);
                read.add(count);
            }
        }
        return read;
    }

    private String low(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    private void collect() {
        int i = 0;
        while (i < words.size()) {
            Quantity quantity = quantities.at(words, i);
            if (quantity == null) {
                i++;
                continue;
            }
            if (!quantity.isNone() && !isOther(quantity)) {
                CountedPhrase phrase = CountedPhrase.behind(quantity, words, lexicon, quantities);
                boolean no = low(i).equals("no") && quantity.end() == i + 1;
                boolean rate = lexicon.at("rate", words, phrase.end()) != null;
                if (!rate && (!no || phrase.personClass() != null)) {
                    counts.add(new Count(quantity, phrase));
                }
            }
            i = quantity.end();
        }
    }

    /** Times, money, measures, ages, numbers of lists. */
    private boolean isOther(Quantity quantity) {
        Span span = new Span(
                tokens.get(quantity.core()).start(),
                tokens.get(quantity.end() - 1).end());
        String before = low(quantity.core() - 1);
        String after = low(quantity.end());
        boolean figures = Character.isDigit(low(quantity.core()).charAt(0));
        boolean age = figures && before.equals(",") && after.equals(",");
        // "four hundred and two thousand people": what looks like a year there is a part of the number
        return times.stream().anyMatch(time -> span.overlaps(time) && (!span.contains(time) || span.equals(time)))
                || low(quantity.start() - 1).equals("not")
                || lexicon.is("idle", before)
                || age
                || lexicon.is("not", after)
                || after.startsWith("-year")
                || after.equals("of") && lexicon.is("not", low(quantity.end() + 1))
                || isOneOf(quantity, after);
    }

    /** <em>One of the largest towns</em>; <em>one of them a child</em> is a count. */
    private boolean isOneOf(Quantity quantity, String after) {
        return low(quantity.core()).equals("one")
                && (after.equals("another") || after.equals("by") || after.equals("after"))
                && quantity.end() == quantity.core() + 1;
    }

    private void direct(Count count) {
        Found ofThem = lexicon.at("ofthem", words, count.quantity.end());
        if (ofThem != null) {
            count.part = true;
            predicate(count, ofThem.end());
        }
        if (lexicon.before("part", words, count.start()) != null) {
            count.part = true;
            return;
        }
        if (among(count)) {
            return;
        }
        if (ofThem != null && !count.quantity.isZero() && count.phrase.personClass() != null) {
            return;
        }
        Unit told = count.phrase.told();
        if (told != null) {
            count.set(told, How.OWN);
            drop(count, irrealisBehind(count.end()));
            return;
        }
        State state = state(count);
        Unit object = object(count);
        boolean adjacent = state != null && state.start() == count.end();
        if (object != null && !(adjacent && isParticiple(count))) {
            count.set(object, How.OWN);
        } else if (state != null) {
            count.set(state.unit(), How.STATE);
            count.part |= state.among();
            drop(count, state.mayBe());
        } else {
            count.set(toll(count), How.TOLL);
        }
    }

    private static void drop(Count count, boolean irrealis) {
        count.dropped |= irrealis;
    }

    /** Who is counted, where a predicate says it: <em>two of them children</em>, <em>six were children</em>. */
    private void predicate(Count count, int from) {
        int at = from;
        while (lexicon.is("aux", low(at)) || low(at).equals("a") || low(at).equals("an") || low(at).equals("the")) {
            at++;
        }
        for (int i = at; i < Math.min(words.size(), at + 3); i++) {
            PersonClass noun = CountedPhrase.noun(low(i), lexicon);
            boolean modifier = CountedPhrase.noun(low(i + 1), lexicon) != null && !lexicon.is("bar", low(i + 1));
            if (noun != null && noun != PersonClass.THING && !modifier) {
                count.phrase = count.phrase.as(noun, i + 1);
                return;
            }
            if (lexicon.is("bar", low(i)) || lexicon.is("passive", low(i))) {
                return;
            }
        }
    }

    /** <em>Among the dead were seven people, of those killed six were children</em>. */
    private boolean among(Count count) {
        int at = count.start() - 1;
        while (lexicon.is("aux", low(at)) || low(at).equals(",")) {
            if (lexicon.is("passive", low(at))) {
                break;
            }
            at--;
        }
        Found befell = lexicon.before("passive", words, at + 1);
        if (befell == null) {
            return false;
        }
        int of = befell.start() - 1;
        while (of > 0 && (low(of).equals("the") || low(of).equals("those") || isCounted(low(of)))) {
            of--;
        }
        String before = low(of - 1);
        boolean opens = of == 0 || lexicon.is("bar", before) && !lexicon.is("aux", before) || before.equals("and");
        if (!lexicon.is("among", low(of)) || low(of).equals("of") && !opens || of == befell.start() - 1) {
            return false;
        }
        count.set(CountedPhrase.unitOf(befell.value()), How.OWN);
        count.part = true;
        if (count.phrase.personClass() == null) {
            predicate(count, count.quantity.end());
        }
        return true;
    }

    private boolean isCounted(String word) {
        PersonClass noun = CountedPhrase.noun(word, lexicon);
        return noun != null && noun != PersonClass.THING;
    }

    private record State(Unit unit, int start, boolean among, boolean mayBe) {}

    /** The words behind a count that say what befell the counted, or null. */
    private @Nullable State state(Count count) {
        int at = count.end();
        boolean be = false;
        boolean modal = false;
        boolean relative = false;
        int steps = 0;
        while (at < words.size() && steps < STATE_WITHIN) {
            int skipped = steps == 0 ? Math.max(afterAside(at), afterDetail(at)) : at;
            if (skipped > at) {
                at = skipped;
                steps++;
                continue;
            }
            Found befell = lexicon.at("passive", words, at);
            String word = low(at);
            boolean aux = lexicon.is("aux", word);
            if (befell != null && !(aux && isLink(at))) {
                Unit unit = Unit.valueOf(befell.value());
                if (!be && hasObject(befell) || unit == Unit.STRUCK && relative && !be) {
                    return null;
                }
                boolean rate = lexicon.at("rate", words, befell.end()) != null;
                return new State(unit, befell.start(), false, modal || rate);
            }
            if (be && lexicon.is("among", word) && !word.equals("of")) {
                return amongState(at + 1);
            }
            if (lexicon.is("modal", word)) {
                modal = !low(at + 1).equals("have")
                        && !(word.equals("to") && low(at + 1).equals("have"));
                be |= word.equals("to") && be;
            } else if (aux) {
                be |= "BE".equals(lexicon.value("aux", word))
                        || word.equals("have")
                        || word.equals("has")
                        || word.equals("had");
                relative |= word.equals("who") || word.equals("that");
                modal &= !word.equals("have");
            } else if (!word.endsWith("ly") && !isQuote(word)) {
                return null;
            }
            at++;
            steps++;
        }
        return null;
    }

    private static boolean isQuote(String word) {
        return switch (word) {
            case "\"", "\u201c", "\u201d", "''", "'" -> true;
            default -> false;
        };
    }

    /** A word that both links and tells, as long as another tells behind it: <em>found dead</em>, <em>left homeless</em>. */
    private boolean isLink(int at) {
        return lexicon.is("aux", low(at)) && lexicon.at("passive", words, at + 1) != null;
    }

    private @Nullable State amongState(int from) {
        int at = from;
        while (low(at).equals("the") || low(at).equals("those")) {
            at++;
        }
        Found befell = lexicon.at("passive", words, at);
        return befell == null ? null : new State(Unit.valueOf(befell.value()), at, true, false);
    }

    /** One past what is said aside behind a count: <em>, including two children,</em> or what stands in brackets. */
    private int afterAside(int at) {
        if (low(at).equals("(")) {
            int bracket = words.subList(at, words.size()).indexOf(")");
            return bracket < 0 ? at : at + bracket + 1;
        }
        int close = low(at).equals(",") && low(at + 1).equals("not")
                ? words.subList(at + 1, words.size()).indexOf(",")
                : -1;
        if (close > 0) {
            return at + close + 2;
        }
        int from = low(at).equals(",") || low(at).equals("-") || low(at).equals("\u2013") || low(at).equals("\u2014")
                ? at + 1
                : at;
        Found part = lexicon.at("part", words, from);
        boolean opens = part != null && !low(from).equals("with") && !low(from).equals("of");
        Count next = null;
        for (Count count : counts) {
            if (count.start() >= from && count.start() <= from + LONGEST_LINK) {
                next = count;
                break;
            }
        }
        boolean apposition =
                next != null && next.start() == from && lexicon.at("ofthem", words, next.quantity.end()) != null;
        if (!opens && !apposition) {
            return at;
        }
        int end = next == null ? from + 1 : next.end();
        int limit = Math.min(words.size(), end + 12);
        while (end < limit) {
            boolean comma = low(end).equals(",");
            boolean plain = comma || !lexicon.is("aux", low(end)) && lexicon.at("passive", words, end) == null;
            if (!plain && !low(end).equals("the")) {
                return end;
            }
            if (lexicon.is("active", low(end)) || low(end).equals(";")) {
                return at;
            }
            end++;
        }
        return at;
    }

    /** One past what a preposition or participle adds to the counted: <em>25 others</em> on a bus <em>were wounded</em>. */
    private int afterDetail(int at) {
        if (!lexicon.is("detail", low(at))) {
            return at;
        }
        for (int i = at + 1; i < Math.min(words.size(), at + DETAIL_WITHIN); i++) {
            String word = low(i);
            boolean be = "BE".equals(lexicon.value("aux", word));
            if (be || word.equals("have") || word.equals("has") || word.equals("had") || word.equals("who")) {
                return i;
            }
            boolean ends = word.equals(",")
                    || word.equals(";")
                    || word.equals("and")
                    || word.equals("that")
                    || word.equals("which")
                    || word.equals("when")
                    || word.equals("as")
                    || word.equals("after")
                    || lexicon.is("active", word)
                    || isNumber(i);
            if (ends) {
                return at;
            }
        }
        return at;
    }

    private boolean isNumber(int at) {
        return counts.stream().anyMatch(count -> count.quantity.core() == at);
    }

    /** Whether the word has an object of its own: <em>seven people wounded three soldiers</em>. */
    private boolean hasObject(Found befell) {
        String verb = low(befell.end() - 1);
        if (!verb.endsWith("ed") && !verb.endsWith("s") && !verb.equals("hit") && !verb.equals("struck")) {
            return false;
        }
        String next = low(befell.end());
        if (next.equals("a") || next.equals("an") || next.equals("the") || next.equals("their")) {
            return !verb.equals("died");
        }
        for (Count count : counts) {
            if (count.start() == befell.end()) {
                return count.phrase.told() == null && lexicon.at("passive", words, count.end()) == null;
            }
        }
        return CountedPhrase.noun(next, lexicon) != null;
    }

    /** Whether the word before the count may be a participle of what stands before it: <em>child killed</em> two injured. */
    private boolean isParticiple(Count count) {
        int at = count.start() - 1;
        boolean joined = low(at).equals("and") || low(at).equals(",");
        at = joined ? at - 1 : at;
        Found verb = lexicon.before("active", words, at + 1);
        if (verb == null || !low(at).endsWith("ed") && !low(at).equals("dead")) {
            return verb == null;
        }
        String subject = low(verb.start() - 1);
        boolean counted = CountedPhrase.noun(subject, lexicon) != null
                || lexicon.is("aux", subject)
                || counts.stream().anyMatch(other -> other.end() == verb.start());
        return joined || counted;
    }

    /** What a verb does to the count that is its object, or what a noun says of it: <em>the death of 12 people</em>. */
    private @Nullable Unit object(Count count) {
        int at = count.start();
        boolean lives = count.phrase.lives();
        while (at > 0 && count.start() - at <= OBJECT_WITHIN) {
            lives |= low(at - 1).equals("lives") || low(at - 1).equals("life");
            Found taking = lives ? lexicon.before("lives", words, at) : null;
            Found verb = taking == null ? lexicon.before("active", words, at) : taking;
            if (verb != null) {
                return objectOf(verb, count);
            }
            Found driving = at == count.start() ? lexicon.before("drive", words, at) : null;
            if (driving != null && lexicon.at("driven", words, count.end()) != null) {
                return Unit.DISPLACED;
            }
            Found deed = low(at - 1).equals("of") ? lexicon.before("deed", words, at - 1) : null;
            if (deed != null) {
                count.dropped |= lexicon.is("modal", low(deed.start() - 1));
                return allowed(Unit.valueOf(deed.value()), count);
            }
            if (lexicon.is("between", low(at - 1))) {
                at--;
            } else {
                return heading(count);
            }
        }
        return heading(count);
    }

    private @Nullable Unit objectOf(Found verb, Count count) {
        String before = low(verb.start() - 1);
        boolean far = verb.end() < count.start() && !count.phrase.lives();
        boolean passive = "BE".equals(lexicon.value("aux", before)) && far;
        // "killed and three wounded", "killed some of the 40": and joins another count, of no object
        boolean joins = low(verb.end()).equals("and") || low(verb.end()).equals(",");
        if (passive || joins && far && !isPair(verb.end())) {
            return null;
        }
        boolean base = !verb.value().isEmpty()
                && !low(verb.start()).endsWith("ed")
                && !low(verb.start()).endsWith("ing");
        boolean open =
                lexicon.is("modal", before) || lexicon.is("modal", low(verb.start() - 2)) && before.endsWith("ly");
        count.dropped |= base && open;
        Unit unit = Unit.valueOf(verb.value());
        Unit other = otherVerb(verb);
        return allowed(harm(unit, other) ? Unit.CASUALTY : unit, count);
    }

    private static boolean harm(Unit one, @Nullable Unit other) {
        return one == Unit.KILLED && other == Unit.INJURED || one == Unit.INJURED && other == Unit.KILLED;
    }

    private boolean isPair(int and) {
        return lexicon.at("active", words, and + 1) != null;
    }

    /** The verb joined to this one: <em>killing and wounding</em>, <em>kills, wounds</em>. */
    private @Nullable Unit otherVerb(Found verb) {
        int at = verb.start();
        String joint = low(at - 1);
        boolean joined = joint.equals("and") || joint.equals("or") || joint.equals(",") || joint.equals("/");
        Found other = lexicon.before("active", words, joined ? at - 1 : at);
        return other == null ? null : Unit.valueOf(other.value());
    }

    /** People are killed whatever the text calls them; what else befalls a count it must say who is counted. */
    private static @Nullable Unit allowed(Unit unit, Count count) {
        boolean harm = unit == Unit.KILLED || unit == Unit.INJURED || unit == Unit.CASUALTY;
        return harm || count.phrase.bare() || count.phrase.personClass() != null ? unit : null;
    }

    /** <em>Killed yesterday: dozens</em>; <em>Dead: 12</em>. */
    private @Nullable Unit heading(Count count) {
        int colon = count.start() - 1;
        if (!low(colon).equals(":")) {
            return null;
        }
        for (int i = colon - 1; i >= Math.max(0, colon - HEADING_WITHIN); i--) {
            Found befell = lexicon.at("passive", words, i);
            boolean opens =
                    i == 0 || lexicon.is("bar", low(i - 1)) || low(i - 1).equals("number");
            if (befell != null && opens) {
                return Unit.valueOf(befell.value());
            }
        }
        return null;
    }

    /** What a toll counts whose number this is: <em>the toll rose to 41</em>, <em>the number of the wounded reached 60</em>. */
    private @Nullable Unit toll(Count count) {
        String nearest = low(count.start() - 1);
        if (!lexicon.is("gauge", nearest)) {
            return null;
        }
        boolean modal = false;
        for (int i = count.start() - 1; i >= Math.max(0, count.start() - TOLL_WITHIN); i--) {
            String word = low(i);
            modal |= lexicon.is("modal", word)
                    && !word.equals("to")
                    && !low(i + 1).equals("have");
            modal |= word.equals("expected") || word.equals("likely");
            boolean taken = low(i - 1).equals("its") || low(i - 1).equals("their") && !word.startsWith("death");
            if (lexicon.is("toll", word) && !taken) {
                count.dropped |= modal;
                Found other = low(i + 1).equals("of") ? state(i + 2, i + NUMBER_OF_WITHIN) : null;
                return other == null ? Unit.KILLED : Unit.valueOf(other.value());
            }
            if (lexicon.is("figure", word) && low(i + 1).equals("of")) {
                Found of = state(i + 2, i + 2 + NUMBER_OF_WITHIN);
                if (of == null) {
                    return null;
                }
                count.dropped |= modal;
                classOfNumber(count, i + 2, of.end());
                return Unit.valueOf(of.value());
            }
            if (word.equals(";") || word.equals("while")) {
                return anaphor(count, nearest);
            }
        }
        return anaphor(count, nearest);
    }

    private @Nullable Found state(int from, int to) {
        for (int i = from; i < Math.min(words.size(), to); i++) {
            Found befell = lexicon.at("passive", words, i);
            if (befell != null && !low(i).equals("people")) {
                return befell;
            }
        }
        return null;
    }

    private void classOfNumber(Count count, int from, int to) {
        for (int i = from; i < to && count.phrase.personClass() == null; i++) {
            PersonClass noun = CountedPhrase.noun(low(i), lexicon);
            if (noun != null && noun != PersonClass.UNKNOWN && noun != PersonClass.THING) {
                count.phrase = count.phrase.as(noun, count.end());
            }
        }
    }

    /** <em>Put it at 35</em>, of a toll that was told before. */
    private @Nullable Unit anaphor(Count count, String nearest) {
        boolean at = nearest.equals("at") && lexicon.is("figure", low(count.start() - 2));
        boolean verb = low(count.start() - 3).startsWith("put")
                || low(count.start() - 4).startsWith("put")
                || low(count.start() - 3).startsWith("estimate")
                || low(count.start() - 3).startsWith("place");
        return at && verb ? toll : null;
    }

    private boolean irrealisBehind(int end) {
        return lexicon.is("modal", low(end))
                && !low(end).equals("to")
                && !low(end + 1).equals("have");
    }

    /** A count that continues or specifies the one before it has its unit. */
    private void linkForward(int at) {
        Count count = counts.get(at);
        if (count.unit != null || count.dropped) {
            return;
        }
        if (low(count.end()).equals("among")
                && at + 1 < counts.size()
                && counts.get(at + 1).start() == count.end() + 1) {
            count.set(counts.get(at + 1).unit, How.LINK);
            count.part = true;
            return;
        }
        for (int i = at - 1; i >= 0; i--) {
            Count before = counts.get(i);
            if (before.unit == null) {
                continue;
            }
            boolean part = count.part && count.start() - before.end() <= LONGEST_LINK * 3;
            Found join = lexicon.before("join", words, count.start());
            boolean along = join != null && join.end() - join.start() > 1 && count.phrase.personClass() != null;
            boolean joined = (along || isJoined(before, count)) && !opensClause(count);
            if (part || joined) {
                count.set(before.unit, How.LINK);
                count.part |= before.part;
                drop(count, before.dropped);
            }
            return;
        }
    }

    /** A count that another continues has the other's unit where words behind that one tell it. */
    private void linkBack(int at) {
        Count count = counts.get(at);
        Count next = counts.get(at + 1);
        boolean told = next.unit != null && (next.how == How.STATE || next.how == How.LINK);
        if (count.unit != null || count.dropped || !told) {
            return;
        }
        if (isJoined(count, next) || count.part) {
            count.set(next.unit, How.LINK);
            drop(count, next.dropped);
        }
    }

    private boolean isJoined(Count before, Count count) {
        int from = before.end();
        int to = count.start();
        if (to < from || to - from > LONGEST_LINK || count.phrase.personClass() == null && !before.phrase.bare()) {
            return false;
        }
        if (to == from) {
            return before.part && count.phrase.personClass() != null;
        }
        for (int i = from; i < to; ) {
            Found join = lexicon.at("join", words, i);
            if (join == null) {
                return false;
            }
            i = join.end();
        }
        return true;
    }

    /** Whether the count is the subject of a clause of its own: <em>, three officials said</em>. */
    private boolean opensClause(Count count) {
        String next = low(count.end());
        return switch (next) {
            case "said", "says", "told", "was", "were", "are", "is", "have", "has", "had", "will", "would" -> true;
            default -> false;
        };
    }

    private boolean isRest(Count count, List<Count> before) {
        if (!count.phrase.rest()) {
            return false;
        }
        // "injuring four others" counts all the injured where others were killed
        return before.isEmpty()
                ? count.unit == Unit.KILLED
                : before.stream().anyMatch(other -> other.unit == count.unit);
    }

    private static boolean fits(Count count) {
        if (!count.phrase.isThing()) {
            return count.unit != Unit.STRUCK;
        }
        return count.unit == Unit.STRUCK || count.unit == Unit.BESIEGED;
    }
}
