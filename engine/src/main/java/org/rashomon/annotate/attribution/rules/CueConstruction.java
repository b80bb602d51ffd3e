package org.rashomon.annotate.attribution.rules;

import java.util.List;
import java.util.Set;
import org.rashomon.annotate.attribution.CueLexicon;
import org.rashomon.annotate.patterns.PhrasePattern;
import org.rashomon.annotate.syntax.Adjuncts;
import org.rashomon.annotate.syntax.BarePhrases;
import org.rashomon.annotate.syntax.ClauseBounds;
import org.rashomon.annotate.syntax.SourcePhrases;
import org.rashomon.annotate.syntax.SubjectPhrases;
import org.rashomon.annotate.syntax.TaggedBlock;
import org.rashomon.annotate.syntax.TokenRange;
import org.rashomon.words.WordLists;

/** What each kind of construction looks at: the block, what was found in it before, and the phrases and clauses around a cue. */
abstract class CueConstruction {
    private static final PhrasePattern ASIDE = pattern("aside");

    final TaggedBlock b;
    final CueLexicon lexicon;
    final FoundAttributions found;
    final Adjuncts adjuncts;
    final BarePhrases bare;
    final ClauseBounds clauses;
    final SubjectPhrases subjects;
    final SourcePhrases sources;
    final ContentStart starts;
    final ContentEnd ends;

    CueConstruction(TaggedBlock block, CueLexicon lexicon, FoundAttributions found) {
        this.b = block;
        this.lexicon = lexicon;
        this.found = found;
        this.adjuncts = new Adjuncts(block);
        this.bare = new BarePhrases(block);
        this.clauses = new ClauseBounds(block);
        this.subjects = new SubjectPhrases(block);
        this.sources = new SourcePhrases(block);
        this.starts = new ContentStart(block, lexicon);
        this.ends = new ContentEnd(block);
    }

    /** A list of the table of words that these rules ask for. */
    static Set<String> words(String list) {
        return WordLists.of("en/attribution-words.tsv").list(list);
    }

    /** Patterns of the table of what these rules ask. */
    static PhrasePattern pattern(String name) {
        return PhrasePattern.of("en/attribution-patterns.tsv", name);
    }

    /** From {@code start} to where content ends. */
    TokenRange contentFrom(int start) {
        return new TokenRange(start, ends.of(start));
    }

    /** Whether a main clause goes on at {@code i}, and no aside about what stands before it. */
    boolean goesOn(int i, int limit) {
        return !ASIDE.standsAt(b, i) && b.hasVerb(i, limit);
    }

    /** A direct quotation goes on in the next sentence of the paragraph, which holds nothing else: He said: "A." "B." */
    void addFollowingQuote(List<TokenRange> content, int at) {
        int to = b.afterQuote(at);
        if (b.opensQuote(at) && to >= b.sentenceEnd(to - 1)) {
            content.add(new TokenRange(at, to));
        }
    }
}
