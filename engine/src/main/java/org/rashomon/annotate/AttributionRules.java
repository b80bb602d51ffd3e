package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.annotate.CueLexicon.Cue;
import org.rashomon.annotate.CueLexicon.Form;
import org.rashomon.annotate.CueLexicon.Match;
import org.rashomon.annotate.CueLexicon.WordClass;
import org.rashomon.model.Attribution;
import org.rashomon.model.Attribution.QuoteType;
import org.rashomon.model.Span;
import org.rashomon.nlp.Pos;

/**
 * The attribution rules at work on one block: each cue of the lexicon looks for its source and its content in the order that
 * its construction has them.
 */
final class AttributionRules {
    private static final Set<String> RELATIVE = Set.of("who", "which", "that");
    private static final Set<String> WH =
            Set.of("how", "what", "why", "whether", "if", "when", "where", "who", "which");
    private static final Set<String> NOMINATIVE = Set.of("he", "she", "they", "we", "i", "it", "you", "there");
    private static final Set<String> NEVER_SOURCE = Set.of("there", "this", "what", "that");
    private static final Set<String> VICTIMS =
            Set.of("life", "lives", "victims", "martyrs", "civilians", "casualties", "persons", "people", "dead");
    /** Before a past form an auxiliary, whatever the tagger says. */
    private static final Set<String> HAVE = Set.of("has", "have", "had");

    private static final Set<String> MODAL = Set.of("will", "would", "could", "may", "might", "shall");
    /** What these announce with a modal is a deed: would answer every attack. */
    private static final Set<String> ANSWERING = Set.of("respond", "answer", "reply", "respond to", "counter");
    /** Verbs that an infinitive cue may hang on and form one cue with: went on to say, refused to confirm. */
    private static final Set<String> CONTROL = Set.of(
            "continued",
            "continues",
            "continue",
            "went",
            "refused",
            "refuses",
            "declined",
            "declines",
            "failed",
            "began",
            "wants",
            "wanted",
            "tried",
            "used",
            "likes",
            "seemed",
            "appeared",
            "seems",
            "appears",
            "rushed",
            "moved",
            "hastened",
            "quick",
            "came",
            "going",
            "likely",
            "proceeded",
            "managed",
            "chose",
            "willing",
            "ready",
            "unwilling",
            "reluctant",
            "able",
            "unable");

    /** Attributions of one sentence lie within so many tokens, and so many of them: bounds on what is looked through. */
    private static final int LOOK_BACK = 400;

    private static final int SIBLINGS = 12;

    /** An aside between a cue and its content has at most so many tokens. */
    private static final int ASIDE = 16;

    private final TaggedBlock b;
    private final CueLexicon lexicon;
    private final NounPhrases phrases;
    private final List<Found> found = new ArrayList<>();

    /** Half-open range of tokens. */
    record Range(int from, int to) {
        boolean overlaps(Range other) {
            return from < other.to && other.from < to;
        }
    }

    /** An attribution in tokens. */
    private static final class Found {
        final Cue cue;
        final Range cueRange;
        final @Nullable Range source;
        final boolean inherited;
        final List<Range> content;
        final double confidence;

        Found(
                Cue cue,
                Range cueRange,
                @Nullable Range source,
                boolean inherited,
                List<Range> content,
                double confidence) {
            this.cue = cue;
            this.cueRange = cueRange;
            this.source = source;
            this.inherited = inherited;
            this.content = content;
            this.confidence = confidence;
        }
    }

    /** A verb with its auxiliaries and adverbs. */
    private record VerbGroup(int start, int head, int end, boolean passive, boolean infinitive) {}

    AttributionRules(TaggedBlock block, CueLexicon lexicon) {
        this.b = block;
        this.lexicon = lexicon;
        this.phrases = new NounPhrases(block);
    }

    List<Attribution> find() {
        colonHeading();
        int i = 0;
        while (i < b.size()) {
            int next = i + 1;
            if (!b.inQuote(i)) {
                Optional<Match> match = lexicon.match(b, i);
                if (match.isPresent()) {
                    int before = found.size();
                    apply(i, match.get());
                    if (found.size() > before) {
                        next = i + match.get().length();
                    }
                }
            }
            i = next;
        }
        cutAtSiblings();
        return found.stream()
                .map(this::attribution)
                .filter(a -> a != null)
                .sorted(Comparator.comparing(a -> Span.covering(a.content())))
                .toList();
    }

    private void apply(int i, Match match) {
        switch (match.cue().wordClass()) {
            case VERB -> verb(i, match);
            case NOUN -> noun(i, match);
            case PHRASE -> phrase(i, match);
            case ADVERB -> {}
        }
    }

    // ---- verbs ----

