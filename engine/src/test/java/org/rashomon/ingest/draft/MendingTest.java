package org.rashomon.ingest.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.model.Imprint;

class MendingTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static Draft mended(String text) {
        return Mending.mended(Draft.ofText("", text));
    }

    private static String text(String text) {
        return mended(text).parts().get(0).text();
    }

    /** UTF-8 taken for Windows-1252, the bytes that it leaves open as control characters. */
    private static String damaged(String text, String set) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            String read = new String(new byte[] {b}, Charset.forName(set));
            out.append(read.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : read);
        }
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“Our crews saw three rockets,” she said – at last…",
                "The café’s owner José Ñandú paid €5",
                "Zürich, Łódź, Århus and São Paulo",
                "Порт Овране, «вчера»",
                "Παρασκευή",
                "\uD83D\uDE80 rockets"
            })
    void undoneOnceAndTwice(String sound) {
        assertThat(text(damaged(sound, "windows-1252"))).isEqualTo(sound);
        assertThat(text(damaged(damaged(sound, "windows-1252"), "windows-1252")))
                .isEqualTo(sound);
        assertThat(text(damaged(sound, "iso-8859-1"))).isEqualTo(sound);
        assertThat(mended(damaged(sound, "windows-1252")).notes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"“Our crews saw three rockets,” she said – at last", "Порт Овране, вчера"})
    void takenForACyrillicSet(String sound) {
        assertThat(text(damaged(sound, "windows-1251"))).isEqualTo(sound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CORAÇÃO E ORAÇÃO, SÃO JOÃO",
                "«MANHû, disse o jornal «AMANHû",
                "‘IRMÃ’ in capitals",
                "Â propos: MÂ°",
                "ÄÖÜ „Ä“ und Å‚",
                "naïve façade, Ærø, Ðorđe, Ñandú",
                "РУБЛЬ – это «Рубль»",
                "AT&T; R&D, Q&A",
                "5 &lt; 6 and &ltp&gt",
                "see http://a.example/?x=1&copy=2&reg=3"
            })
    void soundTextStays(String sound) {
        Draft draft = mended(sound);
        assertThat(draft.parts().get(0).text()).isEqualTo(sound);
        assertThat(draft.notes()).isEmpty();
    }

    @Test
    void soundCapitalsStayBesideDamage() {
        assertThat(text("â€œSÃO PAULOâ€\u009d, said JoÃ£o")).isEqualTo("“SÃO PAULO”, said JoÃ£o");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&ldquo;three rockets&rdquo; | “three rockets”",
                "&#8216;x&#8217; &amp;quot;y&amp;quot; &#x2014; | ‘x’ \"y\" —",
                "Marrow &amp; Sons&#039; caf&eacute; | Marrow & Sons' café"
            })
    void entities(String stated, String sound) {
        Draft draft = mended(stated);
        assertThat(draft.parts().get(0).text()).isEqualTo(sound);
        assertThat(draft.notes()).hasSize(1);
    }

    @Test
    void factsAreMendedWithTheText() {
        Imprint stated = Imprint.builder()
                .title("Harbour chief: &lsquo;three rockets&rsquo;")
                .outlet("L’Ã‰cho", Imprint.Origin.GIVEN)
                .authors(List.of("JosÃ© Dant"))
                .build();
        Draft draft =
                Mending.mended(new Draft("", null, stated, List.of(new Draft.Part("JosÃ© said so.", null)), List.of()));
        assertThat(draft.imprint().title()).isEqualTo("Harbour chief: ‘three rockets’");
        assertThat(draft.imprint().authors()).containsExactly("José Dant");
        assertThat(draft.parts().get(0).text()).isEqualTo("José said so.");
        assertThat(draft.imprint().byline()).isNull();
        assertThat(draft.notes()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE"})
    void utf16WithoutMark(String set) {
        for (String sound : List.of(
                "Rockets damaged the grain terminal at Port Ovrane.",
                "Ракеты повредили зерновой терминал в порту Овране во вторник ночью.\nСтороны обвинили друг друга.",
                "«Мы видели три ракеты», — сказала директор порта Ильза Марроу.")) {
            Decoder.Decoded decoded = Decoder.read(sound.getBytes(Charset.forName(set)), null);
            assertThat(decoded.text()).isEqualTo(sound);
            assertThat(decoded.notes()).containsExactly("read as UTF-16, which no byte order mark says");
        }
    }

    @Test
    void bytesOfOtherKindsAreNoUtf16() {
        assertThat(Decoder.utf16WithoutMark("Ракеты повредили зерновой терминал".getBytes(UTF_8)))
                .isNull();
        assertThat(Decoder.utf16WithoutMark(
                        "Ракеты повредили зерновой терминал".getBytes(Charset.forName("windows-1251"))))
                .isNull();
        byte[] binary = new byte[2000];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) (i % 2 == 0 ? (i * 31) : i % 10 == 1 ? 0 : i * 17);
        }
        assertThat(Decoder.utf16WithoutMark(binary)).isNull();
        assertThat(Decoder.utf16WithoutMark(new byte[400])).isNull();
    }

    @Test
    void windowsCharactersAmongUtf8() {
        byte[] page = bytes(
                "Café, São Paulo, naïve “sound” marks and ".getBytes(UTF_8), "“pasted” ones’ end".getBytes(WINDOWS));
        Decoder.Decoded decoded = Decoder.read(page, "utf-8");
        assertThat(decoded.text()).isEqualTo("Café, São Paulo, naïve “sound” marks and “pasted” ones’ end");
        assertThat(decoded.notes()).containsExactly("single characters of Windows-1252 among UTF-8 are mended");
        // A character that is cut at the end of a file is damage, and no other character.
        byte[] whole = "Café, São Paulo, naïve, “sound”".getBytes(UTF_8);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
        assertThat(Decoder.read(cut, null).text()).endsWith("\uFFFD");
    }

    private static byte[] bytes(byte[] first, byte[] second) {
        byte[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
