package org.rashomon.annotate.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.nlp.Reading.Said;

/** What decided the attributions of one article, for whoever asks. {@link #NONE} keeps nothing and costs nothing. For one thread. */
public class Trail {
    /** For when nobody asks. */
    public static final Trail NONE = new Trail() {
        @Override
        Of begin(String text) {
            return NOBODY;
        }

        @Override
        void keep(Attribution made, Origin origin) {}
    };

    private static final Of NOBODY = new Of(NONE, "") {
        @Override
        void decided(Proof proof, Said before, Said after) {}

        @Override
        void passed(Proof proof) {}

        @Override
        void keep(Attribution made) {}
    };

    private final Map<List<Span>, List<Kept>> byCue = new HashMap<>();

    private record Kept(Attribution made, Origin origin) {}

    /**
     * Where an attribution comes from.
     *
     * @param addition by which name an attribution of the rules stands beside those of the trained reader; empty where the reader itself
     *     found it
     * @param decided the proofs that it did not pass as it was found, in order
     * @param passed names of the proofs that it passed, in order
     */
    public record Origin(String addition, List<Decision> decided, List<String> passed) {
        public Origin {
            decided = List.copyOf(decided);
            passed = List.copyOf(passed);
        }
    }

    /**
     * A proof that an attribution did not pass as it was found.
     *
     * @param proves what held afterwards
     * @param effect what it changed, in words of the text
     */
    public record Decision(String proof, String proves, String effect) {}

    /** What decides one attribution, as it happens. */
    static class Of {
        private final Trail trail;
        private final String text;
        private final List<Decision> decided = new ArrayList<>();
        private final List<String> passed = new ArrayList<>();

        Of(Trail trail, String text) {
            this.trail = trail;
            this.text = text;
        }

        void decided(Proof proof, Said before, Said after) {
            List<String> effect = new ArrayList<>();
            if (!Objects.equals(before.source(), after.source())) {
                effect.add("source " + source(before) + " became " + source(after));
            }
            if (!before.cue().equals(after.cue())) {
                effect.add("cue " + quoted(before.cue()) + " became " + quoted(after.cue()));
            }
            if (!before.content().equals(after.content())) {
                effect.add("content became "
                        + after.content().stream().map(this::quoted).collect(Collectors.joining(" … ")));
            }
            if (before.confidence() != after.confidence()) {
                effect.add("confidence " + before.confidence() + " became " + after.confidence());
            }
            decided.add(new Decision(proof.name(), proof.proves(), String.join("; ", effect)));
        }

        private String source(Said said) {
            return said.source() == null ? "none" : quoted(said.source());
        }

        private String quoted(Span span) {
            return "\u201c" + span.in(text) + "\u201d";
        }

        void passed(Proof proof) {
            passed.add(proof.name());
        }

        void keep(Attribution made) {
            trail.keep(made, new Origin("", decided, passed));
        }
    }

    Of begin(String text) {
        return new Of(this, text);
    }

    void keep(Attribution made, Origin origin) {
        byCue.computeIfAbsent(made.cue(), cue -> new ArrayList<>()).add(new Kept(made, origin));
    }

    /**
     * Where an attribution comes from, whose source and content may since have been split, trimmed or led on; empty for what was not
     * found as an attribution, such as a quotation without a cue.
     */
    public Optional<Origin> of(Attribution a) {
        return byCue.getOrDefault(a.cue(), List.of()).stream()
                .filter(kept -> kept.made().content().stream()
                        .anyMatch(span -> a.content().stream().anyMatch(span::overlaps)))
                .findFirst()
                .map(Kept::origin);
    }
}
