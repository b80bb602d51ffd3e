package org.rashomon.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.Imprint;
import org.rashomon.model.Place;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Run;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Factuality;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.claims.Stance;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Comparison;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentType;

/**
 * A dossier of as many invented articles as asked for, made without reading any: each five tell of one strike, with accusations and denials
 * by its sides. To see what pages of many articles cost: {@code java -Xmx1g … org.rashomon.export.ManyArticles 10000 DIR}.
 */
final class ManyArticles {
    private static final int EACH = 5;
    private static final List<Actor> SIDES =
            List.of(side("VD", "Veldora"), side("KS", "Kestria"), side("TV", "Torva"), side("MD", "Meridia"));
    private static final LocalDate FIRST = LocalDate.of(2031, 1, 1);

    private final Random random = new Random(7);
    private final List<ArticleAnalysis> analyses = new ArrayList<>();
    private final List<Story> stories = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final List<ClaimRelation> relations = new ArrayList<>();
    private final Map<String, String> storyOf = new HashMap<>();
    private final Map<String, String> incidentOf = new HashMap<>();

    private ManyArticles() {}

    private static Actor side(String code, String name) {
        return new Actor("gov:" + code, name, ActorType.GOVERNMENT, List.of(), code, null);
    }

    static Dossier dossier(int articles) {
        ManyArticles many = new ManyArticles();
        for (int i = 0; i < articles; i += EACH) {
            many.strike(i / EACH, Math.min(EACH, articles - i));
        }
        Comparison comparison = new Comparison(
                many.analyses,
                many.stories,
                many.incidents,
                List.of(),
                many.relations,
                List.of(),
                List.of(),
                many.storyOf,
                many.incidentOf,
                Map.of(),
                Map.of());
        return new Dossier(new Run("0-test", "hand", Map.of()), comparison, List.of());
    }

    private void strike(int number, int articles) {
        String town = "Harn" + number;
        LocalDate day = FIRST.plusDays(random.nextInt(1400));
        List<String> ids = new ArrayList<>();
        List<Incident.Account> accounts = new ArrayList<>();
        List<IncidentMention> mentions = new ArrayList<>();
        Claim accusation = null;
        Actor blamed = SIDES.get(number % SIDES.size());
        Actor accuser = SIDES.get((number + 1) % SIDES.size());
        for (int i = 0; i < articles; i++) {
            String id = "n" + number + "-" + i;
            Text text = new Text(id);
            text.paragraph("Jets hit the market of " + town + " on a morning of this week and killed people there.");
            mentions.add(mention(id, new Span(0, 4)));
            Claim said = text.claim(
                    accuser, Act.ACCUSE, blamed.name() + " bombed the market of " + town + " in a raid " + i, blamed);
            accounts.add(account(said, blamed));
            Claim denial = text.claim(blamed, Act.DENY, "no jet of ours flew over " + town + " at hour " + i, blamed);
            incidentOf.put(said.id(), "incident-" + number);
            incidentOf.put(denial.id(), "incident-" + number);
            accusation = accusation == null ? said : accusation;
            relations.add(new ClaimRelation(
                    accusation.id(),
                    denial.id(),
                    ClaimRelation.Kind.DENIES,
                    ClaimRelation.Slot.ACTOR,
                    accusation.attribution().content().get(0),
                    denial.attribution().content().get(0),
                    "incident-" + number,
                    null,
                    "One denies what the other says.",
                    0.9));
            for (int more = 0; more < 6; more++) {
                text.claim(
                        SIDES.get(random.nextInt(SIDES.size())),
                        Act.ASSERT,
                        "the road of " + town + " was closed for " + random.nextInt(90) + " hours, "
                                + "and nobody could tell why ".repeat(6),
                        blamed);
            }
            ids.add(id);
            storyOf.put(id, "story-" + number);
            analyses.add(text.done("Outlet " + random.nextInt(40), day.plusDays(i)));
        }
        TimeInterval time = TimeInterval.day(day);
        String label = "Air strike on a market, " + town;
        stories.add(new Story("story-" + number, label, ids, time, List.of()));
        incidents.add(new Incident(
                "incident-" + number,
                IncidentType.AIR_STRIKE,
                label,
                time,
                new Place(town, null, "VD", null, null, null, Place.Precision.CITY),
                List.of("market"),
                null,
                accounts,
                mentions,
                List.of(),
                "story-" + number));
    }

    private static Incident.Account account(Claim claim, Actor doer) {
        return new Incident.Account(
                claim.speaker().label(),
                claim.id(),
                claim.article(),
                doer,
                null,
                claim.attribution().content().get(0));
    }

    private static IncidentMention mention(String article, Span span) {
        return new IncidentMention(
                article,
                span,
                0,
                IncidentType.AIR_STRIKE,
                "strike",
                IncidentMention.Telling.TELLS,
                IncidentMention.Opening.BARE,
                false,
                null,
                null,
                List.of(),
                null,
                null,
                0,
                List.of(),
                null,
                null);
    }

    /** An article while it grows. */
    private static final class Text {
        private final String id;
        private final StringBuilder words = new StringBuilder();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Sentence> sentences = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();

        Text(String id) {
            this.id = id;
        }

        int paragraph(String paragraph) {
            if (words.length() > 0) {
                words.append("\n\n");
            }
            int start = words.length();
            words.append(paragraph);
            Span span = new Span(start, words.length());
            blocks.add(new Block(span, BlockRole.BODY));
            sentences.add(new Sentence(span, blocks.size() - 1));
            return start;
        }

        Claim claim(Actor speaker, Act act, String content, Actor target) {
            int start = paragraph(speaker.name() + " said: " + content.strip() + ".");
            int from = start + speaker.name().length() + 7;
            Attribution attribution = new Attribution(
                    List.of(new Span(start, start + speaker.name().length())),
                    List.of(new Span(start + speaker.name().length() + 1, from - 2)),
                    List.of(new Span(from, from + content.strip().length())),
                    Attribution.QuoteType.INDIRECT,
                    true,
                    0.9);
            List<Actor> targets = act == Act.ASSERT ? List.of() : List.of(target);
            Claim claim = new Claim(
                    "c-" + id + "-" + claims.size(),
                    id,
                    attribution,
                    new Speaker(SpeakerStatus.NAMED, speaker, speaker.name(), null),
                    List.of(),
                    act,
                    targets,
                    targets.stream().map(Actor::name).toList(),
                    Stance.of(act, targets, targets.stream().map(Actor::name).toList()),
                    null,
                    Factuality.CERTAIN,
                    null);
            claims.add(claim);
            return claim;
        }

        ArticleAnalysis done(String outlet, LocalDate day) {
            Article article = new Article(
                    id,
                    id + ".txt",
                    Imprint.builder()
                            .outlet(outlet, Imprint.Origin.GIVEN)
                            .title("Raid, as told in " + id)
                            .published(new PublicationDate(day, null, Imprint.Origin.GIVEN))
                            .language("en")
                            .build(),
                    words.toString(),
                    blocks,
                    List.of(),
                    "");
            return new ArticleAnalysis(
                    article, sentences, List.of(), List.of(), List.of(), claims, List.of(), List.of(), List.of(),
                    List.of());
        }
    }

    public static void main(String[] args) throws IOException {
        Dossier dossier = dossier(Integer.parseInt(args[0]));
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long start = System.nanoTime();
        new DossierPage().write(dossier, Files.createDirectories(Path.of(args[1])));
        System.out.printf(
                "%d articles, %d MB before the pages, %d s%n",
                dossier.analyses().size(), before >> 20, (System.nanoTime() - start) / 1_000_000_000L);
    }
}
