package org.rashomon.export.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.page.Page.ClaimLine;
import org.rashomon.export.page.Page.Link;
import org.rashomon.export.page.SitePage.Frame;

/** Pages that only a server has. Every string is plain text that the templates escape. */
public sealed interface Served {
    Frame frame();

    /** The template that renders it. */
    String template();

    /**
     * A question.
     *
     * @param at its place among all, from 0
     * @param line what is asked about, or null for an orphan
     */
    record Check(
            Frame frame,
            int at,
            int of,
            String id,
            String question,
            String why,
            @Nullable Link article,
            @Nullable MarkedText passage,
            @Nullable ClaimLine line,
            List<Option> options,
            @Nullable Entry last)
            implements Served {
        @Override
        public String template() {
            return "served/check.jte";
        }
    }

    /** An answer; {@code key} is the number to press. */
    record Option(String key, String kind, String value, String label, String means) {}

    /** Nothing is left to be asked. */
    record Checked(Frame frame, @Nullable Entry last) implements Served {
        @Override
        public String template() {
            return "served/checked.jte";
        }
    }

    /** What was looked for and found. */
    record Search(
            Frame frame,
            String query,
            String summary,
            List<Filter> filters,
            List<Filter> set,
            List<Found> statements,
            @Nullable Link more,
            List<Passage> passages,
            String passagesSummary)
            implements Served {
        @Override
        public String template() {
            return "served/search.jte";
        }
    }

    /** A facet: links to the search with one more filter, or without one. */
    record Filter(String title, List<Count> values) {}

    /** A value with the number of statements. */
    record Count(String href, String name, String count) {}

    /** A statement with what was found in it. */
    record Found(ClaimLine line, List<Piece> words) {}

    /** Words of an article. */
    record Passage(Link article, String source, List<Piece> words) {}

    /** A stretch of words; {@code found} where it is what was looked for. */
    record Piece(String text, boolean found) {}

    /** Corrections, the newest first. */
    record Corrections(Frame frame, List<Entry> entries) implements Served {
        @Override
        public String template() {
            return "served/corrections.jte";
        }
    }

    /**
     * A correction.
     *
     * @param state {@code live}, {@code undone} or {@code orphan}
     */
    record Entry(
            String id,
            String what,
            String before,
            String after,
            @Nullable Link words,
            String exact,
            String by,
            String when,
            @Nullable String note,
            String state,
            @Nullable String stateWords) {}

    /**
     * What came of annotations that were handed in.
     *
     * @param rejected what was left aside, each with its file, its line and why
     * @param more how many are not listed
     */
    record Imported(Frame frame, String summary, List<String> rejected, int more) implements Served {
        @Override
        public String template() {
            return "served/imported.jte";
        }
    }

    /** Where articles are added. */
    record Add(Frame frame, String limits, List<JobLine> jobs) implements Served {
        @Override
        public String template() {
            return "served/add.jte";
        }
    }

    /** A lot of articles. */
    record JobLine(Link job, String words) {}

    /** A lot of articles being added. */
    record JobPage(Frame frame, String id, boolean over, String progress, List<String> came, List<String> rejects)
            implements Served {
        @Override
        public String template() {
            return "served/job.jte";
        }
    }

    /** Two articles side by side. */
    record Compare(Frame frame, Side a, Side b, List<Link> choices, List<Topic> topics) implements Served {
        @Override
        public String template() {
            return "served/compare.jte";
        }
    }

    /**
     * One of two articles.
     *
     * @param file the name of its page
     */
    record Side(Link article, String file, String source, String meta) {}

    /**
     * What statements are about.
     *
     * @param incident null for what is about none
     * @param note that one side does not mention it, or empty
     */
    record Topic(@Nullable Link incident, String note, List<Pair> pairs) {}

    /**
     * A row: a statement, and what the other article says that bears on it.
     *
     * @param left null where only the right says something
     * @param noRight what was looked through on the right, where nothing was found
     * @param noLeft the same of the left
     */
    record Pair(@Nullable ClaimLine left, List<Beside> right, String noRight, String noLeft) {}

    /** A statement that bears on another, and how. */
    record Beside(String how, ClaimLine line, String why) {}

    /**
     * Days from left to right, a lane for each thing that is spoken of; a mark leads to its row in the table.
     *
     * @param ways to the other charts of the same
     * @param notes what is not in the chart
     */
    record Timeline(
            Frame frame,
            List<Link> ways,
            String summary,
            int width,
            int height,
            List<Label> days,
            List<TimeLane> lanes,
            List<TimeRow> rows,
            List<String> notes)
            implements Served {
        @Override
        public String template() {
            return "served/timeline.jte";
        }
    }

    /** Words in a chart. */
    record Label(int x, int y, String text) {}

    /**
     * A lane.
     *
     * @param what its name, cut to its room; no address where it leads nowhere
     * @param told its name in full
     */
    record TimeLane(int y, Link what, String told, List<Bar> bars, List<TimeMark> marks) {}

