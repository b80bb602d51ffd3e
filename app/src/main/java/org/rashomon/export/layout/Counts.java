package org.rashomon.export.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rashomon.export.page.Page.Count;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.events.Agreement;

/** What a dossier holds, in numbers. */
final class Counts {
    private Counts() {}

    static Set<String> outlets(Dossier dossier) {
        Set<String> outlets = new TreeSet<>();
        dossier.analyses().forEach(analysis -> {
            if (analysis.article().outlet() != null) {
                outlets.add(analysis.article().outlet());
            }
        });
        return outlets;
    }

    /** <em>12 articles of 3 outlets, side by side</em>. */
    static String title(Dossier dossier) {
        int outlets = outlets(dossier).size();
        return Wording.plural(dossier.analyses().size(), "article", "articles")
                + (outlets > 1 ? " of " + Wording.plural(outlets, "outlet", "outlets") : "") + ", side by side";
    }

    static List<Count> of(Dossier dossier, int origins, int contested) {
        int claims = 0;
        Set<String> speakers = new HashSet<>();
        Set<String> unnamed = new HashSet<>();
        int unresolved = 0;
        for (ArticleAnalysis analysis : dossier.analyses()) {
            for (Claim claim : analysis.claims()) {
                claims++;
                if (claim.speaker().actor() != null) {
                    speakers.add(ClaimLines.speakerKey(claim));
                } else if (claim.speaker().status() == SpeakerStatus.UNNAMED) {
                    unnamed.add(ClaimLines.speakerKey(claim));
                } else {
                    unresolved++;
                }
            }
        }
        int outlets = outlets(dossier).size();
        int incidents = dossier.comparison().incidents().size();
        int stories = dossier.comparison().stories().size();
        int agreements = (int) dossier.comparison().agreements().stream()
                .filter(Agreement::isTold)
                .count();
        int articles = dossier.analyses().size();
        return List.of(
                count(
                        articles,
                        (articles == 1 ? "article, " : "articles, ")
                                + (outlets == 0 ? "no outlet stated" : Wording.plural(outlets, "outlet", "outlets"))
                                + ", "
                                + Wording.plural(origins, "origin", "origins")),
                count(stories, stories == 1 ? "story" : "stories"),
                count(incidents, (incidents == 1 ? "incident, " : "incidents, ") + contested + " contested"),
                count(
                        claims,
                        (claims == 1 ? "claim by " : "claims by ")
                                + Wording.plural(speakers.size(), "known speaker", "known speakers")),
                count(unnamed.size(), (unnamed.size() == 1 ? "speaker" : "speakers") + " the texts do not name"),
                count(unresolved, (unresolved == 1 ? "claim" : "claims") + " whose speaker stays open"),
                count(agreements, agreements == 1 ? "agreement" : "agreements"));
    }

    /** What else the inputs held; a line each. */
    static List<String> besides(Dossier dossier) {
        int again = dossier.duplicates().size();
        int skipped = dossier.skipped().size();
        List<String> besides = new ArrayList<>();
        if (again > 0) {
            besides.add(again + " read before, kept once");
        }
        if (skipped > 0) {
            besides.add(Wording.plural(skipped, "kind of part", "kinds of parts") + " passed over");
        }
        return besides;
    }

    static String madeBy(Dossier dossier) {
        return "Rashomon " + dossier.run().version() + ", read by "
                + dossier.run().reader();
    }

    private static Count count(int number, String what) {
        return new Count(Wording.number((long) number), what);
    }
}
