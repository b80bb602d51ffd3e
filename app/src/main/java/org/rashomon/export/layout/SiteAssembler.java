package org.rashomon.export.layout;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.export.page.Page.ClaimLine;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.Reject;
import org.rashomon.export.page.SitePage;
import org.rashomon.export.page.SitePage.Choice;
import org.rashomon.export.page.SitePage.Filter;
import org.rashomon.export.page.SitePage.Frame;
import org.rashomon.export.page.SitePage.Line;
import org.rashomon.export.page.SitePage.Section;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.dossier.Story;
import org.rashomon.model.events.Agreement;
import org.rashomon.model.events.Incident;

/**
 * Lays a dossier out as a folder of linked pages: a front page with what is contested and lists to narrow down by, and a page for each
 * incident, story, agreement, outlet, speaker and article. Each page is laid out, handed on and forgotten, so that memory grows with the
 * articles and what is found in them, and not with the pages. Articles come last: only then is it known which of their words others lead to.
 */
public final class SiteAssembler {
    /** Where all pages but the front page lie. */
    public static final String FOLDER = "pages";

    /** Lists that each page leads to, be there anything in them or not. */
    private static final Set<String> IN_NAVIGATION = Set.of("outlets.html", "speakers.html");

    private static final String HOME = "../index.html";
    private static final int CONTESTED_SHOWN = 100;
    private static final int CHOICES_SHOWN = 12;
    private static final int LINES_A_PAGE = 400;
    private static final int STATEMENTS_A_PAGE = 200;

    /** Takes the pages, one at a time. */
    @FunctionalInterface
    public interface Sink {
        /** @param file the page's name, in {@link #FOLDER}; the front page's is {@code index.html}, beside it */
        void take(String file, SitePage page) throws IOException;
    }

    private final Dossier dossier;
    private final DossierIndex index;
    private final StoryParts parts;
    private final Sink sink;
    private final Map<String, Line> incidentLines = new LinkedHashMap<>();
    private final Map<String, Line> articleLines = new LinkedHashMap<>();
    private final Map<String, Line> agreementLines = new LinkedHashMap<>();
    private final Map<String, Story> stories = new HashMap<>();
    private final Map<String, String> storyTitles = new HashMap<>();
    /** By article, what it tells of. */
    private final Map<String, Set<Line>> tells = new HashMap<>();

    public SiteAssembler(Dossier dossier, Sink sink) {
        this.dossier = dossier;
        this.index = new DossierIndex(dossier);
        this.parts = new StoryParts(index, true);
        this.sink = sink;
    }

    /** Lays out all pages. */
    public void assemble() throws IOException {
        prepare();
        incidents();
        agreements();
        stories();
        List<Filter> filters = new ArrayList<>();
        filters.add(byKind());
        filters.add(byMonth());
        filters.add(byBlamed());
        filters.add(byOutlet());
        filters.add(bySpeaker());
        filters.add(all());
        front(filters);
        articles();
    }

    private void prepare() {
        dossier.analyses().forEach(analysis -> {
            Article article = analysis.article();
            articleLines.put(article.id(), articleLine(analysis));
        });
        dossier.comparison().stories().forEach(story -> {
            stories.put(story.id(), story);
            storyTitles.put(story.id(), parts.title(story));
        });
        for (Incident incident : dossier.comparison().incidents()) {
            Line line = new Line(
                    parts.anchors().toIncident(incident),
                    incident.label(),
                    parts.cards().meta(incident),
                    parts.cards().gist(incident),
                    parts.disagreeing(incident));
            incidentLines.put(incident.id(), line);
            incident.mentions().forEach(mention -> tell(mention.article(), line));
        }
        dossier.comparison().agreements().stream().filter(Agreement::isTold).forEach(agreement -> {
            Line line = new Line(
                    parts.anchors().toAgreement(agreement),
                    Ledger.title(agreement),
                    Ledger.meta(agreement),
                    List.of(),
                    0);
            agreementLines.put(agreement.id(), line);
            agreement.mentions().forEach(mention -> tell(mention.article(), line));
        });
    }

    private void tell(String article, Line line) {
        tells.computeIfAbsent(article, id -> new LinkedHashSet<>()).add(line);
    }

    private Line articleLine(ArticleAnalysis analysis) {
        Article article = analysis.article();
        String day = article.published() == null
                ? "publication date not found"
                : Wording.day(article.published().day());
        return new Line(
                PageNames.article(article.id()),
                Wording.title(article),
                (article.outlet() == null ? "outlet not stated" : article.outlet()) + " · " + day + " · "
                        + Wording.plural(analysis.claims().size(), "claim", "claims"),
                List.of(),
                0);
    }

