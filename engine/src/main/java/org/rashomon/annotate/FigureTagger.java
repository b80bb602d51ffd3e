package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.Quantities.Quantity;
import org.rashomon.model.Article;
import org.rashomon.model.Claim;
import org.rashomon.model.Figure;
import org.rashomon.model.Figure.PersonClass;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.text.Hashes;
import org.rashomon.text.Token;
import org.rashomon.text.Tokenizer;

/**
 * Finds counts of people harmed and of things hit: how many, what befell them, who they were. Ages, dates, distances, money and
 * counts of anything else are none.
 *
 * <p>A number becomes a figure only where words beside it say what befell those counted: a verb before it (<em>killing
 * seven</em>), a word behind it (<em>seven people were killed, seven dead</em>), or a figure before it in the same sentence that
 * it specifies or continues (<em>killed 12 people, including five children</em>). Figures are never added up.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class FigureTagger {
    private static final int BEFORE = 5;
    private static final int BEHIND = 7;
    private static final int NOUN_WITHIN = 4;
    private static final Set<String> STOPS =
            Set.of(",", ";", ":", "while", "when", "after", "which", "but", "who", ".");
    private static final Set<String> BACKGROUND =
            Set.of("conflict", "war", "crisis", "uprising", "fighting", "violence");

    private final Map<String, Map<String, String>> lexicon = new HashMap<>();
    private final Quantities quantities;

    public FigureTagger() {
        for (Tsv.Row row : Tsv.rows("figure-words.tsv")) {
            Map<String, String> words = lexicon.computeIfAbsent(row.cell(0), key -> new HashMap<>());
            row.list(2).forEach(word -> words.put(word, row.cell(1)));
        }
        this.quantities = new Quantities(lexicon);
    }

    /** Figures in the order of the text; they do not overlap. */
    public List<Figure> tag(Article article, List<Sentence> sentences, List<TimeExpression> times, List<Claim> claims) {
        List<Figure> figures = new ArrayList<>();
        int time = 0;
        for (Sentence sentence : sentences) {
            while (time < times.size()
                    && times.get(time).span().end() <= sentence.span().start()) {
                time++;
            }
            List<Span> within = new ArrayList<>();
            for (int i = time;
                    i < times.size()
                            && times.get(i).span().start() < sentence.span().end();
                    i++) {
                within.add(times.get(i).span());
            }
            new Line(article, sentence, within, claims).tag(figures);
        }
        return figures;
    }

    private @Nullable String value(String wordClass, String word) {
        Map<String, String> words = lexicon.getOrDefault(wordClass, Map.of());
        String exact = words.get(word);
        return exact != null ? exact : words.get(Names.lower(word));
    }

    private record Counted(PersonClass personClass, int end) {}

    /** One sentence. */
    private final class Line {
        private final Article article;
        private final List<Span> times;
        private final List<Claim> claims;
        private final List<Token> tokens;
        private final List<String> words;
        private final @Nullable Span background;

        Line(Article article, Sentence sentence, List<Span> times, List<Claim> claims) {
            this.article = article;
            this.times = times;
            this.claims = claims;
            this.tokens = Tokenizer.tokens(article.text(), sentence.span());
            this.words = tokens.stream().map(token -> token.in(article.text())).toList();
            this.background = background();
        }

        void tag(List<Figure> out) {
            Figure.@Nullable Unit last = null;
            int lastEnd = -1;
            int i = 0;
            while (i < words.size()) {
                Quantity quantity = quantities.at(words, i);
                if (quantity == null || isOther(quantity)) {
                    i++;
                    continue;
                }
                Counted counted = counted(quantity.end());
                Figure.@Nullable Unit unit = unit(quantity, counted, last, lastEnd);
                int end = counted == null ? quantity.end() : counted.end();
                if (unit != null && fits(unit, counted)) {
                    out.add(figure(quantity, end, unit, counted));
                    last = unit;
                    lastEnd = end;
                }
                i = unit == null ? quantity.end() : end;
            }
        }

        private boolean fits(Figure.Unit unit, @Nullable Counted counted) {
            boolean thing = counted != null && counted.personClass() == PersonClass.THING;
            return thing == (unit == Figure.Unit.STRUCK) || (thing && unit == Figure.Unit.OTHER);
        }

        private String low(int at) {
            return at >= 0 && at < words.size() ? Names.lower(words.get(at)) : "";
        }

        /** Times, money, measures, ages, ordinals of lists. */
        private boolean isOther(Quantity quantity) {
            Span span = new Span(
                    tokens.get(quantity.start()).start(),
                    tokens.get(quantity.end() - 1).end());
            if (times.stream().anyMatch(span::overlaps)) {
                return true;
            }
            String before = low(quantity.start() - 1);
            boolean money =
                    before.equals("$") || before.equals("\u20ac") || before.equals("\u00a3") || before.equals("us$");
            boolean number =
                    before.equals("no.") || before.equals("resolution") || before.equals("aged") || before.equals("#");
            String after = low(quantity.end());
            boolean age = after.equals(",")
                    && Character.isDigit(words.get(quantity.start()).charAt(0))
                    && before.equals(",");
            return money
                    || number
                    || age
                    || value("not", after) != null
                    || after.startsWith("-year")
                    || after.equals("of") && value("not", low(quantity.end() + 1)) != null;
        }

        /** Who or what is counted: a noun shortly behind the number. */
        private @Nullable Counted counted(int from) {
            int start = low(from).equals("of") ? from + 1 : from;
            for (int i = start; i < Math.min(words.size(), start + NOUN_WITHIN); i++) {
                String word = words.get(i);
                if (STOPS.contains(low(i)) || low(i).equals("and") || low(i).equals("in") || low(i).equals("were")) {
                    return null;
                }
                boolean modifies = i + 1 < words.size() && value("noun", words.get(i + 1)) != null;
                String noun = value("noun", word);
                if (noun != null && !modifies) {
                    return new Counted(refined(start, i, PersonClass.valueOf(noun)), i + 1);
                }
                if (value("thing", word) != null
                        && !(i + 1 < words.size() && value("noun", words.get(i + 1)) != null)) {
                    return new Counted(PersonClass.THING, i + 1);
                }
            }
            return null;
        }

        /** <em>five medical workers, three aid workers, 20 civilian victims</em>. */
        private PersonClass refined(int start, int noun, PersonClass byNoun) {
            for (int i = start; i < noun; i++) {
                switch (low(i)) {
                    case "civilian" -> {
                        return PersonClass.CIVILIAN;
                    }
                    case "medical", "hospital", "health" -> {
                        return PersonClass.MEDIC;
                    }
                    case "aid", "rescue", "relief", "humanitarian" -> {
                        return PersonClass.AID_WORKER;
                    }
                    case "media" -> {
                        return PersonClass.JOURNALIST;
                    }
                    default -> {
                        // other adjectives tell no class
                    }
                }
            }
            return byNoun;
        }

        private Figure.@Nullable Unit unit(
                Quantity quantity, @Nullable Counted counted, Figure.@Nullable Unit last, int lastEnd) {
            int end = counted == null ? quantity.end() : counted.end();
            String own = low(end - 1);
            if (value("passive", own) != null && end > quantity.end()) {
                return unitOf(value("passive", own));
            }
            int behind = behind(end);
            int before = before(quantity.start());
            boolean near = behind >= 0 && behind - end <= 1;
            boolean specifies = last != null && lastEnd >= 0 && specifies(lastEnd, quantity.start());
            if (near || (behind >= 0 && before < 0)) {
                return unitOf(value("passive", low(behind)));
            }
            if (before >= 0 && before >= lastEnd) {
                return beforeUnit(before, behind);
            }
            if (specifies && counted != null) {
                return last;
            }
            return behind >= 0 ? unitOf(value("passive", low(behind))) : null;
        }

        private Figure.@Nullable Unit beforeUnit(int before, int behind) {
            String word = low(before);
            if (word.equals("toll")) {
                return Figure.Unit.KILLED;
            }
            if (word.equals("leaving") || word.equals("left") || word.equals("leaves")) {
                return behind >= 0 ? unitOf(value("passive", low(behind))) : null;
            }
            return unitOf(value("active", word));
        }

        private static Figure.@Nullable Unit unitOf(@Nullable String name) {
            return name == null ? null : Figure.Unit.valueOf(name);
        }

        /** A word behind the count that says what befell those counted, in the same clause; -1 if there is none. */
        private int behind(int end) {
            for (int i = end; i < Math.min(words.size(), end + BEHIND); i++) {
                String word = low(i);
                if (value("passive", word) != null) {
                    return i;
                }
                boolean another = i > end && quantities.at(words, i) != null && !word.equals("no");
                if (STOPS.contains(word) || another || (value("active", word) != null && word.endsWith("ing"))) {
                    return -1;
                }
            }
            return -1;
        }

        /** A verb before the count whose object it is, or a toll; -1 if there is none. */
        private int before(int start) {
            for (int i = start - 1; i >= Math.max(0, start - BEFORE); i--) {
                String word = low(i);
                boolean verb = value("active", word) != null;
                if (verb && i + 1 < start && isPassive(i)) {
                    return -1;
                }
                if (verb || word.equals("toll") || word.equals("leaving") || word.equals("left")) {
                    return i;
                }
                if (word.equals(";") || word.equals(",") || word.equals("while") || word.equals("which")) {
                    return -1;
                }
            }
            return -1;
        }

        /** <em>were killed in at least seven strikes</em>: the verb's count stands before it. */
        private boolean isPassive(int verb) {
            String before = low(verb - 1);
            String after = low(verb + 1);
            boolean be = before.equals("were")
                    || before.equals("was")
                    || before.equals("been")
                    || before.equals("are")
                    || before.equals("being");
            return be || after.equals("in") || after.equals("by") || after.equals("on") || after.equals("and");
        }

        /** <em>, including five children</em>; <em>and three civilians</em>. */
        private boolean specifies(int lastEnd, int start) {
            if (start - lastEnd > 4) {
                return false;
            }
            for (int i = lastEnd; i < start; i++) {
                String word = low(i);
                if (!word.equals(",")
                        && !word.equals("and")
                        && !word.equals("including")
                        && !word.equals("among")
                        && !word.equals("them")
                        && !word.equals("as")
                        && !word.equals("well")
                        && !word.equals("of")
                        && !word.equals("whom")
                        && !word.equals("with")) {
                    return false;
                }
            }
            return true;
        }

        /** The words that make a count one over a period: <em>since 2011, in the conflict</em>. */
        private @Nullable Span background() {
            for (int i = 0; i + 1 < words.size(); i++) {
                if (low(i).equals("since")) {
                    int from = tokens.get(i).start();
                    int limit = tokens.get(Math.min(words.size() - 1, i + 5)).end();
                    for (Span time : times) {
                        if (time.start() > from && time.start() < limit) {
                            return new Span(from, time.end());
                        }
                    }
                }
                boolean in = low(i).equals("in") || low(i).equals("during");
                int noun = low(i + 1).equals("the") ? i + 2 : i + 1;
                for (int j = noun; in && j < Math.min(words.size(), noun + 2); j++) {
                    if (BACKGROUND.contains(low(j)) && (j > noun || low(i + 1).equals("the") || low(j).equals("war"))) {
                        return new Span(tokens.get(i).start(), tokens.get(j).end());
                    }
                }
            }
            return null;
        }

        private Figure figure(Quantity quantity, int end, Figure.Unit unit, @Nullable Counted counted) {
            Span span = new Span(
                    tokens.get(quantity.start()).start(), tokens.get(end - 1).end());
            Claim claim = innermost(span);
            TimeInterval asOf = claim == null ? null : claim.said();
            if (asOf == null && article.published() != null) {
                asOf = TimeInterval.day(article.published().day());
            }
            return new Figure(
                    Hashes.id("figure", article.id(), span.start(), span.end()),
                    article.id(),
                    span,
                    quantity.low(),
                    quantity.high(),
                    unit,
                    counted == null ? PersonClass.UNKNOWN : counted.personClass(),
                    background == null ? null : background.in(article.text()),
                    background != null,
                    asOf,
                    claim == null ? null : claim.id());
        }

        private @Nullable Claim innermost(Span span) {
            Claim innermost = null;
            int shortest = Integer.MAX_VALUE;
            for (Claim claim : claims) {
                for (Span content : claim.attribution().content()) {
                    if (content.contains(span) && content.length() < shortest) {
                        innermost = claim;
                        shortest = content.length();
                    }
                }
            }
            return innermost;
        }
    }
}
