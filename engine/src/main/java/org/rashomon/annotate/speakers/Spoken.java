package org.rashomon.annotate.speakers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rashomon.annotate.speakers.SpeakerResolver.Earlier;
import org.rashomon.model.Span;

/** Who has spoken so far in an article, in order of text, looked up by place without a walk through all of them. */
public final class Spoken {
    private final List<Earlier> all = new ArrayList<>();
    /** The furthest start of the sources up to each, so that a search backwards knows where to stop. */
    private final List<Integer> reach = new ArrayList<>();
    /** By where what was said begins, each in order. */
    private final Map<Integer, List<Earlier>> byContent = new HashMap<>();

    /** Adds the next one. */
    public void add(Earlier speaker) {
        int furthest = all.isEmpty() ? 0 : reach.get(all.size() - 1);
        all.add(speaker);
        reach.add(Math.max(furthest, speaker.source().start()));
        byContent
                .computeIfAbsent(speaker.content().get(0).start(), start -> new ArrayList<>())
                .add(speaker);
    }

    /** Those whose source begins at {@code offset} or later, in order. */
    List<Earlier> from(int offset) {
        List<Earlier> found = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && reach.get(i) >= offset; i--) {
            if (all.get(i).source().start() >= offset) {
                found.add(all.get(i));
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** The first one the beginning of whose words holds {@code words}, at exactly this offset. */
    Optional<Earlier> saying(int offset, Span words) {
        return byContent.getOrDefault(offset, List.of()).stream()
                .filter(speaker -> speaker.content().get(0).contains(words))
                .findFirst();
    }
}
