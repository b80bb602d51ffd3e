package org.rashomon.watch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.draft.BadInputException;
import org.rashomon.ingest.formats.feeds.Subscription;
import org.rashomon.service.ConfigurationException;
import org.rashomon.watch.fetch.FetchException;
import org.rashomon.watch.fetch.WebAddress;

/**
 * The feeds to be watched.
 *
 * @param feeds in the order of the list, each once
 * @param wrong lines for people on those that have no address of the web
 */
public record FeedList(List<Feed> feeds, List<String> wrong) {
    private static final int LARGEST = 5_000_000;
    private static final int MOST = 2_000;

    public FeedList {
        feeds = List.copyOf(feeds);
        wrong = List.copyOf(wrong);
    }

    /** @param title that the list gives it, or null */
    public record Feed(URI address, @Nullable String title) {}

    /**
     * Of an OPML file.
     *
     * @throws ConfigurationException when it cannot be read or names no feed that can be asked
     */
    public static FeedList of(Path file) {
        Map<URI, Feed> feeds = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Subscription one : subscriptions(file)) {
            try {
                URI address = WebAddress.of(one.url());
                feeds.putIfAbsent(address, new Feed(address, one.title()));
            } catch (FetchException e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
        }
        if (feeds.isEmpty()) {
            throw new ConfigurationException(file + ": it names no feed that can be asked: " + wrong.get(0));
        }
        if (feeds.size() > MOST) {
            throw new ConfigurationException(file + ": it names " + feeds.size() + " feeds; " + MOST + " at most");
        }
        return new FeedList(List.copyOf(feeds.values()), wrong);
    }

    private static List<Subscription> subscriptions(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ConfigurationException(file + ": larger than " + LARGEST / 1_000_000 + " MB");
            }
            return Subscription.all(bytes);
        } catch (BadInputException e) {
            throw new ConfigurationException(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new ConfigurationException(file + " cannot be read; give a list of feeds (OPML)");
        }
    }

    /** Addresses of all. */
    public List<URI> addresses() {
        return feeds.stream().map(Feed::address).toList();
    }
}
