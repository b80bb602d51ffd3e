package org.rashomon.annotate.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.annotate.syntax.Wording;
import org.rashomon.model.Article;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;

/** Which attributions are claims: somebody voiced something, in words that can be laid beside another account. */
final class VoicedAttributions {
    private static final Pattern SILENCE = Pattern.compile(
            "(?:declin|refus)\\w+ to (?:comment|say|answer|discuss|elaborate|speak|respond|confirm|give|provide|identify|name|specify|disclose|be named)"
                    + "|no comment|refus\\w+ to rule out|did(?: not|n.t) (?:\\w+ )?(?:deny|rule out)|not (?:comment|respond|reply|answer|elaborate|say)|neither confirm|nor (?:confirm|deny)",
            Pattern.CASE_INSENSITIVE);
    /** A cue whose own verb is denied tells that nothing was said: has not said whether, wouldn't rule out. */
    private static final Pattern SILENT_CUE = Pattern.compile(
            "(?:\\bnot|n[\u2019']t|\\bnever)(?: \\p{L}+ly| always)? (?:say|said|state[ds]?|specif(?:y|ied)|disclosed?|den(?:y|ied)|rule[ds]? out"
                    + "|confirm(?:ed)?|elaborated?|comment(?:ed)?|explain(?:ed)?|ask(?:ed)? for|call(?:ed)? for|request(?:ed)?"
                    + "|express(?:ed)?|mention(?:ed)?"
                    + "|announced?|reiterate[ds]?|acknowledge[ds]?|offer(?:ed)?)\\b|\\bneither \\p{Ll}+ nor\\b|\\bstopp\\p{Ll}+ short of\\b"
                    + "|\\bfail\\p{Ll}* to (?:say|mention|explain|offer|condemn|acknowledge)\\b|\\bno longer willing to\\b|\\b(?:investigating|examining|probing|reviewing|looking into)\\b");
    /** Behind <em>called</em>: whoever is rung up is not called anything. */
    private static final Pattern BY_PHONE =
            Pattern.compile("\\bto (?:discuss|talk|speak|express|offer|ask|tell|inform)\\b|\\bby (?:tele)?phone\\b");

    /** Words before a noun such as <em>statement</em> that is still to come. */
    private static final Pattern HOPED_FOR = Pattern.compile(
            "\\b(?:expect|await|anticipat|hop|wait|call|demand|seek|want)\\p{L}*(?: for)? (?:\\p{Ll}+ ){0,2}$",
            Pattern.CASE_INSENSITIVE);
    /** Sources of which nobody is one. */
    private static final Pattern NOBODY = Pattern.compile("(?:no one|nobody|none|neither|no \\p{L}+)\\b.*");
    /** Where the outlet tells what was left out. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            ",? (?:but|and|though|although|yet) (?:(?:gave|offered|provided|cited|presented|showed|made|named) no\\b"
                    + "|(?:did not|didn[\u2019']t|would not|wouldn[\u2019']t|declined to|refused to|ha(?:s|ve|d) not) (?:say|said|give|given|elaborate|specify|offer|provide|name|identify|explain|comment|confirm|rule out)\\b"
                    + "|stopped short of\\b)"
                    + "|,? without (?:elaborating|giving|providing|offering|naming|citing|specifying|saying)\\b(?![^,]*,)");
    /** Where the sentence goes on after a relative clause. */
    private static final Pattern MAIN_VERB =
            Pattern.compile(", (?:has|have|had|is|are|was|were|will|would|did|does|said|told|\\p{Ll}{2,}ed)\\b");
    /** Openings of an adjunct in which the outlet tells the occasion or the aim of what is said. */
    private static final Pattern ADJUNCT = Pattern.compile(
            "(?:In|To|As|With|Amid|Despite|Following|After|Before|At|On|By|During|Speaking|Responding|Writing)\\b.*",
            Pattern.DOTALL);

    private static final Pattern TELLING = Pattern.compile(
            "\\bby (?:the |a |an )?\\p{L}|\\d|\\b(?:dozens|hundreds|thousands|scores|killed|dead|died|wounded|injured|targeted|behind|responsible|aimed)\\b");
    private static final Pattern ANSWERING = Pattern.compile("\\b(?:respond|answer|repl[yi])");
    private static final Pattern PRONOUN_CLAUSE =
            Pattern.compile("(?:it|they|he|she|we) (?:will|would|had|has|was|is|were)\\b");
    /** What somebody is to say or order is still to be said. */
    private static final Pattern DUE = Pattern.compile(
            "(?:is|are|was|were) (?:due |expected |supposed |scheduled )?to \\w|(?:can|could|may|might|will|must|should) \\w"
                    + "|(?:would |will )?(?:have|has|had) to \\w|needs? to \\w|ought to \\w");
    /** Words that only point at what was said: nothing to lay beside another account. */
    private static final Pattern RELATIVE = Pattern.compile("which|that|who|whom|what|so|this|these|those");