    private void verb(int i, Match match) {
        VerbGroup group = group(i, match);
        if (group == null) {
            return;
        }
        Cue cue = match.cue();
        if (ANSWERING.contains(cue.lemma()) && b.isAny(group.start(), MODAL)) {
            return;
        }
        if (cue.lemma().equals("claim") && takesLives(group.end(), b.sentenceEnd(i))) {
            return;
        }
        boolean name = b.isCapitalised(i) && i > b.sentenceStart(i) && !b.isHeadline();
        if (name || b.is(i - 1, "so") && cue.lemma().equals("call")) {
            return;
        }
        if (group.passive()) {
            passive(group, match);
            return;
        }
        if (match.form() == Form.ING && !isParticipleCue(group)) {
            return;
        }
        if (match.form() == Form.BASE
                && !group.infinitive()
                && group.start() == group.head()
                && !cue.takes("putat")
                && !hasPluralSubject(group)) {
            return;
        }
        if (cue.lemma().equals("continue") && (group.start() != group.head() || match.form() == Form.BASE)) {
            return;
        }
        Range subject = match.form() == Form.ING && group.start() == group.head() || isBareParticiple(group, match)
                ? phrases.headBefore(group.start())
                : phrases.subjectBefore(group.start());
        if ((cue.takes("q") || cue.takes("paren"))
                && (match.form() != Form.ING || subject != null && b.isBe(group.start()))) {
            if (postposed(group, cue, subject) || inverted(group, cue)) {
                return;
            }
        }
        boolean inherited = subject == null;
        Range source = subject != null ? subject : inheritedSource(group.start());
        if (source == null && !b.isHeadline()) {
            return;
        }
        if (source != null
                && NEVER_SOURCE.contains(b.lower(source.from()))
                && source.to() - source.from() == 1
                && !RELATIVE.contains(b.lower(source.from()))) {
            return;
        }
        if ((cue.lemma().equals("quote") || cue.lemma().equals("cite"))
                && quotedAsSaying(group, cue, source, inherited)) {
            return;
        }
        preposed(group, cue, source, inherited);
    }

    /** An outlet quoted somebody as saying …: two attributions, the inner one inside the outer one's content. */
    private boolean quotedAsSaying(VerbGroup group, Cue cue, @Nullable Range source, boolean inherited) {
        int limit = Math.min(b.sentenceEnd(group.head()), group.end() + 24);
        for (int as = group.end() + 1; as + 1 < limit; as++) {
            if (b.is(as, "as") && b.lower(as + 1).endsWith("ing")) {
                Optional<Match> saying = lexicon.match(b, as + 1);
                Range speaker = phrases.withoutTimes(group.end(), as);
                int start = saying.isEmpty()
                        ? -1
                        : contentStart(
                                as + 1 + saying.get().length(),
                                b.sentenceEnd(group.head()),
                                saying.get().cue());
                if (speaker == null || start < 0) {
                    return false;
                }
                int end = contentEnd(start);
                if (end <= start) {
                    return false;
                }
                // Who quotes a speaker voices something, where one who merely mentions a text does not.
                Cue quoting = new Cue(cue.lemma(), cue.wordClass(), cue.act(), true, false, cue.frames());
                add(
                        quoting,
                        new Range(group.start(), group.end()),
                        source,
                        inherited,
                        List.of(new Range(speaker.from(), end)),
                        0.9);
                add(
                        saying.get().cue(),
                        new Range(as + 1, as + 1 + saying.get().length()),
                        speaker,
                        false,
                        List.of(new Range(start, end)),
                        0.9);
                return true;
            }
        }
        return false;
    }

