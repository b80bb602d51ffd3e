package org.rashomon.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rashomon.casefile.Correction.State;
import org.rashomon.casefile.bundle.BundleWriter;
import org.rashomon.casefile.feeds.Change;
import org.rashomon.casefile.feeds.FeedLog;
import org.rashomon.casefile.feeds.Look;
import org.rashomon.casefile.feeds.WatchedFeed;
import org.rashomon.casefile.feeds.WatchedPage;
import org.rashomon.casefile.users.User;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Act;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.claims.SpeakerStatus;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.model.dossier.ClaimRelation;
import org.rashomon.model.dossier.Dossier;
import org.rashomon.model.events.Incident;
import org.rashomon.model.events.IncidentMention;

/** What a case does, whichever database keeps it. */
abstract class CaseContract {
    private static final String LOCAL = "pelang-daily-star-2023-03-15.txt";

    @TempDir
    Path scratch = Path.of("");

    private Path inputs = Path.of("");
    private @Nullable OpenCase open;

    /** Of a case that is not there yet. */
    abstract String place();

    @BeforeEach
    void read() {
        inputs = Bench.four(scratch.resolve("in"));
        open = Cases.open(place(), new Bench("1"));
        assertThat(open.add(List.of(inputs), line -> {}).added()).isEqualTo(4);
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private OpenCase here() {
        return Objects.requireNonNull(open);
    }

    private void reopen(String version) {
        here().close();
        open = Cases.existing(place(), new Bench(version));
    }

    private static Article article(Dossier dossier, String file) {
        return analysis(dossier, file).article();
    }

    private static ArticleAnalysis analysis(Dossier dossier, String file) {
        return dossier.analyses().stream()
                .filter(one -> one.article().file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private Claim claim(String id) {
        return here().dossier().analyses().stream()
                .flatMap(analysis -> analysis.claims().stream())
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Anchor anchor(Claim claim) {
        return Anchor.ofClaim(here().dossier(), claim.id()).orElseThrow();
    }

    private Claim first(Act act) {
        return here().dossier().analyses().stream()
                .flatMap(analysis -> analysis.claims().stream())
                .filter(claim -> claim.act() == act && claim.speaker().actor() != null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void severalCorrectionsAreKeptOrNone() {
        List<Claim> claims = here().dossier().analyses().get(0).claims();
        Draft one = Draft.note(anchor(claims.get(0)), "look again");
        Draft two = Draft.noClaim(anchor(claims.get(1)), null);
        String version = here().version();
        assertThatThrownBy(() -> here().correct(List.of(one, Draft.note(anchor(claims.get(1)), " ")), "R. Vey"))
                .isInstanceOf(CorrectionException.class);
        assertThat(here().corrections()).isEmpty();
        assertThat(here().version()).isEqualTo(version);
        assertThat(here().correct(List.of(one, two), "R. Vey")).hasSize(2);
        assertThat(here().corrections()).extracting(Correction::state).containsExactly(State.LIVE, State.LIVE);
        assertThat(Verification.of(place()).broken()).isEmpty();
    }

    @Test
    void usersAreKeptBesideWhatIsInCustody() throws IOException {
        String version = here().version();
        assertThat(here().users()).isEmpty();
        here().keep(new User("Odo", "reader", "secret-1"));
        here().keep(new User("ana", "admin", "secret-2"));
        here().keep(new User("Odo", "editor", "secret-3"));
        here().forget("nobody");
        reopen("1");
        assertThat(here().users())
                .containsExactly(new User("Odo", "editor", "secret-3"), new User("ana", "admin", "secret-2"));
        assertThat(here().version()).isEqualTo(version);
        assertThat(Verification.of(place()).broken()).isEmpty();
        Path bundle = scratch.resolve("users.zip");
        try (var out = Files.newOutputStream(bundle)) {
            BundleWriter.write(place(), version, java.util.Map.of(), List.of(), out);
        }
        try (var zip = new java.util.zip.ZipFile(bundle.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                assertThat(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                        .as(entry.getName())
                        .doesNotContain("secret-");
            }
        }
        here().forget("ana");
        assertThat(here().users()).extracting(User::name).containsExactly("Odo");
    }

    /** As an older format was: without the tables of feeds (from the second on) and of users (from the third on). */
    private void makeOfFormat(int format) {
        try (Database database = Database.open(place(), false)) {
            database.write(handle -> {
                handle.execute("DROP TABLE account");
                if (format < 2) {
                    for (String table : List.of("feed_page", "feed", "feed_look")) {
                        handle.execute("DROP TABLE " + table);
                    }
                }
                for (int later = format + 1; later <= Database.FORMAT; later++) {
                    handle.execute("DELETE FROM flyway_schema_history WHERE version = ?", Integer.toString(later));
                }
                handle.execute("UPDATE meta SET value = ? WHERE name = 'format'", Integer.toString(format));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCaseOfAnOlderFormatIsReadAsItIsAndChangedWhenItIsOpened(int format) {
        String version = here().version();
        List<Claim> claims = here().dossier().analyses().get(0).claims();
        here().correct(List.of(Draft.note(anchor(claims.get(0)), "look again")), "R. Vey");
        String corrected = here().version();
        assertThat(corrected).isNotEqualTo(version);
        here().close();
        makeOfFormat(format);
        try (OpenCase look = Cases.look(place(), new Bench("1"))) {
            assertThat(look.users()).isEmpty();
            assertThat(look.version()).isEqualTo(corrected);
            assertThat(look.corrections()).hasSize(1);
        }
        open = Cases.existing(place(), new Bench("1"));
        here().keep(new User("Odo", "reader", "secret"));
        assertThat(here().users()).hasSize(1);
        assertThat(here().feedLog().feeds()).isEmpty();
        assertThat(here().version()).isEqualTo(corrected);
        assertThat(here().corrections()).extracting(Correction::author).containsExactly("R. Vey");
        assertThat(Verification.of(place()).broken()).isEmpty();
    }

    @Test
    void whatIsReadAgainChangesNothing() {
        Dossier before = here().dossier();
        String version = here().version();
        Added again = here().add(List.of(inputs), line -> {});
        assertThat(List.of(again.added(), again.revised(), again.unchanged(), again.renewed()))
                .containsExactly(0, 0, 4, 0);
        assertThat(here().version()).isEqualTo(version);
        assertThat(here().dossier()).isSameAs(before);
        reopen("1");
        assertThat(here().version()).isEqualTo(version);
        assertThat(here().dossier()).isEqualTo(before);
        assertThat(Verification.of(place()).broken()).isEmpty();
    }

    @Test
    void theDossierIsThatOfAPlainReading() {
        Bench bench = new Bench("1");
        List<ArticleAnalysis> plain = new java.util.ArrayList<>();
        Workshop.Bench analysing = bench.bench(plain::add, reject -> {});
        bench.read(List.of(inputs), (name, path) -> {}, result -> {
            if (result instanceof org.rashomon.model.ReadResult.Read read) {
                analysing.add(read.article());
            }
        });
        assertThat(here().dossier().comparison()).isEqualTo(bench.compare(plain, List.of()));
    }

    @Test
    void anotherTextOfAFileIsARevision() throws IOException {
        String id = article(here().dossier(), LOCAL).id();
        byte[] old = here().original(id).orElseThrow();
        assertThat(old).isEqualTo(Files.readAllBytes(inputs.resolve(LOCAL)));
        Files.writeString(
                inputs.resolve(LOCAL), Files.readString(inputs.resolve(LOCAL)) + "\n\nThe council of Pelang met.\n");
        Added again = here().add(List.of(inputs), line -> {});
        assertThat(List.of(again.added(), again.revised(), again.unchanged())).containsExactly(0, 1, 3);
        List<Revision> revisions = here().revisions(id);
        assertThat(revisions).extracting(Revision::number).containsExactly(1, 2);
        assertThat(revisions.get(1).changes())
                .containsExactly(new Revision.Change(List.of(), List.of("The council of Pelang met.")));
        assertThat(revisions.get(0).article().text()).doesNotContain("council of Pelang met");
        assertThat(here().dossier().analyses()).hasSize(4);
        assertThat(article(here().dossier(), LOCAL).id()).isEqualTo(id);
        assertThat(new String(here().original(id).orElseThrow(), StandardCharsets.UTF_8))
                .contains("council of Pelang met");
        assertThat(Verification.of(place()).broken()).isEmpty();
    }

    @Test
    void recordsOfOneFileAreArticlesOfTheirOwnAndOneAddressIsNoReasonToLoseOne() throws IOException {
        Path file = scratch.resolve("records.jsonl");
        String one =
                "{\"text\": \"The mayor of Harn said the mill was closed.\", \"url\": \"https://harn.example/\"}\n";
        String two =
                "{\"text\": \"The mayor of Harn denied that the mill was sold.\", \"url\": \"https://harn.example/\"}\n";
        Files.writeString(file, one + two);
        assertThat(here().add(List.of(file), line -> {}).added()).isEqualTo(2);
        Files.writeString(file, "{\"text\": \"The mill of Harn opens on Monday, its owner said.\"}\n" + one + two);
        Added again = here().add(List.of(file), line -> {});
        assertThat(List.of(again.added(), again.revised(), again.unchanged())).containsExactly(1, 0, 2);
        assertThat(here().dossier().analyses()).hasSize(7);
    }

    @Test
    void aCopyInAnotherFolderIsAnArticleOfItsOwn() {
        Added copies = here().add(List.of(Bench.four(scratch.resolve("another"))), line -> {});
        assertThat(copies.added() + copies.unchanged()).isEqualTo(4);
        assertThat(copies.added()).as("those that state no address").isPositive();
        assertThat(here().dossier().analyses().stream().map(a -> a.article().id()))
                .doesNotHaveDuplicates();
        assertThat(Verification.of(place()).broken()).isEmpty();
    }

    @Test
    void aSpeakerThatWasCorrectedStaysCorrected() {
        Claim claim = first(Act.ACCUSE);
        Correction made = here().correct(Draft.speaker(anchor(claim), "Ilse Marrow", "she signed it"), "R. Vey");
        assertThat(made.before())
                .contains(Objects.requireNonNull(claim.speaker().actor()).name());
        assertThat(claim(claim.id()).speaker().label()).isEqualTo("Ilse Marrow");
        assertThat(here().humanClaims()).containsExactly(claim.id());
        reopen("1");
        assertThat(claim(claim.id()).speaker().label()).isEqualTo("Ilse Marrow");
        assertThat(here().add(List.of(inputs), line -> {}).unchanged()).isEqualTo(4);
        reopen("2");
        assertThat(here().add(List.of(), line -> {}).renewed()).isEqualTo(4);
        assertThat(claim(claim.id()).speaker().label()).isEqualTo("Ilse Marrow");
        assertThat(here().revisions(claim.article()).get(0).run()).isEqualTo(Store.id(new Bench("2").run()));
        assertThat(here().corrections()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.LIVE);
            assertThat(one.author()).isEqualTo("R. Vey");
            assertThat(one.draft().note()).isEqualTo("she signed it");
        });
        assertThat(here().undo(made.id(), "S. Tarn").undoneBy()).isEqualTo("S. Tarn");
        assertThat(claim(claim.id()).speaker()).isEqualTo(claim.speaker());
        assertThat(here().humanClaims()).isEmpty();
        assertThatThrownBy(() -> here().undo(made.id(), "S. Tarn")).hasMessageContaining("undone already");
        assertThat(Verification.of(place()).broken()).isEmpty();
    }

    @Test
    void whereTheTextChangedACorrectionIsAnOrphanAndMovesNowhere() throws IOException {
        ArticleAnalysis local = analysis(here().dossier(), LOCAL);
        Claim claim = local.claims().get(0);
        here().correct(Draft.speaker(anchor(claim), "Ilse Marrow", null), "R. Vey");
        Files.writeString(inputs.resolve(LOCAL), "\n" + Files.readString(inputs.resolve(LOCAL)) + "\n\nIt rained.\n");
        here().add(List.of(inputs), line -> {});
        assertThat(here().corrections()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.ORPHAN);
            assertThat(one.reason()).contains("another one now");
        });
        assertThat(here().humanClaims()).isEmpty();
        assertThat(here().dossier().analyses().stream().flatMap(a -> a.claims().stream()))
                .noneMatch(one -> one.speaker().label().equals("Ilse Marrow"));
    }

    @Test
    void actsTargetsAndNoClaims() {
        Claim accusing = first(Act.ACCUSE);
        here().correct(Draft.act(anchor(accusing), Act.ASSERT, null), "R. Vey");
        assertThat(claim(accusing.id()).act()).isEqualTo(Act.ASSERT);
        assertThat(claim(accusing.id()).stances()).isEmpty();

        Claim denying = first(Act.DENY);
        here().correct(Draft.target(anchor(denying), List.of("Ilse Marrow", "gov:FR"), null), "R. Vey");
        assertThat(claim(denying.id()).targets()).extracting("name").containsExactly("Ilse Marrow", "France");

        Claim open = here().dossier().analyses().stream()
                .flatMap(analysis -> analysis.claims().stream())
                .filter(claim -> claim.speaker().actor() != null)
                .filter(claim -> !List.of(accusing.id(), denying.id()).contains(claim.id()))
                .findFirst()
                .orElseThrow();
        here().correct(Draft.speaker(anchor(open), null, null), "R. Vey");
        assertThat(claim(open.id()).speaker().status()).isEqualTo(SpeakerStatus.UNRESOLVED);
        assertThat(here().humanClaims()).containsExactlyInAnyOrder(accusing.id(), denying.id(), open.id());

        Correction none = here().correct(Draft.noClaim(anchor(denying), "a headline"), "R. Vey");
        Set<String> left = ids();
        assertThat(left).doesNotContain(denying.id());
        assertThat(here().dossier().comparison().relations())
                .noneMatch(one -> one.a().equals(denying.id()) || one.b().equals(denying.id()));
        here().undo(none.id(), "R. Vey");
        assertThat(ids()).contains(denying.id());
    }

    private Set<String> ids() {
        Set<String> ids = new java.util.HashSet<>();
        here().dossier().analyses().forEach(analysis -> analysis.claims().forEach(claim -> ids.add(claim.id())));
        return ids;
    }

    private List<Incident> incidents() {
        return here().dossier().comparison().incidents();
    }

    private List<Anchor> mentions(Incident incident) {
        return Anchor.mentions(here().dossier(), incident.id());
    }

    @Test
    void incidentsAreMergedSplitAndTakenApart() {
        List<Incident> before = incidents();
        assertThat(before).hasSizeGreaterThan(1);
        Incident one = before.get(0);
        Incident two = before.get(1);
        Correction merged =
                here().correct(Draft.merge(mentions(one).get(0), mentions(two).get(0), null), "R. Vey");
        assertThat(merged.before()).containsExactly(one.label(), two.label());
        assertThat(incidents()).hasSize(before.size() - 1);
        assertThat(incidents().stream()
                        .mapToInt(incident -> incident.mentions().size())
                        .sum())
                .isEqualTo(before.stream()
                        .mapToInt(incident -> incident.mentions().size())
                        .sum());
        assertThatThrownBy(() -> here().correct(
                                Draft.merge(
                                        mentions(incidents().get(0)).get(0),
                                        mentions(incidents().get(0)).get(1),
                                        null),
                                "R. Vey"))
                .hasMessageContaining("one incident already");
        here().undo(merged.id(), "R. Vey");
        assertThat(incidents()).isEqualTo(before);

        Incident large = before.stream()
                .max(java.util.Comparator.comparingInt(
                        incident -> incident.mentions().size()))
                .orElseThrow();
        List<Anchor> own = mentions(large).subList(0, 1);
        here().correct(Draft.split(own, null), "R. Vey");
        assertThat(incidents()).hasSize(before.size() + 1);
        assertThat(incidents()).anySatisfy(incident -> {
            assertThat(incident.mentions()).hasSize(1);
            assertThat(incident.mentions().get(0).span()).isEqualTo(own.get(0).span());
        });
        assertThat(here().corrections()).allMatch(correction -> correction.state() != State.ORPHAN);
    }

    @Test
    void aClaimIsAboutAnotherIncident() {
        Incident one = incidents().get(0);
        Incident two = incidents().get(1);
        Claim claim = here().dossier().comparison().incidentOf().entrySet().stream()
                .filter(entry -> entry.getValue().equals(one.id()))
                .map(entry -> claim(entry.getKey()))
                .findFirst()
                .orElseThrow();
        Correction made =
                here().correct(Draft.otherIncident(anchor(claim), mentions(two).get(0), null), "R. Vey");
        assertThat(made.before()).containsExactly(one.label());
        String now = here().dossier().comparison().incidentOf().get(claim.id());
        Incident meant = incidents().stream()
                .filter(incident -> incident.id().equals(now))
                .findFirst()
                .orElseThrow();
        assertThat(meant.mentions())
                .extracting(IncidentMention::span)
                .contains(two.mentions().get(0).span());
        here().undo(made.id(), "R. Vey");
        here().correct(Draft.otherIncident(anchor(claim), null, null), "R. Vey");
        assertThat(here().dossier().comparison().incidentOf()).doesNotContainKey(claim.id());
        assertThat(here().humanClaims()).containsExactly(claim.id());
        assertThat(here().corrections()).allMatch(correction -> correction.state() != State.ORPHAN);
    }

    @Test
    void aRelationThatDoesNotHoldIsNotShown() {
        ClaimRelation relation = here().dossier().comparison().relations().stream()
                .filter(one -> one.kind() == ClaimRelation.Kind.DENIES)
                .findFirst()
                .orElseThrow();
        Anchor a = anchor(claim(relation.a()));
        Anchor b = anchor(claim(relation.b()));
        Correction right = here().correct(Draft.relation(true, b, a, relation.kind(), relation.slot(), null), "R. Vey");
        assertThat(right.before()).containsExactly(relation.reason());
        assertThat(here().dossier().comparison().relations()).contains(relation);
        Correction wrong =
                here().correct(Draft.relation(false, a, b, relation.kind(), relation.slot(), null), "R. Vey");
        assertThat(here().dossier().comparison().relations()).doesNotContain(relation);
        assertThat(here().corrections()).allMatch(correction -> correction.state() == State.LIVE);
        here().undo(wrong.id(), "R. Vey");
        assertThat(here().dossier().comparison().relations()).contains(relation);
    }

    @Test
    void whatIsWrongWithADraftIsNamed() {
        Claim claim = first(Act.ACCUSE);
        Anchor anchor = anchor(claim);
        Anchor moved = new Anchor(anchor.article(), anchor.sha256(), anchor.span(), "other words", anchor.source());
        Anchor elsewhere = new Anchor("nowhere", "00", anchor.span(), anchor.exact(), anchor.source());
        Anchor none = Anchor.of(article(here().dossier(), LOCAL), new Span(0, 3));
        refused(Draft.act(anchor, claim.act(), null), "already");
        refused(new Draft(Draft.Kind.ACT, List.of(anchor), List.of("SHOUT"), null), "no act \"SHOUT\"");
        refused(new Draft(Draft.Kind.ACT, List.of(anchor), List.of(), null), "has 0 values; needs 1");
        refused(new Draft(Draft.Kind.MERGE, List.of(anchor), List.of(), null), "rests on 1 places; needs 2");
        refused(Draft.speaker(moved, "Ilse Marrow", null), "do not stand there");
        refused(Draft.speaker(elsewhere, "Ilse Marrow", null), "is not in the case");
        refused(Draft.speaker(none, "Ilse Marrow", null), "no claim is found");
        refused(Draft.speaker(anchor, " ", null), "needs a name");
        refused(Draft.speaker(anchor, "person:of-nobody", null), "no actor of the id");
        refused(Draft.note(anchor, " "), "the note is empty");
        refused(Draft.merge(none, none, null), "no incident is told");
        refused(
                Draft.relation(true, anchor, anchor, ClaimRelation.Kind.DENIES, ClaimRelation.Slot.ACTOR, null),
                "no such relation");
        assertThatThrownBy(() -> here().correct(Draft.noClaim(anchor, null), " "))
                .hasMessageContaining("author");
        assertThat(here().corrections()).isEmpty();
        here().correct(Draft.note(none, "look again"), "R. Vey");
        assertThat(here().corrections()).hasSize(1);
    }

    private void refused(Draft draft, String reason) {
        assertThatThrownBy(() -> here().correct(draft, "R. Vey"))
                .isInstanceOf(CorrectionException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void onlyOneMayChangeAndOthersMayLook() {
        assertThatThrownBy(() -> Cases.open(place(), new Bench("1")))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.kind()).isEqualTo(CaseException.Kind.LOCKED));
        try (OpenCase other = Cases.look(place(), new Bench("1"))) {
            assertThat(other.dossier()).isEqualTo(here().dossier());
        }
    }

    @Test
    void whatWatchingLeavesIsKeptAndTellsWhatALookBrought() throws IOException {
        FeedLog log = here().feedLog();
        WatchedFeed fresh = WatchedFeed.fresh("https://harn.example/feed", "Harn Post");
        Instant time = Instant.parse("2029-03-07T06:00:00Z");
        WatchedFeed failed = new WatchedFeed(
                "https://veldin.example/rss", null, "\"e1\"", "Wed", time, time.plusSeconds(60), 2, "status 500");
        WatchedPage page = new WatchedPage("https://harn.example/a", fresh.url(), "s1", null, "Tue", time, 0, null);
        WatchedPage broken = new WatchedPage("https://harn.example/b", fresh.url(), "s2", null, null, time, 1, "gone");
        String version = here().version();
        log.keep(fresh, List.of(page, broken));
        log.keep(failed);
        int before = log.position();
        Path file = scratch.resolve("mill.txt");
        Files.writeString(file, "The mayor of Harn said the mill was closed.\n");
        here().add(List.of(file), line -> {});
        Look first = log.keep(new Look(0, time, time, before, log.position(), 2, 1, 2, 1));
        Files.writeString(file, "The mayor of Harn said the mill was open.\n");
        here().add(List.of(file), line -> {});
        Look second = log.keep(new Look(0, time, time, first.after(), log.position(), 2, 0, 2, 0));
        log.keep(new WatchedFeed(failed.url(), "Veldin", null, null, time, null, 0, null), List.of());
        reopen("1");
        FeedLog kept = here().feedLog();
        assertThat(kept.feeds())
                .containsExactly(fresh, new WatchedFeed(failed.url(), "Veldin", null, null, time, null, 0, null));
        assertThat(kept.pages(fresh.url())).containsExactly(page, broken);
        assertThat(kept.pages("https://harn.example/none")).isEmpty();
        assertThat(kept.failedPages(9)).containsExactly(broken);
        assertThat(kept.looks(9)).containsExactly(second, first);
        assertThat(kept.changes(first, 9)).extracting(Change::revision).containsExactly(1);
        assertThat(kept.changes(second, 9)).extracting(Change::revision).containsExactly(2);
        assertThat(kept.changes(second, 9).get(0).file()).isEqualTo("mill.txt");
        assertThat(here().version())
                .as("articles change it, the watcher's memory does not")
                .isNotEqualTo(version);
        String now = here().version();
        kept.keep(fresh, List.of(broken));
        assertThat(kept.pages(fresh.url())).containsExactly(broken);
        kept.forget(List.of(fresh.url()));
        assertThat(kept.feeds()).extracting(WatchedFeed::url).containsExactly(failed.url());
        assertThat(kept.pages(fresh.url())).isEmpty();
        assertThat(here().version()).isEqualTo(now);
        assertThat(Verification.of(place()).broken()).isEmpty();
    }

    @Test
    void aCaseOfTheFirstFormatGetsWhatWatchingNeeds() {
        here().close();
        makeOfFormat(1);
        reopen("1");
        assertThat(here().feedLog().feeds()).isEmpty();
        here().feedLog().keep(WatchedFeed.fresh("https://harn.example/feed", null));
        assertThat(here().feedLog().feeds()).hasSize(1);
        assertThat(here().dossier().analyses()).hasSize(4);
        assertThat(Verification.of(place()).broken()).isEmpty();
    }

    /** What a page states of its address, and whether it is then known by that. */
    @ParameterizedTest
    @CsvSource({
        "https://harn.example/mill, true",
        "https://www.harn.example/mill, true",
        "https://m.harn.example/mill, true",
        "https://veldin.example/mill, false",
        "https://harn.example.veldin.example/mill, false",
        "https://harn.example/, false",
        "https://harn.example, false",
        "mailto:desk@harn.example, false"
    })
    void aFetchedPageIsKnownByWhereItCameFrom(String stated, boolean believed) throws IOException {
        Path there = scratch.resolve("there.jsonl");
        Files.writeString(there, record("The mayor of Harn said the mill was closed.", stated));
        assertThat(here().add(List.of(there), line -> {}).added()).isEqualTo(1);
        Path page = scratch.resolve("fetched").resolve("page.jsonl");
        Files.createDirectories(scratch.resolve("fetched"));
        Files.writeString(page, record("The owner of the mill denied that it was sold.", stated));
        Map<Path, String> fetched = Map.of(page, "https://harn.example/mill?from=feed");
        Added added = here().add(List.of(scratch.resolve("fetched")), fetched, line -> {});
        assertThat(List.of(added.added(), added.revised())).containsExactly(believed ? 0 : 1, believed ? 1 : 0);
        Files.writeString(page, record("The owner of the mill said that it was sold.", stated));
        Added again = here().add(List.of(scratch.resolve("fetched")), fetched, line -> {});
        assertThat(List.of(again.added(), again.revised())).containsExactly(0, 1);
    }

    private static String record(String text, String url) {
        return "{\"text\": \"" + text + "\", \"url\": \"" + url + "\"}\n";
    }
}
