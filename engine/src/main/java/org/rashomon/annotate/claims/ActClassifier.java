package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.ActorType;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.claims.Act;
import org.rashomon.words.Tsv;

/**
 * Tells what a speaker does with a claim: the strongest act that cue and content carry. Content patterns come from {@code
 * acts.tsv}; they apply only to cues that do not already settle the act. An accusation needs its doer: an actor, or a group
 * that the words call by what it is, in the subject's or the agent's place.
 */
final class ActClassifier {
    private static final String RESOURCE = "en/acts.tsv";
    /** A content's act shows in its beginning; the rest is not looked at. */
    private static final int LOOKED_AT = 700;
    /** How far before a verb its subject may stand, and after a <em>by</em> its agent. */
    private static final int SUBJECT_REACH = 160;

    private static final int AGENT_REACH = 60;

    // How many times its probability the act that the words give counts, by how surely they give it.
    // Chosen on the dev part of training/acts/sentences.jsonl and on the examples: a cue such as "denied"
    // decides, whatever is denied; statements are far more frequent in articles than among the sentences
    // that taught the encoder, where all acts are equally many.
    private static final double STRONG_CUE = 100;
    private static final double PATTERN = 20;
    private static final double STATEMENT = 6;
    private static final double WEAK_CUE = 2;
    private static final double NEGATED_CUE = 1;

    private static final Pattern GROUP = Pattern.compile(
            "\\b(?:rebels?|regime|government(?:'s)?|army|terrorists?|terrorist groups?|militants?|coalition|insurgents?|opposition|militias?"
                    + "|guerrillas|fighters|warplanes?|fighter jets|air force|troops|forces|gunmen|extremists|jihadists|both sides|guarantor)\\b(?!-)");
    private static final Pattern OBLIQUE = Pattern.compile(
            "\\b(?:by|of|in|on|at|with|for|to|from|near|between|against|amid|into|over|including)(?: both| the| a| an| (?:north|south|east|west|central|rural)[\\p{L}-]*)*\\s*$");
    private static final Pattern AND = Pattern.compile("\\s*(?:,|,? and|or)(?: the)?\\s*");
    private static final Pattern PLACE_WORD = Pattern.compile(
            "^\\s?(?:city|town|province|village|capital|border|people|civilians?|soil|territory|conflict|war|crisis|refugees?|children|talks"
                    + "|peace|hospitals?|neighbou?rhood|region|cities|towns|coast|lives|sovereignty|side|question|issue|truce|ceasefire|deal)\\b");
    private static final Pattern STOPPING =
            Pattern.compile("\\b(?:stop|halt|end|cease|avoid|prevent|not|never|without|against)(?: to)?\\s*$");

    /** What follows is somebody else's charge, which the speaker only speaks of. */
    private static final Pattern OTHERS_CHARGE = Pattern.compile(
            "\\b(?:claims?|allegations?|charges?|accusations?|suggestions?|reports?|assertions?) that\\b");

    /** Before a participle: what stands before it suffers the deed. */
    private static final Pattern PASSIVE =
            Pattern.compile("\\b(?:is|are|was|were|be|been|being)(?: (?:[\\p{Ll}]+ly|also|not|then))?\\s*$");

    private static final Pattern PARTICIPLE = Pattern.compile("(?:\\p{Ll}+ed|struck|hit|broken)\\b");

    /** Verbs that always have an object: without one they tell a toll, of those <em>killed in</em> a battle. */
    private static final Pattern OBJECTLESS = Pattern.compile(
            "(?:killed|massacred|murdered|executed|tortured|gassed|abducted|kidnapped)(?: (?:in|during|when|while|as|near|by|after|since)\\b|\\s*[,.;]|$)");

    /** How a rule's match is tied to an actor. */
    private enum Needs {
        NOTHING,
        /** A doer before the match. */
        SUBJECT,
        /** A doer after a <em>by</em> in or behind the match. */
        AGENT,
        /** A doer right after the match: the jet that fired was Xish. */
        OBJECT
    }

    private record Rule(Act act, Needs needs, Pattern pattern) {}

    /**
     * A mention in the words of a content.
     *
     * @param start offset in {@link Content#text()}
     */
    record Placed(Mention mention, int start, int end) {}

    /** The words of a content, its spans joined by blanks, with the mentions that could be actors. */
    record Content(String text, List<Placed> mentions) {}

