package org.rashomon.server.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Correction;
import org.rashomon.casefile.OpenCase;
import org.rashomon.export.DossierTables;
import org.rashomon.export.layout.PageNames;
import org.rashomon.export.layout.SiteAssembler;
import org.rashomon.export.layout.Statements;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.SitePage;
import org.rashomon.model.Actor;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Incident;
import org.rashomon.server.search.SearchIndex;
import tools.jackson.databind.node.ObjectNode;

/** A case in one state. Thread-safe. */
public final class Snapshot {
    private static final String FRONT = "index.html";

    private final String version;
    private final DossierIndex index;
    private final Map<String, SitePage> pages = new HashMap<>();
    private final DossierTables tables;
    private final Map<String, List<ObjectNode>> rows = new ConcurrentHashMap<>();
    private final Map<String, Map<String, ObjectNode>> rowsById = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Long>> rowCounts = new ConcurrentHashMap<>();
    private final SearchIndex search;
    private final List<Doubt> doubts;
    private final List<Correction> corrections;
    private final Map<String, String> human;
    private final Statements statements;
    private final Judgements judgements;
    private final Map<String, String> actorNames = new HashMap<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, ArticleAnalysis> articles = new LinkedHashMap<>();
    private final Map<String, ArticleAnalysis> articlePages = new HashMap<>();
    private final Map<String, Story> storyPages = new HashMap<>();

    Snapshot(String version, OpenCase open) {
        this.version = version;
        Dossier dossier = open.dossier();
        this.index = new DossierIndex(dossier);
        try {
            new SiteAssembler(dossier, pages::put).assemble();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.tables = new DossierTables(dossier);
        this.search = new SearchIndex(index);
        this.doubts = Doubts.of(index, open);
        this.corrections = List.copyOf(open.corrections());
        this.statements = new Statements(index, "/pages/");
        this.judgements = new Judgements(index, statements, corrections);
        for (Story story : dossier.comparison().stories()) {
            storyPages.put(PageNames.story(story.id()), story);
        }
        for (ArticleAnalysis analysis : dossier.analyses()) {
            articles.put(analysis.article().id(), analysis);
            articlePages.put(PageNames.article(analysis.article().id()), analysis);
            analysis.claims().forEach(claim -> {
                claims.put(claim.id(), claim);
                name(claim.speaker().actor());
                claim.targets().forEach(this::name);
            });
            analysis.mentions().forEach(mention -> name(mention.actor()));
        }
        this.human = Map.copyOf(HumanWork.of(dossier, open, actorNames));
    }

    private void name(@Nullable Actor actor) {
        if (actor != null) {
            actorNames.putIfAbsent(actor.id(), actor.name());
        }
    }

    /** What to show for the id of an actor; anything else stays as it is. */
    public String actorName(String idOrName) {
        return actorNames.getOrDefault(idOrName, idOrName);
    }

    /** Of the case. */
    public String version() {
        return version;
    }

    public Dossier dossier() {
        return index.dossier();
    }

    public DossierIndex index() {
        return index;
    }

    /** The front page. */
    public SitePage front() {
        return java.util.Objects.requireNonNull(pages.get(FRONT));
    }

    /** A page by the name of its file. */
    public Optional<SitePage> page(String file) {
        return file.equals(FRONT) ? Optional.empty() : Optional.ofNullable(pages.get(file));
    }

    /** The names of all pages but the front page. */
    public List<String> pageNames() {
        return pages.keySet().stream()
                .filter(file -> !file.equals(FRONT))
                .sorted()
                .toList();
    }

    /** The rows of a table; not to be changed. */
    public List<ObjectNode> rows(String table) {
        return rows.computeIfAbsent(table, tables::rows);
    }

    /** How many rows a table has. */
    public long count(String table) {
        return rowCounts.computeIfAbsent("", all -> tables.counts()).getOrDefault(table, 0L);
    }

    /**
     * A row of a table by its id; looked up, once the table was asked for.
     *
     * @param id gives the id of a row; the first one counts
     */
    public Optional<ObjectNode> row(String table, String wanted, Function<ObjectNode, String> id) {
        Map<String, ObjectNode> byId = rowsById.computeIfAbsent(table, name -> {
            Map<String, ObjectNode> made = new HashMap<>();
            rows(name).forEach(row -> made.putIfAbsent(id.apply(row), row));
            return made;
        });
        return Optional.ofNullable(byId.get(wanted));
    }

    public DossierTables tables() {
        return tables;
    }

    public SearchIndex search() {
        return search;
    }

    /** What people can settle, in the order to be asked. */
    public List<Doubt> doubts() {
        return doubts;
    }

    public List<Correction> corrections() {
        return corrections;
    }

    /** By claim, what people settled of it. */
    public Map<String, String> human() {
        return human;
    }

    /** Statements in the words of the pages, with links from anywhere in the server. */
    public Statements statements() {
        return statements;
    }

    /** What can be said of incidents and relations, and what people said of them. */
    public Judgements judgements() {
        return judgements;
    }

    public Optional<Claim> claim(String id) {
        return Optional.ofNullable(claims.get(id));
    }

    public Optional<ArticleAnalysis> article(String id) {
        return Optional.ofNullable(articles.get(id));
    }

    /** Whose page a file is. */
    public Optional<ArticleAnalysis> articleOfPage(@Nullable String file) {
        return Optional.ofNullable(articlePages.get(file));
    }

    /** Whose page a file is. */
    public Optional<Story> storyOfPage(@Nullable String file) {
        return Optional.ofNullable(storyPages.get(file));
    }

    public Optional<Incident> incident(String id) {
        return index.incident(id);
    }

    public Optional<Agreement> agreement(String id) {
        return index.agreement(id);
    }

    /** Names that are known in an article, sorted, to choose from. */
    public List<String> names(String article) {
        ArticleAnalysis analysis = articles.get(article);
        if (analysis == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        analysis.mentions().forEach(mention -> {
            if (mention.actor() != null) {
                names.add(mention.actor().name());
            }
        });
        return names.stream().distinct().sorted().toList();
    }
}
