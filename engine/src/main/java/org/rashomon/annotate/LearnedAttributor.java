package org.rashomon.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Article;
import org.rashomon.model.Attribution;
import org.rashomon.model.Attribution.QuoteType;
import org.rashomon.model.Bisection;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.nlp.Reading;
import org.rashomon.nlp.Reading.Said;

/**
 * Attribution by the trained encoder, and by rules where it finds nothing: headlines, bare participles and other constructions that
 * its training text seldom has. Its spans pass what holds for those of the rules: they rest on blocks that are read, a
 * source stands in the sentence of its cue, unquoted content too, and a quotation keeps both its marks.
 */
public final class LearnedAttributor implements Attributor {
    private static final Pattern FINITE =
            Pattern.compile("(?:had|has|have|was|were|is|are|will|would|could|can|should|may|might|must|did|does) ");
    /** Texts that are not yet anybody's word, right before a participle. */
    private static final Pattern DRAFT = Pattern.compile(
            "\\b(?:resolution|draft|bill|motion|proposal|plan|amendment|petition|accord|agreement|deal|pact|treaty|declaration|communique)s? $");

    /** Opens a clause before the main one that has a subject of its own. */
    private static final Pattern CLAUSE =
            Pattern.compile("(?:While|When|Although|Though|Because|If|Since) (?!\\p{L}+ing\\b)");

    private static final Pattern AGENT = Pattern.compile("\\p{Ll}+ed\\b[^,]{0,20} by (?:the )?$"
            + "|\\bwho, (?:before|after|while|despite|since|without|when|upon) [^,]{0,40}$");
    /** Behind an infinitive a name is its object. */
    private static final Pattern OBJECT =
            Pattern.compile("\\bto (?!the\\b|an?\\b|what\\b|which\\b|whom\\b|date\\b)\\p{Ll}{3,} $");

    private static final Pattern NEARER =
            Pattern.compile("\\b(?:after|when|before|while|because|where|although) (the (?:[\\p{L}'\u2019-]+ ){1,4})$");
    private static final Pattern TITLE =
            Pattern.compile("\\b(?:Sens?|Reps?|Govs?|Gens?|Col|Lt|Maj|Capt|Adm|Dr|Mr|Mrs|Ms|Prof|Brig)$");
    private static final Pattern GERUND = Pattern.compile("\\p{L}+ing\\b");
    /** What somebody else sent out, up to the participle that tells what it says. */
    private static final Pattern SENDER = Pattern.compile(
            "\\b(?:statement|call|message|appeal|letter|order|warning|plea|video|film|recording|notice) (?:from|by)"
                    + " ((?:the )?[\\p{L}' \u2019-]{2,40}?)(?: on \\p{Lu}\\p{Ll}+day)?,? $");

    /** The same where the cue reaches from the outlet's verb to the participle. */
    private static final Pattern WITHIN = Pattern.compile(
            ".*\\b(?:statement|call|message|appeal|letter|order|warning|plea|video|film|recording|notice) (?:from|by)"
                    + " ((?:the )?[\\p{L}' \u2019-]{2,40}) (\\p{L}+ing\\b.*)");

    /** A place behind these is where or with whom something happens, and no subject. */
    private static final Pattern ADJUNCT =
            Pattern.compile("\\b(?:in|at|near|to|from|of|with|for|by|on|outside|inside|against)(?: the)? $");

    private static final Pattern WORD = Pattern.compile("\\s+");
    /** Words, at most, that may hold two parts of an unquoted content apart, besides cue and source. */
    private static final int LONGEST_GAP = 3;
    /** Least probability of what encoder and rules find alike. */
    private static final double AGREED = 0.5;

    private static final Pattern NO_NOUN = Pattern.compile("(?:an?|the|\\P{L}+)", Pattern.CASE_INSENSITIVE);

    private final CueLexicon lexicon = CueLexicon.standard();
    private final Reading reading;
    private final Attributor rules;

    /**
     * @param reading of the one article that is asked about
     * @param rules for what the encoder passes over
     */
    public LearnedAttributor(Reading reading, Attributor rules) {
        this.reading = reading;
        this.rules = rules;
    }

