package org.rashomon.annotate.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.figures.Count.How;
import org.rashomon.annotate.figures.CountStates.State;
import org.rashomon.annotate.figures.CountWords.Found;
import org.rashomon.annotate.figures.Quantities.Quantity;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.model.Span;
import org.rashomon.model.events.Figure.PersonClass;
import org.rashomon.model.events.Figure.Unit;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;
import org.rashomon.words.NameForms;

/** The counts of one sentence: which numbers count people harmed or things hit. */
final class FigureLine {
    private static final PhrasePattern ONE_OF = LineWords.pattern("one of");

    private final Quantities quantities;
    private final List<Token> tokens;
    private final LineWords words;
    private final List<Span> times;
    private final List<Count> counts = new ArrayList<>();
    private final CountParts parts;
    private final CountStates states;
    private final CountObjects objects;
    private final CountTolls tolls;
    private final CountLinks links;
    private final Singles singles;

    /**
     * Reads a sentence.
     *
     * @param times spans of its times: no number within one is a count
     * @param evacuation whether a sentence shortly before told of an evacuation
     * @param toll what the toll counts that was last told of, for <em>put it at 35</em>; or null
     */
    FigureLine(
            CountWords lexicon,
            Quantities quantities,
            String text,
            Span sentence,
            List<Span> times,
            @Nullable Unit toll,
            boolean evacuation) {
        this.quantities = quantities;
        this.tokens = Tokenizer.tokens(text, sentence);
        this.words = new LineWords(
                lexicon, tokens.stream().map(token -> lower(token.in(text))).toList());
        this.times = times;
        this.parts = new CountParts(words);
        this.states = new CountStates(words, counts, evacuation || tellsOfEvacuation());
        this.objects = new CountObjects(words, counts);
        this.tolls = new CountTolls(words, toll);
        this.links = new CountLinks(words, counts);
        this.singles = new Singles(words);
    }

    /** In lower case; the armed group IS is not the verb. */
    private static String lower(String word) {
        return word.equals("IS") ? "isis" : NameForms.lower(word).replace('\u2019', '\'');
    }

    /** Whether its words tell of an evacuation. */
    boolean tellsOfEvacuation() {
        return IntStream.range(0, words.size()).anyMatch(i -> words.isOf(i, "evacuation"));
    }

    LineWords words() {
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
        counts.forEach(this::direct);
        links.link();
        for (Count count : counts) {
            if (!count.isSettled()) {
                count.set(count.phrase.held(), How.OWN);
            }
        }
        links.linkParts();
        links.markParts();
        links.classOthers();
        List<Count> read = new ArrayList<>();
        for (Count count : counts) {
            if (count.unit != null && !count.dropped && fits(count)) {
                count.part |= links.isRest(count, read);
                read.add(count);
            }
        }
        return read;
    }

    private void collect() {
        int i = 0;
        while (i < words.size()) {
            Quantity quantity = quantities.at(words, i);
            if (quantity == null) {
                Count single = singles.at(i);
                if (single != null && (!singles.isOne(single) || singles.isTold(single))) {
                    counts.add(single);
                }
                i = single == null ? i + 1 : single.end();
                continue;
            }
            if (!quantity.isNone() && !isOther(quantity)) {
                CountedPhrase phrase = new PhraseReader(words, quantities, quantity).read();
                boolean no = words.is(i, "no") && quantity.end() == i + 1 && phrase.personClass() == null;
                if (!no && !isKin(quantity, phrase) && !words.begins("rate", phrase.end())) {
                    counts.add(new Count(quantity, phrase));
                }
            }
            i = quantity.end();
        }
    }

    /** Of the counted before them, the families: six members <em>of one family</em>, nine people <em>from two families</em>. */
    private boolean isKin(Quantity quantity, CountedPhrase phrase) {
        return phrase.personClass() == PersonClass.FAMILY
                && words.isOf(quantity.start() - 1, "offrom")
                && !counts.isEmpty()
                && counts.get(counts.size() - 1).end() == quantity.start() - 1;
    }

