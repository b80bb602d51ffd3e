package org.rashomon.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.casefile.Added;

/** What a look at a feed brought, in a line for people. */
final class Lines {
    private static final int SHOWN = 3;

    private Lines() {}

    /**
     * @param pages that the feed leads to
     * @param asked of them
     * @param added what came of those that answered; null where nothing came
     * @param refusals by page, why it was not had
     * @param left for the next look
     * @param nowhere items without an address
     */
    static String of(
            String feed,
            int pages,
            int asked,
            @Nullable Added added,
            Map<String, String> refusals,
            int left,
            int nowhere) {
        List<String> parts = new ArrayList<>();
        parts.add(pages == 1 ? "1 page" : pages + " pages");
        parts.add(asked + " asked");
        if (added != null) {
            parts.add(added.added() + " new");
            parts.add(added.revised() + " with another text");
            int none = added.rejected().size();
            if (none > 0) {
                parts.add(none + " gave no article (" + added.rejected().get(0).reason() + ")");
            }
        }
        if (left > 0) {
            parts.add(left + " left for the next look");
        }
        if (nowhere > 0) {
            parts.add(nowhere + (nowhere == 1 ? " item leads nowhere" : " items lead nowhere"));
        }
        StringBuilder line = new StringBuilder(feed + ": " + String.join(", ", parts));
        refusals.entrySet().stream()
                .limit(SHOWN)
                .forEach(refusal -> line.append("\n  not had: ")
                        .append(refusal.getKey())
                        .append(": ")
                        .append(refusal.getValue()));
        if (refusals.size() > SHOWN) {
            line.append("\n  and ").append(refusals.size() - SHOWN).append(" more");
        }
        return line.toString();
    }
}
