package org.rashomon.export.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Harn Echo",
                "צופה השדה",
                "../../etc/passwd",
                "CON",
                "a/b\\c:d*?\"<>|",
                "",
                "É-Post",
                "x",
                "\u0000\n"
            })
    void namesAreSafeOnAnyFileSystem(String name) {
        for (String file : new String[] {
            PageNames.outlet(name),
            PageNames.actor("speaker", "person:" + name, name),
            PageNames.article(name),
            PageNames.list("kind", name)
        }) {
            assertThat(file).matches("[a-z]+(-[a-z0-9-]*[a-z0-9])?\\.html").hasSizeLessThan(80);
        }
    }

    @Test
    void namesThatDifferInLetterCaseOrAccentAloneAreTwoFiles() {
        assertThat(PageNames.outlet("Post").toLowerCase(Locale.ROOT))
                .isNotEqualTo(PageNames.outlet("POST").toLowerCase(Locale.ROOT))
                .isNotEqualTo(PageNames.outlet("Pöst").toLowerCase(Locale.ROOT));
        assertThat(PageNames.article("n-A")).isNotEqualToIgnoringCase(PageNames.article("n-a"));
    }

    @Test
    void thePartsOfAListFollowItsName() {
        assertThat(PageNames.part("months.html", 1)).isEqualTo("months.html");
        assertThat(PageNames.part("months.html", 3)).isEqualTo("months.3.html");
    }
}
