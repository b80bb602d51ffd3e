package org.rashomon.annotate.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.annotate.syntax.Mentions;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;

/** Names are marked in the table: (PER Ana Lund), (LOC Marn), (NORP Kestrian), (ORG Observatory). */
class JointSourcesTest {
    private static final Pattern NAME = Pattern.compile("\\((PER|LOC|ORG|NORP) ([^)]*)\\)");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            (PER Ana Lund) and (PER Ivo Dasko)                                        | Ana Lund; Ivo Dasko
            both (LOC Kestria) and (LOC Veldora)                                      | Kestria; Veldora
            (LOC Kestria) and (LOC Veldora) both                                      | Kestria; Veldora
            (LOC Kestria), (LOC Veldora) and (LOC Norvia)                             | Kestria; Veldora; Norvia
            (NORP Kestrian) President (PER Ivo Dasko) and Sen. (PER Ana Lund) of (LOC Marn) | Kestrian President Ivo Dasko; Sen. Ana Lund of Marn
            Secretary of State (PER Ana Lund) and Foreign Minister (PER Ivo Dasko)    | Secretary of State Ana Lund; Foreign Minister Ivo Dasko
            (PER Ivo Dasko), the minister, and (PER Ana Lund)                         | Ivo Dasko, the minister; Ana Lund
            activists and residents                                                   | activists; residents
            rebels and local residents in (LOC Marn)                                  | rebels; local residents in Marn
            activists in (LOC Marn) and residents                                     | activists in Marn; residents
            a hospital and a civil defence group                                      | a hospital; a civil defence group
            state media and the (ORG Observatory)                                     | state media; the Observatory
            the (ORG Observatory) as well as three rescue workers                     | the Observatory; three rescue workers
            (LOC Kestria) and others                                                  | Kestria; others
            (PER Ivo Dasko) and his government                                        | Ivo Dasko; his government
            (PER Dasko)s regime and (LOC Veldora)                                     | Daskos regime; Veldora
            he and other officials                                                    | he; other officials
            (LOC US) and (NORP Kestrian) officials                                    | US and Kestrian officials
            (NORP Veldoran) and (NORP Kestrian) officials                             | Veldoran and Kestrian officials
            the ministry of health and education                                      | the ministry of health and education
            a doctor and activist                                                     | a doctor and activist
            the founder and head of the (ORG Observatory)                             | the founder and head of the Observatory
            local and media sources                                                   | local and media sources
            a lawyer for (PER Ivo Dasko) and (PER Ana Lund)                           | a lawyer for Ivo Dasko and Ana Lund
            residents of (LOC Marn) and (LOC Orsk)                                    | residents of Marn and Orsk
            the head of the army and the police                                       | the head of the army and the police
            friends of workers and residents                                          | friends of workers and residents
            rescuers and doctors in the city                                          | rescuers; doctors in the city
            the group which relies on activists and doctors                           | the group which relies on activists and doctors
            (ORG Fire House) (ORG Home Security) and Rescue Adviser (PER Ana Lund)    | Fire House Home Security and Rescue Adviser Ana Lund
            (ORG Ministry of Health and Rescue)                                       | Ministry of Health and Rescue
            (PER Ivo Dasko)                                                           | Ivo Dasko
            dock owners and ferry pilots                                              | dock owners; ferry pilots
            sales and marketing managers                                              | sales and marketing managers
            the (ORG Assembly) as well as several coastal towns                       | the Assembly; several coastal towns
            Secretary of State (PER Ana Lund) and her counterpart                     | Secretary of State Ana Lund; her counterpart
            (PER Ana Lund), a professor of roads and an expert in bridges             | Ana Lund, a professor of roads and an expert in bridges
            """)
    void everySourceThatCanSpeakByItselfIsOne(String marked, String expected) {
        List<Mention> mentions = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher name = NAME.matcher(marked);
        int from = 0;
        while (name.find()) {
            text.append(marked, from, name.start());
            int start = text.length();
            text.append(name.group(2));
            mentions.add(new Mention(
                    new Span(start, text.length()), EntityType.valueOf(name.group(1)), null, Mention.How.NAME));
            from = name.end();
        }
        text.append(marked.substring(from));
        String said = text.toString();

        List<Span> parts = new JointSources(said, new Mentions(mentions)).parts(new Span(0, said.length()));

        assertThat(parts.stream().map(part -> part.in(said)).collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }
}