    private Frame frame(String title, Link... crumbs) {
        List<Link> way = new ArrayList<>();
        way.add(new Link(HOME, "Front page"));
        way.addAll(List.of(crumbs));
        return new Frame(title, HOME, "", way, Counts.madeBy(dossier));
    }

    private void incidents() throws IOException {
        for (Incident incident : dossier.comparison().incidents()) {
            Set<String> articles = new LinkedHashSet<>();
            incident.mentions().forEach(mention -> articles.add(mention.article()));
            sink.take(
                    PageNames.incident(incident.id()),
                    new SitePage.IncidentPage(
                            frame(incident.label(), storyLink(incident.story())),
                            parts.cards().card(incident, new HashSet<>()),
                            parts.coverage(incident),
                            lines(articles, articleLines)));
        }
    }

    /** To the page of a story; where one article tells it, to that. */
    private Link storyLink(String id) {
        return storyLink(Objects.requireNonNull(stories.get(id)));
    }

    private Link storyLink(Story story) {
        String title = Objects.requireNonNull(storyTitles.get(story.id()));
        return story.articles().size() > 1
                ? new Link(PageNames.story(story.id()), "Story: " + title)
                : new Link(PageNames.article(story.articles().get(0)), "Article: " + title);
    }

    private void agreements() throws IOException {
        for (Agreement agreement : dossier.comparison().agreements()) {
            if (agreement.isTold()) {
                Set<String> articles = new LinkedHashSet<>();
                agreement.mentions().forEach(mention -> articles.add(mention.article()));
                sink.take(
                        PageNames.agreement(agreement.id()),
                        new SitePage.AgreementPage(
                                frame(Ledger.title(agreement)),
                                parts.ledger().card(agreement),
                                lines(articles, articleLines)));
            }
        }
    }

    private void stories() throws IOException {
        for (Story story : dossier.comparison().stories()) {
            if (story.articles().size() > 1) {
                List<ArticleAnalysis> analyses = parts.analyses(story);
                List<Story> one = List.of(story);
                sink.take(
                        PageNames.story(story.id()),
                        new SitePage.StoryPage(
                                frame(Objects.requireNonNull(storyTitles.get(story.id()))),
                                parts.meta(one, analyses),
                                contestedFirst(parts.incidents(story)),
                                lines(
                                        parts.agreements(story).stream()
                                                .map(Agreement::id)
                                                .toList(),
                                        agreementLines),
                                parts.exchanges(one),
                                parts.unanswered(analyses, Set.of()),
                                parts.looseFigures(analyses),
                                parts.matrix(analyses),
                                parts.clocks(one),
                                parts.sources(analyses),
                                parts.coverage(story),
                                lines(story.articles(), articleLines)));
            }
        }
    }

    private void articles() throws IOException {
        Map<String, Story> single = new HashMap<>();
        dossier.comparison().stories().stream()
                .filter(story -> story.articles().size() == 1)
                .forEach(story -> single.put(story.articles().get(0), story));
        for (ArticleAnalysis analysis : dossier.analyses()) {
            Article article = analysis.article();
            Story story = single.get(article.id());
            List<Link> crumbs = new ArrayList<>();
            if (article.outlet() != null) {
                crumbs.add(new Link(PageNames.outlet(article.outlet()), article.outlet()));
            }
            String told = index.storyOf(article.id());
            if (story == null && told != null) {
                crumbs.add(storyLink(told));
            }
            sink.take(
                    PageNames.article(article.id()),
                    new SitePage.ArticlePage(
                            frame(Wording.title(article), crumbs.toArray(Link[]::new)),
                            parts.views().view(analysis),
                            List.copyOf(tells.getOrDefault(article.id(), Set.of())),
                            story == null ? List.of() : parts.exchanges(List.of(story)),
                            story == null ? List.of() : parts.unanswered(List.of(analysis), Set.of())));
        }
    }

    private Filter byKind() throws IOException {
        Map<String, List<Incident>> kinds = new TreeMap<>();
        dossier.comparison()
                .incidents()
                .forEach(incident -> kinds.computeIfAbsent(incident.type().label(), label -> new ArrayList<>())
                        .add(incident));
        List<Choice> choices = new ArrayList<>();
        for (var kind : kinds.entrySet()) {
            String file = PageNames.list("kind", kind.getKey());
            listing(file, kind.getKey(), "Incidents of this kind.", "", contestedFirst(kind.getValue()));
            choices.add(choice(file, kind.getKey(), kind.getValue().size()));
        }
        return new Filter("Kind of incident", byCount(choices));
    }

