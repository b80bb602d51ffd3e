package org.rashomon.export.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.page.Page.AgreementCard;
import org.rashomon.export.page.Page.ArticleView;
import org.rashomon.export.page.Page.ClaimLine;
import org.rashomon.export.page.Page.Clocks;
import org.rashomon.export.page.Page.Count;
import org.rashomon.export.page.Page.Coverage;
import org.rashomon.export.page.Page.Exchange;
import org.rashomon.export.page.Page.FigureChart;
import org.rashomon.export.page.Page.IncidentCard;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.Page.Matrix;
import org.rashomon.export.page.Page.Reject;
import org.rashomon.export.page.Page.Sources;

/** A page of a dossier of many. */
public sealed interface SitePage {
    /** What all pages have. */
    Frame frame();

    /** The template that renders it. */
    String template();

    /**
     * What stands around a page.
     *
     * @param home where the front page is, seen from this one
     * @param folder where the other pages are, seen from this one
     * @param crumbs the way to this page
     */
    record Frame(String title, String home, String folder, List<Link> crumbs, String madeBy) {}

    /** A line of a list: something that has a page of its own. */
    record Line(String href, String title, String meta, List<String> gist, int disagreeing) {}

    /** A link with how many it leads to. */
    record Choice(String href, String text, String count) {}

    /** Choices of one kind. */
    record Filter(String title, List<Choice> choices) {}

    /**
     * The front page.
     *
     * @param more a link to all that are contested, or null where all are shown
     */
    record Front(
            Frame frame,
            List<Count> counts,
            List<String> besides,
            List<Line> contested,
            @Nullable Link more,
            List<Filter> filters)
            implements SitePage {
        @Override
        public String template() {
            return "front.jte";
        }
    }

    /** Lines under a title. */
    record Section(String title, List<Line> lines) {}

    /**
     * One page of a list.
     *
     * @param pages links to all pages of the list, this one without an address; empty where there is one
     */
    record Listing(Frame frame, String lead, List<Section> sections, List<Link> pages) implements SitePage {
        @Override
        public String template() {
            return "listing.jte";
        }
    }

    /** What could not be read. */
    record Rejects(Frame frame, List<Reject> rejected, List<Link> pages) implements SitePage {
        @Override
        public String template() {
            return "rejects.jte";
        }
    }

    /** An incident. */
    record IncidentPage(
            Frame frame, IncidentCard card, @Nullable Coverage coverage, List<Line> articles) implements SitePage {
        @Override
        public String template() {
            return "incidentPage.jte";
        }
    }

    /** A story that several articles tell. */
    record StoryPage(
            Frame frame,
            String meta,
            List<Line> incidents,
            List<Line> agreements,
            List<Exchange> exchanges,
            List<ClaimLine> unanswered,
            List<FigureChart> figures,
            @Nullable Matrix matrix,
            @Nullable Clocks clocks,
            @Nullable Sources sources,
            @Nullable Coverage coverage,
            List<Line> articles)
            implements SitePage {
        @Override
        public String template() {
            return "storyPage.jte";
        }
    }

    /** An agreement. */
    record AgreementPage(Frame frame, AgreementCard card, List<Line> articles) implements SitePage {
        @Override
        public String template() {
            return "agreementPage.jte";
        }
    }

    /** What a speaker is reported to say, by day. */
    record SpeakerPage(Frame frame, String meta, List<ClaimLine> said, List<Link> pages) implements SitePage {
        @Override
        public String template() {
            return "speakerPage.jte";
        }
    }

    /** An article with its text, and what it tells of. */
    record ArticlePage(
            Frame frame, ArticleView article, List<Line> tells, List<Exchange> exchanges, List<ClaimLine> unanswered)
            implements SitePage {
        @Override
        public String template() {
            return "articlePage.jte";
        }
    }
}
