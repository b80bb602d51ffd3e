package org.rashomon.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.Speaker;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.text.CodePoints;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Task {@code attribution}: a record {@code {id, text}} gives {@code {id, attributions: [{source, cue, content, speaker,
 * speakerStatus, act}]}}, the first three lists of {@code [start, end)} in code points.
 *
 * <p>All attributions that the pipeline finds count, voiced or not, as in PolNeAR, with their spans as found. Who speaks and with
 * what act is told by the claim that is made of one (of joint speakers, the first): {@code speaker} is null where the text does not tell
 * it, and all three are null where no claim is made, as of beliefs and of what nobody said.
 */
final class Attributions {
    private Attributions() {}

    static void report(ArticleTask.Analysed analysed, ArrayNode attributions) {
        Map<List<Span>, List<Claim>> claims = analysed.analysis().claims().stream()
                .collect(Collectors.groupingBy(claim -> claim.attribution().cue(), HashMap::new, Collectors.toList()));
        for (Attribution attribution : analysed.analysis().attributions()) {
            ObjectNode node = attributions.addObject();
            node.set("source", spans(attribution.source(), analysed.points()));
            node.set("cue", spans(attribution.cue(), analysed.points()));
            node.set("content", spans(attribution.content(), analysed.points()));
            Optional<Claim> made = claims.getOrDefault(attribution.cue(), List.of()).stream()
                    .filter(claim -> isMadeOf(attribution, claim.attribution()))
                    .findFirst();
            node.put(
                    "speaker", made.map(Claim::speaker).map(Attributions::known).orElse(null));
            node.put(
                    "speakerStatus",
                    made.map(claim -> claim.speaker().status().name().toLowerCase(Locale.ROOT))
                            .orElse(null));
            node.put("act", made.map(claim -> claim.act().name()).orElse(null));
        }
    }

    /**
     * Whether what was made into a claim, of the same cue, is the attribution or a part of it: claims have contents trimmed or led on into
     * the next paragraph, and one of several sources each.
     */
    private static boolean isMadeOf(Attribution found, Attribution claimed) {
        return found.source().isEmpty() == claimed.source().isEmpty()
                && claimed.source().stream()
                        .allMatch(part -> found.source().stream().anyMatch(source -> source.contains(part)))
                && claimed.content().stream()
                        .anyMatch(part -> found.content().stream().anyMatch(part::overlaps));
    }

    private static @Nullable String known(Speaker speaker) {
        return speaker.status() == SpeakerStatus.UNRESOLVED ? null : speaker.label();
    }

    private static ArrayNode spans(List<Span> spans, CodePoints points) {
        ArrayNode node = Task.JSON.createArrayNode();
        for (Span span : spans) {
            int[] offsets = points.of(span);
            node.addArray().add(offsets[0]).add(offsets[1]);
        }
        return node;
    }
}
