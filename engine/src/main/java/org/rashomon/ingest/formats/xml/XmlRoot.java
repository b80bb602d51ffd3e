package org.rashomon.ingest.formats.xml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rashomon.ingest.draft.Source;

/**
 * The element that a document of markup begins with, which tells its kind.
 *
 * @param name in small letters, without the prefix of its vocabulary
 * @param tag the whole start tag as far as the head reaches, in small letters
 */
public record XmlRoot(String name, String tag) {
    private static final Pattern START = Pattern.compile("<(?:[a-z0-9_.-]{1,40}:)?([a-z][a-z0-9_.-]{0,60})[\\s/>]");

    /** The root of a document whose head begins with markup; empty where it begins with something else. */
    public static Optional<XmlRoot> of(Source.Head head) {
        String text = head.ascii();
        int at = 0;
        while (text.startsWith("<", at)) {
            int next = pastPrologue(text, at);
            if (next == at) {
                Matcher start = START.matcher(text).region(at, text.length());
                if (!start.lookingAt()) {
                    return Optional.empty();
                }
                int end = text.indexOf('>', at);
                return Optional.of(new XmlRoot(start.group(1), text.substring(at, end < 0 ? text.length() : end + 1)));
            }
            at = pastSpace(text, next);
        }
        return Optional.empty();
    }

    /** One past a declaration, comment, instruction or document type at {@code at}; {@code at} where there is none. */
    private static int pastPrologue(String text, int at) {
        if (text.startsWith("<!--", at)) {
            return past(text, "-->", at);
        }
        if (text.startsWith("<?", at)) {
            return past(text, "?>", at);
        }
        if (!text.startsWith("<!doctype", at)) {
            return at;
        }
        int end = text.indexOf('>', at);
        int subset = text.indexOf('[', at);
        return subset >= 0 && subset < end ? past(text, "]", at) : past(text, ">", at);
    }

    private static int past(String text, String end, int at) {
        int found = text.indexOf(end, at);
        return found < 0 ? text.length() : found + end.length();
    }

    private static int pastSpace(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '>')) {
            at++;
        }
        return at;
    }
}
