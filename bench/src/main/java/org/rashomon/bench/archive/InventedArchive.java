package org.rashomon.bench.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an archive of invented news: {@code archive.jsonl} to be read, and beside it in {@code truth/} which article prints whose words, which
 * sentences tell of one incident, and which claims answer which. Exit codes are those of the program: 0 done, 1 failure, 2 wrong usage.
 */
public final class InventedArchive {
    private static final String USAGE = """
            usage: InventedArchive --articles N [--seed S] --out DIR [--files]
            Writes N articles of invented news (places, persons, outlets are made up) into DIR:
              archive.jsonl        what "rashomon read" takes, in the order of publication
              truth/copies.jsonl   article, from, kind (COPY or REWRITE): whose words it prints
              truth/incidents.jsonl  id, kind, day, town, accused, dead, mentions [{article, words}]
              truth/claims.jsonl   id, incident, kind, by, of, agreement, answers (id of a claim), told [{article, words}]
            --seed S   1 where it is not given; the same gives the same bytes, and fewer articles are the first of more
            --files    the articles as text files, too: files/OUTLET/DAY-ID.txt""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private InventedArchive() {}

    /** What the command line asks for. */
    record Options(int articles, long seed, Path out, boolean files) {
        static Optional<Options> of(List<String> arguments) {
            Map<String, String> values = new HashMap<>();
            boolean files = false;
            for (int i = 0; i < arguments.size(); i++) {
                String name = arguments.get(i);
                if (name.equals("--files")) {
                    files = true;
                } else if (!List.of("--articles", "--seed", "--out").contains(name) || ++i == arguments.size()) {
                    return Optional.empty();
                } else {
                    values.put(name, arguments.get(i));
                }
            }
            String articles = values.getOrDefault("--articles", "");
            String seed = values.getOrDefault("--seed", "1");
            String out = values.get("--out");
            return out == null || !articles.matches("[1-9]\\d{0,6}") || !seed.matches("-?\\d{1,18}")
                    ? Optional.empty()
                    : Optional.of(new Options(Integer.parseInt(articles), Long.parseLong(seed), Path.of(out), files));
        }
    }

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        Optional<Options> options = Options.of(List.of(arguments));
        if (options.isEmpty()) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try {
            write(options.get());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("InventedArchive: " + e.getMessage());
            System.exit(1);
        }
    }

    static void write(Options options) throws IOException {
        Path truths = Files.createDirectories(options.out.resolve("truth"));
        Truth truth = new Truth();
        Publications publications = new Publications(options.seed);
        try (Writer archive = writer(options.out.resolve("archive.jsonl"));
                Writer copies = writer(truths.resolve("copies.jsonl"))) {
            for (int i = 0; i < options.articles; i++) {
                InventedArticle article = publications.next();
                line(archive, record(article));
                if (article.from() != null) {
                    line(copies, Truth.copy(article));
                }
                if (options.files) {
                    file(options.out.resolve("files"), article);
                }
                truth.add(article);
            }
        }
        try (Writer incidents = writer(truths.resolve("incidents.jsonl"));
                Writer claims = writer(truths.resolve("claims.jsonl"))) {
            truth.write((table, row) -> line(table.equals("claims") ? claims : incidents, row));
        }
    }

    private static Writer writer(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    private static void line(Writer to, Map<String, Object> row) throws IOException {
        to.write(JSON.writeValueAsString(row));
        to.write('\n');
    }

    private static Map<String, Object> record(InventedArticle article) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", article.id());
        record.put("outlet", article.outlet());
        record.put("date", article.day().toString());
        record.put("title", article.title());
        record.put("language", "en");
        record.put("text", article.text());
        return record;
    }

    private static void file(Path folder, InventedArticle article) throws IOException {
        Path outlet = Files.createDirectories(folder.resolve(article.outlet().replace(' ', '-')));
        String text = "---\ntitle: " + JSON.writeValueAsString(article.title()) + "\noutlet: " + article.outlet()
                + "\ndate: " + article.day() + "\n---\n\n" + article.text() + "\n";
        Files.writeString(outlet.resolve(article.day() + "-" + article.id() + ".txt"), text, StandardCharsets.UTF_8);
    }
}
