package org.rashomon.ingest.pages.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rashomon.ingest.blocks.Byline;
import org.rashomon.ingest.blocks.Sentences;
import org.rashomon.model.Imprint;

/**
 * Which paper a page is of. JSON-LD names a publisher, OpenGraph a site, the title often ends in the paper's name; where the publisher is
 * a platform, a parent company or the wire that supplied the text, the site's own name is the paper's.
 */
final class OutletName {
    private static final int LONGEST = 80;
    private static final Pattern SEPARATOR = Pattern.compile(" (?:[|·•»:–—-]|::|--) ");
    private static final Pattern HOST = Pattern.compile("[\\p{Ll}\\d-]+(?:\\.[\\p{Ll}\\d-]+)*\\.\\p{Ll}{2,}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final String[] PUBLISHER_META = {
        "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher"
    };
    /** What weighs as much as two statements of metadata: to stand beside the headline. */
    private static final int BESIDE_TITLE = 2;

    private static final int MOST_STATEMENTS = 2;

    private final PageAddress address;
    private final PageWords words;
    private final @Nullable String title;
    private final @Nullable String besideTitle;
    private final List<String> publishers = new ArrayList<>();
    private final List<String> marked = new ArrayList<>();
    private final List<String> sites = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /**
     * An outlet.
     *
     * @param from where it is stated
     */
    record Found(String name, Imprint.Origin from) {}

    /**
     * @param publishers whom JSON-LD calls the publisher, the article's own first
     * @param marked whom attributes of the page's elements call so
     * @param linkedSites names of the site in JSON-LD
     * @param title the printed headline
     * @param titles of the document, in which the paper's name may stand beside the headline
     */
    OutletName(
            PageAddress address,
            PageWords words,
            List<String> publishers,
            List<String> marked,
            MetaTags meta,
            List<String> linkedSites,
            @Nullable String title,
            List<String> titles) {
        this.address = address;
        this.words = words;
        this.title = title;
        marked.stream()
                .map(this::withoutSlogan)
                .filter(this::isName)
                .filter(name -> !isHost(name))
                .limit(1)
                .forEach(this.marked::add);
        publishers.stream().map(this::withoutSlogan).filter(this::isName).forEach(this.publishers::add);
        meta.all("og:site_name").stream()
                .map(this::withoutSlogan)
                .filter(this::isName)
                .forEach(sites::add);
        for (List<String> more : List.of(meta.all(PUBLISHER_META), linkedSites, meta.all("application-name"))) {
            more.stream().filter(this::isName).forEach(others::add);
        }
        besideTitle = titles.stream()
                .flatMap(whole -> besideTitle(whole).stream())
                .findFirst()
                .orElse(null);
    }

    Optional<Found> found() {
        List<Found> names = new ArrayList<>();
        publishers.stream().limit(1).forEach(name -> names.add(new Found(name, Imprint.Origin.JSON_LD)));
        sites.forEach(name -> names.add(new Found(name, Imprint.Origin.META)));
        Optional.ofNullable(besideTitle).ifPresent(name -> names.add(new Found(name, Imprint.Origin.TITLE)));
        if (names.stream().allMatch(found -> isHost(found.name()) || words.isPlatform(found.name()))
                || words.isPlatform(names.get(0).name())) {
            marked.forEach(name -> names.add(new Found(name, Imprint.Origin.META)));
            others.forEach(name -> names.add(new Found(name, Imprint.Origin.META)));
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Found taken = names.get(0);
        for (Found other : names.subList(1, names.size())) {
            taken = isBetter(other.name(), taken.name()) ? other : taken;
        }
        // A service that is named by a single statement holds the page; whose page it is nobody says.
        boolean holder =
                words.isPlatform(taken.name()) && !isAlike(taken.name(), besideTitle) && support(taken.name()) < 2;
        return holder ? Optional.empty() : Optional.of(taken);
    }

    /** Whether {@code other} names the paper where {@code name} names somebody around it. */
    private boolean isBetter(String other, String name) {
        if (isAlike(name, other)) {
            return false;
        }
        if (isHost(name) != isHost(other) && !words.isPlatform(other)) {
            return isHost(name);
        }
        if (words.isPlatform(name) || isWire(name)) {
            return !words.isPlatform(other) && !isWire(other);
        }
        Set<String> here = parts(name);
        Set<String> there = parts(other);
        if (here.equals(there)) {
            return false;
        }
        boolean company = words.isCompany(here) && !words.isCompany(there);
        if (company && (here.containsAll(there) || support(other) > support(name))) {
            return true;
        }
        if (there.containsAll(here)) {
            return isAlike(other, besideTitle) && support(other) > support(name);
        }
        Set<String> shared = new HashSet<>(here);
        shared.retainAll(there);
        // Initials are the same name, and the end of a title alone is no witness against a stated publisher.
        return shared.isEmpty() && !isInitials(other, name) && isStated(other) && support(other) > support(name);
    }

    /** An address stands for the name where nothing else does. */
    private static boolean isHost(String name) {
        return HOST.matcher(name).matches();
    }

    private boolean isStated(String name) {
        return Stream.concat(sites.stream(), others.stream()).anyMatch(stated -> isAlike(name, stated));
    }

    private static boolean isInitials(String shorter, String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[^\\p{L}\\d]+")) {
            boolean counts = !word.isEmpty() && Character.isUpperCase(word.charAt(0)) && !word.equals("The");
            initials.append(counts ? word.substring(0, 1) : "");
        }
        return initials.length() > 1 && initials.toString().equalsIgnoreCase(Sentences.letters(shorter));
    }

