package org.rashomon.annotate.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rashomon.model.Actor;
import org.rashomon.model.Article;
import org.rashomon.model.Block;
import org.rashomon.model.BlockRole;
import org.rashomon.model.EntityType;
import org.rashomon.model.Mention;
import org.rashomon.model.Span;
import org.rashomon.words.PersonWords;
import org.rashomon.words.SourceWords;
import org.rashomon.words.WordLists;

/**
 * The turns of a transcript or an interview: paragraphs that open with a label and a colon (<em>Question:</em>, <em>A:</em>, <em>MR LUND:</em>),
 * and, where the lines before tell that somebody was talked to, questions and answers without any.
 */
public final class Dialogue {
    private static final WordLists WORDS = WordLists.of("en/dialogue-words.tsv");
    private static final Set<String> ASKERS = WORDS.list("asker");
    private static final Set<String> ANSWERERS = WORDS.list("answerer");
    private static final Set<String> ADDRESS = WORDS.list("address");
    private static final Set<String> TALK = WORDS.list("talk");
    private static final Set<String> TELLING = WORDS.list("telling");
    private static final Set<String> TOWARD = WORDS.list("toward");
    /** What may stand before a colon in capitals and is nobody: UPDATE: */
    private static final Set<String> HEADINGS =
            WordLists.of("en/source-words.tsv").list("label");

    private static final Set<String> FIRST_PERSON =
            Set.of("i", "we", "my", "our", "us", "me", "i'm", "i've", "we've", "we're");
    private static final Set<String> SECOND_PERSON = Set.of("you", "your", "yours");

    /** Words of a label. */
    private static final int LONGEST_LABEL = 5;
    /** Turns with labels, where not the second answers the first. */
    private static final int FEWEST = 3;
    /** Words and sentences, at most, of a question without a label: an answer may end with a question, too. */
    private static final int LONGEST_QUESTION = 40;

    private static final int MOST_SENTENCES = 2;
    /** Words between the verb of talking and whoever asked. */
    private static final int TALK_REACH = 3;

    /**
     * Words of one who has the turn.
     *
     * @param label without its colon; null for a turn that has none
     * @param words what is said
     * @param asks whether it only asks
     */
    public record Turn(@Nullable Span label, Span words, boolean asks) {
        /** Whether a label says of what kind the speaker is, and not who. */
        boolean isByRole(String text) {
            return label != null && isRole(wordsOf(label.in(text)));
        }
    }

    private final TreeMap<Integer, Turn> turns = new TreeMap<>();
    private final Article article;
    private final List<Mention> people;
    private @Nullable Mention answering;

    /** @param mentions of the article, in order of text */
    public Dialogue(Article article, List<Mention> mentions) {
        this.article = article;
        this.people = mentions.stream()
                .filter(m -> m.type() == EntityType.PER && m.actor() != null)
                .toList();
        List<Block> body = article.blocks().stream()
                .filter(block -> block.role() == BlockRole.BODY)
                .toList();
        labelled(body);
        int first = turns.isEmpty() ? firstQuestion(body) : turns.firstKey();
        this.answering = first < 0 ? null : guest(first);
        if (answering != null) {
            unlabelled(body);
        }
    }

    /** In order of text. */
    public List<Turn> turns() {
        return List.copyOf(turns.values());
    }

    /** The turn in whose words, or in whose label, a place lies. */
    public Optional<Turn> at(int place) {
        return Optional.ofNullable(turns.floorEntry(place))
                .map(Map.Entry::getValue)
                .filter(turn -> place < turn.words().end());
    }

    /**
     * Whoever answers where no name stands before a turn: the one person of the lines before the first turn, beside whoever asks. Empty
     * where these are several.
     */
    public Optional<Mention> guest() {
        return Optional.ofNullable(answering);
    }

    /** Whether the guest answers in a turn, which has no name of its own. */
    public boolean isGuests(Turn turn) {
        return answering != null && !turn.asks() && (turn.label() == null || turn.isByRole(article.text()));
    }

    // ---- turns with labels ----

    private void labelled(List<Block> body) {
        Map<String, List<Turn>> byLabel = new HashMap<>();
        List<Turn> all = new ArrayList<>();
        for (Block block : body) {
            label(block).ifPresent(label -> {
                Turn turn = new Turn(label, behind(block, label), false);
                byLabel.computeIfAbsent(label.in(article.text()), key -> new ArrayList<>())
                        .add(turn);
                all.add(turn);
            });
        }
        boolean taken = all.size() >= FEWEST && byLabel.size() < all.size();
        boolean answered = all.size() == 2
                && isQuestion(all.get(0).words())
                && all.get(0).words().end() + 2 >= all.get(1).words().start() - LONGEST_QUESTION;
        if (byLabel.size() < 2 || !(taken || answered)) {
            return;
        }
        byLabel.forEach((label, said) -> {
            long questions =
                    said.stream().filter(turn -> isQuestion(turn.words())).count();
            boolean asks = isAny(ASKERS, wordsOf(label)) || questions * 2 > said.size();
            said.forEach(turn -> turns.put(
                    Objects.requireNonNull(turn.label()).start(), new Turn(turn.label(), turn.words(), asks)));
        });
    }

    private Span behind(Block block, Span label) {
        int start = label.end() + 1;
        while (Character.isWhitespace(article.text().charAt(start))) {
            start++;
        }
        return new Span(start, block.span().end());
    }

