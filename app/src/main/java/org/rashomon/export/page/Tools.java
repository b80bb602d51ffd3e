package org.rashomon.export.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.page.Page.Link;

/**
 * What stands around a page that is served, and what can be done on it; null where a page lies in a folder.
 *
 * @param title of the case
 * @param parts the pages that every page leads to
 * @param here the address of the part that this page belongs to, or empty
 * @param path the address of the page
 * @param csrf what a form must send back
 * @param query what was searched for, or empty
 * @param author who corrects, as last told
 * @param rights what whoever asks may do
 * @param toCheck how many questions are open
 * @param corrections how many stand
 * @param human by claim, what people settled of it
 * @param acts codes of acts, and their words
 * @param names known in the article of the page, to choose from
 * @param judging what can be said of incidents and relations
 * @param choices what the forms of the page choose from
 * @param watched what watching feeds brought, on the front page; null elsewhere and where nothing is watched
 * @param notice what just happened, or null
 */
public record Tools(
        String title,
        List<Link> parts,
        String here,
        String path,
        String csrf,
        String query,
        String author,
        Rights rights,
        int toCheck,
        int corrections,
        Map<String, String> human,
        List<Link> acts,
        List<String> names,
        Judging judging,
        Judging.Choices choices,
        Served.@Nullable Watched watched,
        @Nullable String notice) {
    public Tools {
        parts = List.copyOf(parts);
        human = Map.copyOf(human);
        acts = List.copyOf(acts);
        names = List.copyOf(names);
    }

    /**
     * Who asks.
     *
     * @param user the name that was signed in with, which stands beside corrections; null where there is none
     * @param signedIn whether somebody signed in, and so can sign out
     * @param edits whether articles may be added and things corrected
     */
    public record Rights(@Nullable String user, boolean signedIn, boolean edits) {}

    /** The name of the page, without where it lies. */
    public String file() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What people settled of the claim that a link leads to, or null. */
    public @Nullable String human(String href) {
        return human.get(claim(href));
    }

    /** How the statements that two links lead to bear on each other. */
    public List<Judging.Bearing> between(String one, String other) {
        return judging.between(claim(one), claim(other));
    }

    /** The claim that a link leads to: what stands behind its {@code #}. */
    public String claim(String href) {
        return href.substring(href.indexOf('#') + 1);
    }
}