    /** When something is said to have happened. */
    record Bar(int x, int width, String told) {}

    /**
     * What was said of one thing in what was published on one day.
     *
     * @param row its row in the table
     * @param act class of colour of the strongest act
     * @param count how many statements
     */
    record TimeMark(int x, int row, String act, int count, String told) {}

    /** What a mark stands for. */
    record TimeRow(int number, String day, Link what, List<ClaimLine> lines, int more) {}

    /** Whose text is whose: a line for each article, under the one that it shares most with. */
    record Family(
            Frame frame,
            List<Link> ways,
            String summary,
            int width,
            int height,
            List<Node> nodes,
            List<FamilyRow> rows,
            List<Link> alone)
            implements Served {
        @Override
        public String template() {
            return "served/lineage.jte";
        }
    }

    /**
     * An article in the tree.
     *
     * @param up the row that it stands under, or 0
     * @param upX where that stands
     */
    record Node(int row, int x, int y, String text, String told, int up, int upX, int upY) {}

    /** What a node stands for; {@code above} is null at the top. */
    record FamilyRow(
            int number, Page.Origin origin, @Nullable Link above) {}

    /**
     * Places on outlines of the land.
     *
     * @param land filled, coasts and borders as paths
     * @param states that something is said to have happened in, where no more is told
     * @param scale words for a line of {@code scaleWidth}; empty where no one scale holds
     * @param areas what is known to a region or a state alone
     * @param unplaced what has no place, or none that is known
     */
    record Atlas(
            Frame frame,
            List<Link> ways,
            String summary,
            int width,
            int height,
            String land,
            String coasts,
            String borders,
            List<String> states,
            List<MapMark> marks,
            List<Label> names,
            String scale,
            int scaleWidth,
            List<MapRow> rows,
            List<Placed> areas,
            List<Placed> unplaced)
            implements Served {
        @Override
        public String template() {
            return "served/map.jte";
        }
    }

    /** What is told to have happened at a place, or at several that lie too near each other to be told apart. */
    record MapMark(int x, int y, int row, int count, String told) {}

    /** What a mark stands for; {@code closer} leads to a map of its places, or is null where there is one place. */
    record MapRow(
            int number, List<Placed> incidents, @Nullable Link closer) {}

    /**
     * An incident and its place.
     *
     * @param precision how exactly it is known, in words
     */
    record Placed(Link incident, String place, String precision, String when) {}

    /**
     * What can be taken away.
     *
     * @param formats of other tools; the link is the format's name
     * @param stories to choose from; an id and words each
     * @param incidents to choose from
     */
    record Export(
            Frame frame, List<Download> downloads, List<Download> formats, List<Link> stories, List<Link> incidents)
            implements Served {
        @Override
        public String template() {
            return "served/export.jte";
        }
    }

    /** A file to be had. */
    record Download(Link file, String words) {}

    /** What this is and how far to trust it. */
    record About(Frame frame, List<String> read, List<String> rejected, String run) implements Served {
        @Override
        public String template() {
            return "served/about.jte";
        }
    }

    /**
     * What watching feeds brought.
     *
     * @param last what the last look was
     * @param before where it brought nothing, what the last one was that did; null where it brought something, or none did
     * @param came of that look
     * @param more how many more came, or null
     * @param failed feeds, with their reasons
     * @param pages that could not be had, with their reasons
     * @param earlier looks that brought something
     */
    record Watched(
            String last,
            @Nullable String before,
            List<Came> came,
            @Nullable String more,
            List<String> failed,
            List<String> pages,
            List<String> earlier) {}

    /** An article that came, or came with another text. */
    record Came(Link article, String outlet, String how) {}

    /**
     * Asks who comes.
     *
     * @param fault what was wrong with what was sent, or empty
     * @param byName whether there are users
     * @param byToken whether there is a token
     */
    record Login(Frame frame, String fault, boolean byName, boolean byToken) implements Served {
        @Override
        public String template() {
            return "served/login.jte";
        }
    }

    /** Somebody's own account. */
    record Account(Frame frame, String name, String role, int shortest) implements Served {
        @Override
        public String template() {
            return "served/account.jte";
        }
    }

    /**
     * Who may come.
     *
     * @param roles to choose from, with what each may do
     * @param first the first user, before whom nobody signs in
     */
    record Users(Frame frame, List<UserLine> users, List<Link> roles, int shortest, boolean first) implements Served {
        @Override
        public String template() {
            return "served/users.jte";
        }
    }

    /** Somebody who may come; {@code self} is who asks. */
    record UserLine(String name, String role, boolean self, boolean program) {}

    /** Something is not there, or cannot be done. */
    record Problem(Frame frame, String words) implements Served {
        @Override
        public String template() {
            return "served/problem.jte";
        }
    }
}