    /**
     * An act and the one whom an accusation makes the doer.
     *
     * @param doer the mention, or null when the act needs none or a group without a name is meant
     * @param group the words for a doer without a name, or null
     * @param ruled whether the words alone gave the act
     */
    record Judged(Act act, @Nullable Placed doer, @Nullable String group, boolean ruled) {
        Judged(Act act, @Nullable Placed doer, @Nullable String group) {
            this(act, doer, group, true);
        }
    }

    private final List<Rule> rules;

    private ActClassifier(List<Rule> rules) {
        this.rules = rules;
    }

    static ActClassifier load() {
        List<Rule> rules = new ArrayList<>();
        for (Tsv.Row row : Tsv.rows(RESOURCE)) {
            Needs needs = switch (row.cell(1)) {
                case "-" -> Needs.NOTHING;
                case "subject" -> Needs.SUBJECT;
                case "agent" -> Needs.AGENT;
                case "object" -> Needs.OBJECT;
                default -> throw new IllegalStateException(RESOURCE + ": unknown need " + row.cell(1));
            };
            rules.add(new Rule(
                    Act.valueOf(row.cell(0)),
                    needs,
                    Pattern.compile("\\b(?:" + row.cell(2).replaceAll(" (?!\\?)", " +") + ")")));
        }
        return new ActClassifier(rules);
    }

    /**
     * The act of a claim by words and encoder together: the encoder's probabilities, in which the act that the rules find counts
     * for more, the more surely they find it. An accusation that only the encoder sees has no doer.
     *
     * @param cue act of the cue by itself
     * @param negated whether the cue's own verb is negated (<em>did not accuse</em>)
     * @param learned probability of each act
     */
    Judged classify(Act cue, boolean negated, Content content, Map<Act, Double> learned) {
        double likeliest = learned.values().stream().mapToDouble(p -> p).max().orElse(0);
        // words that could not outweigh the encoder need not be looked for
        Judged ruled = classify(cue, negated, content, act -> learned.getOrDefault(act, 0.0) * PATTERN > likeliest);
        double weight = weight(cue, negated, ruled.act());
        Act best = ruled.act();
        double most = learned.getOrDefault(best, 0.0) * weight;
        for (Map.Entry<Act, Double> act : learned.entrySet()) {
            if (act.getValue() > most) {
                best = act.getKey();
                most = act.getValue();
            }
        }
        return best == ruled.act() ? ruled : new Judged(best, null, null, false);
    }

    private static double weight(Act cue, boolean negated, Act ruled) {
        if (negated) {
            return NEGATED_CUE;
        }
        if (ruled == Act.ASSERT) {
            return STATEMENT;
        }
        return ruled != cue ? PATTERN : ruled.compareTo(Act.PROMISE) <= 0 ? STRONG_CUE : WEAK_CUE;
    }

    /**
     * The act of a claim by its words.
     *
     * @param cue act of the cue by itself
     * @param negated whether the cue's own verb is negated (<em>did not accuse</em>)
     * @param content the content
     */
    Judged classify(Act cue, boolean negated, Content content) {
        return classify(cue, negated, content, act -> true);
    }

    private Judged classify(Act cue, boolean negated, Content content, Predicate<Act> possible) {
        if (negated || cue.compareTo(Act.PROMISE) <= 0 || cue == Act.PROMISE) {
            return new Judged(negated && cue == Act.DENY ? Act.ASSERT : cue, null, null);
        }
        String text = looked(content.text());
        Judged best = new Judged(cue, null, null);
        for (Rule rule : rules) {
            if (rule.act().compareTo(best.act()) < 0 && possible.test(rule.act())) {
                Judged judged = apply(rule, text, content);
                if (judged != null) {
                    best = judged;
                }
            }
        }
        return best;
    }

    /** Lower case, plain apostrophes, other quotation marks as blanks: all of the same length. */
    private static String looked(String text) {
        return text.substring(0, Math.min(text.length(), LOOKED_AT))
                .toLowerCase(Locale.ROOT)
                .replace('\n', ' ')
                .replaceAll("(?<=\\p{L})\u2019(?=\\p{L})", "'")
                .replaceAll("[\u201c\u201d\u2018\u2019\"]", " ");
    }

