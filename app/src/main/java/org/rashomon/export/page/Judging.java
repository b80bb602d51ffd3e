package org.rashomon.export.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.export.page.Page.Link;

/**
 * What people can say of incidents, and of how claims bear on each other, on pages that are served.
 *
 * @param utterances by claim, what stands for all reports of one utterance
 * @param bearings by what stands for an utterance, how others bear on it
 * @param about by claim, the incident that it is about, in words
 * @param incidents by incident, what people settled of it
 */
public record Judging(
        Map<String, String> utterances,
        Map<String, List<Bearing>> bearings,
        Map<String, String> about,
        Map<String, String> incidents) {

    /** Nothing to be judged. */
    public static final Judging NONE = new Judging(Map.of(), Map.of(), Map.of(), Map.of());

    /** Pages grow no further than this for one claim. */
    private static final int MOST = 20;

    /**
     * One statement bears on another.
     *
     * @param other what stands for the utterance of the other
     * @param value what a form sends back for it
     * @param words what bears on what, and how
     * @param human who said that it holds and when, or null
     */
    public record Bearing(
            String other,
            String value,
            String words,
            @Nullable String human) {}

    /**
     * A place that tells of an incident.
     *
     * @param value what a form sends back for it
     * @param before the words before it in its sentence
     * @param words those that tell of it
     * @param after the words after it
     */
    public record Told(String value, String before, String words, String after) {}

    /**
     * An article that tells of an incident.
     *
     * @param value what a form sends back for all of it
     */
    public record ToldIn(String value, String title, String source, List<Told> places) {}

    /**
     * What the forms of one page choose from.
     *
     * @param near incidents of the same story, without that of the page; an id and words each
     * @param far others
     * @param beside other articles of the story, to be laid beside the article of the page; names of pages and words
     * @param told where the incident of the page is told, by article; empty on other pages
     */
    public record Choices(List<Link> near, List<Link> far, List<Link> beside, List<ToldIn> told) {
        public static final Choices NONE = new Choices(List.of(), List.of(), List.of(), List.of());

        public List<Link> all() {
            List<Link> all = new ArrayList<>(near);
            all.addAll(far);
            return all;
        }
    }

    /** How others bear on a claim. */
    public List<Bearing> bearings(String claim) {
        List<Bearing> all = bearings.getOrDefault(utterances.getOrDefault(claim, claim), List.of());
        return all.size() > MOST ? all.subList(0, MOST) : all;
    }

    /** How two claims bear on each other. */
    public List<Bearing> between(String one, String other) {
        String second = utterances.getOrDefault(other, other);
        return bearings.getOrDefault(utterances.getOrDefault(one, one), List.of()).stream()
                .filter(bearing -> bearing.other().equals(second))
                .toList();
    }
}