    /** Times, money, measures, ages, numbers of lists. */
    private boolean isOther(Quantity quantity) {
        Span span = new Span(
                tokens.get(quantity.core()).start(),
                tokens.get(quantity.end() - 1).end());
        int after = quantity.end();
        boolean figures = Character.isDigit(words.low(quantity.core()).charAt(0));
        boolean age = figures && words.is(quantity.core() - 1, ",") && words.is(after, ",");
        // "four hundred and two thousand people": what looks like a year there is a part of the number
        boolean time =
                times.stream().anyMatch(other -> span.overlaps(other) && (!span.contains(other) || span.equals(other)));
        boolean idle = words.before("idle", quantity.core()) != null || words.before("idle", quantity.start()) != null;
        return time
                || age
                || idle
                || words.is(quantity.start() - 1, "not")
                || isDenied(quantity)
                || isAge(quantity)
                || words.isOf(words.is(after, "of") ? after + 1 : after, "not")
                || isOneOf(quantity);
    }

    /** Those of whom something is told of none, or not of all: <em>not one of the 60, hardly any of the 90, three of the 12</em>. */
    private boolean isDenied(Quantity quantity) {
        int of = quantity.start() - 1;
        while (words.isOf(of, "determiner")) {
            of--;
        }
        Count last = counts.isEmpty() ? null : counts.get(counts.size() - 1);
        // "the guard was one of two people killed" tells it of both
        boolean some = last != null && last.quantity.end() == of && !words.isBe(last.start() - 1);
        if (last != null
                && some
                && words.is(of, "of")
                && new PhraseReader(words, quantities, quantity).read().isThing()) {
            // seven of the 19 trucks burned: seven trucks, and nobody
            last.phrase = last.phrase.as(PersonClass.THING, last.end());
        }
        return words.is(of, "of") && (some || words.before("partly", of) != null);
    }

    /** <em>A boy of 17</em>; <em>men of two villages</em> and <em>a family of six</em> are counted. */
    private boolean isAge(Quantity quantity) {
        return words.is(quantity.start() - 1, "of")
                && words.isOf(quantity.start() - 2, "aged")
                && new PhraseReader(words, quantities, quantity).read().personClass() == null;
    }

    /** <em>One of the largest towns</em>; <em>one of them a child</em> is a count. */
    private boolean isOneOf(Quantity quantity) {
        return words.is(quantity.core(), "one") && ONE_OF.standsAt(words, quantity.end());
    }

    private void direct(Count count) {
        Found ofThem = words.at("ofthem", count.quantity.end());
        if (ofThem != null) {
            count.part = true;
            parts.predicate(count, ofThem.end());
            Found these = words.before("passive", ofThem.end());
            if (these != null && these.start() > ofThem.start()) {
                // 109 of the dead were evacuees
                count.set(these.unit(), How.OWN);
                return;
            }
            Found befell = words.at("passive", ofThem.end());
            if (befell != null) {
                // five of those killed were nurses
                parts.predicate(count, befell.end());
                count.set(befell.unit(), How.OWN);
                return;
            }
        }
        if (parts.isIncluded(count)) {
            return;
        }
        if (words.before("part", count.start()) != null) {
            count.part = true;
            return;
        }
        if (parts.among(count)) {
            return;
        }
        if (ofThem != null && !count.quantity.isZero() && count.phrase.personClass() != null) {
            return;
        }
        Unit told = count.phrase.told();
        if (told != null) {
            count.set(told, How.OWN);
            count.dropIf(LineWords.MAY_BE.standsAt(words, count.end()));
            return;
        }
        State state = states.behind(count);
        Unit object = objects.of(count);
        boolean adjacent = state != null && state.start() == count.end();
        if (object != null && !(adjacent && objects.isParticiple(count))) {
            count.set(object, How.OWN);
        } else if (state != null) {
            count.set(state.unit(), How.STATE);
            count.part |= state.among();
            count.dropIf(state.mayBe());
        } else {
            count.set(tolls.of(count), How.TOLL);
        }
    }

    private static boolean fits(Count count) {
        // who is besieged is counted, not the towns that are
        return count.phrase.isThing() == (count.unit == Unit.STRUCK);
    }
}
