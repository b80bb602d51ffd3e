package org.rashomon.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Imprint;
import org.rashomon.model.Mention;
import org.rashomon.model.Place;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Rejected;
import org.rashomon.model.Run;
import org.rashomon.model.Sentence;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.TimePrecision;
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
import org.rashomon.model.dossier.Lineage;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.model.events.IncidentType;
import org.rashomon.model.events.Obligation;
import org.rashomon.model.events.Participation;
import org.rashomon.text.Hashes;

/**
 * A dossier made by hand about an event that never was: a strike on a clinic in Tarnak, in the land of Velmora. It holds
 * whatever the exports must get right: rival doers, denials that answer and denials that do not, an agreement, figures with
 * open ends, lineage, omissions, nested and crossing claims, furniture, hostile titles, emoji, combining marks, right-to-left
 * text.
 */
final class SampleDossier {
    static final Actor VELMORA = actor("gov:VV", "Velmora", ActorType.GOVERNMENT, "VV");
    static final Actor ORSK = actor("gov:OO", "Orsk", ActorType.GOVERNMENT, "OO");
    static final Actor FRONT = actor("group:dawn-front", "Dawn Front", ActorType.ARMED_GROUP, "VV");
    static final Actor ILVA = actor("person:ilva-torn", "Ilva Torn", ActorType.PERSON, "OO");
    static final Actor WATCH = actor("org:field-watch", "Field Watch", ActorType.ORGANISATION, null);

    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, String> incidentOf = new HashMap<>();
    private final Map<String, String> agreementOf = new HashMap<>();
    private final Map<String, String> incidentOfFigure = new HashMap<>();

    private static final class Draft {
        final Article article;
        final List<Claim> claims = new ArrayList<>();
        final List<Figure> figures = new ArrayList<>();
        final List<Mention> mentions = new ArrayList<>();
        final List<Sentence> sentences = new ArrayList<>();

        Draft(Article article) {
            this.article = article;
        }
    }

    static Dossier dossier() {
        return new SampleDossier().make();
    }

    private static Actor actor(String id, String name, ActorType type, @Nullable String country) {
        return new Actor(id, name, type, List.of(), country, null);
    }

    private Dossier make() {
        article(
                "herald",
                "Velmora Herald",
                "Clinic in Tarnak hit; Orsk blames Velmora",
                day(12),
                "en",
                "BODY:Ilva Torn said on Tuesday that Velmora's jets bombed the clinic in Tarnak, \"killing at least 14 people\" 🚑🚑 in the e\u0301lan of one night.",
                "BODY:A clinic in Tarnak was bombed on Monday. She added that Field Watch said Velmora had struck the clinic twice.",
                "CAPTION:The ward after the strike 🏥",
                "FURNITURE:Share this \uD83D\uDD17 Menu Home");
        article(
                "state",
                "Velmora State Radio",
                "<script>alert('Velmora')</script> denies & \"rejects\"",
                day(13),
                "en",
                "BODY:An officer who gave no name said that no Velmoran jet flew over Tarnak. The Dawn Front shelled the clinic itself, Velmora said.",
                "UPDATE:Velmora denied that it had ever used gas. Up to 30 fighters died, it was said.",
                "BODY:Under the River Truce of 2 May, Velmora must open the road, and the Dawn Front may not cross the river. Velmora accused the Dawn Front of breaking the truce.");
        article(
                "wire",
                null,
                null,
                null,
                null,
                "BODY:He warned that the River Truce was over. Orsk said Velmora broke the truce.",
                "BODY:A clinic in Tarnak was bombed on Monday. Field Watch counted 20 dead.");
        article(
                "rtl",
                "צופה השדה",
                "המרפאה בטרנק הופצצה",
                day(14),
                "he",
                "BODY:ארגון צופה השדה אמר כי 20 בני אדם נהרגו במרפאה 🏥 בטרנק.",
                "BODY:A clinic in Tarnak was bombed on Monday.");
        return compare();
    }