    private static final Pattern RELATIVE_SUBJECT = Pattern.compile("which|who|that");

    private static final Pattern DETAIL = Pattern.compile(", (?:in |of |to |for |from |at |on )?which\\b");

    /** Up to six words before a name, none of which makes it somebody else's: Xish Foreign Minister, fellow Sen. */
    private static final Pattern TITLES =
            Pattern.compile("(?:(?!(?:of|for|to|by|from|at|in|with|on|and|or|who)\\b)[\\p{L}.-]+(?: |$)){0,6}");

    private static final Pattern ASKING =
            Pattern.compile("(?:\\S+ )*(?:asked|asks|asking|wonder(?:s|ed|ing)?)(?: \\S+)*");
    private static final Pattern ASKED =
            Pattern.compile("(?:if|whether|how|what|why|when|where|who|about|for a )\\b.*");
    /** What is alleged of somebody, the name that a thing has, and the lives that a deed costs: the verb says nothing there. */
    private static final Pattern NAMING =
            Pattern.compile("(?:an? |it(?:['\u2019]s| is|['\u2019]?s)\\b|another ).*", Pattern.DOTALL);

    private static final Pattern SELF = Pattern.compile("(?:itself|himself|herself|themselves) .*", Pattern.DOTALL);
    private static final Pattern BYLINE = Pattern.compile("(?:is |was )?(?:written|edited|compiled|reported) by");
    private static final Pattern LIVES = Pattern.compile("\\blives\\b");

    private static final Pattern WANTING = Pattern.compile("(?:.* )?wants?");

    private static final Pattern OF_PLACE = Pattern.compile("(?: of \\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*)?)?");

    private final CueLexicon lexicon = CueLexicon.load();

    /** The attributions that are claims, trimmed, one for each source. */
    List<Attribution> of(Article article, List<Mention> mentions, List<Attribution> attributions) {
        List<Attribution> voiced = new ArrayList<>();
        for (Attribution attribution : attributions) {
            if (isVoiced(article, attribution)) {
                voiced.addAll(splitSources(article, mentions, trimmed(article, attribution)));
            }
        }
        return voiced;
    }

