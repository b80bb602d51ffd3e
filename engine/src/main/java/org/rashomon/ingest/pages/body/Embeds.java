package org.rashomon.ingest.pages.body;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Posts of social networks that a page sets into its article: what somebody said, with who said it beneath. */
final class Embeds {
    private static final Pattern POST = Pattern.compile(
            "(?:^|[\\s_-])(?:(?:twitter|telegram|facebook|instagram|mastodon|bluesky|threads|tiktok|truth-?social|vk|reddit|weibo)-?(?:embed|post|tweet|message|status|quote|card)|twitter-(?:tweet|video)|tweet(?:$|[\\s_-])|x-post|instagram-media|fb-post|facebook-post|telegram-?(?:post|message)|tgme|mastodon(?:-embed|-post|-status)?"
                    + "|bluesky-(?:embed|post)|threads-(?:post|embed)|text-post-media|tiktok-embed|reddit-(?:embed|card)|vk-post|weibo-(?:post|embed)|truth-social-embed)",
            Pattern.CASE_INSENSITIVE);

    private Embeds() {}

    /** Whether the element is a post with its words in the page; one that a script fetches has none. */
    static boolean isPost(Element element) {
        return isQuoteOrBox(element) && POST.matcher(Dom.names(element)).find() && element.hasText();
    }

    /** The elements of {@code body} that hold a post. */
    static Set<Element> around(Element body) {
        Set<Element> around = new HashSet<>();
        for (Element post : body.select("blockquote[class]")) {
            Element outer = isPost(post) ? post.parent() : null;
            while (outer != null && !outer.equals(body) && around.add(outer)) {
                outer = outer.parent();
            }
        }
        return around;
    }

    private static boolean isQuoteOrBox(Element element) {
        return switch (element.normalName()) {
            case "blockquote", "div", "figure", "section" -> true;
            default -> false;
        };
    }
}