    private Dossier compare() {
        Claim torn = claim(
                "herald",
                "Ilva Torn",
                "said",
                "Velmora's jets bombed the clinic in Tarnak, \"killing at least 14 people\"",
                Act.ACCUSE,
                new Speaker(SpeakerStatus.NAMED, ILVA, "Ilva Torn", "Orsk"),
                List.of(VELMORA),
                TimeInterval.day(day(11)));
        Claim nested = claim(
                "herald",
                "Field Watch",
                "said",
                "Velmora had struck the clinic twice",
                Act.ACCUSE,
                new Speaker(SpeakerStatus.NAMED, WATCH, "Field Watch", null),
                List.of(VELMORA),
                null);
        claim(
                "herald",
                "She",
                "added",
                "Field Watch said Velmora had struck the clinic twice",
                Act.ASSERT,
                new Speaker(SpeakerStatus.RESOLVED, ILVA, "Ilva Torn", "Orsk"),
                List.of(),
                null);
        Claim officer = claim(
                "state",
                "An officer who gave no name",
                "said",
                "no Velmoran jet flew over Tarnak",
                Act.DENY,
                new Speaker(SpeakerStatus.UNNAMED, null, "An officer who gave no name", "Velmora"),
                List.of(VELMORA),
                null);
        Claim counter = claim(
                "state",
                "Velmora",
                "said",
                "The Dawn Front shelled the clinic itself",
                Act.ACCUSE,
                new Speaker(SpeakerStatus.NAMED, VELMORA, "Velmora", null),
                List.of(FRONT),
                null);
        Claim gas = claim(
                "state",
                "Velmora",
                "denied",
                "it had ever used gas",
                Act.DENY,
                new Speaker(SpeakerStatus.NAMED, VELMORA, "Velmora", null),
                List.of(VELMORA),
                null);
        Claim broke = claim(
                "state",
                "Velmora",
                "accused",
                "the Dawn Front of breaking the truce",
                Act.ACCUSE,
                new Speaker(SpeakerStatus.NAMED, VELMORA, "Velmora", null),
                List.of(FRONT),
                null);
        Claim over = claim(
                "wire",
                "He",
                "warned",
                "the River Truce was over",
                Act.THREATEN,
                new Speaker(SpeakerStatus.UNRESOLVED, null, "He", null),
                List.of(),
                null);
        Claim orsk = claim(
                "wire",
                "Orsk",
                "said",
                "Velmora broke the truce",
                Act.ACCUSE,
                new Speaker(SpeakerStatus.NAMED, ORSK, "Orsk", null),
                List.of(VELMORA),
                null);
        Claim count = claim(
                "wire",
                "Field Watch",
                "counted",
                "20 dead",
                Act.ASSERT,
                new Speaker(SpeakerStatus.NAMED, WATCH, "Field Watch", null),
                List.of(),
                null);
        Claim hebrew = claim(
                "rtl",
                "ארגון צופה השדה",
                "אמר",
                "20 בני אדם נהרגו במרפאה 🏥 בטרנק",
                Act.ASSERT,
                new Speaker(SpeakerStatus.NAMED, WATCH, "Field Watch", null),
                List.of(),
                null);

        Figure fourteen = figure("herald", "at least 14 people", 14L, null, torn);
        figure("state", "Up to 30 fighters", null, 30L, null);
        Figure twenty = figure("wire", "20 dead", 20L, 20L, count);
        String story = "story-1";
        Incident strike = strike(story, torn, nested, officer, counter, List.of(fourteen.id(), twenty.id()));
        Incident shelling = new Incident(
                "incident-2",
                IncidentType.SHELLING,
                "Shelling, place not stated",
                null,
                null,
                List.of(),
                null,
                List.of(new Incident.Account("wire", null, "wire", null, null, span("wire", "bombed on Monday"))),
                List.of(mention("wire", "bombed on Monday", IncidentType.SHELLING)),
                List.of(),
                story);
        for (Claim claim : List.of(torn, nested, officer, counter)) {
            incidentOf.put(claim.id(), strike.id());
        }
        incidentOfFigure.put(fourteen.id(), strike.id());
        incidentOfFigure.put(twenty.id(), strike.id());
        Agreement truce = truce(story, broke, orsk, over);
        for (Claim claim : List.of(broke, orsk, over)) {
            agreementOf.put(claim.id(), truce.id());
        }
        draft("herald").mentions.add(new Mention(span("herald", "Ilva Torn"), EntityType.PER, ILVA, Mention.How.NAME));
        draft("rtl")
                .mentions
                .add(new Mention(span("rtl", "ארגון צופה השדה"), EntityType.ORG, WATCH, Mention.How.ALIAS));
        List<ClaimRelation> relations = List.of(
                relation(
                        torn,
                        officer,
                        ClaimRelation.Kind.DENIES,
                        ClaimRelation.Slot.ACTOR,
                        strike.id(),
                        null,
                        "The officer says that no jet of Velmora was there, which Ilva Torn says bombed the clinic."),
                relation(
                        nested,
                        officer,
                        ClaimRelation.Kind.DENIES,
                        ClaimRelation.Slot.ACTOR,
                        strike.id(),
                        null,
                        "The officer says that no jet of Velmora was there."),
                relation(
                        torn,
                        counter,
                        ClaimRelation.Kind.COUNTER_ATTRIBUTES,
                        ClaimRelation.Slot.ACTOR,
                        strike.id(),
                        null,
                        "Ilva Torn blames Velmora, Velmora blames the Dawn Front."),
                relation(
                        count,
                        hebrew,
                        ClaimRelation.Kind.RESTATES,
                        ClaimRelation.Slot.FIGURE,
                        null,
                        null,
                        "Field Watch counts twenty in both."),
                relation(
                        torn,
                        count,
                        ClaimRelation.Kind.FIGURE_COMPATIBLE,
                        ClaimRelation.Slot.FIGURE,
                        strike.id(),
                        null,
                        "At least 14 and 20 can both be true."),
                relation(
                        gas,
                        over,
                        ClaimRelation.Kind.UNDETERMINED,
                        ClaimRelation.Slot.OCCURRENCE,
                        null,
                        null,
                        "Nothing ties the two."));
        Lineage lineage = new Lineage(
                "herald",
                "rtl",
                Lineage.Kind.VERBATIM,
                0.42,
                List.of(new Lineage.Passage(
                        span("herald", "A clinic in Tarnak was bombed on Monday"),
                        span("rtl", "A clinic in Tarnak was bombed on Monday"))));
        List<Omission> omissions = List.of(new Omission(
                "Velmora Herald", "herald", officer.id(), null, List.of("Velmora State Radio"), 2, false, 1));
        Map<String, String> storyOf = new HashMap<>();
        drafts.keySet().forEach(id -> storyOf.put(id, story));
        Comparison comparison = new Comparison(
                drafts.values().stream().map(SampleDossier::analysis).toList(),
                List.of(new Story(
                        story,
                        "The clinic in Tarnak",
                        List.of("herald", "state", "rtl", "wire"),
                        new TimeInterval(day(12), day(14), TimePrecision.RANGE),
                        List.of("Velmora Herald", "Velmora State Radio", "צופה השדה"))),
                List.of(strike, shelling),
                List.of(truce),
                relations,
                List.of(lineage),
                omissions,
                storyOf,
                incidentOf,
                agreementOf,
                incidentOfFigure);
        return new Dossier(
                new Run("0-test", "hand", Map.of()), comparison, List.of(new Rejected("photo-only.html", "no text")));
    }