    @Override
    public List<Attribution> attribute(Article article, List<TaggedSentence> sentences) {
        Map<Integer, List<Sentence>> byBlock = new LinkedHashMap<>();
        for (TaggedSentence sentence : sentences) {
            byBlock.computeIfAbsent(sentence.sentence().block(), block -> new ArrayList<>())
                    .add(sentence.sentence());
        }
        Map<Block, List<Quotation>> quotations = new HashMap<>();
        byBlock.forEach((index, within) -> {
            Block block = article.blocks().get(index);
            quotations.put(
                    block,
                    QuotationFinder.find(article.text(), block.span(), within, QuotationFinder.goesOn(article, index)));
        });
        List<Attribution> ruled = rules.attribute(article, sentences);
        List<Attribution> learned = new ArrayList<>();
        for (Said said : reading.quotes()) {
            Span sentence = sentenceOf(said.cue(), sentences);
            Said whole = withSubject(article.text(), withWholeSource(article, withinBody(article, said)));
            Said own = withSender(article.text(), withOwnSource(article, whole, sentence, ruled));
            Said checked = confirmed(own, ruled);
            if (!checked.content().isEmpty()) {
                learned.add(attribution(
                        article, withOwnContent(article, checked, sentence, sentences, quotations), quotations));
            }
        }
        learned.removeIf(attribution -> ruled.stream().anyMatch(rule -> isRelayed(article, rule, attribution)));
        return withMissed(article, learned, ruled);
    }

    /** Without content in a headline or a caption, where the cue stands in none or another. */
    private static Said withinBody(Article article, Said said) {
        Optional<Block> own = article.blockAt(said.cue().start());
        List<Span> content = said.content().stream()
                .filter(span -> {
                    Optional<Block> block = article.blockAt(span.start());
                    return block.equals(own)
                            || block.isPresent()
                                    && block.get().role() == BlockRole.BODY
                                    && own.isPresent()
                                    && own.get().role() == BlockRole.BODY;
                })
                .toList();
        return new Said(said.source(), said.cue(), content, said.confidence());
    }

    /**
     * Whether the learned source only relays what another is said to have said (<em>The envoy replied, Dace said, that …</em>): the rules
     * see the other's cue, then the learned source and cue between commas, then the content.
     */
    private static boolean isRelayed(Article article, Attribution rule, Attribution learned) {
        if (rule.source().size() != 1
                || rule.cue().size() != 1
                || learned.source().size() != 1) {
            return false;
        }
        Span said = Span.covering(List.of(learned.source().get(0), learned.cue().get(0)));
        Span replied = rule.cue().get(0);
        Span content = rule.content().get(0);
        String text = article.text();
        return rule.source().get(0).end() <= replied.start()
                && replied.end() <= said.start()
                && said.end() <= content.start()
                && learned.content().stream()
                        .allMatch(span -> span.start() >= said.end() && span.start() < content.end())
                && text.substring(replied.end(), said.start()).strip().equals(",")
                && text.startsWith(",", said.end());
    }

    /** The sentence in which a span begins. */
    private static Span sentenceOf(Span span, List<TaggedSentence> sentences) {
        int at = Bisection.first(sentences.size(), i -> sentences.get(i).span().end() > span.start());
        return at < sentences.size() ? sentences.get(at).span() : span;
    }

    /**
     * The source stands in the sentence of its cue: one that the encoder looks for elsewhere did not say it, however likely it holds
     * that. Where nothing is left, the source that the rules see beside the same cue counts.
     */
    private Said withOwnSource(Article article, Said said, Span sentence, List<Attribution> ruled) {
        Span learned = nearest(article.text(), said);
        Span source = learned != null && sentence.contains(learned)
                ? learned
                : ruled.stream()
                        .filter(rule -> rule.cue().size() == 1
                                && rule.cue().get(0).overlaps(said.cue())
                                && rule.source().size() == 1
                                && sentence.contains(rule.source().get(0))
                                && said.content().stream()
                                        .noneMatch(rule.source().get(0)::overlaps))
                        .map(rule -> rule.source().get(0))
                        .findFirst()
                        .orElse(null);
        boolean anothers = source != null
                && (hasNearerSubject(article.text(), said.cue(), source)
                        || isOfDraft(article.text(), said.cue(), source)
                        || isOfOtherClause(article.text(), said.cue(), source, sentence));
        return new Said(anothers ? null : source, said.cue(), said.content(), said.confidence());
    }

