package org.rashomon.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.Mention;
import org.rashomon.model.PublicationDate;
import org.rashomon.model.Span;
import org.rashomon.model.TimeInterval;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Stance;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Lineage;
import org.rashomon.model.dossier.Omission;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.Participation;
import org.rashomon.text.CodePoints;

/** The rows of the tables: one method a table, its calls in the order of the columns. */
final class Rows {
    private final DossierIndex index;

    Rows(DossierIndex index) {
        this.index = index;
    }

    /** An actor with all its mentions. */
    record ActorRow(Actor actor, TreeSet<String> aliases, List<Placed> mentions) {
        record Placed(String article, Mention mention) {}
    }

    List<Claim> claims() {
        return index.dossier().analyses().stream()
                .flatMap(analysis -> analysis.claims().stream())
                .toList();
    }

    List<Figure> figures() {
        return index.dossier().analyses().stream()
                .flatMap(analysis -> analysis.figures().stream())
                .toList();
    }

    /** Everybody who is mentioned, speaks or is a target, by id. */
    List<ActorRow> actors() {
        Map<String, ActorRow> rows = new TreeMap<>();
        for (ArticleAnalysis analysis : index.dossier().analyses()) {
            for (Mention mention : analysis.mentions()) {
                if (mention.actor() != null) {
                    row(rows, mention.actor())
                            .mentions()
                            .add(new ActorRow.Placed(analysis.article().id(), mention));
                }
            }
            for (Claim claim : analysis.claims()) {
                Stream.concat(Stream.ofNullable(claim.speaker().actor()), claim.targets().stream())
                        .forEach(actor -> row(rows, actor));
            }
        }
        return List.copyOf(rows.values());
    }

    private static ActorRow row(Map<String, ActorRow> rows, Actor actor) {
        ActorRow row = rows.computeIfAbsent(actor.id(), id -> new ActorRow(actor, new TreeSet<>(), new ArrayList<>()));
        row.aliases().addAll(actor.aliases());
        return row;
    }

    void article(Json json, ArticleAnalysis analysis) {
        Article article = analysis.article();
        CodePoints points = index.points(article.id());
        var published = article.published();
        json.put("id", article.id())
                .put("file", article.file())
                .put("outlet", article.outlet())
                .put(
                        "outletFrom",
                        article.imprint().outletFrom() == null
                                ? null
                                : article.imprint().outletFrom().label())
                .put("byline", article.imprint().byline())
                .strings("authors", article.imprint().authors())
                .put("credit", article.imprint().credit())
                .put("url", article.url())
                .put("title", article.title())
                .put("published", published == null ? null : published.day().toString())
                .put(
                        "publishedTime",
                        published == null || published.time() == null
                                ? null
                                : published.time().toString())
                .put(
                        "publishedFrom",
                        published == null ? null : published.from().label())
                .put("language", article.language())
                .put("reading", analysis.isTextOnly() ? "text" : "claims")
                .put("text", article.text())
                .objects("blocks", article.blocks(), block -> block(json, points, block))
                .strings("notes", article.notes())
                .put("sha256", article.sha256())
                .put("story", index.storyOf(article.id()));
    }

    /** Marks and a time of its own stand only where a block has them: most have neither. */
    private Json block(Json json, CodePoints points, Block block) {
        span(json, points, block.span()).put("role", lower(block.role()));
        if (!block.marks().isEmpty()) {
            json.strings(
                    "marks", block.marks().stream().map(Rows::lower).sorted().toList());
        }
        return block.posted() == null ? json : json.put("posted", text(block.posted()));
    }

    private static String text(PublicationDate date) {
        return date.time() == null ? date.day().toString() : date.time().toString();
    }

    void claim(Json json, Claim claim) {
        CodePoints points = index.points(claim.article());
        json.put("id", claim.id())
                .put("article", claim.article())
                .offsets("source", offsets(points, claim.attribution().source()))
                .offsets("cue", offsets(points, claim.attribution().cue()))
                .offsets("content", offsets(points, claim.attribution().content()))
                .put("quote", lower(claim.attribution().quote()))
                .put("voiced", claim.attribution().voiced())
                .put("confidence", claim.attribution().confidence())
                .object(
                        "speaker",
                        claim.speaker().actor(),
                        actor -> json.put("id", actor.id())
                                .put("name", actor.name())
                                .put("type", actor.type().label()))
                .put("speakerStatus", lower(claim.speaker().status()))
                .put("speakerLabel", claim.speaker().label())
                .put("affiliation", claim.speaker().affiliation())
                .strings("via", claim.via())
                .put("act", claim.act().name())
                .strings("targets", targets(claim))
                .strings("targetIds", claim.targets().stream().map(Actor::id).toList())
                .strings("targetLabels", claim.targetLabels())
                .objects("stances", claim.stances(), stance -> stance(json, points, stance))
                .put("addressee", claim.addressee())
                .put("factuality", lower(claim.factuality()))
                .put("said", interval(claim.said()))
                .put("incident", index.incidentOf(claim.id()))
                .put("agreement", index.agreementOf(claim.id()))
                .put("story", index.storyOf(claim.article()));
    }

