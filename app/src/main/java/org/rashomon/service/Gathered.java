package org.rashomon.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.ReadResult;
import org.rashomon.model.Rejected;

/** What a run has read so far, and how far it is. */
final class Gathered implements Consumer<ReadResult> {
    private final Progress progress;
    private final Rejects rejected = new Rejects();
    private final List<ReadResult.Duplicate> duplicates = new ArrayList<>();
    private final List<ReadResult.Skipped> skipped = new ArrayList<>();
    private final List<ReadResult.OwnDossier> dossiers = new ArrayList<>();
    private int read;
    private Progress.Phase phase = Progress.Phase.READING;
    private @Nullable Analyser analyser;

    Gathered(Progress progress) {
        this.progress = progress;
    }

    /** Articles that are read go there. */
    void by(Analyser analysing) {
        analyser = analysing;
    }

    void begins(Progress.Phase next) {
        phase = next;
        progress.begins(next);
    }

    @Override
    public void accept(ReadResult result) {
        if (result instanceof ReadResult.Read article && analyser != null) {
            read++;
            analyser.add(article.article());
            progress.document(article.article().file(), read, rejected.size());
        } else if (result instanceof Rejected reject) {
            rejected.add(reject);
            progress.document(reject.source(), read, rejected.size());
        } else if (result instanceof ReadResult.Duplicate duplicate) {
            duplicates.add(duplicate);
        } else if (result instanceof ReadResult.Skipped passed) {
            skipped.add(passed);
        } else if (result instanceof ReadResult.OwnDossier dossier) {
            dossiers.add(dossier);
        }
    }

    /** What is being done, for a sentence. */
    String doing() {
        return switch (phase) {
            case READING -> "reading articles";
            case COMPARING -> "comparing articles";
            case WRITING -> "writing the dossier";
        };
    }

    /** How many articles are analysed. */
    int analysed() {
        return analyser == null ? 0 : analyser.done();
    }

    List<Rejected> rejectedWith(List<Rejected> broken) {
        broken.forEach(rejected::add);
        return rejected.all();
    }

    List<ReadResult.Duplicate> duplicates() {
        return duplicates;
    }

    /** What the inputs hold beside articles. */
    List<ReadResult.Skipped> skipped() {
        return skipped;
    }

    /** All that was passed over, the program's own dossiers included, for people. */
    List<ReadResult.Skipped> passedOver() {
        return Stream.concat(
                        dossiers.stream()
                                .map(
                                        dossier -> new ReadResult.Skipped(
                                                dossier.source(),
                                                "the folder of a dossier of this program, which is no news; give the articles it was made from")),
                        skipped.stream())
                .toList();
    }
}