    /**
     * The subject that stands right before the cue, of a clause that begins after the source: <em>He quoted two women who said …</em>,
     * <em>told Lund after the minister insisted …</em>; else the source.
     */
    private static @Nullable Span nearest(String text, Said said) {
        int cue = said.cue().start();
        Span source = said.source();
        boolean who = text.startsWith(" who ", cue - 5);
        if (source != null && source.end() < cue) {
            Matcher nearer = NEARER.matcher(text.substring(source.end(), cue));
            if (nearer.find()) {
                String[] words = nearer.group(1).strip().split(" ");
                if (Introductions.isTitleWord(words[words.length - 1].toLowerCase(Locale.ROOT))) {
                    int start = source.end() + nearer.start(1);
                    return new Span(
                            start, start + nearer.group(1).stripTrailing().length());
                }
            }
        }
        if (source == null || !who || source.end() > cue - 4 || source.end() >= cue - 6) {
            return source;
        }
        return text.substring(source.end(), cue - 4).isBlank() ? source : new Span(cue - 4, cue - 1);
    }

    /**
     * Whether cue and source stand in two clauses: the subject of what is demanded (<em>demanding that he go</em>), an agent within what
     * commas part off (<em>which, though termed so by X, condemned …</em>), the main clause's subject behind a clause with its own
     * (<em>While Lund pressed for …, the Council …</em>).
     */
    private static boolean isOfOtherClause(String text, Span cue, Span source, Span sentence) {
        if (source.start() >= cue.end()) {
            String between = text.substring(cue.end(), source.start());
            boolean gerund = cue.in(text).split(" ", 2)[0].endsWith("ing");
            return between.equals(" that ")
                    || !gerund
                            && between.contains(", ")
                            && CLAUSE.matcher(text.substring(sentence.start(), cue.start()))
                                    .lookingAt();
        }
        // "When he was seven, boys … while demanding": the fronted clause's subject is not the main one's
        int comma = text.indexOf(", ", source.end());
        boolean fronted = CLAUSE.matcher(sentence.in(text)).lookingAt()
                && comma > source.end() + 1
                && comma < cue.start()
                && cue.in(text).split(" ", 2)[0].endsWith("ing");
        return fronted
                || source.end() + 1 == cue.start()
                        && Character.isUpperCase(text.charAt(source.start()))
                        && OBJECT.matcher(text.substring(sentence.start(), source.start()))
                                .find()
                || text.startsWith(", ", source.end())
                        && source.end() + 2 == cue.start()
                        && AGENT.matcher(text.substring(sentence.start(), source.start()))
                                .find();
    }

    /** "X vetoed a draft resolution calling for …": what the draft calls for is not what X said of it. */
    private static boolean isOfDraft(String text, Span cue, Span source) {
        return source.end() < cue.start()
                && DRAFT.matcher(text.substring(source.end(), cue.start())).find()
                && cue.in(text).split(" ", 2)[0].endsWith("ing");
    }

    /**
     * Whether another person's name stands right before the cue, or opens the cue's clause with an apposition between commas, behind
     * the source: then the cue is that person's, or nobody's for sure.
     */
    private boolean hasNearerSubject(String text, Span cue, Span source) {
        // "Torvia said X despite Meridon warning that …"
        boolean gerund = cue.in(text).split(" ", 2)[0].endsWith("ing")
                && reading.names().stream()
                        .map(name -> name.span())
                        .anyMatch(name -> name.start() >= source.end()
                                && name.end() + 1 == cue.start()
                                && !ADJUNCT.matcher(text.substring(source.end(), name.start()))
                                        .find());
        return gerund
                || reading.names().stream()
                        .filter(name ->
                                name.type() == EntityType.PER && name.span().start() >= source.end())
                        .map(name -> name.span())
                        .anyMatch(name -> name.end() + 1 == cue.start()
                                || text.startsWith(". ", name.start() - 2)
                                        && text.startsWith(", ", name.end())
                                        && text.startsWith(", ", cue.start() - 2)
                                        && name.end() + 2 < cue.start());
    }

