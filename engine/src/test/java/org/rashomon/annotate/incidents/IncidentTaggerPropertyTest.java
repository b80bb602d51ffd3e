package org.rashomon.annotate.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rashomon.annotate.agreements.AgreementTagger;
import org.rashomon.annotate.places.ArticlePlaces;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.IncidentMention;
import org.rashomon.testing.HandMade;
import org.rashomon.testing.Known;

class IncidentTaggerPropertyTest {
    private static final IncidentTagger INCIDENTS = new IncidentTagger(Known.PLACES);
    private static final AgreementTagger AGREEMENTS = new AgreementTagger();

    @Provide
    Arbitrary<String> wordSalad() {
        Arbitrary<String> word = Arbitraries.of(
                "an",
                "air",
                "strike",
                "hit",
                "the",
                "clinic",
                "in",
                "Veldin",
                "on",
                "Monday",
                ",",
                ".",
                "by",
                "Tarvian",
                "jets",
                "was",
                "struck",
                "truce",
                "must",
                "not",
                "stop",
                "to",
                "and",
                "of",
                "\u201c",
                "\u201d",
                "'s",
                "which",
                "second",
                "attack",
                "(",
                ")",
                "agreed",
                "under",
                "no",
                "\uD83D\uDE00",
                "e\u0301",
                "-",
                "its",
                "commitments",
                "if",
                "will",
                "Red",
                "Banner",
                "accused",
                "bombing");
        return word.list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(words -> words.stream().collect(Collectors.joining(" ")));
    }

    @Property(tries = 300)
    void spansLieInTheTextAndRunsAgree(@ForAll("wordSalad") String text) {
        Article article = HandMade.article(text);
        List<IncidentMention> found = IncidentTaggerTest.tag(article);
        List<AgreementMention> agreements = AGREEMENTS.tag(
                article, HandMade.sentences(article), HandMade.mentions(article), HandMade.times(article), List.of());
        for (IncidentMention mention : found) {
            inside(mention.span(), text);
            mention.targets().forEach(target -> assertThat(text).contains(target));
        }
        for (AgreementMention mention : agreements) {
            inside(mention.span(), text);
            assertThat(mention.span().in(text)).isEqualTo(mention.name());
            mention.obligations().forEach(o -> inside(o.span(), text));
            mention.participations().forEach(p -> inside(p.span(), text));
        }
        assertThat(IncidentTaggerTest.tag(article)).isEqualTo(found);
        assertThat(INCIDENTS.tag(article, List.of(), List.of(), List.of(), List.of(), ArticlePlaces.in(Set.of())))
                .isEmpty();
    }

    private static void inside(Span span, String text) {
        assertThat(span.end()).isLessThanOrEqualTo(text.length());
        String words = span.in(text);
        assertThat(words).isEqualTo(words.strip());
    }
}