    private Filter byMonth() throws IOException {
        Map<String, List<Incident>> happened = new TreeMap<>();
        Map<String, List<String>> published = new TreeMap<>();
        for (Incident incident : dossier.comparison().incidents()) {
            if (incident.time() != null) {
                happened.computeIfAbsent(month(incident.time().start()), id -> new ArrayList<>())
                        .add(incident);
                published.computeIfAbsent(month(incident.time().start()), id -> new ArrayList<>());
            }
        }
        for (ArticleAnalysis analysis : dossier.analyses()) {
            Article article = analysis.article();
            if (article.published() != null) {
                published
                        .computeIfAbsent(month(article.published().day()), id -> new ArrayList<>())
                        .add(article.id());
            }
        }
        List<Choice> choices = new ArrayList<>();
        for (var month : published.entrySet()) {
            List<Incident> incidents = happened.getOrDefault(month.getKey(), List.of());
            String file = PageNames.list("month", month.getKey());
            List<Section> sections = List.of(
                    new Section("Said to have happened in this month", contestedFirst(incidents)),
                    new Section("Published in this month", lines(month.getValue(), articleLines)));
            listing(file, monthName(month.getKey()), "", sections);
            choices.add(new Choice(
                    file,
                    monthName(month.getKey()),
                    incidents.size() + " / " + month.getValue().size()));
        }
        if (choices.size() > CHOICES_SHOWN) {
            listing(
                    "months.html",
                    "Months",
                    "Incidents said to have happened in each, and articles published in it.",
                    "",
                    choices.stream()
                            .map(choice -> new Line(choice.href(), choice.text(), choice.count(), List.of(), 0))
                            .toList());
            List<Choice> few = new ArrayList<>(choices.stream()
                    .sorted(Comparator.comparing(Choice::href).reversed())
                    .limit(CHOICES_SHOWN)
                    .toList());
            few.add(new Choice("months.html", "all months", Wording.number((long) choices.size())));
            return new Filter("Month: incidents / articles", few);
        }
        return new Filter("Month: incidents / articles", choices);
    }

    private static String month(LocalDate day) {
        return day.toString().substring(0, 7);
    }

    private static String monthName(String month) {
        return Wording.month(LocalDate.parse(month + "-01"));
    }

    private Filter byBlamed() throws IOException {
        Map<String, List<Incident>> blamed = new TreeMap<>();
        Map<String, String> names = new HashMap<>();
        for (Incident incident : dossier.comparison().incidents()) {
            for (Actor actor : parts.cards().blamed(incident)) {
                names.putIfAbsent(actor.id(), actor.name());
                blamed.computeIfAbsent(actor.id(), id -> new ArrayList<>()).add(incident);
            }
        }
        return choices("Named as the doer by somebody", "doers.html", "Doers as told", blamed, (id, incidents) -> {
            String name = Objects.requireNonNull(names.get(id));
            return new Listed(PageNames.actor("doer", id, name), name, contestedFirst(incidents));
        });
    }

    private Filter byOutlet() throws IOException {
        Map<String, List<String>> outlets = new TreeMap<>();
        dossier.analyses().forEach(analysis -> {
            String outlet = analysis.article().outlet();
            if (outlet != null) {
                outlets.computeIfAbsent(outlet, name -> new ArrayList<>())
                        .add(analysis.article().id());
            }
        });
        return choices("Outlet", "outlets.html", "Outlets", outlets, (outlet, articles) -> {
            Set<Line> told = new LinkedHashSet<>();
            articles.forEach(article -> tells.getOrDefault(article, Set.of()).stream()
                    .filter(line -> line.disagreeing() > 0)
                    .forEach(told::add));
            List<Line> own = lines(byDay(articles), articleLines);
            return new Listed(
                    PageNames.outlet(outlet),
                    outlet,
                    List.of(
                            new Section("Contested incidents that it tells of", List.copyOf(told)),
                            new Section("Its articles", own)),
                    articles.size());
        });
    }

