package org.rashomon.ingest.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rashomon.ingest.formats.Reading.DENIAL;
import static org.rashomon.ingest.formats.Reading.STRIKE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.rashomon.model.ReadResult;

class ArchivesTest {
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Rockets hit port</title></head><body><h1>Rockets hit port at night</h1><p>"
                    + STRIKE + "</p><p>" + DENIAL + "</p></body></html>";

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] record(String type, String address, byte[] block) {
        String http = type.equals("response") ? "application/http; msgtype=response" : "text/plain";
        String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + address
                + "\r\nWARC-Date: 2029-03-09T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:"
                + new java.util.UUID(7, address.hashCode())
                + ">\r\nContent-Type: " + http + "\r\nContent-Length: " + block.length + "\r\n\r\n";
        return joined(head.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
    }

    private static byte[] response(String address, String status, String headers, byte[] body) {
        return record(
                "response",
                address,
                joined(("HTTP/1.1 " + status + "\r\n" + headers + "\r\n\r\n").getBytes(UTF_8), body));
    }

    private static byte[] page(String address, String headers, byte[] body) {
        return response(address, "200 OK", "Content-Type: text/html" + headers, body);
    }

    private static byte[] deflate(byte[] bytes, boolean bare) {
        Deflater deflater = new Deflater(9, bare);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 100];
        int length = deflater.deflate(out);
        return Arrays.copyOf(out, length);
    }

    @Test
    void capturesAreReadUnderTheirAddressHoweverTheyWerePacked() {
        byte[] page = PAGE.getBytes(UTF_8);
        byte[] chunked = joined(
                "10\r\n".getBytes(UTF_8),
                Arrays.copyOf(page, 16),
                ("\r\n" + Integer.toHexString(page.length - 16) + "\r\n").getBytes(UTF_8),
                Arrays.copyOfRange(page, 16, page.length),
                "\r\n0\r\n\r\n".getBytes(UTF_8));
        byte[] cyrillic = PAGE.replace("Rockets damaged", "Ракеты повредили").getBytes(Charset.forName("windows-1251"));
        byte[][] records = {
            page("https://ledger.example/plain", "", page),
            page("https://ledger.example/chunked", "\r\nTransfer-Encoding: chunked", chunked),
            page("https://ledger.example/gzip", "\r\nContent-Encoding: gzip", Reading.gzip(page)),
            page("https://ledger.example/unpacked", "\r\nContent-Encoding: gzip", page),
            page("https://ledger.example/deflate", "\r\nContent-Encoding: deflate", deflate(page, false)),
            page("https://ledger.example/bare", "\r\nContent-Encoding: deflate", deflate(page, true)),
            page("https://ledger.example/set", "; charset=windows-1251", cyrillic)
        };
        for (byte[] archive : new byte[][] {
            joined(records), joined(Arrays.stream(records).map(Reading::gzip).toArray(byte[][]::new))
        }) {
            Reading reading = Reading.of("a.warc.gz", archive);
            assertThat(reading.refusals()).isEmpty();
            assertThat(reading.articles())
                    .extracting(article -> String.valueOf(article.url()).replace("https://ledger.example/", ""))
                    .containsExactly("plain", "chunked", "gzip", "unpacked", "deflate", "bare", "set");
            assertThat(reading.texts()).allSatisfy(text -> assertThat(text).contains(DENIAL));
            assertThat(reading.texts().get(6)).contains("Ракеты повредили");
            assertThat(reading.articles().get(0).published()).isNull();
            assertThat(reading.notes()).contains("captured from the web on 2029-03-09T10:00:00Z");
            assertThat(reading.articles().get(1).file()).isEqualTo("a.warc.gz#2");
        }
    }

    @Test
    void whatIsNoNewsIsCountedInOneLine() {
        Reading reading = Reading.of(
                "a.warc",
                joined(
                        record("warcinfo", "urn:x", "software: x\r\n".getBytes(UTF_8)),
                        response(
                                "https://ledger.example/robots.txt",
                                "200 OK",
                                "Content-Type: text/plain",
                                "User-agent: *".getBytes(UTF_8)),
                        response(
                                "https://ledger.example/a.png", "200 OK", "Content-Type: image/png", new byte[] {1, 2}),
                        response(
                                "https://ledger.example/a.css",
                                "200 OK",
                                "Content-Type: text/css",
                                "p {}".getBytes(UTF_8)),
                        response(
                                "https://ledger.example/old",
                                "301 Moved",
                                "Location: https://ledger.example/new",
                                new byte[0]),
                        response(
                                "https://ledger.example/gone",
                                "404 Not Found",
                                "Content-Type: text/html",
                                PAGE.getBytes(UTF_8)),
                        page("https://ledger.example/1", "", PAGE.getBytes(UTF_8)),
                        response(
                                "https://ledger.example/feed",
                                "200 OK",
                                "Content-Type: application/rss+xml",
                                ("<rss><channel><item><title>A</title><description>" + DENIAL
                                                + "</description></item></channel></rss>")
                                        .getBytes(UTF_8)),
                        response(
                                "https://ledger.example/api",
                                "200 OK",
                                "Content-Type: application/json",
                                ("[{\"text\": \"" + STRIKE + "\"}]").getBytes(UTF_8))));
        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.articles())
                .extracting(article -> article.file())
                .containsExactly("a.warc#7", "a.warc#8#1", "a.warc#9#1");
        assertThat(reading.skipped())
                .singleElement()
                .extracting(ReadResult.Skipped::reason)
                .asString()
                .contains("6 records", "1 robots.txt", "1 picture", "1 style sheet", "1 redirect", "1 of status 404");
    }

    @Test
    void oneBadCaptureDoesNotStopTheOthers() {
        byte[] bomb = Reading.gzip(new byte[50_000_000]);
        byte[] packed = Reading.gzip(PAGE.getBytes(UTF_8));
        Reading reading = Reading.of(
                "a.warc",
                joined(
                        page("https://ledger.example/bomb", "\r\nContent-Encoding: gzip", bomb),
                        page("https://ledger.example/br", "\r\nContent-Encoding: br", new byte[] {1, 2, 3}),
                        page(
                                "https://ledger.example/cut",
                                "\r\nContent-Encoding: gzip",
                                Arrays.copyOf(packed, packed.length / 2)),
                        page("https://ledger.example/1", "", PAGE.getBytes(UTF_8))));
        assertThat(reading.articles()).hasSize(1);
        assertThat(reading.refusals())
                .contains(
                        "a.warc#1",
                        "larger than 20 MB",
                        "a.warc#2",
                        "\"br\"",
                        "ledger.example/br",
                        "a.warc#3",
                        "breaks off");
    }

    @Test
    void aRecordThatUnpacksWithoutEndStopsTheArchiveLoudly() throws IOException {
        byte[] page = Reading.gzip(page("https://ledger.example/1", "", PAGE.getBytes(UTF_8)));
        int length = 150_000_000;
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(("WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://ledger.example/a.png\r\n"
                            + "WARC-Date: 2029-03-09T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
                            + "Content-Type: image/png\r\nContent-Length: " + length + "\r\n\r\n")
                    .getBytes(UTF_8));
            for (int i = 0; i < length / 1_000_000; i++) {
                gzip.write(new byte[1_000_000]);
            }
        }
        Reading reading = Reading.of("a.warc.gz", joined(page, bomb.toByteArray(), page));
        assertThat(reading.articles()).hasSize(1);
        assertThat(reading.refusals()).contains("200 times its size");
    }

    @Test
    void aTailThatIsDamagedIsToldWithItsOffset() {
        byte[] first = page("https://ledger.example/1", "", PAGE.getBytes(UTF_8));
        byte[] second = page(
                "https://ledger.example/2",
                "",
                PAGE.replace("Tuesday", "Monday").getBytes(UTF_8));
        for (byte[] archive : new byte[][] {
            joined(first, Arrays.copyOf(second, second.length / 2)),
            joined(Reading.gzip(first), Arrays.copyOf(Reading.gzip(second), 200)),
            joined(first, "rubbish that is no record\r\n\r\n".getBytes(UTF_8))
        }) {
            Reading reading = Reading.of("a.warc", archive);
            assertThat(reading.facts())
                    .containsExactly("Rockets hit port at night | - | - | - | https://ledger.example/1");
            assertThat(reading.refusals()).contains("a.warc#2").containsAnyOf("byte ", "breaks off");
        }
    }

    private static final String BOUNDARY = "----=_b1";

    private static String multipart(String kind, String... parts) {
        return "MIME-Version: 1.0\r\nContent-Type: multipart/" + kind + ";\r\n\tboundary=\"" + BOUNDARY + "\"\r\n\r\n--"
                + BOUNDARY + "\r\n" + String.join("\r\n--" + BOUNDARY + "\r\n", parts) + "\r\n--" + BOUNDARY + "--\r\n";
    }

    private static final String QUOTED_PAGE =
            "Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                    + "Content-Location: https://ledger.example/w/1\r\n\r\n"
                    + PAGE.replace("=", "=3D").replace("Rockets damaged", "=93Rockets=94 dam=\r\naged");

    @Test
    void aSavedPageIsReadAsThePage() {
        String message =
                "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ledger.example/w/1\r\nSubject: Rockets\r\n"
                        + "Date: Fri, 9 Mar 2029 08:00:00 -0000\r\n"
                        + multipart(
                                "related",
                                QUOTED_PAGE,
                                "Content-Type: image/png\r\nContent-Location: https://ledger.example/a.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=");
        Reading reading = Reading.of("saved.mhtml", message);
        assertThat(reading.facts())
                .containsExactly("Rockets hit port at night | - | - | - | https://ledger.example/w/1");
        assertThat(reading.texts().get(0)).contains("“Rockets” damaged").doesNotContain("=93", "Content-", "boundary");
        assertThat(reading.notes()).isEmpty();
    }

    private static final String HEAD = String.join(
            "\r\n",
            "Return-Path: <x@ledger.example>",
            "From: \"The Ovrane Ledger\" <news@ledger.example>",
            "To: me@home.example",
            "Subject: =?UTF-8?Q?Rockets_hit_=E2=80=98port=E2=80=99?=",
            "Date: Wed, 7 Mar 2029 06:10:00 +0000 (UTC)",
            "List-Id: <news.ledger.example>",
            "");

    private static final String FACTS = "Rockets hit ‘port’ | The Ovrane Ledger | 2029-03-07 | - | -";

    @Test
    void aLetterIsReadWithoutItsHead() {
        String plain = HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + STRIKE + "\r\n\r\n" + DENIAL + "\r\n";
        String either = HEAD
                + multipart(
                        "alternative", "Content-Type: text/plain\r\n\r\nRead this in a browser, please.", QUOTED_PAGE);
        String attached = HEAD
                + multipart(
                        "mixed",
                        "Content-Type: text/plain\r\n\r\n" + STRIKE + "\r\n" + DENIAL,
                        "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"report.pdf\"\r\n\r\n%PDF");
        for (String letter : new String[] {plain, either, attached}) {
            Reading reading = Reading.of("letter.eml", letter);
            assertThat(reading.refusals()).isEmpty();
            assertThat(reading.facts()).containsExactly(FACTS);
            assertThat(reading.texts().get(0))
                    .contains("denied on Wednesday")
                    .doesNotContain("Subject", "home.example", "in a browser", "%PDF");
        }
        String both = HEAD
                + multipart(
                        "alternative", "Content-Type: text/plain\r\n\r\n" + STRIKE + "\r\n\r\n" + DENIAL, QUOTED_PAGE);
        assertThat(Reading.of("a", both).texts().get(0))
                .as("the plain text says it all")
                .startsWith(STRIKE);
        assertThat(Reading.of("a", attached).notes()).contains("report.pdf");
        assertThat(Reading.of("a", plain.replace("List-Id: <news.ledger.example>\r\n", ""))
                        .facts())
                .containsExactly("Rockets hit ‘port’ | - | 2029-03-07 | The Ovrane Ledger | -");
    }

    @Test
    void eachMessageOfAMailboxIsAnArticle() {
        String letter = HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + STRIKE
                + "\r\n\r\n>From the harbour nobody wrote.\r\n\r\n";
        String postmark = "From news@ledger.example Wed Mar  7 06:10:00 2029\r\n";
        String empty = "Subject: x\r\nMIME-Version: 1.0\r\n\r\n\r\n";
        for (byte[] box : new byte[][] {
            (postmark + letter + postmark + empty + postmark + letter.replace("Tuesday", "Monday")).getBytes(UTF_8),
            Reading.gzip((postmark + letter + postmark + empty + postmark + letter.replace("Tuesday", "Monday"))
                    .getBytes(UTF_8))
        }) {
            Reading reading = Reading.of("box.mbox", box);
            assertThat(reading.facts()).containsExactly(FACTS, FACTS);
            assertThat(reading.texts().get(0))
                    .contains("\nFrom the harbour nobody wrote.")
                    .doesNotContain("news@ledger");
            assertThat(reading.articles().get(1).file()).isEqualTo("box.mbox#3");
            assertThat(reading.refusals()).contains("box.mbox#2", "without a text");
        }
    }

    @Test
    void nestingWithoutEndIsRefused() {
        StringBuilder endless = new StringBuilder(HEAD);
        for (int i = 0; i < 5000; i++) {
            endless.append("Content-Type: multipart/mixed; boundary=\"b")
                    .append(i)
                    .append("\"\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        Reading reading = Reading.of("a.eml", endless.toString());
        assertThat(reading.articles()).isEmpty();
        assertThat(reading.refusals()).contains("nested more than 20 deep");
    }

    @Test
    void whatOnlyBeginsLikeALetterIsAText() {
        for (String text : new String[] {
            "From: our correspondent in Port Ellery\nDate: Monday\n\n" + STRIKE,
            "Subject: rockets\n\n" + STRIKE,
            "From the harbour, at 06:10 on Monday, nobody wrote.\n\n" + STRIKE
        }) {
            Reading reading = Reading.of("a.txt", text.getBytes(ISO_8859_1));
            assertThat(reading.texts()).containsExactly(text);
        }
    }

    private static String letter(String number, String type, String body) {
        return "From: Desk " + number + " <d" + number + "@ledger.example>\r\nSubject: Letter " + number
                + "\r\nDate: Wed, 7 Mar 2029 0" + number + ":00:00 +0000\r\nMessage-ID: <" + number
                + "@x>\r\nMIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n" + body;
    }

    @Test
    void messagesThatAreSentOnAreArticlesOfTheirOwn() {
        String inner = letter("2", "text/plain", DENIAL);
        String outer = letter(
                "1",
                "multipart/mixed; boundary=\"b\"",
                "--b\r\nContent-Type: text/plain\r\n\r\n" + STRIKE
                        + "\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n" + inner
                        + "\r\n--b--\r\n");
        Reading reading = Reading.of("a.eml", outer);
        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.facts())
                .containsExactly("Letter 2 | - | 2029-03-07 | Desk 2 | -", "Letter 1 | - | 2029-03-07 | Desk 1 | -");
        assertThat(reading.texts()).containsExactly(DENIAL, STRIKE);
        String alone = letter("1", "message/rfc822", inner);
        assertThat(Reading.of("a.eml", alone).texts()).containsExactly(DENIAL);
    }

    @Test
    void messagesWithinMessagesEndSomewhere() {
        String message = letter("1", "text/plain", STRIKE);
        for (int i = 0; i < 10; i++) {
            message = letter("1", "message/rfc822", message);
        }
        assertThat(Reading.of("a.eml", message).refusals()).contains("documents within documents");
    }
}
