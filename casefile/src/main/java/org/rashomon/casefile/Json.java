package org.rashomon.casefile;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.rashomon.model.Article;
import org.rashomon.model.Mention;
import org.rashomon.model.Sentence;
import org.rashomon.model.TimeExpression;
import org.rashomon.model.claims.Attribution;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.events.AgreementMention;
import org.rashomon.model.events.AgreementStatement;
import org.rashomon.model.events.Figure;
import org.rashomon.model.events.IncidentMention;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Records of the model as they are kept. The same record gives the same letters. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .changeDefaultPropertyInclusion(
                    any -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addSerializer(new Sorted()))
            .build();

    private Json() {}

    /** The order of a set is another one in each run. */
    private static final class Sorted extends StdSerializer<Set<?>> {
        Sorted() {
            super(Set.class);
        }

        @Override
        public void serialize(Set<?> marks, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            marks.stream().map(String::valueOf).sorted().forEach(out::writeString);
            out.writeEndArray();
        }
    }

    /** An analysis without its article, which is kept beside it. */
    private record Body(
            List<Sentence> sentences,
            List<Mention> mentions,
            List<TimeExpression> times,
            List<Attribution> attributions,
            List<Claim> claims,
            List<Figure> figures,
            List<IncidentMention> incidentMentions,
            List<AgreementMention> agreementMentions,
            List<AgreementStatement> agreementStatements) {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** @throws JacksonException where it is none */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** @throws JacksonException where it is none */
    static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static String body(ArticleAnalysis analysis) {
        return write(new Body(
                analysis.sentences(),
                analysis.mentions(),
                analysis.times(),
                analysis.attributions(),
                analysis.claims(),
                analysis.figures(),
                analysis.incidentMentions(),
                analysis.agreementMentions(),
                analysis.agreementStatements()));
    }

    /** @throws JacksonException where it is none */
    public static ArticleAnalysis analysis(Article article, String json) {
        Body body = read(json, Body.class);
        return new ArticleAnalysis(
                article,
                body.sentences,
                body.mentions,
                body.times,
                body.attributions,
                body.claims,
                body.figures,
                body.incidentMentions,
                body.agreementMentions,
                body.agreementStatements);
    }
}