    private List<String> byDay(List<String> articles) {
        return articles.stream()
                .sorted(Comparator.comparing(
                        id -> day(index.article(id)), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static @Nullable LocalDate day(Article article) {
        return article.published() == null ? null : article.published().day();
    }

    private Filter bySpeaker() throws IOException {
        Map<String, List<Claim>> speakers = new TreeMap<>();
        for (ArticleAnalysis analysis : dossier.analyses()) {
            for (Claim claim : analysis.claims()) {
                Actor actor = claim.speaker().actor();
                if (actor != null) {
                    speakers.computeIfAbsent(actor.id(), id -> new ArrayList<>())
                            .add(claim);
                }
            }
        }
        List<Choice> all = new ArrayList<>();
        for (var speaker : speakers.entrySet()) {
            List<Claim> said = parts.lines().once(speaker.getValue());
            Actor actor = Objects.requireNonNull(said.get(0).speaker().actor());
            String file = PageNames.actor("speaker", actor.id(), actor.name());
            speakerPages(file, actor, said);
            all.add(choice(file, actor.name(), said.size()));
        }
        return few("Speaker", "speakers.html", "Speakers", all);
    }

    private void speakerPages(String file, Actor actor, List<Claim> said) throws IOException {
        List<Claim> byDay = said.stream()
                .sorted(Comparator.comparing(this::day, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        String affiliation = said.stream()
                .map(claim -> ClaimLines.affiliation(claim.speaker()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        String meta = (affiliation.isEmpty() ? "" : "for " + affiliation + " · ")
                + Wording.plural(said.size(), "statement", "statements");
        int pages = pages(byDay.size(), STATEMENTS_A_PAGE);
        for (int i = 0; i < pages; i++) {
            List<ClaimLine> lines = slice(byDay, i, STATEMENTS_A_PAGE).stream()
                    .map(parts.lines()::line)
                    .toList();
            sink.take(
                    PageNames.part(file, i + 1),
                    new SitePage.SpeakerPage(
                            frame(actor.name(), new Link("speakers.html", "Speakers")),
                            meta,
                            lines,
                            links(file, i, pages)));
        }
    }

    private @Nullable LocalDate day(Claim claim) {
        return claim.said() != null ? claim.said().start() : day(index.article(claim.article()));
    }

    private Filter all() throws IOException {
        List<Choice> choices = new ArrayList<>();
        listing(
                "incidents.html",
                "All incidents",
                "Those on which most disagree first.",
                "",
                contestedFirst(dossier.comparison().incidents()));
        choices.add(choice("incidents.html", "Incidents", incidentLines.size()));
        List<Line> stories = dossier.comparison().stories().stream()
                .filter(story -> story.articles().size() > 1)
                .sorted(Comparator.comparing((Story story) -> -parts.disagreeing(story))
                        .thenComparing(story -> -story.articles().size())
                        .thenComparing(Story::id))
                .map(story -> new Line(
                        PageNames.story(story.id()),
                        Objects.requireNonNull(storyTitles.get(story.id())),
                        parts.meta(List.of(story), parts.analyses(story)),
                        List.of(),
                        parts.disagreeing(story)))
                .toList();
        listing("stories.html", "Stories that several articles tell", "", "", stories);
        choices.add(choice("stories.html", "Stories of several articles", stories.size()));
        listing("agreements.html", "Agreements", "", "", List.copyOf(agreementLines.values()));
        choices.add(choice("agreements.html", "Agreements", agreementLines.size()));
        listing(
                "articles.html",
                "All articles",
                "In the order of publication, undated ones last.",
                "",
                lines(byDay(List.copyOf(articleLines.keySet())), articleLines));
        choices.add(choice("articles.html", "Articles", articleLines.size()));
        if (!dossier.rejected().isEmpty()) {
            rejects();
            choices.add(choice("rejected.html", "Rejected", dossier.rejected().size()));
        }
        return new Filter("Everything", choices);
    }

    private void rejects() throws IOException {
        int pages = pages(dossier.rejected().size(), LINES_A_PAGE);
        for (int i = 0; i < pages; i++) {
            sink.take(
                    PageNames.part("rejected.html", i + 1),
                    new SitePage.Rejects(
                            frame("Rejected"),
                            slice(dossier.rejected(), i, LINES_A_PAGE).stream()
                                    .map(rejected -> new Reject(rejected.source(), rejected.reason()))
                                    .toList(),
                            links("rejected.html", i, pages)));
        }
    }

    private void front(List<Filter> filters) throws IOException {
        List<Incident> contested = dossier.comparison().incidents().stream()
                .filter(incident -> parts.disagreeing(incident) > 0)
                .toList();
        List<Line> lines = contestedFirst(contested);
        if (lines.size() > CONTESTED_SHOWN) {
            listing("contested.html", "All that is contested", "Those on which most disagree first.", "", lines);
        }
        sink.take(
                "index.html",
                new SitePage.Front(
                        new Frame(Counts.title(dossier), "index.html", FOLDER + "/", List.of(), Counts.madeBy(dossier)),
                        Counts.of(dossier, parts.origins().count(dossier.analyses()), contested.size()),
                        Counts.besides(dossier),
                        lines.stream().limit(CONTESTED_SHOWN).toList(),
                        lines.size() > CONTESTED_SHOWN
                                ? new Link("contested.html", "All " + Wording.number((long) lines.size()))
                                : null,
                        filters));
    }

    private List<Line> contestedFirst(Collection<Incident> incidents) {
        return incidents.stream()
                .sorted(Comparator.comparing((Incident incident) -> -parts.disagreeing(incident))
                        .thenComparing(
                                incident -> incident.time() == null
                                        ? null
                                        : incident.time().start(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Incident::id))
                .map(incident -> Objects.requireNonNull(incidentLines.get(incident.id())))
                .toList();
    }

    private static List<Line> lines(Collection<String> ids, Map<String, Line> lines) {
        return ids.stream().map(lines::get).filter(Objects::nonNull).toList();
    }

    /** A list of its own, and how many it is of. */
    private record Listed(String file, String title, List<Section> sections, int count) {
        Listed(String file, String title, List<Line> lines) {
            this(file, title, List.of(new Section("", lines)), lines.size());
        }
    }

    private <T> Filter choices(
            String title, String file, String of, Map<String, List<T>> groups, BiFunction<String, List<T>, Listed> list)
            throws IOException {
        List<Choice> all = new ArrayList<>();
        for (var group : groups.entrySet()) {
            Listed listed = list.apply(group.getKey(), group.getValue());
            listing(listed.file(), listed.title(), "", listed.sections());
            all.add(choice(listed.file(), listed.title(), listed.count()));
        }
        return few(title, file, of, all);
    }

    /** Those of most, and a link to the list of all, which is written. */
    private Filter few(String title, String file, String of, List<Choice> all) throws IOException {
        List<Choice> sorted = byCount(all);
        if (sorted.isEmpty() && !IN_NAVIGATION.contains(file)) {
            return new Filter(title, List.of());
        }
        listing(
                file,
                of,
                "",
                "",
                sorted.stream()
                        .map(choice -> new Line(choice.href(), choice.text(), choice.count(), List.of(), 0))
                        .toList());
        List<Choice> few = new ArrayList<>(sorted.subList(0, Math.min(CHOICES_SHOWN, sorted.size())));
        if (!sorted.isEmpty()) {
            few.add(choice(file, "all", sorted.size()));
        }
        return new Filter(title, few);
    }

    private static List<Choice> byCount(List<Choice> choices) {
        return choices.stream()
                .sorted(Comparator.comparing((Choice choice) ->
                                -Long.parseLong(choice.count().replace(",", "")))
                        .thenComparing(Choice::text)
                        .thenComparing(Choice::href))
                .toList();
    }

    private static Choice choice(String file, String text, int count) {
        return new Choice(file, text, Wording.number((long) count));
    }

    private void listing(String file, String title, String lead, String section, List<Line> lines) throws IOException {
        listing(file, title, lead, List.of(new Section(section, lines)));
    }

    /** A list, over as many pages as it takes. */
    private void listing(String file, String title, String lead, List<Section> sections) throws IOException {
        int lines =
                sections.stream().mapToInt(section -> section.lines().size()).sum();
        int pages = pages(lines, LINES_A_PAGE);
        for (int i = 0; i < pages; i++) {
            sink.take(
                    PageNames.part(file, i + 1),
                    new SitePage.Listing(
                            frame(title), lead, window(sections, i * LINES_A_PAGE), links(file, i, pages)));
        }
    }

    /** The lines of a page, under the titles of their sections. */
    private static List<Section> window(List<Section> sections, int from) {
        List<Section> shown = new ArrayList<>();
        int at = 0;
        for (Section section : sections) {
            int size = section.lines().size();
            int first = Math.min(size, Math.max(0, from - at));
            int last = Math.min(size, Math.max(0, from + LINES_A_PAGE - at));
            if (first < last) {
                shown.add(new Section(section.title(), section.lines().subList(first, last)));
            }
            at += size;
        }
        return shown;
    }

    private static int pages(int size, int each) {
        return Math.max(1, (size + each - 1) / each);
    }

    private static <T> List<T> slice(List<T> all, int page, int each) {
        return all.subList(page * each, Math.min(all.size(), (page + 1) * each));
    }

    private static List<Link> links(String file, int page, int pages) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < pages && pages > 1; i++) {
            links.add(new Link(i == page ? "" : PageNames.part(file, i + 1), String.valueOf(i + 1)));
        }
        return links;
    }
}