    private static void stance(Json json, CodePoints points, Stance stance) {
        json.put("kind", stance.kind().name())
                .put("mode", lower(stance.mode()))
                .strings("names", stance.actors().stream().map(Actor::name).toList())
                .strings("ids", stance.actors().stream().map(Actor::id).toList())
                .strings("labels", stance.labels())
                .offsets("spans", offsets(points, stance.spans()))
                .put("confidence", Math.round(stance.confidence() * 100) / 100.0);
    }

    /** Names of the actors; where none is known, the words of the text. */
    private static List<String> targets(Claim claim) {
        return claim.targets().isEmpty()
                ? claim.targetLabels()
                : claim.targets().stream().map(Actor::name).toList();
    }

    void actor(Json json, ActorRow row) {
        Actor actor = row.actor();
        json.put("id", actor.id())
                .put("name", actor.name())
                .put("type", actor.type().label())
                .strings("aliases", List.copyOf(row.aliases()))
                .put("country", actor.country())
                .put("wikidata", actor.wikidata())
                .objects(
                        "mentions",
                        row.mentions(),
                        placed -> span(
                                        json.put("article", placed.article()),
                                        index.points(placed.article()),
                                        placed.mention().span())
                                .put("how", lower(placed.mention().how())));
    }

    void incident(Json json, Incident incident) {
        var time = incident.time();
        json.put("id", incident.id())
                .put("type", incident.type().label())
                .put("label", incident.label())
                .put("start", time == null ? null : time.start().toString())
                .put("end", time == null ? null : time.end().toString())
                .put("timePrecision", time == null ? null : lower(time.precision()))
                .object(
                        "place",
                        incident.place(),
                        place -> json.put("name", place.name())
                                .put("within", place.within())
                                .put("country", place.country())
                                .put("lat", place.lat())
                                .put("lon", place.lon())
                                .put("geonames", place.geonames())
                                .put("precision", lower(place.precision())))
                .strings("targets", incident.targets())
                .put("weapon", incident.weapon())
                .objects("accounts", incident.accounts(), account -> account(json, account))
                .objects("mentions", incident.mentions(), mention -> placed(json, mention.article(), mention.span()))
                .strings("figures", incident.figures())
                .put("story", incident.story());
    }

    private void account(Json json, Incident.Account account) {
        Actor perpetrator = account.perpetrator();
        json.put("by", account.by())
                .put("claim", account.claim())
                .put("article", account.article())
                .put("perpetrator", perpetrator == null ? null : perpetrator.name())
                .put("perpetratorId", perpetrator == null ? null : perpetrator.id())
                .put("cause", account.cause());
        span(json, index.points(account.article()), account.span());
    }

    void figure(Json json, Figure figure) {
        placed(json.put("id", figure.id()), figure.article(), figure.span())
                .put("low", figure.low())
                .put("high", figure.high())
                .put("computed", figure.computed())
                .put("part", figure.part())
                .put("unit", lower(figure.unit()))
                .put("class", lower(figure.personClass()))
                .put("scope", figure.scope())
                .put("cumulative", figure.cumulative())
                .put("period", interval(figure.period()))
                .put("asOf", interval(figure.asOf()))
                .put("claim", figure.claim())
                .put("incident", index.incidentOfFigure(figure.id()));
    }

