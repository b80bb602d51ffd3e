package org.rashomon.export.brat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rashomon.casefile.Anchor;
import org.rashomon.casefile.Cases;
import org.rashomon.casefile.Correction;
import org.rashomon.casefile.Draft;
import org.rashomon.casefile.OpenCase;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.service.CaseService;
import org.rashomon.service.CaseService.Annotated;
import org.rashomon.service.ReadService;

/** There and back by brat: what an annotator changes is corrected, and nothing else. */
class BratChangesTest {
    private static final String TEXT =
            "Ferry sinks off Quill\n\nOdo Lamm, the harbour master, said on Monday that a ferry had sunk off Quill. Ana Hobb, the mayor of"
                    + " Quill, accused Odo Lamm of the sinking 🚢 of the ferry. Bea Vey, a sailor, denied that the ferry had left the port.\n";

    @TempDir
    Path scratch;

    private Path folder = Path.of("");
    private String place = "";

    @BeforeEach
    void export() throws IOException {
        Path in = Files.createDirectories(scratch.resolve("in"));
        Files.writeString(in.resolve("ferry.txt"), TEXT);
        place = scratch.resolve("case").toString();
        try (OpenCase open = Cases.open(place, ReadService.of("rules").workshop())) {
            open.add(List.of(in), line -> {});
            assertThat(claims(open)).extracting(Claim::act).containsExactly(Act.ASSERT, Act.ACCUSE, Act.DENY);
        }
        folder = scratch.resolve("brat");
        CaseService.export("brat", place, CaseService.Part.ALL, folder);
    }

    @AfterEach
    void theCaseIsWhole() {
        assertThat(CaseService.verify(place).broken()).isEmpty();
    }

    private static List<Claim> claims(OpenCase open) {
        return open.dossier().analyses().get(0).claims();
    }

