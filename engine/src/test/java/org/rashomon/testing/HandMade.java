package org.rashomon.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rashomon.annotate.syntax.SentenceTagger;
import org.rashomon.annotate.syntax.TaggedSentence;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Imprint;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Attribution.QuoteType;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Factuality;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.claims.Stance;
import org.rashomon.nlp.PosTagger;
import org.rashomon.text.Hashes;
import org.rashomon.text.SentenceSplitter;

/** Articles about an invented war, with mentions, times and claims noted by hand, so that each step is tested alone. */
public final class HandMade {
    private static final SentenceTagger TAGGER = new SentenceTagger(PosTagger.load());
    public static final Actor TARVIA = actor("gov:XT", "Tarvia", ActorType.GOVERNMENT);
    public static final Actor OSTREY = actor("gov:XO", "Ostrey", ActorType.GOVERNMENT);
    static final Actor BANNER = actor("group:red-banner", "Red Banner", ActorType.ARMED_GROUP);
    public static final Actor UNION = actor("org:river-union", "River Union", ActorType.ORGANISATION);

    private static final Map<String, Mention> NAMES =
            new TreeMap<>(Comparator.<String>comparingInt(n -> -n.length()).thenComparing(n -> n));
    private static final Map<String, LocalDate> DAYS = Map.of(
            "Monday", LocalDate.of(2031, 5, 5),
            "Tuesday", LocalDate.of(2031, 5, 6),
            "Wednesday", LocalDate.of(2031, 5, 7),
            "Thursday", LocalDate.of(2031, 5, 8),
            "Friday", LocalDate.of(2031, 5, 9),
            "Saturday", LocalDate.of(2031, 5, 3),
            "Sunday", LocalDate.of(2031, 5, 4),
            "March 4", LocalDate.of(2031, 3, 4),
            "9 March", LocalDate.of(2031, 3, 9));

    static {
        for (String place : List.of("Veldin", "Korsk", "Marn", "Lower Orr", "Pellar")) {
            NAMES.put(place, new Mention(new Span(0, 1), EntityType.LOC, null, Mention.How.NAME));
        }
        name("Tarvia", EntityType.LOC, TARVIA);
        name("Tarvian", EntityType.NORP, TARVIA);
        name("Ostrey", EntityType.LOC, OSTREY);
        name("Ostreyan", EntityType.NORP, OSTREY);
        name("Red Banner", EntityType.ORG, BANNER);
        name("River Union", EntityType.ORG, UNION);
    }

    private HandMade() {}

    private static void name(String words, EntityType type, Actor actor) {
        NAMES.put(words, new Mention(new Span(0, 1), type, actor, Mention.How.NAME));
    }

    private static Actor actor(String id, String name, ActorType type) {
        return new Actor(id, name, type, List.of(), null, null);
    }

    /** Paragraphs parted by blank lines; one that begins with {@code #} is a headline. */
    public static Article article(String text) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String paragraph : text.split("\n\n")) {
            int at = text.indexOf(paragraph, start);
            boolean headline = paragraph.startsWith("# ");
            int from = headline ? at + 2 : at;
            blocks.add(
                    new Block(new Span(from, at + paragraph.length()), headline ? BlockRole.HEADLINE : BlockRole.BODY));
            start = at + paragraph.length();
        }
        return new Article(
                "hand",
                "hand.txt",
                Imprint.builder()
                        .outlet("Hand", Imprint.Origin.GIVEN)
                        .language("en")
                        .build(),
                text,
                blocks,
                List.of(),
                Hashes.sha256(text));
    }

    public static List<TaggedSentence> sentences(Article article) {
        return TAGGER.tag(article, new SentenceSplitter().split(article));
    }

    public static List<Mention> mentions(Article article) {
        String text = article.text();
        boolean[] taken = new boolean[text.length()];
        List<Mention> found = new ArrayList<>();
        NAMES.forEach((name, model) -> {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                int end = at + name.length();
                boolean whole = (at == 0 || !Character.isLetter(text.charAt(at - 1)))
                        && (end == text.length() || !Character.isLetter(text.charAt(end)));
                if (whole && !taken[at]) {
                    java.util.Arrays.fill(taken, at, end, true);
                    found.add(new Mention(new Span(at, end), model.type(), model.actor(), model.how()));
                }
            }
        });
        found.sort(Comparator.comparing(Mention::span));
        return found;
    }

    public static List<TimeExpression> times(Article article) {
        List<TimeExpression> found = new ArrayList<>();
        DAYS.forEach((name, day) -> {
            String text = article.text();
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                found.add(new TimeExpression(
                        new Span(at, at + name.length()),
                        TimeExpression.Type.DATE,
                        day.toString(),
                        TimeInterval.day(day),
                        null));
            }
        });
        for (int at = article.text().indexOf("early evening");
                at >= 0;
                at = article.text().indexOf("early evening", at + 1)) {
            found.add(new TimeExpression(new Span(at, at + 13), TimeExpression.Type.TIME, null, null, null));
        }
        found.sort(Comparator.comparing(TimeExpression::span));
        return found;
    }

    /** A claim whose content is the first occurrence of {@code content}. */
    public static Claim claim(Article article, Actor speaker, Act act, String content, Actor... targets) {
        int at = article.text().indexOf(content);
        Attribution attribution = new Attribution(
                List.of(), List.of(), List.of(new Span(at, at + content.length())), QuoteType.INDIRECT, true, 1);
        return new Claim(
                Hashes.id("clm", content, speaker.id()),
                article.id(),
                attribution,
                new Speaker(SpeakerStatus.NAMED, speaker, speaker.name(), null),
                List.of(),
                act,
                List.of(targets),
                List.of(targets).stream().map(Actor::name).toList(),
                Stance.of(
                        act,
                        List.of(targets),
                        List.of(targets).stream().map(Actor::name).toList()),
                null,
                Factuality.CERTAIN,
                null);
    }
}