    private boolean isVoiced(Article article, Attribution attribution) {
        if (!attribution.voiced() && !isReportedDemand(article, attribution)) {
            return false;
        }
        if (isOnlyNamed(article, attribution) || saysTooLittle(article, attribution)) {
            return false;
        }
        String cue = Wording.of(article, attribution.cue());
        String content = Wording.of(article, attribution.content());
        if (SILENCE.matcher(cue + " " + content).find()
                && !attribution.cue().isEmpty()
                && SILENCE.matcher(cue + " " + content.substring(0, Math.min(30, content.length())))
                        .find()) {
            return false;
        }
        if (content.endsWith("?") && !content.contains(".")) {
            return false;
        }
        String lower = cue.toLowerCase(Locale.ROOT);
        if (isSurname(article, attribution)) {
            return false;
        }
        if (lower.equals("called") && BY_PHONE.matcher(content).find()) {
            return false;
        }
        if (DUE.matcher(lower).lookingAt() || SILENT_CUE.matcher(lower).find()) {
            return false;
        }
        if (ASKING.matcher(lower).matches()
                && (lower.endsWith(" about")
                        || ASKED.matcher(content.toLowerCase(Locale.ROOT)).matches())) {
            return false;
        }
        if (saysNothing(article, attribution, lower, content)) {
            return false;
        }
        return content.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /**
     * Where a verb of speech is none: <em>the alleged attack, a group called Dawn, a group calling itself Dawn, claimed ten lives</em>; and
     * where <em>whether</em> leaves open that anything was said.
     *
     * @param cue in lower case
     */
    private static boolean saysNothing(Article article, Attribution a, String cue, String content) {
        String source = Wording.of(article, a.source()).toLowerCase(Locale.ROOT);
        boolean open = !a.source().isEmpty()
                && article.text().startsWith("whether ", a.source().get(0).start() - 8);
        return open
                || cue.equals("alleged") && !source.isEmpty() && !content.startsWith("that ")
                || cue.equals("called") && NAMING.matcher(source).matches()
                || (cue.equals("calling") || cue.equals("calls"))
                        && SELF.matcher(content).matches()
                || BYLINE.matcher(cue).matches()
                || cue.equals("claimed") && LIVES.matcher(content).find();
    }

    /** "AGENCY Ana Said Port closed": a photographer's name within running text. */
    private static boolean isSurname(Article article, Attribution a) {
        if (a.cue().isEmpty()
                || !a.cue().get(0).in(article.text()).equals("Said")
                || a.cue().get(0).start() < 2) {
            return false;
        }
        return Character.isLetter(article.text().charAt(a.cue().get(0).start() - 2));
    }

    /**
     * Free hedges and passives without a source count only where they carry an agent, a toll or a purpose; <em>which</em> and
     * <em>that</em> speak only when they have a clause or a quotation; answering something is not yet saying something.
     */
    private boolean saysTooLittle(Article article, Attribution a) {
        String content = Wording.of(article, a.content()).toLowerCase(Locale.ROOT);
        String cue = Wording.of(article, a.cue()).toLowerCase(Locale.ROOT);
        boolean clause = content.startsWith("that ") || a.quote() != QuoteType.INDIRECT;
        if (a.source().isEmpty() && !a.cue().isEmpty()) {
            return !clause && !TELLING.matcher(content).find();
        }
        if (RELATIVE.matcher(content).matches()) {
            return true;
        }
        String source = Wording.of(article, a.source()).toLowerCase(Locale.ROOT);
        if (NOBODY.matcher(source).matches()) {
            return true;
        }
        if ((source.equals("which") || source.equals("that")) && !clause) {
            return true;
        }
        return !clause && ANSWERING.matcher(cue).find();
    }

    /** Wants somebody to act: a demand that the outlet reports, where a wish for oneself is none. */
    private static boolean isReportedDemand(Article article, Attribution attribution) {
        String cue = Wording.of(article, attribution.cue()).toLowerCase(Locale.ROOT);
        return WANTING.matcher(cue).matches()
                && !article.text()
                        .startsWith("to ", attribution.content().get(0).start());
    }

    /** A noun that only mentions an act of speech (<em>the criticism of</em>) carries a claim only with a clause. */
    private boolean isOnlyNamed(Article article, Attribution attribution) {
        Optional<CueLexicon.Cue> cue = lexicon.lookup(Wording.of(article, attribution.cue()));
        if (cue.isEmpty() || cue.get().wordClass() != CueLexicon.WordClass.NOUN) {
            return false;
        }
        int at = attribution.cue().get(0).start();
        if (HOPED_FOR
                .matcher(article.text().substring(Math.max(0, at - 60), at))
                .find()) {
            return true;
        }
        return !article.text().startsWith("that ", attribution.content().get(0).start())
                && !PRONOUN_CLAUSE
                        .matcher(Wording.of(article, attribution.content()))
                        .lookingAt()
                && attribution.quote() == QuoteType.INDIRECT;
    }

    /** Content without complementizer, closing stop of indirect speech and the outlet's own relative clause. */
    private static Attribution trimmed(Article article, Attribution attribution) {
        String text = article.text();
        List<Span> content = new ArrayList<>();
        for (int k = 0; k < attribution.content().size(); k++) {
            Span span = attribution.content().get(k);
            int start = span.start();
            int end = span.end();
            if (k == 0 && isOutletsAdjunct(text, attribution)) {
                continue;
            }
            if (text.regionMatches(true, start, "that ", 0, 5) && end - start > 6) {
                start += 5;
            }
            boolean indirect = attribution.quote() == QuoteType.INDIRECT;
            if (indirect) {
                Matcher detail = DETAIL.matcher(text).region(start, end);
                if (detail.find() && detail.start() > start + 10) {
                    end = detail.start();
                }
                if (isRelative(text, attribution)) {
                    end = cut(MAIN_VERB, text, start, end);
                }
            }
            if (attribution.quote() != QuoteType.DIRECT
                    && !attribution.cue().isEmpty()
                    && span.start() > attribution.cue().get(0).start()) {
                end = cut(LEFT_OUT, text, start, end);
            }
            while (end > start + 1
                    && (",;:".indexOf(text.charAt(end - 1)) >= 0
                            || indirect && text.charAt(end - 1) == '.' && !isAbbreviated(text, end - 1)
                            || Character.isWhitespace(text.charAt(end - 1)))) {
                end--;
            }
            while (start < end - 1 && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            content.add(new Span(start, end));
        }
        return new Attribution(
                attribution.source(), attribution.cue(), content, attribution.quote(), true, attribution.confidence());
    }

    /** Where the first match outside quotation marks begins, {@code end} for none. */
    private static int cut(Pattern pattern, String text, int start, int end) {
        Matcher matcher = pattern.matcher(text).region(start, end);
        while (matcher.find()) {
            long marks = text.substring(start, matcher.start())
                    .chars()
                    .filter(c -> c == '"' || c == '\u201c' || c == '\u201d')
                    .count();
            if (marks % 2 == 0 && matcher.start() > start) {
                return matcher.start();
            }
        }
        return end;
    }

    /** Whether the cue stands in a relative clause between commas: the group, which has claimed …, …. */
    private static boolean isRelative(String text, Attribution a) {
        if (a.source().isEmpty() || a.cue().isEmpty()) {
            return false;
        }
        Span source = a.source().get(a.source().size() - 1);
        String between = source.end() <= a.cue().get(0).start()
                ? text.substring(source.end(), a.cue().get(0).start()).strip()
                : "";
        return RELATIVE_SUBJECT.matcher(source.in(text)).matches()
                        && text.startsWith(", ", Math.max(0, source.start() - 2))
                || between.equals(", which")
                || between.equals(", who");
    }

    /** Whether the first content is an adjunct before the source, with the words of the source behind the cue. */
    private static boolean isOutletsAdjunct(String text, Attribution a) {
        if (a.content().size() < 2 || a.source().size() != 1 || a.cue().size() != 1) {
            return false;
        }
        Span first = a.content().get(0);
        Span source = a.source().get(0);
        Span cue = a.cue().get(0);
        return first.end() <= source.start()
                && source.end() <= cue.start()
                && cue.end() <= a.content().get(1).start()
                && text.substring(first.end(), source.start()).strip().length() <= 1
                && !text.startsWith(",", cue.end())
                && ADJUNCT.matcher(first.in(text)).matches()
                && first.in(text).chars().noneMatch(c -> c == '"' || c == '\u201c' || c == '\u2018');
    }

    private static boolean isAbbreviated(String text, int stop) {
        return stop >= 2 && Character.isLetter(text.charAt(stop - 1)) && text.charAt(stop - 2) == '.';
    }

    /** Two named sources of one content are two attributions: Kerry and Lavrov said. Titles may stand before either. */
    private static List<Attribution> splitSources(Article article, List<Mention> mentions, Attribution attribution) {
        if (attribution.source().size() != 1) {
            return List.of(attribution);
        }
        Span source = attribution.source().get(0);
        List<Mention> inside = new Mentions(mentions)
                .in(source).stream().filter(m -> m.actor() != null).toList();
        List<Mention> persons =
                inside.stream().filter(m -> m.type() == EntityType.PER).toList();
        List<Mention> two = persons.size() == 2 ? persons : inside;
        if (two.size() != 2) {
            return List.of(attribution);
        }
        Span first = two.get(0).span();
        Span second = two.get(1).span();
        if (second.start() < first.end()) {
            return List.of(attribution);
        }
        String text = article.text();
        String opening = text.substring(source.start(), first.start()).strip();
        String between = text.substring(first.end(), second.start()).strip();
        String after = text.substring(second.end(), source.end());
        boolean bare = between.equals("and")
                && after.isEmpty()
                && (opening.isEmpty() || opening.equalsIgnoreCase("the") || opening.equalsIgnoreCase("both"));
        boolean titled = persons.size() == 2
                && TITLES.matcher(opening).matches()
                && between.startsWith("and ")
                && TITLES.matcher(between.substring(4)).matches()
                && OF_PLACE.matcher(after).matches();
        if (bare) {
            return List.of(withSource(attribution, first), withSource(attribution, second));
        }
        int next = second.start() - (between.length() - 4) - 1;
        return titled
                ? List.of(
                        withSource(attribution, new Span(source.start(), first.end())),
                        withSource(attribution, new Span(next, source.end())))
                : List.of(attribution);
    }

    private static Attribution withSource(Attribution a, Span source) {
        return new Attribution(List.of(source), a.cue(), a.content(), a.quote(), a.voiced(), a.confidence());
    }
}
