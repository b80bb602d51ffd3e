package org.rashomon.export;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rashomon.export.layout.PageAssembler;
import org.rashomon.model.dossier.Dossier;

/**
 * The dossier as one page for people: it opens from disk, loads nothing, needs no script, prints, and fits a phone. What is
 * contested stands first; every line leads to its words in the article.
 */
public final class DossierPage implements DossierWriter {
    private static final String TEMPLATES = "org.rashomon.export.templates";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, DossierPage.class.getClassLoader(), TEMPLATES);

    @Override
    public String format() {
        return "html";
    }

    @Override
    public void write(Dossier dossier, Path folder) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve("index.html"), StandardCharsets.UTF_8)) {
            TemplateOutput output = new WriterOutput(writer);
            templates.render("page.jte", new PageAssembler(dossier).page(), output);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