    /** "Channel 4 broadcast a call from the ministry urging …": whose call it is urges. */
    private static Said withSender(String text, Said said) {
        if (said.source() == null || said.source().end() >= said.cue().start()) {
            return said;
        }
        Matcher within = WITHIN.matcher(said.cue().in(text));
        if (within.matches()) {
            int start = said.cue().start();
            return new Said(
                    new Span(start + within.start(1), start + within.end(1)),
                    new Span(start + within.start(2), said.cue().end()),
                    said.content(),
                    said.confidence());
        }
        if (!GERUND.matcher(said.cue().in(text)).lookingAt()) {
            return said;
        }
        int behind = said.source().end();
        Matcher sender = SENDER.matcher(text.substring(behind, said.cue().start()));
        return sender.find()
                ? new Said(
                        new Span(behind + sender.start(1), behind + sender.end(1)),
                        said.cue(),
                        said.content(),
                        said.confidence())
                : said;
    }

    /** "said Sens. Ana Lund": the source with the name behind a title's point that it was cut at. */
    private Optional<Span> titled(String text, @Nullable Span source) {
        if (source == null || !TITLE.matcher(source.in(text)).find() || !text.startsWith(". ", source.end())) {
            return Optional.empty();
        }
        return reading.names().stream()
                .map(name -> name.span())
                .filter(name -> name.start() == source.end() + 2)
                .map(name -> new Span(source.start(), name.end()))
                .findFirst();
    }

    /** A source that is only the end of a bracketed acronym reaches back to the name before it; one without any name or noun is none. */
    private Said withWholeSource(Article article, Said said) {
        Optional<Span> abbreviated = titled(article.text(), said.source());
        if (abbreviated.isPresent()) {
            return new Said(abbreviated.get(), said.cue(), said.content(), said.confidence());
        }
        if (said.source() == null
                || !NO_NOUN.matcher(said.source().in(article.text())).matches()) {
            return said;
        }
        int end = said.source().end();
        int bracket = article.text().charAt(end - 1) == ')' ? article.text().lastIndexOf('(', end) : -1;
        Span whole = reading.names().stream()
                .filter(name -> name.span().end() + 1 == bracket)
                .map(name -> new Span(name.span().start(), end))
                .findFirst()
                .orElse(null);
        return new Said(whole, said.cue(), said.content(), said.confidence());
    }

    /**
     * Content that opens with a finite verb begins with that verb's subject, where a person's name stands between the cue and the verb:
     * <em>Lund said [Dace had told him that …]</em>. Without it the source would have said what is Dace's.
     */
    private Said withSubject(String text, Said said) {
        if (said.content().isEmpty()) {
            return said;
        }
        Span first = said.content().get(0);
        int from = said.cue().end();
        boolean lacks = first.start() > from
                && FINITE.matcher(text).region(first.start(), first.end()).lookingAt()
                && (said.source() == null || said.source().end() <= from)
                && reading.names().stream()
                        .anyMatch(name -> name.type() == EntityType.PER
                                && name.span().start() >= from
                                && name.span().end() <= first.start());
        if (!lacks || text.substring(from, first.start()).indexOf('"') >= 0) {
            return said;
        }
        List<Span> content = new ArrayList<>(said.content());
        content.set(0, new Span(from + 1, first.end()));
        return new Said(said.source(), said.cue(), content, said.confidence());
    }

    /** What the rules see too, source and cue, is at least as likely right as wrong. */
    private static Said confirmed(Said said, List<Attribution> ruled) {
        boolean agreed = said.source() != null
                && ruled.stream()
                        .anyMatch(rule -> rule.source().contains(said.source())
                                && rule.voiced()
                                && rule.cue().stream().anyMatch(said.cue()::overlaps));
        return agreed ? new Said(said.source(), said.cue(), said.content(), Math.max(said.confidence(), AGREED)) : said;
    }