    private Incident strike(
            String story, Claim torn, Claim nested, Claim officer, Claim counter, List<String> figures) {
        return new Incident(
                "incident-1",
                IncidentType.AIR_STRIKE,
                "Air strike on a clinic, Tarnak",
                TimeInterval.day(day(10)),
                new Place("Tarnak", "Velmora", "VV", 10.5, 20.25, null, Place.Precision.CITY),
                List.of("clinic"),
                "jets",
                List.of(
                        account(torn, VELMORA),
                        account(nested, VELMORA),
                        account(officer, VELMORA),
                        account(counter, FRONT),
                        new Incident.Account(
                                "Velmora Herald", null, "herald", null, null, span("herald", "bombed on Monday")),
                        new Incident.Account("rtl", null, "rtl", null, null, span("rtl", "bombed on Monday"))),
                List.of(
                        mention("herald", "bombed on Monday", IncidentType.AIR_STRIKE),
                        mention("rtl", "bombed on Monday", IncidentType.AIR_STRIKE),
                        mention("state", "shelled the clinic", IncidentType.AIR_STRIKE)),
                figures,
                story);
    }

    private Agreement truce(String story, Claim broke, Claim orsk, Claim over) {
        return new Agreement(
                "agreement-1",
                List.of("River Truce of 2 May", "the truce"),
                AgreementMention.Kind.CEASEFIRE,
                AgreementMention.Form.UNCLEAR,
                TimeInterval.day(LocalDate.of(2031, 5, 2)),
                null,
                List.of(
                        new Participation(
                                "Velmora",
                                Participation.Role.PARTY,
                                "state",
                                span("state", "Velmora must open the road")),
                        new Participation(
                                "Dawn Front",
                                Participation.Role.EXCLUDED,
                                "state",
                                span("state", "the Dawn Front may not cross the river"))),
                List.of(
                        new Obligation(
                                "obligation-1",
                                "Velmora",
                                Obligation.Deontic.MUST,
                                "open the road",
                                null,
                                null,
                                null,
                                "state",
                                span("state", "Velmora must open the road"),
                                null),
                        new Obligation(
                                "obligation-2",
                                "Dawn Front",
                                Obligation.Deontic.MUST_NOT,
                                "cross the river",
                                null,
                                null,
                                null,
                                "state",
                                span("state", "the Dawn Front may not cross the river"),
                                null)),
                List.of(
                        new Agreement.ViolationClaim(broke.id(), "Velmora", "Dawn Front", null),
                        new Agreement.ViolationClaim(orsk.id(), "Orsk", "Velmora", "obligation-1")),
                List.of(new Agreement.Reply(broke.id(), "Velmora", AgreementStatement.Response.COUNTER_ACCUSATION)),
                List.of(new Agreement.StatusClaim(over.id(), "He", AgreementStatement.Status.ENDED, null)),
                List.of(new AgreementMention(
                        "state",
                        span("state", "River Truce of 2 May"),
                        0,
                        "River Truce of 2 May",
                        AgreementMention.Kind.CEASEFIRE,
                        AgreementMention.Form.UNCLEAR,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null)),
                story);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2031, 5, day);
    }

    private void article(
            String id,
            @Nullable String outlet,
            @Nullable String title,
            @Nullable LocalDate published,
            @Nullable String language,
            String... paragraphs) {
        StringBuilder text = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        for (String paragraph : paragraphs) {
            int colon = paragraph.indexOf(':');
            if (text.length() > 0) {
                text.append("\n\n");
            }
            int start = text.length();
            text.append(paragraph, colon + 1, paragraph.length());
            boolean update = paragraph.startsWith("UPDATE");
            blocks.add(new Block(
                    new Span(start, text.length()),
                    update ? BlockRole.BODY : BlockRole.valueOf(paragraph.substring(0, colon)),
                    update ? Set.of(Block.Mark.EMBEDDED) : Set.of(),
                    update ? new PublicationDate(day(7), null, Imprint.Origin.META) : null));
        }
        Draft draft = new Draft(new Article(
                id,
                id + " file.txt",
                Imprint.builder()
                        .outlet(outlet, Imprint.Origin.GIVEN)
                        .title(title)
                        .published(published == null ? null : new PublicationDate(published, null, Imprint.Origin.META))
                        .language(language)
                        .build(),
                text.toString(),
                blocks,
                List.of(),
                Hashes.sha256(text.toString())));
        for (int i = 0; i < blocks.size(); i++) {
            draft.sentences.add(new Sentence(blocks.get(i).span(), i));
        }
        drafts.put(id, draft);
    }

    private Draft draft(String article) {
        return Objects.requireNonNull(drafts.get(article));
    }

    private Span span(String article, String words) {
        int at = draft(article).article.text().indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException(article + " lacks \"" + words + "\"");
        }
        return new Span(at, at + words.length());
    }

    private Claim claim(
            String article,
            String source,
            String cue,
            String content,
            Act act,
            Speaker speaker,
            List<Actor> targets,
            @Nullable TimeInterval said) {
        Attribution attribution = new Attribution(
                List.of(span(article, source)),
                List.of(span(article, cue)),
                List.of(span(article, content)),
                Attribution.QuoteType.INDIRECT,
                true,
                0.9);
        Claim claim = new Claim(
                Hashes.id("claim", article, attribution),
                article,
                attribution,
                speaker,
                List.of(),
                act,
                targets,
                targets.stream().map(Actor::name).toList(),
                Stance.of(act, targets, targets.stream().map(Actor::name).toList()),
                null,
                Factuality.CERTAIN,
                said);
        draft(article).claims.add(claim);
        return claim;
    }

    private Figure figure(
            String article, String words, @Nullable Long low, @Nullable Long high, @Nullable Claim claim) {
        Figure figure = new Figure(
                Hashes.id("figure", article, words),
                article,
                span(article, words),
                low,
                high,
                false,
                false,
                Figure.Unit.KILLED,
                Figure.PersonClass.UNKNOWN,
                null,
                false,
                null,
                null,
                claim == null ? null : claim.id());
        draft(article).figures.add(figure);
        return figure;
    }

    private IncidentMention mention(String article, String words, IncidentType type) {
        return new IncidentMention(
                article,
                span(article, words),
                0,
                type,
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

    private static Incident.Account account(Claim claim, @Nullable Actor doer) {
        return new Incident.Account(
                claim.speaker().label(),
                claim.id(),
                claim.article(),
                doer,
                null,
                claim.attribution().content().get(0));
    }

    private static ClaimRelation relation(
            Claim a,
            Claim b,
            ClaimRelation.Kind kind,
            ClaimRelation.Slot slot,
            @Nullable String incident,
            @Nullable String agreement,
            String reason) {
        return new ClaimRelation(
                a.id(),
                b.id(),
                kind,
                slot,
                a.attribution().content().get(0),
                b.attribution().content().get(0),
                incident,
                agreement,
                reason,
                0.8);
    }

    private static ArticleAnalysis analysis(Draft draft) {
        return new ArticleAnalysis(
                draft.article,
                draft.sentences,
                draft.mentions,
                List.of(),
                List.of(),
                draft.claims.stream()
                        .sorted((a, b) -> a.extent().compareTo(b.extent()))
                        .toList(),
                draft.figures,
                List.of(),
                List.of(),
                List.of());
    }
}
