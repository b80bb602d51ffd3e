package org.rashomon.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutlookParserTest {

    @Test
    void isRewrittenAsMail() {
        String mail = Told.of(new OutlookFile()
                        .subject("Bridge shelled – again")
                        .from("Ellery Gazette")
                        .headers(
                                "Received: x\r\nDate: Tue, 6 May 2031 09:00:00 +0200\r\nList-Id: Ellery\r\n <list.example>\r\nMessage-ID: <1@example>\r\n")
                        .body("The army denied it.")
                        .html("<p>The army denied it.</p>")
                        .attached("photo.jpg")
                        .bytes())
                .mail();
        assertThat(mail)
                .contains("Date: Tue, 6 May 2031 09:00:00 +0200")
                .contains("From: Ellery Gazette")
                .contains("Subject: =?UTF-8?B?")
                .contains("List-Id: Ellery <list.example>")
                .contains("The army denied it.")
                .contains("<p>The army denied it.</p>")
                .contains("filename=\"photo.jpg\"");
    }

    @Test
    void unpacksThePageFromRtf() {
        String mail = Told.of(new OutlookFile()
                        .subject("Bridge")
                        .from("Jon Marrow")
                        .rtf(
                                "{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 The army {\\*\\htmltag84 <b>}denied{\\*\\htmltag92 </b>} it.\\htmlrtf\\par}\\htmlrtf0{\\*\\htmltag72 </p>}}")
                        .bytes())
                .mail();
        assertThat(mail).contains("text/html").contains("<p>The army <b>denied</b> it.</p>");
    }

    @Test
    void readsRtfWithoutAPageAsText() {
        assertThat(Told.of(new OutlookFile()
                                .subject("Bridge")
                                .from("Jon Marrow")
                                .rtf("{\\rtf1\\ansi The army denied it.\\par And left.\\par}")
                                .bytes())
                        .mail())
                .contains("text/plain")
                .contains("The army denied it.\n\nAnd left.");
    }

    @Test
    void nothingOfTheHeadCanAddAHeader() {
        assertThat(Told.of(new OutlookFile()
                                .subject("Bridge\r\nList-Id: forged")
                                .from("x")
                                .body("Text.")
                                .attached("a\"; x\r\nFrom: forged")
                                .bytes())
                        .mail())
                .doesNotContain("\nList-Id")
                .doesNotContain("\nFrom: forged");
    }
}
