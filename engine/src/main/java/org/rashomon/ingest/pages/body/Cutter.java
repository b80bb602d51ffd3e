package org.rashomon.ingest.pages.body;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Sentences;

/**
 * Names the elements of a page that by tag, name or attribute look like no part of its article, and says why. What is named is
 * not lost: {@link Sieve} looks at the text.
 */
final class Cutter {
    private static final Set<String> SURE_TAGS = Set.of(
            "nav",
            "footer",
            "form",
            "button",
            "dialog",
            "menu",
            "amp-consent",
            "amp-user-notification",
            "amp-sidebar",
            "amp-social-share",
            "amp-ad");
    /** What the page took back: its words are no longer said. */
    private static final Set<String> STRUCK_OUT = Set.of("del", "s", "strike");

    private static final Set<String> NEVER_NAMED = Set.of("article", "main", "html", "body");

    /** What pages name so is said by others than the article, in sentences as it may be. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?:^|[\\s_-])(?:comments?(?:$|[\\s_-])|disqus|respond(?:$|[\\s_-])|cookie|consent|outbrain|taboola)",
            Pattern.CASE_INSENSITIVE);
    /** What pages name so is no article, wherever it stands. */
    private static final Pattern SURE = Pattern.compile(
            "(?:^|[\\s_-])(?:related|recirc|recommend|newsletter|sign-?up|sponsor|advert"
                    + "|breadcrumb|footer|sidebar|menu|nav(?:$|[\\s_-])|navigation|tags?(?:$|[\\s_-])|tag-?list"
                    + "|author-?(?:bio|info|box|card)|most-?(?:read|popular|viewed)|trending|read-?(?:more|next)|more-?(?:from|stories|on)|pagination|pager|rating)",
            Pattern.CASE_INSENSITIVE);
    /** What pages name so is no article more often than not. */
    private static final Pattern UNSURE = Pattern.compile(
            "(?:^|[\\s_-])(?:shar(?:e|ing)|social|subscri|promo|ads?(?:$|[\\s_-])|banner|popup|modal|byline|dateline|timestamp|widget|toolbar|skip|print|hidden|visually"
                    + "|screen-reader|sr-only|meta(?:$|[\\s_-])|credit|copyright|gallery|carousel|slideshow|pull-?quote|inset|teaser|infobox|disclaimer|caption-?credit|correction)",
            Pattern.CASE_INSENSITIVE);
    /** An element with a bad name that holds more of the page's prose than this is the article after all. */
    private static final double HOLDS_ARTICLE = 0.5;

    private static final int LEAST_BESIDE = 20;
    private static final Cut HIDDEN = new Cut(Cut.Kind.HIDDEN, "hidden");

    private final Weights weights;
    private final Weights.Weight whole;
    /** Whether names cut elements away; a page whose names mislead is read again without. */
    private final boolean byName;

    /** The elements around the posts of social networks: their names speak of the network. */
    private final Set<Element> aroundPosts;

    private Cutter(Element body, Weights weights, boolean byName) {
        this.weights = weights;
        this.whole = weights.of(body);
        this.aroundPosts = Embeds.around(body);
        this.byName = byName;
    }

    /** The outermost elements of {@code body} that look like no article. */
    static Map<Element, Cut> cut(Element body, Weights weights, boolean byName) {
        Cutter cutter = new Cutter(body, weights, byName);
        Map<Element, Cut> cuts = new HashMap<>();
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (!(node instanceof Element element) || element.equals(body)) {
                            return FilterResult.CONTINUE;
                        }
                        if (Dom.isMute(element) || Embeds.isPost(element)) {
                            return FilterResult.SKIP_ENTIRELY;
                        }
                        Cut cut = cutter.judge(element);
                        if (cut != null) {
                            cuts.put(element, cut);
                            return FilterResult.SKIP_ENTIRELY;
                        }
                        return FilterResult.CONTINUE;
                    }
                },
                body);
        return cuts;
    }

    private @Nullable Cut judge(Element element) {
        String tag = element.normalName();
        if (SURE_TAGS.contains(tag)) {
            boolean article = tag.equals("form") ? holdsArticle(element) : isCite(element);
            return article ? null : new Cut(Cut.Kind.SURE, "<" + tag + ">");
        }
        if (STRUCK_OUT.contains(tag) && !holdsArticle(element)) {
            return new Cut(Cut.Kind.NEVER, "struck out");
        }
        if ((tag.equals("aside") && !aroundPosts.contains(element))
                || (tag.equals("noscript") && !holdsArticle(element))) {
            return new Cut(Cut.Kind.ASIDE, "<" + tag + ">");
        }
        if (!byName || NEVER_NAMED.contains(tag) || (!Dom.isBlock(element) && !tag.equals("span"))) {
            return null;
        }
        if (isRefused(element)) {
            return new Cut(Cut.Kind.NEVER, "shown to those without an account only");
        }
        if (holdsArticle(element) || element.attr("itemprop").equals("articleBody")) {
            return null;
        }
        boolean words = tag.equals("span") && isAmongWords(element) && !Sentences.isTally(element.text());
        Cut named = words ? null : named(element);
        boolean hidden = Dom.isBlock(element) && Dom.isHidden(element);
        return hidden && (named == null || named.kind() == Cut.Kind.NAME) ? HIDDEN : named;
    }

    /** The source of a quotation stands in a footer. */
    private static boolean isCite(Element element) {
        Element parent = element.parent();
        return element.normalName().equals("footer")
                && parent != null
                && parent.normalName().equals("blockquote");
    }

    /** AMP pages carry what they show to readers without an account beside what they show to the others. */
    private static boolean isRefused(Element element) {
        return List.of("amp-access", "subscriptions-display").stream()
                .anyMatch(rule -> element.attr(rule).stripLeading().startsWith("NOT "));
    }

    private boolean holdsArticle(Element element) {
        Weights.Weight weight = weights.of(element);
        return weight.prose > whole.prose * HOLDS_ARTICLE || weight.text > whole.text * HOLDS_ARTICLE;
    }

    /** Whether the words of an inline element stand among others of one line. */
    private boolean isAmongWords(Element element) {
        Element block = element.parent();
        while (block != null && !Dom.isBlock(block)) {
            block = block.parent();
        }
        Weights.Weight inner = weights.of(element);
        return block != null && weights.of(block).own - inner.own - inner.text >= LEAST_BESIDE;
    }

    private @Nullable Cut named(Element element) {
        String names = Dom.names(element);
        if (names.length() <= 1) {
            return null;
        }
        Matcher others = OTHERS.matcher(names);
        if (others.find()) {
            return new Cut(Cut.Kind.OTHERS, "class name '" + nameAt(names, others) + "'");
        }
        Matcher sure = SURE.matcher(names);
        if (sure.find()) {
            return new Cut(Cut.Kind.SURE, "class name '" + nameAt(names, sure) + "'");
        }
        Matcher unsure = UNSURE.matcher(names);
        return unsure.find() && !aroundPosts.contains(element)
                ? new Cut(Cut.Kind.NAME, "class name '" + nameAt(names, unsure) + "'")
                : null;
    }

    private static String nameAt(String names, Matcher match) {
        int at = Character.isLetterOrDigit(names.charAt(match.start())) ? match.start() : match.start() + 1;
        int start = names.lastIndexOf(' ', at) + 1;
        int end = names.indexOf(' ', at);
        return names.substring(start, end < 0 ? names.length() : end);
    }
}
