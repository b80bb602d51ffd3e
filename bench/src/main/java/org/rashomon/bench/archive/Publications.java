package org.rashomon.bench.archive;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The articles of a seed in the order of publication, without end: a smaller archive is the beginning of a larger one. */
final class Publications implements Iterator<InventedArticle> {
    private static final LocalDate FIRST = LocalDate.of(2031, 1, 1);
    private static final int HAPPENINGS_A_DAY = 8;

    private final Random random;
    private final World world;
    private final Phrases phrases = new Phrases();
    private final Newsroom newsroom;
    /** What is still to be printed, by day. */
    private final Map<LocalDate, Deque<Waiting>> waiting = new HashMap<>();

    private LocalDate today = FIRST;
    private int happened;
    private int printed;

    Publications(long seed) {
        this.random = new Random(seed);
        this.world = new World(phrases, random);
        this.newsroom = new Newsroom(world, phrases);
    }

    /**
     * An article before it is printed.
     *
     * @param ids of all articles on the happening, as far as they are printed; by their places
     */
    private record Waiting(Newsroom.Draft draft, int place, Happening happening, Map<Integer, String> ids) {}

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public InventedArticle next() {
        Deque<Waiting> due = waiting.get(today);
        while (due == null || due.isEmpty()) {
            waiting.remove(today);
            if (happened > 0) {
                today = today.plusDays(1);
            }
            happen();
            due = waiting.get(today);
        }
        return printed(due.removeFirst());
    }

    /** What happens today. */
    private void happen() {
        int count = HAPPENINGS_A_DAY / 2 + random.nextInt(HAPPENINGS_A_DAY + 1);
        for (int i = 0; i < count; i++) {
            Random own = new Random(random.nextLong());
            Happening happening =
                    Happening.of(String.format(Locale.ROOT, "h%06d", ++happened), today, world, phrases, own);
            List<Newsroom.Draft> drafts = newsroom.articles(happening, own);
            Map<Integer, String> ids = new HashMap<>();
            for (int place = 0; place < drafts.size(); place++) {
                waiting.computeIfAbsent(drafts.get(place).day(), day -> new ArrayDeque<>())
                        .add(new Waiting(drafts.get(place), place, happening, ids));
            }
        }
    }

    private InventedArticle printed(Waiting next) {
        Newsroom.Draft draft = next.draft;
        String id = String.format(Locale.ROOT, "n%06d", ++printed);
        next.ids.put(next.place, id);
        return new InventedArticle(
                id,
                draft.outlet(),
                draft.day(),
                draft.title(),
                draft.told(),
                next.happening,
                draft.kind(),
                draft.from() < 0 ? null : next.ids.get(draft.from()),
                draft.credit());
    }
}