    private Path annotations() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".ann"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void edit(UnaryOperator<List<String>> change) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(annotations()));
        Files.write(annotations(), change.apply(lines), StandardCharsets.UTF_8);
    }

    private Annotated imported() {
        return CaseService.annotated(folder, place, "Ana");
    }

    private List<Correction> corrections() {
        try (OpenCase open = Cases.existing(place, ReadService.of("rules").workshop())) {
            return open.corrections();
        }
    }

    private Claim claim(int number) {
        try (OpenCase open = Cases.existing(place, ReadService.of("rules").workshop())) {
            return claims(open).get(number);
        }
    }

    /** The span of the content of the claim with this act. */
    private static String content(List<String> lines, String act) {
        return lines.stream()
                .filter(line -> line.matches("A\\d+\tAct T\\d+ " + act))
                .map(line -> line.split("[\t ]")[2])
                .findFirst()
                .orElseThrow();
    }

    private static String actor(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.matches("#\\d+\tAnnotatorNotes T\\d+\t[^;]*; " + name))
                .map(line -> line.split("[\t ]")[2])
                .findFirst()
                .orElseThrow();
    }

    private static List<String> replaced(List<String> lines, String pattern, String with) {
        List<String> changed =
                lines.stream().map(line -> line.replaceFirst(pattern, with)).toList();
        assertThat(changed).as(pattern).isNotEqualTo(lines);
        return changed;
    }

    @Test
    void whatNobodyChangedChangesNothing() throws IOException {
        assertThat(imported()).isEqualTo(new Annotated(1, 0, 0, List.of()));
        // brat sorts and numbers as it likes
        edit(lines -> lines.stream()
                .map(line -> line.replaceFirst("^([AR#])(\\d+)\t", "$19$2\t"))
                .sorted()
                .toList());
        assertThat(imported()).isEqualTo(new Annotated(1, 0, 0, List.of()));
        assertThat(corrections()).isEmpty();
    }

    @Test
    void anActIsChanged() throws IOException {
        edit(lines -> replaced(lines, "^A\\d+(\tAct T\\d+ )ASSERT$", "A99$1ANNOUNCE"));
        assertThat(imported()).isEqualTo(new Annotated(1, 1, 0, List.of()));
        assertThat(claim(0).act()).isEqualTo(Act.ANNOUNCE);
        assertThat(corrections()).extracting(Correction::author).containsExactly("Ana");
        assertThat(corrections().get(0).draft().note())
                .startsWith("brat: article-")
                .contains(".ann:");
        // once more: it is so already
        assertThat(imported()).isEqualTo(new Annotated(1, 0, 1, List.of()));
        assertThat(corrections()).hasSize(1);
    }

    @Test
    void aSpeakerIsWrittenDrawnOrLeftOpen() throws IOException {
        edit(lines -> {
            List<String> changed = new ArrayList<>(replaced(lines, "; speaker Bea Vey; ", "; speaker Ilse Marrow; "));
            String accusation = content(changed, "ACCUSE");
            changed.removeIf(line -> line.contains("\tSaidBy Arg1:" + accusation + " "));
            changed.add("R77\tSaidBy Arg1:" + accusation + " Arg2:" + actor(changed, "Bea Vey"));
            String report = content(changed, "ASSERT");
            return replaced(changed, "(\tSpeaker " + report + " )\\w+$", "$1UNRESOLVED");
        });
        assertThat(imported()).isEqualTo(new Annotated(1, 3, 0, List.of()));
        assertThat(claim(0).speaker().actor()).isNull();
        assertThat(claim(1).speaker().label()).isEqualTo("Bea Vey");
        assertThat(claim(2).speaker().label()).isEqualTo("Ilse Marrow");
    }

    @Test
    void whomItIsAimedAtIsWrittenOrDrawn() throws IOException {
        edit(lines -> {
            List<String> changed =
                    new ArrayList<>(replaced(lines, "aimed at Odo Lamm$", "aimed at Bea Vey | Ilse Marrow"));
            changed.add("R77\tAimedAt Arg1:" + content(changed, "DENY") + " Arg2:" + actor(changed, "Odo Lamm"));
            return changed;
        });
        assertThat(imported()).isEqualTo(new Annotated(1, 2, 0, List.of()));
        assertThat(claim(1).targets()).extracting(actor -> actor.name()).containsExactly("Bea Vey", "Ilse Marrow");
        assertThat(claim(2).targets()).extracting(actor -> actor.name()).contains("Odo Lamm");
    }

    @Test
    void whatIsErasedIsNoClaim() throws IOException {
        edit(lines -> {
            String content = content(lines, "DENY");
            List<String> kept = new ArrayList<>(lines);
            kept.removeIf(line -> line.startsWith(content + "\t") || line.matches(".*[ :]" + content + "([ \t].*)?$"));
            return kept;
        });
        assertThat(imported()).isEqualTo(new Annotated(1, 1, 0, List.of()));
        try (OpenCase open = Cases.existing(place, ReadService.of("rules").workshop())) {
            assertThat(claims(open)).extracting(Claim::act).doesNotContain(Act.DENY);
        }
        assertThat(corrections())
                .extracting(correction -> correction.draft().kind())
                .containsExactly(Draft.Kind.NO_CLAIM);
    }

    private record Refused(String why, UnaryOperator<List<String>> change) {
        @Override
        public String toString() {
            return why;
        }
    }

    private static UnaryOperator<List<String>> add(UnaryOperator<String> line) {
        return lines -> {
            List<String> more = new ArrayList<>(lines);
            more.add(line.apply(content(lines, "DENY")));
            return more;
        };
    }

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused("a claim cannot be added", add(any -> "T99\tContent 0 5\tFerry")),
                new Refused(
                        "cannot be moved",
                        lines -> replaced(
                                lines,
                                "^" + content(lines, "DENY") + "\tContent \\d+ ",
                                content(lines, "DENY") + "\tContent 150 ")),
                new Refused("there is no act SHOUT", lines -> replaced(lines, "(\tAct T\\d+ )DENY$", "$1SHOUT")),
                new Refused(
                        "its act was taken away",
                        lines -> lines.stream()
                                .filter(line -> !line.endsWith(" DENY"))
                                .toList()),
                new Refused(
                        "who speaks is not told by that",
                        lines -> replaced(lines, "(\tSpeaker " + content(lines, "DENY") + " )\\w+$", "$1UNNAMED")),
                new Refused(
                        "nobody put there",
                        lines -> lines.stream()
                                .filter(line -> !line.contains("SaidBy Arg1:" + content(lines, "DENY") + " "))
                                .toList()),
                new Refused("given two speakers", lines -> {
                    List<String> changed =
                            new ArrayList<>(replaced(lines, "; speaker Bea Vey; ", "; speaker Ilse Marrow; "));
                    changed.add("R77\tSaidBy Arg1:" + content(lines, "DENY") + " Arg2:" + actor(lines, "Odo Lamm"));
                    return changed;
                }),
                new Refused("name nobody", add(content -> "R77\tSaidBy Arg1:" + content + " Arg2:" + content)),
                new Refused(
                        "has to keep its form",
                        lines -> replaced(lines, "claim (c-\\S+); speaker Bea Vey.*", "Bea Vey")),
                new Refused(
                        "a changed Factuality",
                        lines -> replaced(lines, "(\tFactuality " + content(lines, "DENY") + " )\\w+$", "$1POSSIBLE")),
                new Refused(
                        "a new relation Contradicts",
                        add(content -> "R77\tContradicts Arg1:" + content + " Arg2:" + content)),
                new Refused("a new Incident", add(any -> "T99\tIncident 0 5\tFerry")),
                new Refused("not a line that an import takes", add(any -> "E1\tSinking:T1")),
                new Refused("not a line that an import takes", add(any -> "=1+1")),
                new Refused("there twice", add(content -> "A99\tAct " + content + " ADMIT")),
                new Refused("empty", lines -> List.of()));
    }

    /** Each is told with its file, and nothing is changed. */
    @ParameterizedTest
    @MethodSource
    void refused(Refused refused) throws IOException {
        edit(refused.change);
        Annotated found = imported();
        assertThat(found.corrected()).isZero();
        assertThat(found.rejected())
                .as(found.toString())
                .anyMatch(line -> line.startsWith("article-") && line.contains(refused.why));
        assertThat(corrections()).isEmpty();
    }

    @Test
    void whatIsRightIsTakenBesideWhatIsNot() throws IOException {
        edit(lines -> {
            List<String> changed = new ArrayList<>(replaced(lines, "(\tAct T\\d+ )ASSERT$", "$1ANNOUNCE"));
            changed.add("T99\tContent 0 5\tFerry");
            return changed;
        });
        Annotated found = imported();
        assertThat(found.corrected()).isEqualTo(1);
        assertThat(found.rejected()).hasSize(1);
    }

    /** The text is what the offsets mean: where it is another, in the folder or in the case, nothing is taken. */
    @Test
    void anotherTextTakesNothing() throws IOException {
        edit(lines -> replaced(lines, "(\tAct T\\d+ )ASSERT$", "$1ANNOUNCE"));
        Path text = Path.of(annotations().toString().replaceFirst("ann$", "txt"));
        Files.writeString(text, TEXT.replace("Quill", "Ostrel"));
        assertThat(imported().rejected()).singleElement().asString().contains("the text was changed");
        Files.delete(text);
        Files.writeString(scratch.resolve("in/ferry.txt"), TEXT.replace("Monday", "Tuesday"));
        try (OpenCase open = Cases.existing(place, ReadService.of("rules").workshop())) {
            open.add(List.of(scratch.resolve("in")), line -> {});
        }
        assertThat(imported().rejected()).singleElement().asString().contains("another text of this article now");
        assertThat(corrections()).isEmpty();
    }

    /** What others did since stays: an import never takes a correction back unseen. */
    @Test
    void whatSomebodyElseChangedSinceStays() throws IOException {
        try (OpenCase open = Cases.existing(place, ReadService.of("rules").workshop())) {
            Optional<Anchor> anchor =
                    Anchor.ofClaim(open.dossier(), claims(open).get(0).id());
            open.correct(Draft.act(anchor.orElseThrow(), Act.PROMISE, null), "Bea");
        }
        assertThat(imported()).isEqualTo(new Annotated(1, 0, 0, List.of()));
        edit(lines -> replaced(lines, "(\tAct T\\d+ )ASSERT$", "$1ANNOUNCE"));
        assertThat(imported().rejected()).singleElement().asString().contains("somebody changed that in the case");
        assertThat(claim(0).act()).isEqualTo(Act.PROMISE);
    }

    @Test
    void aFolderThatIsNoneIsRefused() throws IOException {
        Path other = Files.createDirectories(scratch.resolve("other"));
        assertThatThrownBy(() -> CaseService.annotated(other, place, "Ana"))
                .hasMessageContaining("holds no exported.tsv");
        Files.writeString(folder.resolve(Exported.FILE), "a\tb\n");
        assertThatThrownBy(this::imported).hasMessageContaining("line 1: damaged");
        Files.writeString(folder.resolve("stray.ann"), "");
        CaseService.export("brat", place, CaseService.Part.ALL, folder);
        Files.writeString(folder.resolve("stray.ann"), "");
        assertThat(imported().rejected()).containsExactly("stray.ann: was not exported with these");
    }
}
