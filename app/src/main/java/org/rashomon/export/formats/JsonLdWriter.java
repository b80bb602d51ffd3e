package org.rashomon.export.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Anchor;
import org.rashomon.casefile.Correction;
import org.rashomon.export.DossierWriter;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.model.Actor;
import org.rashomon.model.ActorType;
import org.rashomon.model.Article;
import org.rashomon.model.Place;
import org.rashomon.model.Run;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.events.Incident;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Linked data: articles, what they attribute to whom, and what is said to have happened, in the words of schema.org; the words that each
 * rests on as Web Annotation selectors; who made what by PROV-O. It never holds a verdict: no review, no rating, no doer of an incident that
 * is not somebody's account.
 */
final class JsonLdWriter implements DossierWriter {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OURS = "urn:rashomon:";

    private final List<Correction> corrections;

    JsonLdWriter(List<Correction> corrections) {
        this.corrections = List.copyOf(corrections);
    }

    @Override
    public String format() {
        return "jsonld";
    }

    @Override
    public void write(Dossier dossier, Path folder) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("case.jsonld"), StandardCharsets.UTF_8)) {
            out.write("{\"@context\":" + JSON.writeValueAsString(context()) + ",\n\"@graph\":[\n");
            boolean first = true;
            for (ObjectNode node : nodes(dossier)) {
                out.write((first ? "" : ",\n") + JSON.writeValueAsString(node));
                first = false;
            }
            out.write("\n]}\n");
        }
    }

    private static ObjectNode context() {
        ObjectNode context = JSON.createObjectNode();
        context.put("@vocab", "https://schema.org/");
        context.put("prov", "http://www.w3.org/ns/prov#");
        context.put("oa", "http://www.w3.org/ns/oa#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        context.put("rashomon", OURS + "term:");
        return context;
    }

    private List<ObjectNode> nodes(Dossier dossier) {
        DossierIndex index = new DossierIndex(dossier);
        List<ObjectNode> nodes = new ArrayList<>();
        Run run = dossier.run();
        nodes.add(program(run));
        nodes.add(run(run));
        Map<String, Actor> actors = new LinkedHashMap<>();
        Map<String, Set<String>> touched = touched(dossier);
        for (ArticleAnalysis analysis : dossier.analyses()) {
            nodes.add(article(analysis.article()));
            for (Claim claim : analysis.claims()) {
                keep(actors, claim.speaker().actor());
                claim.targets().forEach(actor -> keep(actors, actor));
                nodes.add(claim(index, analysis.article(), claim, touched.getOrDefault(claim.id(), Set.of())));
            }
        }
        for (Incident incident : dossier.comparison().incidents()) {
            incident.accounts().forEach(account -> keep(actors, account.perpetrator()));
            nodes.add(incident(index, incident));
        }
        dossier.comparison().relations().forEach(relation -> nodes.add(relation(index, relation)));
        actors.values().forEach(actor -> nodes.add(actor(actor)));
        Set<String> told = new LinkedHashSet<>();
        touched.values().forEach(told::addAll);
        Set<String> authors = new LinkedHashSet<>();
        for (Correction correction : corrections) {
            if (told.contains(correction.id())) {
                nodes.add(correction(correction));
                if (authors.add(correction.author())) {
                    nodes.add(node(author(correction.author()), "prov:Person").put("name", correction.author()));
                }
            }
        }
        return nodes;
    }

    private static void keep(Map<String, Actor> actors, @Nullable Actor actor) {
        if (actor != null) {
            actors.putIfAbsent(actor.id(), actor);
        }
    }

    private static String id(String kind, String id) {
        return OURS + kind + ":" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String author(String name) {
        return id("person", name);
    }

    private static ObjectNode node(String id, String type) {
        return JSON.createObjectNode().put("@id", id).put("@type", type);
    }

    private static ObjectNode reference(String id) {
        return JSON.createObjectNode().put("@id", id);
    }

    private static String program(String version) {
        return id("program", version);
    }

    private static ObjectNode program(Run run) {
        return node(program(run.version()), "prov:SoftwareAgent")
                .put("name", "Rashomon")
                .put("softwareVersion", run.version());
    }

    private static String analysis(Run run) {
        return id("run", run.version() + " " + run.reader());
    }

    private static ObjectNode run(Run run) {
        ObjectNode node = node(analysis(run), "prov:Activity").put("rashomon:reader", run.reader());
        node.set("prov:wasAssociatedWith", reference(program(run.version())));
        return node;
    }

    private static ObjectNode article(Article article) {
        ObjectNode node = node(id("article", article.id()), "NewsArticle");
        put(node, "headline", article.title());
        put(node, "inLanguage", article.language());
        if (article.published() != null) {
            node.put(
                    "datePublished",
                    article.published().time() == null
                            ? article.published().day().toString()
                            : article.published().time().toString());
        }
        if (article.outlet() != null) {
            node.putObject("publisher").put("@type", "Organization").put("name", article.outlet());
        }
        if (!article.imprint().authors().isEmpty()) {
            ArrayNode authors = node.putArray("author");
            article.imprint()
                    .authors()
                    .forEach(name -> authors.addObject().put("@type", "Person").put("name", name));
        }
        put(node, "creditText", article.imprint().credit());
        String url = article.url();
        if (url != null && (url.startsWith("https://") || url.startsWith("http://"))) {
            node.put("url", url);
        }
        node.put("articleBody", article.text());
        node.putObject("identifier")
                .put("@type", "PropertyValue")
                .put("propertyID", "sha256")
                .put("value", article.sha256());
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            node.put(name, value);
        }
    }

    /** What stands wholly in quotation marks is a quotation, anything else a claim. */
    private ObjectNode claim(DossierIndex index, Article article, Claim claim, Set<String> corrected) {
        boolean quotation = claim.attribution().quote() == Attribution.QuoteType.DIRECT;
        ObjectNode node = node(id("claim", claim.id()), quotation ? "Quotation" : "Claim");
        List<String> words = claim.attribution().content().stream()
                .map(span -> span.in(article.text()))
                .toList();
        node.put("text", String.join(" … ", words));
        Actor speaker = claim.speaker().actor();
        if (speaker != null) {
            node.set(quotation ? "spokenByCharacter" : "author", reference(id("actor", speaker.id())));
        }
        put(node, "rashomon:speakerLabel", claim.speaker().label());
        node.put("rashomon:speakerStatus", lower(claim.speaker().status()));
        node.put("rashomon:act", lower(claim.act()));
        node.put("rashomon:factuality", lower(claim.factuality()));
        if (!claim.targets().isEmpty()) {
            ArrayNode targets = node.putArray("rashomon:target");
            claim.targets().forEach(target -> targets.add(reference(id("actor", target.id()))));
        }
        String incident = index.incidentOf(claim.id());
        if (incident != null) {
            node.set("about", reference(id("incident", incident)));
        }
        node.set(quotation ? "isPartOf" : "appearance", reference(id("article", article.id())));
        node.set("prov:wasDerivedFrom", reference(id("article", article.id())));
        ArrayNode made = node.putArray("prov:wasGeneratedBy");
        made.add(reference(analysis(index.dossier().run())));
        corrected.forEach(correction -> made.add(reference(id("correction", correction))));
        ArrayNode evidence = node.putArray("rashomon:evidence");
        evidence(evidence, index, article, "content", claim.attribution().content());
        evidence(evidence, index, article, "source", claim.attribution().source());
        evidence(evidence, index, article, "cue", claim.attribution().cue());
        return node;
    }

    private static void evidence(
            ArrayNode evidence, DossierIndex index, Article article, String role, List<Span> spans) {
        for (Span span : spans) {
            ObjectNode resource = evidence.addObject().put("@type", "oa:SpecificResource");
            resource.put("rashomon:role", role);
            resource.set("oa:hasSource", reference(id("article", article.id())));
            Selectors.add(resource.putArray("oa:hasSelector"), article, index.points(article.id()), span);
        }
    }

    /** Something said to have happened. Who did it stands in the accounts, each with who says so. */
    private static ObjectNode incident(DossierIndex index, Incident incident) {
        ObjectNode node = node(id("incident", incident.id()), "Event").put("name", incident.label());
        node.put("description", "Said to have happened; who says what of it stands in the accounts.");
        node.put("additionalType", "rashomon:" + incident.type().label().replace(' ', '-'));
        if (incident.time() != null) {
            node.put("startDate", incident.time().start().toString());
            node.put("endDate", incident.time().end().toString());
            node.put("rashomon:timePrecision", lower(incident.time().precision()));
        }
        Place place = incident.place();
        if (place != null) {
            ObjectNode location =
                    node.putObject("location").put("@type", "Place").put("name", place.name());
            location.put("rashomon:precision", lower(place.precision()));
            if (place.lat() != null && place.lon() != null) {
                location.putObject("geo")
                        .put("@type", "GeoCoordinates")
                        .put("latitude", place.lat())
                        .put("longitude", place.lon());
            }
            if (place.geonames() != null) {
                location.put("sameAs", "https://sws.geonames.org/" + place.geonames() + "/");
            }
        }
        ArrayNode accounts = node.putArray("rashomon:account");
        for (Incident.Account account : incident.accounts()) {
            ObjectNode told = accounts.addObject().put("rashomon:by", account.by());
            if (account.claim() != null) {
                told.set("rashomon:claim", reference(id("claim", account.claim())));
            }
            if (account.perpetrator() != null) {
                told.set(
                        "rashomon:namesAsDoer",
                        reference(id("actor", account.perpetrator().id())));
            }
            put(told, "rashomon:givesAsCause", account.cause());
            evidence(
                    told.putArray("rashomon:evidence"),
                    index,
                    index.article(account.article()),
                    "account",
                    List.of(account.span()));
        }
        return node;
    }

    private static ObjectNode relation(DossierIndex index, ClaimRelation relation) {
        ObjectNode node = node(
                id("relation", relation.a() + " " + relation.b() + " " + relation.kind() + " " + relation.slot()),
                "rashomon:Relation");
        node.put("rashomon:kind", lower(relation.kind()));
        node.put("rashomon:of", lower(relation.slot()));
        node.set("rashomon:answered", reference(id("claim", relation.a())));
        node.set("rashomon:answering", reference(id("claim", relation.b())));
        node.put("description", relation.reason());
        node.set("prov:wasGeneratedBy", reference(analysis(index.dossier().run())));
        return node;
    }

    private static ObjectNode actor(Actor actor) {
        String type = switch (actor.type()) {
            case PERSON -> "Person";
            case GOVERNMENT -> "GovernmentOrganization";
            default -> "Organization";
        };
        ObjectNode node = node(id("actor", actor.id()), type).put("name", actor.name());
        if (actor.type() == ActorType.OUTLET) {
            node.put("@type", "NewsMediaOrganization");
        }
        if (!actor.aliases().isEmpty()) {
            ArrayNode names = node.putArray("alternateName");
            actor.aliases().forEach(names::add);
        }
        if (actor.wikidata() != null) {
            node.put("sameAs", "http://www.wikidata.org/entity/" + actor.wikidata());
        }
        return node;
    }

    private static ObjectNode correction(Correction correction) {
        ObjectNode node = node(id("correction", correction.id()), "prov:Activity");
        node.put("rashomon:correction", lower(correction.draft().kind()));
        node.putObject("prov:endedAtTime")
                .put("@type", "xsd:dateTime")
                .put("@value", correction.at().toString());
        node.set("prov:wasAssociatedWith", reference(author(correction.author())));
        put(node, "description", correction.draft().note());
        return node;
    }

    /** By claim, the live corrections that rest on its words. */
    private Map<String, Set<String>> touched(Dossier dossier) {
        Map<String, List<Claim>> claims = new HashMap<>();
        for (ArticleAnalysis analysis : dossier.analyses()) {
            for (Claim claim : analysis.claims()) {
                claims.computeIfAbsent(
                                place(
                                        analysis.article().sha256(),
                                        Span.covering(claim.attribution().content())),
                                key -> new ArrayList<>())
                        .add(claim);
            }
        }
        Map<String, Set<String>> touched = new HashMap<>();
        for (Correction correction : corrections) {
            if (correction.state() == Correction.State.LIVE) {
                for (Anchor anchor : correction.draft().anchors()) {
                    claims.getOrDefault(place(anchor.sha256(), anchor.span()), List.of())
                            .forEach(claim -> touched.computeIfAbsent(claim.id(), id -> new LinkedHashSet<>())
                                    .add(correction.id()));
                }
            }
        }
        return touched;
    }

    private static String place(String sha256, Span span) {
        return sha256 + " " + span.start() + " " + span.end();
    }

    private static String lower(Enum<?> label) {
        return label.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
