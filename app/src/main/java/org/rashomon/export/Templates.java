package org.rashomon.export;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates of {@code src/main/jte}, as the build compiled them. Every string that they get comes out escaped. */
public final class Templates {
    private static final String COMPILED = "org.rashomon.export.templates";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), COMPILED);

    /** Renders a template; a parameter that is not given has the default that the template states. */
    public void render(String template, Map<String, Object> parameters, TemplateOutput output) {
        engine.render(template, parameters, output);
    }

    /** The same as a string. */
    public String render(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        engine.render(template, parameters, output);
        return output.toString();
    }
}