    void agreement(Json json, Agreement agreement) {
        json.put("id", agreement.id())
                .strings("names", agreement.names())
                .put("kind", lower(agreement.kind()))
                .put("form", lower(agreement.form()))
                .put("date", interval(agreement.date()))
                .put("inForceFrom", interval(agreement.inForceFrom()))
                .objects(
                        "participations",
                        agreement.participations(),
                        part -> placed(
                                json.put("actor", part.actor()).put("role", role(part.role())),
                                part.article(),
                                part.span()))
                .objects(
                        "obligations",
                        agreement.obligations(),
                        owed -> placed(
                                        json.put("id", owed.id())
                                                .put("bearer", owed.bearer())
                                                .put(
                                                        "deontic",
                                                        owed.deontic().name().replace('_', ' '))
                                                .put("act", owed.act()),
                                        owed.article(),
                                        owed.span())
                                .put("object", owed.object())
                                .put("area", owed.area())
                                .put("until", owed.until())
                                .put("claim", owed.claim()))
                .objects(
                        "violationClaims",
                        agreement.violationClaims(),
                        said -> json.put("claim", said.claim())
                                .put("claimant", said.claimant())
                                .put("alleged", said.alleged())
                                .put("obligation", said.obligation()))
                .objects(
                        "responses",
                        agreement.responses(),
                        reply -> json.put("claim", reply.claim())
                                .put("claimant", reply.claimant())
                                .put("kind", lower(reply.kind()).replace(' ', '-')))
                .objects(
                        "statusClaims",
                        agreement.statusClaims(),
                        said -> json.put("claim", said.claim())
                                .put("claimant", said.claimant())
                                .put("status", lower(said.status()))
                                .put("asOf", interval(said.asOf())))
                .objects("mentions", agreement.mentions(), mention -> placed(json, mention.article(), mention.span()))
                .put("story", agreement.story());
    }

    /** In the vocabulary, those left out stand in capitals: they are no party. */
    private static String role(Participation.Role role) {
        return role == Participation.Role.EXCLUDED ? role.name() : lower(role);
    }

    void relation(Json json, ClaimRelation relation) {
        json.put("a", relation.a())
                .put("b", relation.b())
                .put("kind", relation.kind().name())
                .put("slot", lower(relation.slot()))
                .offsets("aSpan", offsets(index.pointsOfClaim(relation.a()), List.of(relation.aSpan())))
                .offsets("bSpan", offsets(index.pointsOfClaim(relation.b()), List.of(relation.bSpan())))
                .put("incident", relation.incident())
                .put("agreement", relation.agreement())
                .put("reason", relation.reason())
                .put("score", relation.score());
    }

    void story(Json json, Story story) {
        json.put("id", story.id())
                .put("label", story.label())
                .strings("articles", story.articles())
                .put("start", day(story.time(), true))
                .put("end", day(story.time(), false))
                .strings("outlets", story.outlets());
    }

    void lineage(Json json, Lineage lineage) {
        CodePoints from = index.points(lineage.from());
        CodePoints to = index.points(lineage.to());
        json.put("from", lineage.from())
                .put("to", lineage.to())
                .put("kind", lineage.kind().name())
                .put("overlap", lineage.overlap())
                .offsets(
                        "spans",
                        lineage.passages().stream()
                                .map(passage -> {
                                    int[] a = from.of(passage.from());
                                    int[] b = to.of(passage.to());
                                    return new int[] {a[0], a[1], b[0], b[1]};
                                })
                                .toList());
    }

    void omission(Json json, Omission omission) {
        json.put("outlet", omission.outlet())
                .put("article", omission.article())
                .put("claim", omission.claim())
                .put("incident", omission.incident())
                .strings("carriedBy", omission.carriedBy())
                .put("of", omission.of())
                .put("hadWireCopy", omission.hadWireCopy())
                .put("searched", omission.searched());
    }

    private Json placed(Json json, String article, Span span) {
        return span(json.put("article", article), index.points(article), span);
    }

    private static Json span(Json json, CodePoints points, Span span) {
        int[] offsets = points.of(span);
        return json.put("start", offsets[0]).put("end", offsets[1]);
    }

    private static List<int[]> offsets(CodePoints points, List<Span> spans) {
        return spans.stream().map(points::of).toList();
    }

    private static String lower(Enum<?> label) {
        return label.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A day, or two parted by a slash as ISO 8601 has intervals. */
    private static @Nullable String interval(@Nullable TimeInterval interval) {
        if (interval == null) {
            return null;
        }
        LocalDate start = interval.start();
        return start.equals(interval.end()) ? start.toString() : start + "/" + interval.end();
    }

    private static @Nullable String day(@Nullable TimeInterval interval, boolean first) {
        return interval == null ? null : (first ? interval.start() : interval.end()).toString();
    }
}
