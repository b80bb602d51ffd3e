package org.rashomon.annotate.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rashomon.facts.ActorRegistry;
import org.rashomon.model.Actor;

class OfficeReaderTest {
    private final OfficeReader offices = new OfficeReader(ActorRegistry.standard());

    private Optional<String> holder(String words, String day) {
        return offices.read(words)
                .flatMap(office -> offices.holder(office, LocalDate.parse(day)))
                .map(Actor::name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the Russian foreign minister | 2016-09-28 | Sergei Lavrov
            Russia's foreign minister | 2016-09-28 | Sergei Lavrov
            the foreign minister of Russia | 2000-05-10 | Igor Ivanov
            the US secretary of state | 2016-09-28 | John Kerry
            The US Secretary of State | 2010-01-20 | Hillary Clinton
            the French president | 2012-05-10 | Nicolas Sarkozy
            the French president | 2012-05-20 | Francois Hollande
            the British foreign secretary | 2003-03-01 | Jack Straw
            the US defense secretary | 2007-06-01 | Robert Gates
            the UN secretary-general | 1995-07-11 | Boutros Boutros-Ghali
            the UN chief | 2020-03-01 | Antonio Guterres
            the UN special envoy for Syria | 2016-04-01 | Staffan de Mistura
            NATO's secretary general | 2005-04-01 | Jaap de Hoop Scheffer
            the Pope | 2014-01-01 | Pope Francis
            """)
    void descriptionsOfOneHolderFindTheHolderOfTheDay(String words, String day, String name) {
        assertThat(holder(words, day)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the president | 2016-09-28
            the foreign minister | 2016-09-28
            a Russian foreign minister | 2016-09-28
            the deputy Russian foreign minister | 2016-09-28
            the former French president | 2016-09-28
            a Russian defence ministry spokesman | 2016-09-28
            the Russian defence ministry spokesman | 2016-09-28
            the Kremlin spokesman | 2016-09-28
            a spokesman for the Russian president | 2016-09-28
            a senior Russian official | 2016-09-28
            the Iraqi vice president | 2016-09-28
            the Libyan prime minister | 2017-01-01
            the Yemeni president | 2017-01-01
            the French president | 2012-05-15
            the French president | 2031-01-01
            the Torvian president | 2016-09-28
            the United Nations High Commissioner for Refugees | 2016-09-28
            """)
    void otherWordsAndUncertainDaysFindNobody(String words, String day) {
        assertThat(holder(words, day)).isEmpty();
    }
}
