package org.rashomon.ingest.formats.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.ingest.draft.BadInputException;

/** What feeds lead to, and when they say something else of it. */
class FeedContentTest {
    private static final String ITEM =
            "<item><title>Mill closed</title><link>https://post.example/mill</link><pubDate>Mon, 05 Mar 2029</pubDate>"
                    + "<description>The mill is closed.</description></item>";

    private static FeedContent of(String feed) {
        return FeedContent.of(feed.getBytes(StandardCharsets.UTF_8));
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>Post &amp;amp; Co</title>" + items + "</channel></rss>";
    }

    @Test
    void titleAndAddressesInTheirOrder() {
        FeedContent content = of(rss(ITEM
                + "<item><guid isPermaLink=\"false\">17</guid></item>"
                + "<item><guid>https://post.example/two</guid></item><item><link>/relative</link></item>"
                + "<item><link>javascript:alert(1)</link></item>"));
        assertThat(content.title()).isEqualTo("Post & Co");
        assertThat(content.entries())
                .<@Nullable String>extracting(FeedContent.Entry::url)
                .containsExactly("https://post.example/mill", null, "https://post.example/two", null, null);
        assertThat(of(rss("")).entries()).isEmpty();
        assertThat(of("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"url\":\"https://post.example/a\"},"
                                + "{\"url\":\"file:///etc/passwd\"},{\"id\":\"3\"}]}")
                        .entries())
                .<@Nullable String>extracting(FeedContent.Entry::url)
                .containsExactly("https://post.example/a", null, null);
    }

    /** What is put into an item in place of what, and whether that is something else. */
    @ParameterizedTest
    @CsvSource({
        "Mill closed, Mill open, true",
        "05 Mar, 06 Mar, true",
        "is closed., is closed again., true",
        "<item>, <item><comments>9</comments>, false",
        "<item>, '<item> ', false",
        "https://post.example/mill, https://post.example/other, false"
    })
    void theStampTellsWhetherTheFeedSaysSomethingElse(String old, String fresh, boolean other) {
        String before = of(rss(ITEM)).entries().get(0).stamp();
        String after = of(rss(ITEM.replace(old, fresh))).entries().get(0).stamp();
        assertThat(after.equals(before)).isEqualTo(!other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<html><body>x</body></html>",
                "plain words",
                "{\"items\":[]}",
                "{\"version\":",
                "[1,2]",
                "<rss><channel><item>",
                "<!DOCTYPE rss [<!ENTITY x \"y\">]><rss><channel/></rss>"
            })
    void whatIsNoFeedIsRefused(String text) {
        assertThatThrownBy(() -> of(text)).isInstanceOf(BadInputException.class);
    }

    @Test
    void feedsOfAListEachOnce() {
        List<Subscription> feeds = Subscription.all(
                ("<opml><body><outline text=\"F\"><outline text=\"A\" xmlUrl=\" https://a.example/ \"/>"
                                + "<outline title=\"B\" text=\"x\" XMLURL=\"https://b.example/\"/></outline>"
                                + "<outline text=\"A again\" xmlUrl=\"https://a.example/\"/><outline xmlUrl=\"c\"/></body></opml>")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(feeds)
                .containsExactly(
                        new Subscription("https://a.example/", "A"),
                        new Subscription("https://b.example/", "B"),
                        new Subscription("c", null));
    }
}
