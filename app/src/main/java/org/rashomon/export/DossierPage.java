package org.rashomon.export;

import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.rashomon.export.layout.PageAssembler;
import org.rashomon.export.layout.SiteAssembler;
import org.rashomon.export.page.Style;
import org.rashomon.model.dossier.Dossier;

/**
 * The dossier for people: it opens from disk, needs no script and no network, prints, and fits a phone. What is contested stands first; every
 * line leads to its words in the article. Up to some sixty articles are one page, which loads nothing at all; more are a front page and a
 * folder of linked pages.
 */
public final class DossierPage implements DossierWriter {
    /** With more articles than this the dossier is a folder of pages. */
    private static final int MOST_ON_ONE_PAGE = 60;

    private static final String FRONT = "index.html";

    private final Templates templates = new Templates();

    private final int mostOnOnePage;

    public DossierPage() {
        this(MOST_ON_ONE_PAGE);
    }

    /** @param mostOnOnePage with more articles the dossier is a folder of pages */
    DossierPage(int mostOnOnePage) {
        this.mostOnOnePage = mostOnOnePage;
    }

    @Override
    public String format() {
        return "html";
    }

    @Override
    public void write(Dossier dossier, Path folder) throws IOException {
        if (dossier.analyses().size() <= mostOnOnePage) {
            render("page.jte", new PageAssembler(dossier).page(), folder.resolve(FRONT));
            return;
        }
        Path pages = Files.createDirectory(folder.resolve(SiteAssembler.FOLDER));
        Files.writeString(pages.resolve("style.css"), Style.sheet());
        new SiteAssembler(
                        dossier,
                        (file, page) ->
                                render(page.template(), page, (file.equals(FRONT) ? folder : pages).resolve(file)))
                .assemble();
    }

    private void render(String template, Object page, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            templates.render(template, Map.of("page", page), new WriterOutput(writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
