package org.rashomon.annotate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rashomon.model.Act;

/**
 * Tells what a speaker does with a claim: the strongest act that cue and content carry. Content patterns come from {@code
 * acts.tsv}; they apply only to cues that do not already settle the act.
 */
final class ActClassifier {
    private static final String RESOURCE = "acts.tsv";
    /** A content's act shows in its beginning; the rest is not looked at. */
    private static final int LOOKED_AT = 600;

    /**
     * A content pattern.
     *
     * @param needsActor whether it counts only where the content names an actor other than the speaker
     */
    private record Rule(Act act, boolean needsActor, Pattern pattern) {}

    private final List<Rule> rules;

    private ActClassifier(List<Rule> rules) {
        this.rules = rules;
    }

    static ActClassifier load() {
        List<Rule> rules = new ArrayList<>();
        try (InputStream stream = ActClassifier.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("no " + RESOURCE + " beside " + ActClassifier.class.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] column = line.split("\t");
                    rules.add(new Rule(
                            Act.valueOf(column[0]),
                            column[1].equals("actor"),
                            Pattern.compile("\\b(?:" + column[2] + ")")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
        return new ActClassifier(rules);
    }

    /**
     * The act of a claim.
     *
     * @param cue act of the cue by itself
     * @param negated whether the cue's own verb is negated (<em>did not deny</em>)
     * @param content the words of the content
     * @param namesOther whether the content names an actor other than the speaker
     */
    Act classify(Act cue, boolean negated, String content, boolean namesOther) {
        if (negated) {
            return cue == Act.DENY ? Act.ASSERT : cue;
        }
        if (cue == Act.DENY
                || cue == Act.ADMIT
                || cue == Act.ACCUSE
                || cue == Act.THREATEN
                || cue == Act.DEMAND
                || cue == Act.PROMISE) {
            return cue;
        }
        String looked = content.substring(0, Math.min(content.length(), LOOKED_AT))
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\n', ' ');
        Act act = cue;
        for (Rule rule : rules) {
            if (rule.act().compareTo(act) < 0
                    && (namesOther || !rule.needsActor())
                    && rule.pattern().matcher(looked).find()) {
                act = rule.act();
            }
        }
        return act;
    }
}
