package org.rashomon.export.layout;

import java.text.Normalizer;
import java.util.Locale;
import org.rashomon.text.Hashes;

/**
 * Names of the files of a dossier of many pages. They follow from what a page is about, so that they stay when articles are added, hold nothing
 * but small letters, digits and hyphens, so that they are safe on any file system, and differ where letter case is not told apart.
 */
public final class PageNames {
    private static final int LONGEST = 40;
    private static final int HASH = 16;

    private PageNames() {}

    /** The page of one. */
    public static String article(String id) {
        return byHash("article", id);
    }

    /** The page of one. */
    public static String incident(String id) {
        return byHash("incident", id);
    }

    /** The page of one. */
    public static String agreement(String id) {
        return byHash("agreement", id);
    }

    /** The page of one. */
    public static String story(String id) {
        return byHash("story", id);
    }

    /** The page of one. */
    public static String outlet(String name) {
        return byWords("outlet", name);
    }

    /** Of an actor, as a speaker or in another part. */
    public static String actor(String part, String id, String name) {
        return part + "-" + slug(name) + Hashes.sha256(id).substring(0, 8) + ".html";
    }

    /** A list: {@code month-2016-08.html}, {@code kind-air-strike.html}. */
    static String list(String kind, String of) {
        return (kind + "-" + slug(of) + ".html").replace("-.", ".");
    }

    /** The n-th page of a list, from 1: the first has the list's name. */
    static String part(String file, int number) {
        return number == 1 ? file : file.substring(0, file.length() - ".html".length()) + "." + number + ".html";
    }

    private static String byHash(String kind, String id) {
        return kind + "-" + Hashes.sha256(id).substring(0, HASH) + ".html";
    }

    private static String byWords(String kind, String name) {
        return kind + "-" + slug(name) + Hashes.sha256(name).substring(0, 8) + ".html";
    }

    /** Words as small letters and digits with hyphens, one at the end; empty where there are none. */
    private static String slug(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut.isEmpty() ? "" : cut + "-";
    }
}