    /** The raid claimed 20 lives: a toll, not an act of speech. */
    private boolean takesLives(int from, int limit) {
        for (int i = from; i < Math.min(limit, from + 7); i++) {
            if (b.is(i, "that") || b.tag(i) == Pos.VERB || b.tag(i) == Pos.AUX || b.inQuote(i) || b.is(i, "to")) {
                return false;
            }
            if (b.isAny(i, VICTIMS)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBareParticiple(VerbGroup group, Match match) {
        return match.form() == Form.ING && !b.isBe(group.start()) && b.tag(group.start()) == Pos.ADV;
    }

    private boolean hasPluralSubject(VerbGroup group) {
        int before = group.start() - 1;
        return before >= b.sentenceStart(group.head())
                && (b.isNoun(before)
                        || b.tag(before) == Pos.PRON
                        || b.isHeadline() && b.tag(before) == Pos.PUNCT
                        || b.tag(before) == Pos.ADV
                        || b.tag(before) == Pos.CCONJ
                        || b.tag(before) == Pos.NUM
                        || b.tag(before) == Pos.ADJ);
    }

    /** A participle is a cue when it follows a comma, a conjunction or a form of be, or opens its sentence. */
    private boolean isParticipleCue(VerbGroup group) {
        int before = group.start() - 1;
        if (before < b.sentenceStart(group.head())) {
            return false;
        }
        if (b.isBe(group.start()) || b.isBe(group.head() - 1)) {
            return true;
        }
        return b.is(before, ",")
                || b.inQuote(before)
                || b.tag(before) == Pos.CCONJ
                || b.isNoun(before)
                || b.is(before, "while")
                || b.is(before, "with")
                || b.is(before, "without")
                || b.is(before, "before")
                || b.is(before, "after");
    }

    private @Nullable VerbGroup group(int i, Match match) {
        int start = i;
        boolean be = false;
        boolean infinitive = false;
        int floor = b.sentenceStart(i);
        int j = i - 1;
        while (j >= floor && !b.inQuote(j)) {
            Pos tag = b.tag(j);
            if (tag == Pos.ADV && !b.is(j, "when") && !b.is(j, "how") && !b.is(j, "where") && !b.is(j, "why")
                    || b.is(j, "not")
                    || b.is(j, "n't")
                    || b.is(j, "n\u2019t")
                    || b.is(j, "never")) {
                if (j == floor || b.is(j - 1, ",") && !b.is(j + 1, ",")) {
                    break;
                }
            } else if (tag == Pos.AUX
                    || b.isBe(j) && tag != Pos.PART
                    || match.form() == Form.PAST && b.isAny(j, HAVE)) {
                be |= j == i - 1 || start == j + 1 ? b.isBe(j) : false;
                start = j;
            } else if (b.is(j, "to") && (tag == Pos.PART || j == i - 1)) {
                infinitive = true;
                start = j;
                if (j - 1 >= floor && b.isAny(j - 1, CONTROL)) {
                    j--;
                    start = j;
                    if (j - 1 >= floor && b.is(j, "on")) {
                        j--;
                        start = j;
                    }
                } else if (j - 2 >= floor && b.is(j - 1, "on") && b.isAny(j - 2, CONTROL)) {
                    j -= 2;
                    start = j;
                } else {
                    return null;
                }
            } else {
                break;
            }
            if (b.tag(j) == Pos.ADV || b.is(j, "not") || b.is(j, "n't") || b.is(j, "n\u2019t")) {
                start = j;
            }
            j--;
        }
        boolean passive = match.form() == Form.PAST && be && !match.cue().takes("raise");
        return new VerbGroup(start, i, i + match.length(), passive, infinitive);
    }

    /** Source of a predicate without a subject of its own: that of the cue before it, else of the sentence's main verb. */
    private @Nullable Range inheritedSource(int at) {
        int floor = b.sentenceStart(at);
        for (int k = found.size() - 1; k >= 0 && found.get(k).cueRange.from() > floor - LOOK_BACK; k--) {
            Found f = found.get(k);
            if (f.cueRange.from() < at
                    && f.cueRange.from() >= floor
                    && f.source != null
                    && f.cue.wordClass() == WordClass.VERB
                    && !isInsideContent(k)) {
                return f.source;
            }
        }
        for (int v = floor; v < at; v++) {
            if ((b.tag(v) == Pos.VERB || b.tag(v) == Pos.AUX) && !b.inQuote(v)) {
                Range subject = phrases.subjectBefore(v);
                if (subject != null) {
                    return subject;
                }
            }
        }
        return null;
    }

    /** Whether attribution {@code k} stands inside what an earlier one reports. */
    private boolean isInsideContent(int k) {
        Range cue = found.get(k).cueRange;
        for (int n = k - 1; n >= 0 && n >= k - SIBLINGS; n--) {
            if (found.get(n).content.stream().anyMatch(r -> r.from() <= cue.from() && cue.to() <= r.to())) {
                return true;
            }
        }
        return false;
    }

    /** Content first, then source and cue: "…," he said. Also in its middle: "…," he said, "…". */
    private boolean postposed(VerbGroup group, Cue cue, @Nullable Range subject) {
        if (subject == null) {
            return false;
        }
        int left = subject.from() - 1;
        int floor = b.sentenceStart(subject.from());
        boolean quoteBefore = left >= 0 && b.inQuote(left);
        boolean clauseBefore = left >= floor
                && (b.is(left, ",") || b.is(left, "\u2014") || b.is(left, "\u2013"))
                && left > floor
                && phrases.hasVerb(floor, left);
        if (b.is(left, ",") && b.inQuote(left - 1)) {
            quoteBefore = true;
            left--;
        }
        if (!quoteBefore && !clauseBefore) {
            return withoutComma(group, cue, subject);
        }
        int after = phrases.skipAdjuncts(group.end());
        if (cue.takes("addr")) {
            after = skipAddressee(group.end());
        }
        int limit = b.sentenceEnd(group.head());
        if (!quoteBefore
                && (startsContent(after, limit, cue)
                        || b.is(after, ":") && after + 1 < limit && b.inQuote(after + 1))) {
            return false;
        }
        if (quoteBefore
                && (b.is(after, "that")
                        || after < limit && (b.is(after, ":") || b.inQuote(after) && !endsClause(after - 1)))) {
            // "…" He said that …: the quotation before belongs to somebody else, unless a comma ties it
            if (!endsWithComma(left)) {
                return false;
            }
        }
        List<Range> content = contentBefore(left, floor, quoteBefore);
        if (content.isEmpty()) {
            return false;
        }
        addContinuation(content, after, group, quoteBefore);
        int cueEnd = cueEnd(group.end(), after);
        add(cue, new Range(group.start(), cueEnd), subject, false, content, quoteBefore ? 0.95 : 0.85);
        return true;
    }

    /**
     * The comma before a cue that ends its sentence got lost: <em>The roof fell in the nurse said.</em> What stands before the
     * last phrase is the content when it has a verb.
     */
    private boolean withoutComma(VerbGroup group, Cue cue, Range subject) {
        int limit = b.sentenceEnd(group.head());
        int after = phrases.skipAdjuncts(group.end());
        int from = lastPhraseStart(subject);
        int floor = b.sentenceStart(group.head());
        boolean last = after >= limit || b.is(after, ".") && after + 1 >= limit;
        boolean afterNoun = from > floor
                && !b.inQuote(from - 1)
                && b.tag(from - 1) != Pos.ADP
                && b.tag(from - 1) != Pos.PUNCT
                && b.tag(from - 1) != Pos.CCONJ
                && b.tag(from - 1) != Pos.SCONJ
                && b.tag(from - 1) != Pos.PRON
                && b.tag(from - 1) != Pos.PART
                && b.tag(from - 1) != Pos.VERB
                && b.tag(from - 1) != Pos.AUX;
        if (group.start() != group.head() || !last || !afterNoun || b.isHeadline() || !phrases.isClause(floor, from)) {
            return false;
        }
        endContentsAt(floor, from);
        add(
                cue,
                new Range(group.start(), cueEnd(group.end(), after)),
                new Range(from, subject.to()),
                false,
                List.of(new Range(floor, from)),
                0.7);
        return true;
    }

    /** First token of the name or the phrase with an article that a subject ends with. */
    private int lastPhraseStart(Range subject) {
        int from = subject.to() - 1;
        while (from > subject.from() && b.tag(from) == Pos.PROPN && b.tag(from - 1) == Pos.PROPN) {
            from--;
        }
        if (b.tag(from) == Pos.PROPN && b.tag(from - 1) != Pos.NOUN && b.tag(from - 1) != Pos.DET) {
            return from;
        }
        int k = from;
        while (k > subject.from() && b.tag(k) != Pos.DET && b.tag(k) != Pos.PRON) {
            k--;
        }
        return b.tag(k) == Pos.DET || b.tag(k) == Pos.PRON ? k : from;
    }

    private boolean endsWithComma(int quoteLast) {
        return b.is(quoteLast - 1, ",") || b.is(quoteLast + 1, ",");
    }

    private boolean endsClause(int i) {
        return b.is(i, ",") || b.is(i, ".") || b.is(i, ";");
    }

    /** What stands before the comma: the quotation with what belongs to its sentence, or the clause. */
    private List<Range> contentBefore(int left, int floor, boolean quote) {
        List<Range> content = new ArrayList<>();
        if (quote) {
            int q = b.quoteOf(left);
            int from = b.quoteStart(q);
            int to = b.quoteEnd(q);
            int start = b.sentenceStart(from);
            // words before the quotation in its own sentence belong to the content when no other cue claims them
            if (start < from
                    && !b.inQuote(start)
                    && !claimed(start, from)
                    && phrases.hasWord(start, from)
                    && !b.is(from - 1, ":")) {
                from = start;
            }
            content.add(new Range(from, to));
        } else if (left > floor) {
            int from = floor;
            while (from < left && (b.tag(from) == Pos.CCONJ || b.tag(from) == Pos.PUNCT && !b.inQuote(from))) {
                from++;
            }
            endContentsAt(floor, left);
            if (from < left) {
                content.add(new Range(from, left));
            }
        }
        return content;
    }

    /** "X told Y that …, an official said": what X said ends before the official comes in. */
    private void endContentsAt(int floor, int left) {
        for (int k = found.size() - 1; k >= 0 && found.get(k).cueRange.from() >= floor; k--) {
            List<Range> content = found.get(k).content;
            for (int n = 0; n < content.size(); n++) {
                Range range = content.get(n);
                if (range.from() < left && range.to() > left) {
                    content.set(n, new Range(range.from(), left));
                }
            }
        }
    }

    private boolean claimed(int from, int to) {
        Range range = new Range(from, to);
        for (int k = found.size() - 1; k >= 0 && found.get(k).cueRange.to() > from - LOOK_BACK; k--) {
            if (found.get(k).cueRange.overlaps(range)) {
                return true;
            }
        }
        return false;
    }

    /** The rest of an interrupted sentence, and quotations that follow at once without a cue of their own. */
    private void addContinuation(List<Range> content, int after, VerbGroup group, boolean quoteBefore) {
        int limit = b.sentenceEnd(group.head());
        int next = limit;
        if (after < limit && (b.is(after, ",") || b.is(after, ":")) && after + 1 < limit) {
            int from = after + 1;
            boolean goesOn = quoteBefore
                    ? b.inQuote(from) || b.tag(from) == Pos.CCONJ && b.inQuote(from + 1)
                    : b.is(from, "that")
                            || !isParticiple(from)
                                    && b.tag(from) != Pos.SCONJ
                                    && !b.is(from, "who")
                                    && !b.is(from, "which")
                                    && phrases.hasVerb(from, limit);
            if (goesOn) {
                int to = contentEnd(from);
                if (to > from) {
                    content.add(new Range(from, to));
                    next = Math.max(limit, to);
                }
            }
        } else if (after < limit && b.inQuote(after)) {
            int to = contentEnd(after);
            content.add(new Range(after, to));
            next = Math.max(limit, to);
        }
        if (quoteBefore && next < b.size() && b.inQuote(next) && b.quoteStart(b.quoteOf(next)) == next) {
            int to = b.quoteEnd(b.quoteOf(next));
            boolean alone = to >= b.size() || to >= b.sentenceEnd(to - 1);
            if (alone) {
                content.add(new Range(next, to));
            }
        }
    }

    private boolean isParticiple(int i) {
        return b.tag(i) == Pos.VERB && b.lower(i).endsWith("ing");
    }

    /** Whether at {@code i}, after a cue, something begins that the cue takes as content. */
    private boolean startsContent(int i, int limit, Cue cue) {
        if (i >= limit || b.tag(i) == Pos.PUNCT && !b.inQuote(i)) {
            return false;
        }
        if (b.is(i, "that") || b.inQuote(i)) {
            return true;
        }
        if (b.is(i, "to")) {
            return cue.takes("inf");
        }
        if (b.tag(i) == Pos.SCONJ || b.tag(i) == Pos.ADV || b.tag(i) == Pos.ADP || isParticiple(i)) {
            return false;
        }
        return phrases.startsPhrase(i);
    }

    /** Content first, then cue, then source: "…," said the minister. */
    private boolean inverted(VerbGroup group, Cue cue) {
        // "…," told the outlet …: whoever stands behind it is spoken to
        if (group.start() != group.head() || cue.lemma().equals("tell")) {
            return false;
        }
        int left = group.start() - 1;
        int floor = b.sentenceStart(group.head());
        boolean quoteBefore = left >= 0 && b.inQuote(left) || left >= 1 && b.is(left, ",") && b.inQuote(left - 1);
        if (quoteBefore && b.is(left, ",")) {
            left--;
        }
        boolean clauseBefore = left > floor && b.is(left, ",") && phrases.hasVerb(floor, left);
        if (!quoteBefore && !clauseBefore) {
            return false;
        }
        if (!phrases.startsPhrase(group.end()) && !b.inQuote(group.end())) {
            return false;
        }
        Range source = phrases.phraseAfter(group.end());
        if (source == null || !quoteBefore && (b.inQuote(source.to()) || isFollowedByVerb(source.to()))) {
            return false;
        }
        List<Range> content = contentBefore(left, floor, quoteBefore);
        if (content.isEmpty()) {
            return false;
        }
        int after = phrases.skipAdjuncts(source.to());
        addContinuation(content, after, group, quoteBefore);
        add(cue, new Range(group.start(), group.end()), source, false, content, quoteBefore ? 0.95 : 0.8);
        return true;
    }

    private boolean isFollowedByVerb(int i) {
        return i < b.size() && (b.tag(i) == Pos.VERB && !isParticiple(i) || b.tag(i) == Pos.AUX);
    }

    /** Source, cue, content: he said that …, he accused them of …, he threatened to … */
    private void preposed(VerbGroup group, Cue cue, @Nullable Range source, boolean inherited) {
        int limit = b.sentenceEnd(group.head());
        int at = group.end();
        int cueTo = at;
        int start = contentStart(at, limit, cue);
        if (start < 0) {
            return;
        }
        if (start > at && b.tag(at) == Pos.ADP && cue.takes(b.lower(at)) && start == at + 1) {
            cueTo = at + 1;
        }
        int end = contentEnd(start);
        if (end <= start) {
            return;
        }
        if (cue.takes("np") && !b.is(start, "that") && !b.inQuote(start)) {
            end = Math.min(end, phrases.clauseEnd(start, end));
        }
        List<Range> content = new ArrayList<>();
        content.add(new Range(start, end));
        if (b.inQuote(start)) {
            addFollowingQuote(content, end);
        }
        add(
                cue,
                new Range(group.start(), Math.max(cueTo, cueEnd(group.end(), start))),
                source,
                inherited,
                content,
                inherited ? 0.7 : 0.9);
    }

    /** A direct quotation goes on in the next sentence of the paragraph: He said: "A." "B." */
    private void addFollowingQuote(List<Range> content, int end) {
        if (end < b.size() && b.inQuote(end) && b.quoteStart(b.quoteOf(end)) == end) {
            int to = b.quoteEnd(b.quoteOf(end));
            if (to >= b.sentenceEnd(to - 1)) {
                content.add(new Range(end, to));
            }
        }
    }

    /** First token of what the cue takes as content, or -1. */
    private int contentStart(int at, int limit, Cue cue) {
        if (at >= limit) {
            return -1;
        }
        if (cue.takes("addr") && !b.is(at, "that")) {
            int that = thatAfterAddressee(at, limit);
            if (that >= 0) {
                return that;
            }
            // told parliament the army would …: an article right behind the addressee begins the clause
            if (b.isNoun(at) && b.tag(at + 1) == Pos.DET && !b.is(at + 1, "that")) {
                int clause = frameAt(at + 1, limit, cue, true);
                if (clause >= 0) {
                    return clause;
                }
            }
        }
        int direct = frameAt(phrases.isWeekday(at) ? phrases.skipAdjuncts(at) : at, limit, cue, false);
        if (direct >= 0) {
            return direct;
        }
        int skipped = phrases.skipAdjuncts(at);
        if (skipped > at) {
            int later = frameAt(skipped, limit, cue, true);
            if (later >= 0) {
                return later;
            }
        }
        if (cue.takes("addr")) {
            int after = skipAddressee(at);
            if (after > at && after < limit) {
                int later = frameAt(phrases.skipAdjuncts(after), limit, cue, true);
                if (later >= 0) {
                    return later;
                }
            }
        }
        if (cue.takes("that")) {
            int behind = behindAside(at, limit);
            return behind >= 0 ? behind : distantThat(at, limit);
        }
        return -1;
    }

    /**
     * Content behind an aside between commas: said, <em>citing the ministry</em>, that …; replied, <em>the envoy said</em>, that
     * …; or -1.
     */
    private int behindAside(int at, int limit) {
        if (!b.is(at, ",") || at + 1 >= limit || b.inQuote(at + 1)) {
            return -1;
        }
        for (int k = at + 2; k + 1 < Math.min(limit, at + ASIDE); k++) {
            if (b.is(k, ",")) {
                boolean opens = b.is(k + 1, "that") || b.inQuote(k + 1);
                boolean aside = isParticiple(at + 1)
                        || b.tag(at + 1) == Pos.ADP
                        || b.tag(k - 1) == Pos.VERB && lexicon.match(b, k - 1).isPresent();
                return opens && aside ? k + 1 : -1;
            }
            if (b.inQuote(k) || b.is(k, ":")) {
                return -1;
            }
        }
        return -1;
    }

    /** told his counterpart on Wednesday that …: the conjunction, when no verb stands before it; or -1. */
    private int thatAfterAddressee(int at, int limit) {
        for (int i = at; i < Math.min(limit, at + 14); i++) {
            if (b.is(i, "that") && i > at) {
                return b.tag(i) == Pos.SCONJ ? i : -1;
            }
            if (b.tag(i) == Pos.VERB || b.tag(i) == Pos.AUX || b.inQuote(i) || b.is(i, ":")) {
                return -1;
            }
        }
        return -1;
    }

    /** A that-clause behind adjuncts that no list foresees: said in a brief statement carried by radio that … */
    private int distantThat(int at, int limit) {
        if (b.tag(at) != Pos.ADP) {
            return -1;
        }
        for (int i = at + 1; i < Math.min(limit, at + 14); i++) {
            if (b.is(i, "that") && b.tag(i) == Pos.SCONJ) {
                return i;
            }
            if (b.tag(i) == Pos.VERB
                            && !b.lower(i).endsWith("ed")
                            && !b.lower(i).endsWith("ing")
                    || b.is(i, ":")) {
                return -1;
            }
        }
        return -1;
    }

    private int frameAt(int i, int limit, Cue cue, boolean skipped) {
        if (i >= limit) {
            return -1;
        }
        if (cue.takes("q") || cue.takes("paren") || cue.takes("that")) {
            if (b.inQuote(i)) {
                return i;
            }
            if ((b.is(i, ":") || b.is(i, ",")) && i + 1 < limit && b.inQuote(i + 1)) {
                return i + 1;
            }
            if (b.is(i, ":") && i + 1 < limit && cue.takes("q")) {
                return i + 1;
            }
        }
        if (cue.takes("putat")) {
            return isPutAt(i, limit) ? i : -1;
        }
        if (cue.takes("num")) {
            return b.tag(i) == Pos.NUM
                            || b.is(i, "at") && b.is(i + 1, "least")
                            || b.is(i, "dozens")
                            || b.is(i, "hundreds")
                            || b.is(i, "more")
                    ? i
                    : -1;
        }
        if (b.is(i, "that") && cue.takes("np") && b.inQuote(i + 1)) {
            return i;
        }
        if (b.is(i, "that") && cue.takes("that")) {
            return i;
        }
        if (b.is(i, ",") && cue.takes("that") && i + 1 < limit && b.is(i + 1, "that")) {
            return i + 1;
        }
        if (b.isAny(i, WH) && cue.takes("wh")) {
            return i;
        }
        if (b.is(i, "to")
                && i + 1 < limit
                && (b.tag(i + 1) == Pos.VERB
                        || b.tag(i + 1) == Pos.AUX
                        || b.tag(i + 1) == Pos.ADV
                        || b.tag(i + 1) == Pos.NOUN
                                && (b.isHeadline() || b.tag(i + 2) == Pos.ADP && cue.takes("inf")))) {
            return cue.takes("inf") || cue.takes("raise") ? i : -1;
        }
        if (b.is(i, "not") && i + 1 < limit && b.is(i + 1, "to") && cue.takes("inf")) {
            return i;
        }
        if (b.tag(i) == Pos.ADP || b.is(i, "to") || b.tag(i) == Pos.SCONJ) {
            return cue.takes(b.lower(i)) && i + 1 < limit ? i + 1 : -1;
        }
        if (isParticiple(i)) {
            return cue.takes("ger") ? i : -1;
        }
        if (cue.takes("objinf") && phrases.startsPhrase(i) && hasInfinitiveNear(i, limit)) {
            return i;
        }
        boolean phrase = phrases.startsPhrase(i) || b.tag(i) == Pos.ADV && phrases.hasVerb(i, limit) && cue.takes("cl");
        if (cue.takes("cl") && phrase && phrases.isClause(i, limit)) {
            return i;
        }
        if (cue.takes("np") && (phrases.startsPhrase(i) || b.inQuote(i)) && !skipped) {
            return i;
        }
        return -1;
    }

    /** put the toll at 30, put it at 35. */
    private boolean isPutAt(int i, int limit) {
        for (int k = i + 1; k < Math.min(limit, i + 8); k++) {
            if (b.is(k, "at")) {
                return b.tag(k + 1) == Pos.NUM
                        || b.tag(k + 1) == Pos.ADV
                        || b.tag(k + 1) == Pos.ADP
                        || b.is(k + 1, "least")
                        || b.is(k + 1, "more")
                        || b.is(k + 1, "some");
            }
            if (b.tag(k) == Pos.VERB || b.tag(k) == Pos.PUNCT) {
                return false;
            }
        }
        return false;
    }

    private boolean hasInfinitiveNear(int from, int limit) {
        for (int i = from + 1; i + 1 < Math.min(limit, from + 8); i++) {
            if (b.is(i, "to") && b.tag(i + 1) == Pos.VERB) {
                return true;
            }
            if (b.tag(i) == Pos.VERB || b.tag(i) == Pos.AUX || b.tag(i) == Pos.PUNCT) {
                return false;
            }
        }
        return false;
    }

    /** Index after the one spoken to: told <em>state television</em> that … */
    private int skipAddressee(int at) {
        if (!phrases.startsPhrase(at)) {
            return at;
        }
        int limit = b.sentenceEnd(at - 1);
        int i = at;
        while (i < limit && !b.inQuote(i)) {
            Pos tag = b.tag(i);
            if (b.is(i, "that") || b.isAny(i, WH) && i > at || b.is(i, "to") || tag == Pos.VERB || tag == Pos.AUX) {
                break;
            }
            if (tag == Pos.PUNCT && !b.is(i, "\"")) {
                break;
            }
            if (i > at && b.isAny(i, NOMINATIVE)) {
                break;
            }
            if (i > at && tag == Pos.DET && b.isNoun(i - 1)) {
                break;
            }
            i++;
        }
        // "told reporters Syria was …": the verb shows that a clause began; its subject is the last name before it
        if (i < limit && (b.tag(i) == Pos.AUX || b.tag(i) == Pos.VERB) && i > at + 1 && b.tag(i - 1) == Pos.PROPN) {
            int k = i - 1;
            while (k - 1 > at && b.tag(k - 1) == Pos.PROPN) {
                k--;
            }
            return k > at ? k : i;
        }
        return i;
    }

    /** One past the content that begins at {@code start}: end of the sentence, or of the quotation that outlasts it. */
    private int contentEnd(int start) {
        int end = b.sentenceEnd(start);
        if (b.inQuote(start) && b.quoteStart(b.quoteOf(start)) == start) {
            int close = b.quoteEnd(b.quoteOf(start));
            if (close >= end || isSentenceOver(close, end)) {
                return close;
            }
        }
        for (int i = start; i < end; i++) {
            if (b.inQuote(i)) {
                int close = b.quoteEnd(b.quoteOf(i));
                if (close > end) {
                    end = close;
                    break;
                }
                i = Math.max(i, close - 1);
            }
        }
        for (int i = start + 1; i < end; i++) {
            if (!b.inQuote(i)
                    && (b.is(i, "according") && b.is(i + 1, "to")
                            || b.is(i, "despite")
                            || phrases.leavesReport(start, i, end))) {
                end = i;
                break;
            }
        }
        while (end > start && b.tag(end - 1) == Pos.PUNCT && !b.inQuote(end - 1) && !b.is(end - 1, ")")) {
            end--;
        }
        return end;
    }

    private boolean isSentenceOver(int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (b.tag(i) != Pos.PUNCT) {
                return false;
            }
        }
        return true;
    }

    /** End of the cue's words: adjuncts such as <em>in a statement</em> belong to it when content or a stop follows them. */
    private int cueEnd(int end, int after) {
        if (after > end && after <= end + 4 && (b.is(end, "in") || phrases.isWeekday(end)) && !b.is(end, ",")) {
            return after;
        }
        if (b.is(end, ":") && !b.inQuote(end)) {
            return end + 1;
        }
        return end;
    }

    // ---- passives ----

    private void passive(VerbGroup group, Match match) {
        Cue cue = match.cue();
        int limit = b.sentenceEnd(group.head());
        Range subject = phrases.subjectBefore(group.start());
        int at = group.end();
        int by = -1;
        for (int i = at; i < Math.min(limit, at + 5); i++) {
            if (b.is(i, "by")) {
                by = i;
                break;
            }
            if (b.tag(i) == Pos.PUNCT) {
                break;
            }
        }
        if (by >= 0) {
            Range source = phrases.phraseAfter(by + 1);
            if (source == null || subject == null) {
                return;
            }
            List<Range> content = new ArrayList<>();
            content.add(subject);
            if (source.to() < limit
                    && (b.is(source.to(), "as") || b.is(source.to(), "for") || b.is(source.to(), "of"))) {
                content.add(new Range(source.to(), contentEnd(source.to())));
            }
            int cueTo = by == at ? by + 1 : group.end();
            add(cue, new Range(group.start(), cueTo), source, false, content, 0.85);
            return;
        }
        boolean expletive = subject != null && b.is(subject.from(), "it") && subject.to() == subject.from() + 1;
        if (expletive && b.is(at, "that")) {
            add(cue, new Range(group.start(), group.end()), null, false, List.of(new Range(at, contentEnd(at))), 0.8);
        } else if (subject != null && b.is(at, "to") && at + 1 < limit && b.tag(at + 1) != Pos.DET) {
            boolean raising = cue.takes("that");
            if (raising) {
                add(
                        cue,
                        new Range(group.start(), group.end()),
                        null,
                        false,
                        List.of(subject, new Range(at, contentEnd(at))),
                        0.8);
            }
        } else if (subject != null
                && (cue.act() == org.rashomon.model.Act.ACCUSE || cue.takes("np") && cue.voiced())
                && !cue.takes("that")) {
            int end = Math.min(contentEnd(at), phrases.clauseEnd(at, limit));
            List<Range> content = new ArrayList<>();
            content.add(subject);
            if (end > at && (b.is(at, "as") || b.is(at, "of") || b.is(at, "for"))) {
                content.add(new Range(at, end));
            }
            add(cue, new Range(group.start(), group.end()), null, false, content, 0.6);
        }
    }

    // ---- nouns and phrases ----

    /** Possessor's claim that …; the claim by X that … */
    private void noun(int i, Match match) {
        Cue cue = match.cue();
        int limit = b.sentenceEnd(i);
        int at = i + match.length();
        Range source = phrases.possessorBefore(i);
        if (source == null) {
            Range modifier = phrases.namedModifierBefore(i);
            if (modifier != null
                    && (b.is(at, "that")
                            || phrases.startsPhrase(at) && b.tag(at) == Pos.PRON && phrases.isClause(at, limit))) {
                source = modifier;
            }
        }
        if (source == null && (b.is(at, "by") || b.is(at, "from"))) {
            source = phrases.phraseAfter(at + 1);
            if (source != null) {
                at = source.to();
            }
        }
        if (source == null) {
            return;
        }
        int start = frameAt(at, limit, cue, false);
        if (start < 0 && b.tag(at) == Pos.PRON && cue.takes("that") && phrases.isClause(at, limit)) {
            start = at;
        }
        if (start < 0 || (b.tag(at) == Pos.VERB && !b.is(at, "that"))) {
            return;
        }
        int end = contentEnd(start);
        if (!b.is(start, "that") && !b.inQuote(start)) {
            end = Math.min(end, phrases.clauseEnd(start, end));
        }
        if (end > start) {
            int cueTo = start == at + 1 ? start : i + match.length();
            add(cue, new Range(i, cueTo), source, false, List.of(new Range(start, end)), 0.8);
        }
    }

    private void phrase(int i, Match match) {
        if (!match.cue().takes("pre")) {
            return;
        }
        int floor = b.sentenceStart(i);
        int limit = b.sentenceEnd(i);
        int at = i + match.length();
        Range source = i <= floor + 1 ? phrases.phraseBeforeClause(at) : phrases.phraseAfter(at);
        if (source == null) {
            return;
        }
        List<Range> content = new ArrayList<>();
        int left = i - 1;
        while (left >= floor && (b.is(left, ",") || b.is(left, "\u2014") || b.is(left, "and") || b.is(left, "but"))) {
            left--;
        }
        if (left >= floor
                && phrases.hasWord(floor, left + 1)
                && (b.inQuote(left) || phrases.hasVerb(floor, left + 1) || hasNumber(floor, left + 1))) {
            int from = floor;
            if (b.tag(from) == Pos.CCONJ && from < left) {
                from++;
            }
            content.add(new Range(from, left + 1));
            if (b.is(source.to(), ",")
                    && source.to() + 1 < limit
                    && !isParticiple(source.to() + 1)
                    && b.tag(source.to() + 1) != Pos.SCONJ
                    && !b.is(source.to() + 1, "which")
                    && !b.is(source.to() + 1, "who")
                    && phrases.hasVerb(source.to() + 1, limit)
                    && b.tag(source.to() + 1) != Pos.CCONJ) {
                content.add(new Range(source.to() + 1, contentEnd(source.to() + 1)));
            }
        } else {
            int from = source.to();
            while (from < limit && (b.is(from, ",") || b.is(from, ":"))) {
                from++;
            }
            if (from < limit && phrases.hasVerb(from, limit)) {
                content.add(new Range(from, contentEnd(from)));
            }
        }
        if (!content.isEmpty()) {
            add(match.cue(), new Range(i, at), source, false, content, 0.9);
        }
    }

    private boolean hasNumber(int from, int to) {
        for (int i = from; i < to; i++) {
            if (b.tag(i) == Pos.NUM) {
                return true;
            }
        }
        return false;
    }

    /** Headings and transcripts: Name: words. */
    private void colonHeading() {
        int limit = Math.min(8, b.size());
        for (int i = 1; i < limit; i++) {
            if (b.is(i, ":") && !b.inQuote(i)) {
                boolean names = true;
                for (int k = 0; k < i; k++) {
                    names &= b.isCapitalised(k) || b.tag(k) == Pos.ADP || b.tag(k) == Pos.DET;
                    names &= b.tag(k) != Pos.PUNCT && b.tag(k) != Pos.NUM;
                }
                boolean quoted = i + 1 < b.size() && b.inQuote(i + 1);
                boolean allCaps = b.word(i - 1).length() > 2
                        && b.word(i - 1).equals(b.word(i - 1).toUpperCase(java.util.Locale.ROOT));
                boolean headed = b.isHeadline() && i >= 2 && i <= 4 && allProper(i);
                if (names
                        && i + 1 < b.size()
                        && (quoted || headed || allCaps && !b.isHeadline())
                        && lexicon.match(b, i - 1).isEmpty()) {
                    int end = quoted && b.quoteEnd(b.quoteOf(i + 1)) > i + 1 ? contentEnd(i + 1) : b.size();
                    Cue colon = new Cue(":", WordClass.PHRASE, org.rashomon.model.Act.ASSERT, true, false, Set.of("q"));
                    add(colon, new Range(i, i + 1), new Range(0, i), false, List.of(new Range(i + 1, end)), 0.8);
                }
                return;
            }
        }
    }

    private boolean allProper(int to) {
        for (int k = 0; k < to; k++) {
            if (b.tag(k) != Pos.PROPN) {
                return false;
            }
        }
        return true;
    }

    // ---- together ----

    private void add(
            Cue cue,
            Range cueRange,
            @Nullable Range source,
            boolean inherited,
            List<Range> content,
            double confidence) {
        found.add(new Found(cue, cueRange, source, inherited, new ArrayList<>(content), confidence));
    }

    /** The content of one predicate ends where the next predicate of the same source begins: said … and accused … */
    private void cutAtSiblings() {
        for (int n = 0; n < found.size(); n++) {
            Found f = found.get(n);
            List<Found> following = found.subList(n + 1, Math.min(found.size(), n + 1 + SIBLINGS));
            for (int k = 0; k < f.content.size(); k++) {
                Range range = f.content.get(k);
                if (range.from() < f.cueRange.from()) {
                    continue;
                }
                for (Found g : following) {
                    if (g.inherited
                            && g.cueRange.from() > range.from()
                            && g.cueRange.from() < range.to()
                            && f.source != null
                            && (f.source.equals(g.source) || f.cue.wordClass() == WordClass.NOUN)
                            && !b.inQuote(g.cueRange.from())) {
                        int cut = g.cueRange.from();
                        while (cut > range.from()
                                && (b.is(cut - 1, ",")
                                        || b.tag(cut - 1) == Pos.CCONJ
                                        || b.is(cut - 1, "while")
                                        || b.tag(cut - 1) == Pos.ADV && b.is(cut - 2, ","))) {
                            cut--;
                        }
                        if (cut > range.from() && cut < range.to()) {
                            range = new Range(range.from(), cut);
                        }
                    }
                }
                f.content.set(k, range);
            }
        }
    }

    private @Nullable Attribution attribution(Found f) {
        List<Span> content = f.content.stream()
                .filter(r -> r.to() > r.from())
                .map(r -> b.span(r.from(), r.to()))
                .sorted()
                .toList();
        if (content.isEmpty()) {
            return null;
        }
        List<Span> source = f.source == null ? List.of() : List.of(b.span(f.source.from(), f.source.to()));
        List<Span> cue = List.of(b.span(f.cueRange.from(), f.cueRange.to()));
        return new Attribution(source, cue, content, quoteType(f.content), f.cue.voiced(), f.confidence);
    }

    private QuoteType quoteType(List<Range> content) {
        boolean some = false;
        boolean all = true;
        for (Range range : content) {
            for (int i = range.from(); i < range.to(); i++) {
                if (b.tag(i) != Pos.PUNCT) {
                    some |= b.inQuote(i);
                    all &= b.inQuote(i);
                }
            }
        }
        return !some ? QuoteType.INDIRECT : all ? QuoteType.DIRECT : QuoteType.MIXED;
    }
}