    /** The label that opens a paragraph: a role, or a name that the article or its capitals show to be a person's. */
    private Optional<Span> label(Block block) {
        String text = block.span().in(article.text());
        int colon = text.indexOf(": ");
        if (colon <= 0 || text.substring(colon + 1).isBlank()) {
            return Optional.empty();
        }
        String label = text.substring(0, colon);
        List<String> words = wordsOf(label);
        boolean name = !words.isEmpty()
                && words.size() <= LONGEST_LABEL
                && label.chars().allMatch(c -> Character.isLetter(c) || " .'\u2019-".indexOf(c) >= 0)
                && Character.isUpperCase(label.codePointAt(0))
                && (isRole(words) || isPerson(label, words));
        return name ? Optional.of(new Span(block.span().start(), block.span().start() + colon)) : Optional.empty();
    }

    private static boolean isRole(List<String> words) {
        String last = words.get(words.size() - 1);
        return isAny(ASKERS, words)
                || (words.size() == 1 && (ANSWERERS.contains(last) || PersonWords.isTitleWord(last)));
    }

    private static boolean isAny(Set<String> list, List<String> words) {
        return words.size() == 1 && list.contains(words.get(0));
    }

    /** Whether a word, in lower case, addresses whoever bears the name behind it: Mr, Dr. */
    public static boolean isAddress(String word) {
        return ADDRESS.contains(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
    }

    private boolean isPerson(String label, List<String> words) {
        boolean addressed = words.size() > 1 && isAddress(words.get(0));
        String surname = words.get(words.size() - 1);
        boolean capitals = surname.length() > 2
                && label.equals(label.toUpperCase(Locale.ROOT))
                && words.stream().noneMatch(HEADINGS::contains);
        return addressed
                || capitals
                || people.stream()
                        .map(m -> wordsOf(m.span().in(article.text())))
                        .anyMatch(name -> name.get(name.size() - 1).equals(surname));
    }

    // ---- turns without ----

    private int firstQuestion(List<Block> body) {
        return body.stream()
                .skip(1)
                .filter(block -> isUnlabelledQuestion(block.span()))
                .map(block -> block.span().start())
                .findFirst()
                .orElse(-1);
    }

    /** Answers are what stands right behind a question; whatever else stands there may be the other's. */
    private void unlabelled(List<Block> body) {
        Map<Integer, Turn> found = new TreeMap<>();
        int answers = 0;
        boolean addressed = false;
        boolean personal = false;
        boolean asked = false;
        int from = turns.isEmpty() ? -1 : turns.lastKey();
        for (Block block : body.subList(Math.min(1, body.size()), body.size())) {
            Span words = block.span();
            boolean told = words.start() <= from || words.in(article.text()).startsWith("\"");
            if (told) {
                asked = false;
            } else if (asked) {
                found.put(words.start(), new Turn(null, words, false));
                answers++;
                personal |= hasAny(words, FIRST_PERSON);
                asked = false;
            } else if (isUnlabelledQuestion(words)) {
                found.put(words.start(), new Turn(null, words, true));
                addressed |= hasAny(words, SECOND_PERSON);
                asked = true;
            }
        }
        // an outlet's own questions are not put to anybody: What happened? What next?
        if (answers > 0 && (!turns.isEmpty() || (addressed && personal))) {
            turns.putAll(found);
        }
    }

    private boolean hasAny(Span words, Set<String> list) {
        return wordsOf(words.in(article.text())).stream().anyMatch(list::contains);
    }

    private boolean isQuestion(Span words) {
        return words.in(article.text()).endsWith("?");
    }

    private boolean isUnlabelledQuestion(Span words) {
        String text = words.in(article.text());
        List<String> parts = wordsOf(text);
        long sentences =
                text.chars().filter(c -> c == '.' || c == '?' || c == '!').count();
        return isQuestion(words)
                && parts.size() <= LONGEST_QUESTION
                && sentences <= MOST_SENTENCES
                && !hasAny(words, FIRST_PERSON);
    }

    // ---- whoever answers ----

    private @Nullable Mention guest(int first) {
        String before = article.text().substring(0, first);
        if (wordsOf(before).stream().noneMatch(TALK::contains)) {
            return null;
        }
        Map<String, Mention> named = new HashMap<>();
        Set<String> asking = new HashSet<>();
        for (Mention person : people) {
            if (person.span().start() >= first
                    || article.blockIndexAt(person.span().start()) < 0) {
                continue;
            }
            Actor actor = Objects.requireNonNull(person.actor());
            named.putIfAbsent(actor.id(), person);
            if (isAsking(person)) {
                asking.add(actor.id());
            }
        }
        asking.forEach(named::remove);
        return named.size() == 1 ? named.values().iterator().next() : null;
    }

    /** "spoke to Ana Lund", "was interviewed by Ana Lund", where somebody stands before as the one who spoke. */
    private boolean isAsking(Mention person) {
        Span block = article.blocks()
                .get(article.blockIndexAt(person.span().start()))
                .span();
        List<String> before =
                wordsOf(article.text().substring(block.start(), person.span().start()));
        int size = before.size();
        boolean toward = size > 0 && TOWARD.contains(before.get(size - 1));
        return (size == 1 && before.get(0).equals("by"))
                || (toward
                        && before.subList(Math.max(0, size - 1 - TALK_REACH), size - 1).stream()
                                .anyMatch(TELLING::contains))
                || (toward && before.get(size - 1).equals("by") && before.contains("interview"));
    }

    private static List<String> wordsOf(String text) {
        return SourceWords.words(text.toLowerCase(Locale.ROOT)).stream()
                .map(word -> word.endsWith(".") ? word.substring(0, word.length() - 1) : word)
                .toList();
    }
}
