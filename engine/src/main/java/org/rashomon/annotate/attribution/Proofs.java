package org.rashomon.annotate.attribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Attribution;
import org.rashomon.nlp.Reading.Said;

/**
 * What holds of an attribution before it counts, in the order in which it is tried: first whose words they are, then which
 * words they are. To add a proof: an entry here or in the list of its kind; the figures of all are in {@code
 * docs/evaluation/proofs.md}, which {@code bench/ablation.py} makes.
 */
final class Proofs {
    /** Least probability of what encoder and rules find alike. */
    private static final double AGREED = 0.5;

    static final List<Proof> ALL = Stream.of(
                    SourceProofs.ALL,
                    ContentProofs.ALL,
                    List.of(
                            new Proof(
                                    "agreed",
                                    "what the rules see too, source and cue, is at least as likely right as wrong",
                                    Proofs::agreed),
                            new Proof(
                                    "not-relayed",
                                    "the source does not only relay what another is said to have said",
                                    Proofs::relayed)))
            .flatMap(List::stream)
            .toList();

    private Proofs() {}

    /**
     * What is left of a learned attribution, without content where nothing is.
     *
     * @param without names of proofs that are left out
     * @param trail is told of each proof that decides
     */
    static Said hold(Evidence evidence, Said learned, Set<String> without, Trail.Of trail) {
        Said said = learned;
        for (Proof proof : ALL) {
            if (said.content().isEmpty()) {
                return said;
            }
            if (without.contains(proof.name())) {
                continue;
            }
            Optional<Said> left = proof.check().of(evidence, said);
            if (left.isPresent()) {
                trail.decided(proof, said, left.get());
                said = left.get();
            } else {
                trail.passed(proof);
            }
        }
        return said;
    }

    private static Optional<Said> agreed(Evidence evidence, Said said) {
        boolean agreed = said.confidence() < AGREED
                && said.source() != null
                && evidence.ruledAt(said.cue()).stream()
                        .anyMatch(rule -> rule.source().contains(said.source()) && rule.voiced());
        return agreed ? Optional.of(new Said(said.source(), said.cue(), said.content(), AGREED)) : Optional.empty();
    }

    /**
     * <em>The envoy replied, Dace said, that …</em>: the rules see the other's cue, then the learned source and cue between commas, then
     * the content.
     */
    private static Optional<Said> relayed(Evidence evidence, Said said) {
        if (said.source() == null) {
            return Optional.empty();
        }
        Span relay = Span.covering(List.of(said.source(), said.cue()));
        boolean relayed = Stream.concat(
                        wordBeforeComma(evidence.text(), relay.start()).stream(), beforeRelay(said, relay).stream())
                .flatMap(words -> evidence.ruledAt(words).stream())
                .anyMatch(rule -> isRelayed(evidence, rule, said));
        return relayed ? Optional.of(said.withContent(List.of())) : Optional.empty();
    }

    /** What stands between the content and who relays it: <em>"…," Lund told the radio, according to the agency</em>. */
    private static Optional<Span> beforeRelay(Said said, Span relay) {
        int from = said.content().stream().mapToInt(Span::end).max().orElse(relay.start());
        return from < relay.start() ? Optional.of(new Span(from, relay.start())) : Optional.empty();
    }

    /** The last character of what nothing but a comma parts from {@code offset}. */
    private static Optional<Span> wordBeforeComma(String text, int offset) {
        int comma = lastInk(text, offset);
        int word = comma < 0 || text.charAt(comma) != ',' ? -1 : lastInk(text, comma);
        return word < 0 ? Optional.empty() : Optional.of(new Span(word, word + 1));
    }

    /** Where the last character before {@code offset} stands that is no white space; -1 where none does. */
    private static int lastInk(String text, int offset) {
        int at = offset - 1;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }

    private static boolean isRelayed(Evidence evidence, Attribution rule, Said learned) {
        if (rule.source().size() != 1 || rule.cue().size() != 1 || learned.source() == null) {
            return false;
        }
        Span said = Span.covering(List.of(learned.source(), learned.cue()));
        Span replied = rule.cue().get(0);
        Span content = rule.content().get(0);
        // "…," Lund told the radio, according to the agency
        if (content.end() <= replied.start() && Math.max(rule.source().get(0).end(), replied.end()) <= said.start()) {
            return learned.content().stream().allMatch(content::overlaps);
        }
        return rule.source().get(0).end() <= replied.start()
                && replied.end() <= said.start()
                && said.end() <= content.start()
                && learned.content().stream()
                        .allMatch(span -> span.start() >= said.end() && span.start() < content.end())
                && evidence.between(replied.end(), said.start()).strip().equals(",")
                && evidence.text().startsWith(",", said.end());
    }
}
