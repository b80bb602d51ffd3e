package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.patterns.TextWords;
import org.rashomon.annotate.patterns.WordRow;
import org.rashomon.annotate.syntax.SpanWords;
import org.rashomon.model.ActorType;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.nlp.ClaimReading;
import org.rashomon.words.Tsv;

/**
 * Tells what a speaker does with a claim: what the trained reader holds for the likeliest, and without it the strongest act that cue and
 * content carry. Content patterns come from {@code
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

    private static final String TABLE = "en/claim-constructions.tsv";
    private static final PhrasePattern GROUP = PhrasePattern.of(TABLE, "group");
    private static final PhrasePattern OBLIQUE = PhrasePattern.of(TABLE, "oblique");
    private static final PhrasePattern JOINED = PhrasePattern.of(TABLE, "joined");
    private static final PhrasePattern PLACE_WORD = PhrasePattern.of(TABLE, "place-word");
    private static final PhrasePattern OTHERS_CHARGE = PhrasePattern.of(TABLE, "others-charge");
    private static final PhrasePattern STOPPING = PhrasePattern.of(TABLE, "stopping");
    private static final PhrasePattern PASSIVE = PhrasePattern.of(TABLE, "passive");
    private static final PhrasePattern PARTICIPLE = PhrasePattern.of(TABLE, "participle");
    private static final PhrasePattern OBJECTLESS = PhrasePattern.of(TABLE, "objectless");
    /** How much before or behind a word tells what it does, in UTF-16 code units. */
    private static final int BESIDE = 30;

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
     * @param start offset in the text of the content
     */
    record Placed(Mention mention, int start, int end) {}

    /** The words of a content, its spans joined by blanks, with the mentions that could be actors. */
    record Content(TextWords words, List<Placed> mentions) {
        List<Placed> within(int from, int to) {
            return mentions.stream()
                    .filter(placed -> placed.start() >= from && placed.end() <= to)
                    .toList();
        }
    }

    /**
     * An act and the one whom an accusation makes the doer.
     *
     * @param doer the mention, or null when the act needs none or a group without a name is meant
     * @param group the words for a doer without a name, or null
     * @param by what gave the act: {@link #CUE}, {@link #READER}, or words of the content
     */
    record Judged(Act act, @Nullable Placed doer, @Nullable String group, String by) {
        static final String CUE = "cue";
        static final String READER = "trained-reader";

        Judged(Act act, @Nullable Placed doer, @Nullable String group) {
            this(act, doer, group, CUE);
        }

        Judged by(String words) {
            return new Judged(act, doer, group, "words \u201c" + words.strip() + "\u201d");
        }

        /** Whether the words alone gave the act. */
        boolean ruled() {
            return !by.equals(READER);
        }
    }

    private final List<Rule> rules;

    private ActClassifier(List<Rule> rules) {
        this.rules = rules;
    }

    static ActClassifier load() {
        List<Rule> rules = new ArrayList<>();
        for (Tsv.Row row : Tsv.rows(RESOURCE)) {
            Needs needs = row.cell(1).equals("-")
                    ? Needs.NOTHING
                    : Needs.valueOf(row.cell(1).toUpperCase(Locale.ROOT));
            rules.add(new Rule(
                    Act.valueOf(row.cell(0)),
                    needs,
                    Pattern.compile("\\b(?:" + row.cell(2).replaceAll(" (?!\\?)", " +") + ")")));
        }
        return new ActClassifier(rules);
    }

    /** From so likely on, a deed is taken for the speaker's own: a wrong admission is worse than one that is read as a statement. */
    private static final double OWN = 0.7;

    /**
     * The act that the trained reader holds for the likeliest. Nobody admits what another side did: where the deed is not the speaker's own,
     * the next likeliest counts. Where no source is known, nobody's side can be told.
     *
     * @param sourced whether the text names a source
     */
    static Judged likeliest(ClaimReading reading, boolean sourced) {
        boolean own = !sourced
                || Math.max(
                                reading.own().getOrDefault(ClaimReading.Aim.TARGET, 0.0),
                                reading.own().getOrDefault(ClaimReading.Aim.BLAMED, 0.0))
                        >= OWN;
        Act best = reading.acts().entrySet().stream()
                .filter(act -> own || act.getKey() != Act.ADMIT)
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return new Judged(best, null, null, Judged.READER);
    }

    /**
     * The act of a claim by its words.
     *
     * @param cue act of the cue by itself
     * @param negated whether the cue's own verb is negated (<em>did not accuse</em>)
     * @param content the content
     */
    Judged classify(Act cue, boolean negated, Content content) {
        if (negated || cue.compareTo(Act.PROMISE) <= 0) {
            return new Judged(negated && cue == Act.DENY ? Act.ASSERT : cue, null, null);
        }
        TextWords text = TextWords.of(looked(content.words().text()));
        Judged best = new Judged(cue, null, null);
        for (Rule rule : rules) {
            if (rule.act().compareTo(best.act()) < 0) {
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

    private static @Nullable Judged apply(Rule rule, TextWords text, Content content) {
        Matcher matcher = rule.pattern().matcher(text.text());
        while (matcher.find()) {
            boolean others = rule.act() == Act.ACCUSE && OTHERS_CHARGE.in(text.before(matcher.start()));
            boolean undone = rule.needs() != Needs.NOTHING && STOPPING.closes(text.before(matcher.start(), BESIDE));
            boolean suffered = rule.needs() == Needs.SUBJECT && isSuffered(text, matcher.start());
            if (others || undone || suffered) {
                continue;
            }
            Judged judged = switch (rule.needs()) {
                case NOTHING -> new Judged(rule.act(), null, null);
                case SUBJECT -> subject(rule.act(), text, content, matcher.start());
                case AGENT -> agent(rule.act(), text, content, matcher.start());
                case OBJECT -> object(rule.act(), content, matcher.end());
            };
            if (judged != null) {
                return judged.by(matcher.group());
            }
        }
        return null;
    }

    /** Whether the subject of the verb at {@code verb} is the one to whom the deed is done: six rebels were killed. */
    private static boolean isSuffered(TextWords text, int verb) {
        WordRow behind = text.behind(verb, BESIDE);
        return OBJECTLESS.opens(behind) || (PARTICIPLE.opens(behind) && PASSIVE.closes(text.before(verb, BESIDE)));
    }

    private static @Nullable Judged subject(Act act, TextWords text, Content content, int verb) {
        int stop = Math.max(text.text().lastIndexOf(". ", verb - 1), text.text().lastIndexOf("; ", verb - 1));
        int from = Math.max(Math.max(0, verb - SUBJECT_REACH), stop + 1);
        Placed doer = null;
        Placed last = null;
        boolean oblique = false;
        for (Placed placed : content.within(from, verb)) {
            oblique = (last != null && isBeside(last, placed, text)) ? oblique : isOblique(text, placed.start());
            last = placed;
            if (!oblique && canAct(placed, text)) {
                doer = placed;
            }
        }
        return doer != null ? new Judged(act, doer, null) : group(act, text, from, verb);
    }

    /** A group without a name that does the deed, which no preposition makes a mere circumstance; or null. */
    private static @Nullable Judged group(Act act, TextWords text, int from, int to) {
        for (int at = from; at < to; ) {
            Span found = text.find(GROUP, at, to).orElse(null);
            if (found == null || !isOblique(text, found.start())) {
                return found == null ? null : new Judged(act, null, found.in(text.text()));
            }
            at = found.end();
        }
        return null;
    }

    /** Whether two names stand side by side: X and Y, the Xish regime and Y. */
    static boolean isBeside(Placed one, Placed next, TextWords text) {
        return next.start() > one.end() && JOINED.is(text.between(one.end(), next.start()));
    }

    private static @Nullable Judged object(Act act, Content content, int at) {
        return content.mentions().stream()
                .filter(placed -> placed.start() == at && placed.mention().actor() != null)
                .findFirst()
                .map(placed -> new Judged(act, placed, null))
                .orElse(null);
    }

    private static @Nullable Judged agent(Act act, TextWords text, Content content, int at) {
        int by = text.text().indexOf("by ", at);
        if (by < 0) {
            return null;
        }
        int limit = Math.min(text.text().length(), by + AGENT_REACH);
        return content.within(by, limit).stream()
                .filter(placed -> canAct(placed, text))
                .findFirst()
                .map(placed -> new Judged(act, placed, null))
                .or(() -> text.find(GROUP, by, limit).map(found -> new Judged(act, null, found.in(text.text()))))
                .orElse(null);
    }

    /** Whether the words can be a doer: no outlet, no part of a word, no place-name that only tells where. */
    static boolean canAct(Placed placed, TextWords text) {
        Mention mention = placed.mention();
        if (mention.actor() == null || mention.actor().type() == ActorType.OUTLET) {
            return false;
        }
        // the US-led coalition, an anti-Xish march, a joint X-Y cell: part of a word that names somebody else
        boolean part = text.text().startsWith("-", placed.start() - 1)
                || (text.text().startsWith("-", placed.end())
                        && !SpanWords.behind(text.text(), placed.end() + 1, 1).isBlank());
        boolean modifier = mention.type() == EntityType.NORP || mention.type() == EntityType.LOC;
        return !part && !(modifier && PLACE_WORD.opens(text.behind(placed.end(), BESIDE)));
    }

    static boolean isOblique(TextWords text, int start) {
        return OBLIQUE.closes(text.before(start, BESIDE));
    }
}