    /** {@code The Ovrane Ledger | News of the port}: what stands first is the name where the page's address is of its letters. */
    private String withoutSlogan(String name) {
        Matcher separator = SEPARATOR.matcher(name);
        if (!separator.find()) {
            return name;
        }
        String first = name.substring(0, separator.start()).strip();
        return address.hostNames(first) ? first : name;
    }

    private static boolean isWire(String name) {
        return Byline.wire(name).isPresent();
    }

    private static boolean isAlike(String name, @Nullable String other) {
        return other != null && Sentences.letters(name).equals(Sentences.letters(other));
    }

    /** How much of the page says that this is the paper's name. */
    private int support(String name) {
        long statements = publishers.stream()
                        .limit(1)
                        .filter(other -> isAlike(name, other))
                        .count()
                + sites.stream().filter(other -> isAlike(name, other)).count()
                + others.stream().filter(other -> isAlike(name, other)).count();
        return (int) Math.min(MOST_STATEMENTS, statements)
                + (isAlike(name, besideTitle) ? BESIDE_TITLE : 0)
                + (address.hostNames(name) ? 1 : 0);
    }

    private static Set<String> parts(String name) {
        Set<String> parts =
                new HashSet<>(Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")));
        parts.removeAll(Set.of("the", "com", "www", ""));
        return parts;
    }

    /** A name, no address, account or part of the paper; the page's own headline is none either. */
    private boolean isName(String name) {
        boolean plain = name.length() <= LONGEST
                && !name.contains("://")
                && !name.startsWith("@")
                && !name.startsWith("/")
                && LETTER.matcher(name).find();
        return plain && !words.isPart(name) && !isAlike(name, title);
    }

    /**
     * The name beside the headline in a title. It is certain where the title is the printed headline, a mark, and the name; or where the
     * page's address is of the same letters. A part of the paper (<em>Politics</em>) is none.
     */
    private Optional<String> besideTitle(String whole) {
        return ends(whole).stream()
                .filter(address::hostNames)
                .filter(this::isName)
                .findFirst()
                .or(() -> afterHeadline(whole).filter(this::isName));
    }

    /** The last part of what follows the printed headline; a part of the paper may stand before it ({@code Opinion | …}). */
    private Optional<String> afterHeadline(String whole) {
        Matcher separator = SEPARATOR.matcher(whole);
        while (title != null && separator.find()) {
            String before = whole.substring(0, separator.start());
            if (isAlike(before, title) || isSectionAndTitle(before)) {
                String[] parts = whole.substring(separator.end()).strip().split(" [|–—»·-] ");
                return Optional.of(parts[parts.length - 1].strip());
            }
        }
        return Optional.empty();
    }

    private boolean isSectionAndTitle(String before) {
        Matcher separator = SEPARATOR.matcher(before);
        return separator.find()
                && words.isPart(before.substring(0, separator.start()))
                && isAlike(before.substring(separator.end()), title);
    }

    /** The last parts of a title, and a first one that the headline follows. */
    private List<String> ends(String whole) {
        List<String> ends = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(whole);
        while (separator.find()) {
            ends.add(0, whole.substring(separator.end()).strip());
        }
        int colon = whole.indexOf(": ");
        if (colon > 0 && isAlike(whole.substring(colon), title)) {
            ends.add(whole.substring(0, colon).strip());
        }
        ends.removeIf(name -> name.isEmpty() || name.length() > LONGEST);
        return ends;
    }
}