    /**
     * Content that no quotation marks tie to the cue stands in the cue's sentence, and its parts are held apart by nothing but
     * the cue and the source.
     */
    private static Said withOwnContent(
            Article article,
            Said said,
            Span sentence,
            List<TaggedSentence> sentences,
            Map<Block, List<Quotation>> quotations) {
        if (said.content().size() == 1) {
            return said;
        }
        List<Span> near = new ArrayList<>(List.of(said.cue()));
        if (said.source() != null) {
            near.add(said.source());
        }
        Span main = said.content().stream()
                .min(Comparator.comparingInt((Span span) -> wordsBetween(article.text(), said.cue(), span))
                        .thenComparing(Comparator.comparingInt(Span::length).reversed()))
                .orElseThrow();
        near.add(main);
        List<Span> kept = new ArrayList<>(List.of(main));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Span span : said.content()) {
                if (!kept.contains(span)
                        && (isTied(article, span, said.cue(), sentences, quotations)
                                || sentence.contains(span)
                                        && near.stream()
                                                .anyMatch(part ->
                                                        wordsBetween(article.text(), part, span) <= LONGEST_GAP))) {
                    kept.add(span);
                    near.add(span);
                    grown = true;
                }
            }
        }
        kept.sort(Comparator.naturalOrder());
        return new Said(said.source(), said.cue(), kept, said.confidence());
    }

    /** The quotations of the block in which a span begins. */
    private static List<Quotation> quotationsAt(Article article, Span span, Map<Block, List<Quotation>> quotations) {
        return article.blockAt(span.start())
                .map(block -> quotations.getOrDefault(block, List.of()))
                .orElse(List.of());
    }

    private static boolean isQuoted(Article article, Span span, Map<Block, List<Quotation>> quotations) {
        return quotationsAt(article, span, quotations).stream()
                .anyMatch(quotation -> quotation.span().start() < span.end()
                        && span.start() < quotation.span().end());
    }

    /**
     * Whether a quotation ties {@code span} to the cue: one of the cue's paragraph, one left open, or one that opens its paragraph
     * and stands alone in its sentence; another there has a speaker, or a heading, of its own.
     */
    private static boolean isTied(
            Article article,
            Span span,
            Span cue,
            List<TaggedSentence> sentences,
            Map<Block, List<Quotation>> quotations) {
        Optional<Block> block = article.blockAt(span.start());
        if (block.isEmpty() || block.equals(article.blockAt(cue.start()))) {
            return isQuoted(article, span, quotations);
        }
        return quotationsAt(article, span, quotations).stream()
                .filter(quotation -> quotation.span().overlaps(span))
                .anyMatch(quotation -> !quotation.closed() || standsAlone(quotation.span(), block.get(), sentences));
    }

    private static boolean standsAlone(Span quoted, Block block, List<TaggedSentence> sentences) {
        Span last = sentenceOf(new Span(quoted.end() - 1, quoted.end()), sentences);
        return quoted.start() == block.span().start() && last.end() <= quoted.end();
    }

    private static int wordsBetween(String text, Span a, Span b) {
        int from = Math.min(a.end(), b.end());
        int to = Math.max(a.start(), b.start());
        return from >= to ? 0 : WORD.split(text.substring(from, to), -1).length - 1;
    }

    /**
     * Adds what, by the rules, somebody voiced: where it shares no cue and no content with what was learned; where it stands, source and
     * all, within a content, whose words are then another's; and where a learned content runs on into the next thing that the same
     * source did (<em>…, accusing X of …</em>), which is cut there. In order of text.
     */
    private static List<Attribution> withMissed(Article article, List<Attribution> learned, List<Attribution> ruled) {
        List<Attribution> all = new ArrayList<>(learned);
        List<Span> cues = merged(learned.stream().flatMap(a -> a.cue().stream()));
        List<Span> covered =
                merged(learned.stream().flatMap(a -> Stream.concat(a.cue().stream(), a.content().stream())));
        for (Attribution rule : ruled) {
            if (!rule.voiced() || rule.cue().isEmpty() && !free(rule.content(), covered)) {
                continue;
            }
            if (free(rule.cue(), covered) && free(rule.content(), covered)) {
                all.add(rule);
            } else if (!rule.source().isEmpty() && free(rule.cue(), cues)) {
                int holder = holder(all, rule);
                if (holder >= 0 && isWithin(rule, all.get(holder))) {
                    all.add(rule);
                } else if (holder >= 0 && goesOn(article, all.get(holder), rule)) {
                    all.set(holder, upTo(all.get(holder), rule.cue().get(0).start()));
                    all.add(rule);
                }
            }
        }
        all.sort(Comparator.comparing(
                (Attribution attribution) -> attribution.cue().isEmpty()
                        ? attribution.content().get(0)
                        : attribution.cue().get(0)));
        return all;
    }

    /** The attribution in whose content the cue stands, -1 for none. */
    private static int holder(List<Attribution> all, Attribution rule) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).content().stream()
                    .anyMatch(span -> span.contains(rule.cue().get(0)))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isWithin(Attribution inner, Attribution outer) {
        return Stream.of(inner.source(), inner.cue(), inner.content())
                .flatMap(List::stream)
                .allMatch(span -> outer.content().stream().anyMatch(content -> content.contains(span)));
    }

    /** Whether the rule's cue is a participle behind a comma that has the outer attribution's source. */
    private static boolean goesOn(Article article, Attribution outer, Attribution rule) {
        String text = article.text();
        int cue = rule.cue().get(0).start();
        String first = WORD.split(rule.cue().get(0).in(text), 2)[0];
        return rule.source().equals(outer.source())
                && first.endsWith("ing")
                && cue >= 2
                && text.startsWith(", ", cue - 2)
                && outer.content().stream()
                        .anyMatch(span -> span.contains(new Span(cue - 2, cue - 1)) && span.start() < cue - 2)
                && rule.content().stream().allMatch(span -> span.start() > cue);
    }

    private static Attribution upTo(Attribution a, int end) {
        List<Span> content = a.content().stream()
                .filter(span -> span.start() < end - 2)
                .map(span -> span.end() < end ? span : new Span(span.start(), end - 2))
                .toList();
        return new Attribution(a.source(), a.cue(), content, a.quote(), a.voiced(), a.confidence());
    }

    /** What the spans cover, in order of text, without overlap. */
    private static List<Span> merged(Stream<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.sorted().toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).end() >= span.start()) {
                merged.set(
                        last,
                        new Span(
                                merged.get(last).start(),
                                Math.max(merged.get(last).end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static boolean free(List<Span> spans, List<Span> covered) {
        for (Span span : spans) {
            int at = Bisection.first(covered.size(), i -> covered.get(i).end() > span.start());
            if (at < covered.size() && covered.get(at).start() < span.end()) {
                return false;
            }
        }
        return true;
    }

    private Attribution attribution(Article article, Said said, Map<Block, List<Quotation>> quotations) {
        List<Span> content = new ArrayList<>();
        int letters = 0;
        int quoted = 0;
        for (Span span : said.content()) {
            List<Quotation> near = quotationsAt(article, span, quotations);
            content.add(withMarks(span, near));
            for (int i = span.start(); i < span.end(); i++) {
                if (Character.isLetterOrDigit(article.text().charAt(i))) {
                    letters++;
                    int at = i;
                    quoted +=
                            near.stream().anyMatch(quotation -> quotation.span().contains(at)) ? 1 : 0;
                }
            }
        }
        QuoteType quote = quoted == 0 ? QuoteType.INDIRECT : quoted == letters ? QuoteType.DIRECT : QuoteType.MIXED;
        Optional<CueLexicon.Cue> cue = lexicon.lookup(said.cue().in(article.text()));
        // What is quoted was voiced, whatever the cue; of a cue that the lexicon does not know nothing else tells it.
        boolean voiced = cue.map(CueLexicon.Cue::voiced).orElse(quote != QuoteType.INDIRECT);
        // reportedly and its like say that nobody is named
        boolean hedge =
                cue.map(c -> c.wordClass() == CueLexicon.WordClass.ADVERB).orElse(false)
                        && !WORD.matcher(said.cue().in(article.text())).find();
        return new Attribution(
                said.source() == null || hedge ? List.of() : List.of(said.source()),
                List.of(said.cue()),
                content,
                quote,
                voiced,
                said.confidence());
    }

    /** The span with the marks of a quotation that it holds but for one of them. */
    private static Span withMarks(Span span, List<Quotation> quotations) {
        int start = span.start();
        int end = span.end();
        for (Quotation quotation : quotations) {
            Span whole = quotation.span();
            if (whole.start() + 1 == start && whole.end() >= end - 1) {
                start = whole.start();
            }
            if (quotation.closed() && whole.end() - 1 == end && whole.start() <= start + 1) {
                end = whole.end();
            }
        }
        return new Span(start, end);
    }
}