    private static @Nullable Judged apply(Rule rule, String text, Content content) {
        Matcher matcher = rule.pattern().matcher(text);
        while (matcher.find()) {
            if (rule.act() == Act.ACCUSE
                    && OTHERS_CHARGE.matcher(text).region(0, matcher.start()).find()) {
                continue;
            }
            if (rule.needs() != Needs.NOTHING
                    && STOPPING.matcher(text.substring(Math.max(0, matcher.start() - 20), matcher.start()))
                            .find()) {
                continue;
            }
            if (rule.needs() == Needs.SUBJECT && isSuffered(text, matcher.start())) {
                continue;
            }
            Judged judged = switch (rule.needs()) {
                case NOTHING -> new Judged(rule.act(), null, null);
                case SUBJECT -> subject(rule.act(), text, content, matcher.start());
                case AGENT -> agent(rule.act(), text, content, matcher.start());
                case OBJECT -> object(rule.act(), content, matcher.end());
            };
            if (judged != null) {
                return judged;
            }
        }
        return null;
    }

    /** Whether the subject of the verb at {@code verb} is the one to whom the deed is done: six rebels were killed. */
    private static boolean isSuffered(String text, int verb) {
        String before = text.substring(Math.max(0, verb - 30), verb);
        return PASSIVE.matcher(before).find()
                        && PARTICIPLE.matcher(text).region(verb, text.length()).lookingAt()
                || OBJECTLESS.matcher(text).region(verb, text.length()).lookingAt();
    }

    private static @Nullable Judged subject(Act act, String text, Content content, int verb) {
        int from = Math.max(0, verb - SUBJECT_REACH);
        int stop = Math.max(text.lastIndexOf(". ", verb - 1), text.lastIndexOf("; ", verb - 1));
        from = Math.max(from, stop + 1);
        Placed doer = null;
        boolean oblique = false;
        int last = -1;
        for (Placed placed : content.mentions()) {
            if (placed.start() >= from && placed.end() <= verb) {
                boolean beside = last >= 0
                        && AND.matcher(text.substring(last, Math.max(last, placed.start())))
                                .matches();
                oblique = beside ? oblique : isOblique(text, placed.start());
                last = placed.end();
                if (canAct(placed, text) && !oblique) {
                    doer = placed;
                }
            }
        }
        if (doer != null) {
            return new Judged(act, doer, null);
        }
        Matcher group = GROUP.matcher(text).region(from, verb);
        while (group.find()) {
            if (!isOblique(text, group.start())) {
                return new Judged(act, null, group.group());
            }
        }
        return null;
    }

    private static @Nullable Judged object(Act act, Content content, int at) {
        for (Placed placed : content.mentions()) {
            if (placed.start() == at && placed.mention().actor() != null) {
                return new Judged(act, placed, null);
            }
        }
        return null;
    }

    private static @Nullable Judged agent(Act act, String text, Content content, int at) {
        int by = text.indexOf("by ", at);
        if (by < 0) {
            return null;
        }
        int limit = Math.min(text.length(), by + AGENT_REACH);
        for (Placed placed : content.mentions()) {
            if (placed.start() >= by && placed.end() <= limit && canAct(placed, text)) {
                return new Judged(act, placed, null);
            }
        }
        Matcher group = GROUP.matcher(text).region(by, limit);
        return group.find() ? new Judged(act, null, group.group()) : null;
    }

    /** Whether the words can be a doer: no outlet, no part of a word, no place-name that only tells where. */
    static boolean canAct(Placed placed, String text) {
        Mention mention = placed.mention();
        if (mention.actor() == null || mention.actor().type() == ActorType.OUTLET) {
            return false;
        }
        // the US-led coalition, an anti-Xish march, a joint X-Y cell: part of a word that names somebody else
        if (placed.start() > 0 && text.charAt(placed.start() - 1) == '-'
                || placed.end() + 1 < text.length()
                        && text.charAt(placed.end()) == '-'
                        && Character.isLetter(text.charAt(placed.end() + 1))) {
            return false;
        }
        boolean modifier = mention.type() == EntityType.NORP || mention.type() == EntityType.LOC;
        return !(modifier
                && PLACE_WORD
                        .matcher(text.substring(Math.min(placed.end(), text.length())))
                        .find());
    }

    static boolean isOblique(String text, int start) {
        String before = text.substring(Math.max(0, start - 30), start);
        return OBLIQUE.matcher(before).find();
    }
}
