package org.rashomon.export.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rashomon.export.DossierWriter;
import org.rashomon.export.brat.Exported;
import org.rashomon.export.layout.PageNames;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Factuality;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.events.Incident;
import org.rashomon.text.CodePoints;

/**
 * Annotations in the standoff format of brat: for each article a {@code .txt} with its text as it is, and an {@code .ann} whose offsets are
 * code points. Contents, sources and cues of claims, names of actors and what tells of incidents are spans; who says what is a relation; an
 * {@code annotation.conf} lets brat open the folder. {@code exported.tsv} keeps what was written, for the way back ({@code export.brat}).
 */
final class BratWriter implements DossierWriter {

    @Override
    public String format() {
        return "brat";
    }

    @Override
    public void write(Dossier dossier, Path folder) throws IOException {
        DossierIndex index = new DossierIndex(dossier);
        Map<String, List<Told>> told = new HashMap<>();
        for (Incident incident : dossier.comparison().incidents()) {
            incident.mentions()
                    .forEach(mention -> told.computeIfAbsent(mention.article(), id -> new ArrayList<>())
                            .add(new Told(mention.span(), incident)));
        }
        List<String> exported = new ArrayList<>();
        for (ArticleAnalysis analysis : dossier.analyses()) {
            Article article = analysis.article();
            String name = PageNames.article(article.id()).replaceFirst("\\.html$", "");
            Files.writeString(folder.resolve(name + ".txt"), article.text(), StandardCharsets.UTF_8);
            Lines lines = new Lines(article, index.points(article.id()));
            Map<Claim, String> contents = lines.claims(analysis, index);
            analysis.mentions().forEach(lines::mention);
            lines.aims(contents, analysis.mentions());
            told.getOrDefault(article.id(), List.of()).forEach(lines::told);
            Files.writeString(folder.resolve(name + ".ann"), lines.out, StandardCharsets.UTF_8);
            exported.addAll(Exported.rows(name, article, contents, lines.out.toString()));
        }
        Files.write(folder.resolve(Exported.FILE), exported, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("annotation.conf"), settings(), StandardCharsets.UTF_8);
    }

    private record Told(Span span, Incident incident) {}

    private static String settings() {
        return "[entities]\nContent\nSource\nCue\nActor\nIncident\n\n[relations]\nSaidBy Arg1:Content, Arg2:Source|Actor\n"
                + "AimedAt Arg1:Content, Arg2:Actor\n"
                + "CuedBy Arg1:Content, Arg2:Cue\n"
                + Stream.of(ClaimRelation.Kind.values())
                        .map(kind -> word(kind) + " Arg1:Content, Arg2:Content\n")
                        .collect(Collectors.joining())
                + "<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n"
                + values("Act", Act.values()) + values("Speaker", SpeakerStatus.values())
                + values("Factuality", Factuality.values());
    }

    private static String values(String name, Enum<?>[] values) {
        return name + " Arg:Content, Value:" + Stream.of(values).map(Enum::name).collect(Collectors.joining("|"))
                + "\n";
    }

    /** <em>FigureConflict</em>. */
    private static String word(Enum<?> constant) {
        return Stream.of(constant.name().split("_"))
                .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** The lines of one article. */
    private static final class Lines {
        private final StringBuilder out = new StringBuilder();
        private final Article article;
        private final CodePoints points;
        private final Map<String, String> spans = new HashMap<>();
        private int entities;
        private int relations;
        private int attributes;
        private int notes;

        Lines(Article article, CodePoints points) {
            this.article = article;
            this.points = points;
        }

        /** The span of each claim's content. */
        Map<Claim, String> claims(ArticleAnalysis analysis, DossierIndex index) {
            Map<Claim, String> spansOf = new LinkedHashMap<>();
            Map<String, String> contents = new HashMap<>();
            for (Claim claim : analysis.claims()) {
                String content = entity("Content", claim.attribution().content());
                contents.put(claim.id(), content);
                spansOf.put(claim, content);
                attribute("Act", content, claim.act());
                attribute("Speaker", content, claim.speaker().status());
                attribute("Factuality", content, claim.factuality());
                note(content, Exported.note(claim));
                if (!claim.attribution().source().isEmpty()) {
                    relation(
                            "SaidBy",
                            content,
                            once("Source", claim.attribution().source()));
                }
                if (!claim.attribution().cue().isEmpty()) {
                    relation("CuedBy", content, once("Cue", claim.attribution().cue()));
                }
            }
            for (Claim claim : analysis.claims()) {
                for (ClaimRelation relation : index.relationsOf(claim.id())) {
                    String a = contents.get(relation.a());
                    String b = contents.get(relation.b());
                    if (relation.b().equals(claim.id()) && a != null && b != null) {
                        relation(word(relation.kind()), b, a);
                    }
                }
            }
            return spansOf;
        }

        /** Whom acts are aimed at, by the first place that names each. */
        void aims(Map<Claim, String> contents, List<Mention> mentions) {
            contents.forEach((claim, content) -> claim.targets()
                    .forEach(target -> mentions.stream()
                            .filter(mention -> target.equals(mention.actor()))
                            .findFirst()
                            .map(mention -> spans.get("Actor" + List.of(mention.span())))
                            .ifPresent(actor -> relation("AimedAt", content, actor))));
        }

        void mention(Mention mention) {
            if (mention.actor() != null) {
                note(
                        once("Actor", List.of(mention.span())),
                        mention.actor().id() + "; " + mention.actor().name());
            }
        }

        void told(Told told) {
            note(
                    once("Incident", List.of(told.span())),
                    told.incident().id() + "; " + told.incident().label());
        }

        /** Words that are the source of two claims are one span. */
        private String once(String type, List<Span> parts) {
            String known = spans.get(type + parts);
            if (known != null) {
                return known;
            }
            String id = entity(type, parts);
            spans.put(type + parts, id);
            return id;
        }

        private String entity(String type, List<Span> parts) {
            List<Span> pieces = new ArrayList<>();
            parts.forEach(part -> pieces.addAll(lines(part)));
            String id = "T" + ++entities;
            String where = pieces.stream()
                    .map(piece -> points.of(piece)[0] + " " + points.of(piece)[1])
                    .collect(Collectors.joining(";"));
            String words =
                    pieces.stream().map(piece -> piece.in(article.text())).collect(Collectors.joining(" "));
            out.append(id)
                    .append('\t')
                    .append(type)
                    .append(' ')
                    .append(where)
                    .append('\t')
                    .append(words)
                    .append('\n');
            return id;
        }

        /** A span of brat crosses no line end. */
        private List<Span> lines(Span span) {
            List<Span> lines = new ArrayList<>();
            int start = span.start();
            for (int at = span.start(); at <= span.end(); at++) {
                if (at == span.end()
                        || article.text().charAt(at) == '\n'
                        || article.text().charAt(at) == '\r') {
                    if (at > start) {
                        lines.add(new Span(start, at));
                    }
                    start = at + 1;
                }
            }
            return lines;
        }

        private void attribute(String name, String of, Enum<?> value) {
            out.append("A" + ++attributes + "\t" + name + " " + of + " " + value.name() + "\n");
        }

        private void relation(String name, String from, String to) {
            out.append("R" + ++relations + "\t" + name + " Arg1:" + from + " Arg2:" + to + "\n");
        }

        private void note(String of, String words) {
            out.append("#" + ++notes + "\tAnnotatorNotes " + of + "\t" + words.replaceAll("\\s+", " ") + "\n");
        }
    }
}
