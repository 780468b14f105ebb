package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countenance.report.AuditTitle;
import org.countenance.report.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit of many manifests: one answer for each, one report of all, and answers that are kept as long as they hold. */
class AuditingTest {

    @TempDir
    private Path directory;

    private Terminal terminal;
    private String manifest;

    @BeforeEach
    void startsWithTwoPeople() throws Exception {
        terminal = Terminal.registered(directory);
        terminal.ok("party register --key mara --kind person --adult --name \"Mara Okafor\" --alias mara");
        manifest = read("manifest.json");
        grant("lin");
        grant("mara");
        Files.createDirectory(directory.resolve("shows"));
        title("shows/a.json", "lin", "Lanterns");
        title("shows/b.json", "mara", "Rivers");
        title("shows/deep/c.json", "mara", "Bridges");
    }

    private void grant(String person) {
        grant(person, "");
    }

    private void grant(String person, String more) {
        terminal.ok("grant --key " + person + " --licensee @studio --production any --character any"
                + " --role depicted --modality face,body --technique face-generation --context none"
                + " --medium micro-drama-app --territory CN --language zh --made 2026-11-01/2027-01-10"
                + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released continue --ratifies"
                + " --intended-use Mei --yes" + more);
    }

    private void title(String file, String person, String title) throws IOException {
        terminal.write(
                file,
                manifest.replace(terminal.party("lin"), terminal.party(person)).replace("The Jade Hairpin", title));
    }

    private String read(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    /** The state and answer of each file in an audit that ends so. */
    private Map<String, String> audit(int code, String words) {
        Terminal.Answer answer = terminal.type("audit " + words + " --format json");
        assertThat(answer.code()).as(answer.screen()).isEqualTo(code);
        assertThat(Schemas.faults(Schemas.ours("audit"), answer.out()))
                .as(answer.out())
                .isEmpty();
        Map<String, String> titles = new TreeMap<>();
        for (JsonNode title : Schemas.json(answer.out()).at("/titles")) {
            titles.put(
                    title.path("file").asText(),
                    title.path("state").asText() + " "
                            + title.at("/answer/outcome").asText());
        }
        return titles;
    }

    private static final String A = "shows/a.json";
    private static final String B = "shows/b.json";
    private static final String C = "shows/deep/c.json";

    @Test
    void answersForEveryManifestAndStopsForNone() throws Exception {
        terminal.write("shows/broken.json", "{ \"manifest\": 1, ");
        terminal.write("shows/old.json", manifest.replace("\"manifest\":1", "\"manifest\":9"));
        terminal.write("shows/notes.json", "{\"to\":\"do\"}");
        terminal.ok("verify shows/a.json --format json=shows/verdict.json");
        assertThat(audit(1, "shows"))
                .containsExactly(
                        Map.entry(A, "verified cleared"),
                        Map.entry(B, "verified cleared"),
                        Map.entry("shows/broken.json", "unreadable "),
                        Map.entry(C, "verified cleared"),
                        Map.entry("shows/old.json", "unreadable "));
        String out = terminal.type("audit shows").out();
        assertThat(out).contains("2 JSON files left out", "NO ANSWER: shows/broken.json", "could not be verified: ");
    }

    @Test
    void failsForWhatIsNamedAndIsNoManifest() throws Exception {
        terminal.write("notes.json", "{\"to\":\"do\"}");
        assertThat(audit(1, "shows/a.json notes.json nowhere.json"))
                .containsEntry("notes.json", "unreadable ")
                .containsEntry("nowhere.json", "unreadable ")
                .containsEntry(A, "verified cleared");
        Files.createDirectory(directory.resolve("empty"));
        Terminal.Answer nothing = terminal.type("audit empty");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).contains("wanted a manifest under `empty`, found none");
    }

    private void allAre(String told, int code, String words) {
        assertThat(audit(code, words))
                .hasSize(3)
                .allSatisfy((file, is) -> assertThat(is).as(file).isEqualTo(told));
    }

    @Test
    void verifiesAnewExactlyWhatAWithdrawalTouches() {
        allAre("verified cleared", 0, "shows --state kept");
        allAre("kept cleared", 0, "shows --state kept");
        terminal.ok("verify shows/a.json --save-evidence a.consent-evidence --quiet");
        allAre("kept cleared", 0, "shows --state kept");
        terminal.ok("party register --key cho --kind person --adult --name \"Cho Min\" --alias cho");
        allAre("kept cleared", 0, "shows --state kept");
        String grant = terminal.ok("list --person @mara --kind grant --quiet").strip();
        terminal.ok("revoke id:" + grant + " --key mara --yes");
        assertThat(audit(3, "shows --state kept"))
                .containsEntry(A, "kept cleared")
                .containsEntry(B, "verified blocked")
                .containsEntry(C, "verified blocked");
        assertThat(audit(3, "shows --state kept"))
                .containsEntry(A, "kept cleared")
                .containsEntry(B, "kept blocked")
                .containsEntry(C, "kept blocked");
    }

    @Test
    void goesOnWhereAnAuditBrokeOff() {
        audit(0, "shows/a.json --state kept");
        assertThat(audit(0, "shows --state kept"))
                .containsEntry(A, "kept cleared")
                .containsEntry(B, "verified cleared")
                .containsEntry(C, "verified cleared");
    }

    @Test
    void givesEveryWaiverToItsManifestUntilItEnds() throws Exception {
        terminal.ok("party register --key officer --kind organisation --name \"App Trust Desk\" --alias officer");
        terminal.ok("party register --key cho --kind person --adult --name \"Cho Min\" --alias cho");
        grant("cho", " --duty label");
        manifest = manifest.replaceAll(",\\s*\"labels\":\\[.*?]", "");
        title("shows/d.json", "cho", "Lamps");
        String officer = "\"parties\":{\"" + terminal.party("officer") + "\":{\"believed\":[\"officer\"]}},";
        terminal.write(
                "trust.json",
                read("consent/trust/registry.example/likeness.json").replace("\"identity\"", officer + "\"identity\""));
        terminal.ok("waive shows/d.json --rule LC121 --use u1 --reason soon --until 2027-01-05 --key officer -o w.jws");
        String words = "shows --trust trust.json --waiver w.jws --state kept";
        assertThat(audit(5, words))
                .containsEntry("shows/d.json", "verified cleared-with-waivers")
                .containsEntry(A, "verified cleared");
        String out = terminal.ok("audit " + words + " --accept-waivers");
        assertThat(out)
                .contains(
                        "4 titles, 3 cleared, 1 cleared with waivers.",
                        "2027-01-05T00:00:00Z  ends: the waiver ",
                        "by App Trust Desk")
                .doesNotContain("LC601");
        assertThat(audit(3, "shows --trust trust.json --state kept"))
                .containsEntry("shows/d.json", "verified blocked")
                .containsEntry(A, "kept cleared");
        terminal.wait(Duration.ofDays(43));
        assertThat(audit(3, words))
                .containsEntry("shows/d.json", "verified blocked")
                .containsEntry(A, "kept cleared");
    }

    @Test
    void verifiesAnewWhatChangedByAByteOrBesideIt() throws Exception {
        allAre("verified cleared", 0, "shows --state kept");
        terminal.write(B, read(B) + " ");
        assertThat(audit(0, "shows --state kept"))
                .containsEntry(A, "kept cleared")
                .containsEntry(B, "verified cleared")
                .containsEntry(C, "kept cleared");
        terminal.ok("manifest sign shows/deep/c.json --key studio");
        assertThat(audit(0, "shows --state kept"))
                .containsEntry(A, "kept cleared")
                .containsEntry(B, "kept cleared")
                .containsEntry(C, "verified cleared");
        Files.move(directory.resolve(A), directory.resolve("shows/z.json"));
        assertThat(audit(0, "shows --state kept")).containsEntry("shows/z.json", "kept cleared");
    }

    @Test
    void verifiesAllAnewByAnotherPolicy() throws Exception {
        allAre("verified cleared", 0, "shows --state kept");
        String trust = read("consent/trust/registry.example/likeness.json");
        terminal.write("other.json", trust + "\n");
        allAre("verified cleared", 0, "shows --state kept --trust other.json");
        terminal.write("strict.json", trust.replace("\"self\"", "\"documented\""));
        assertThat(audit(5, "shows --state kept --trust strict.json"))
                .allSatisfy((file, told) -> assertThat(told).isEqualTo("verified undetermined"));
        allAre("kept cleared", 0, "shows --state kept");
    }

    @Test
    void verifiesAnewWhereTimeMayHaveChangedTheAnswer() {
        allAre("verified cleared", 0, "shows --state kept");
        terminal.wait(Duration.ofDays(40));
        allAre("kept cleared", 0, "shows --state kept");
        // Fourteen days after the grants' time of making, material that nothing in the log anchors leaves doubt.
        terminal.wait(Duration.ofDays(30));
        allAre("verified undetermined", 5, "shows --state kept");
        allAre("kept undetermined", 5, "shows --state kept");
    }

    @Test
    void ignoresDamagedAnswersWithAHint() throws Exception {
        allAre("verified cleared", 0, "shows --state kept");
        String grant = terminal.ok("list --person @mara --kind grant --quiet").strip();
        terminal.ok("revoke id:" + grant + " --key mara --yes");
        audit(3, "shows --state kept");
        List<Path> files;
        try (Stream<Path> kept = Files.list(directory.resolve("kept"))) {
            files = kept.sorted().toList();
        }
        assertThat(files).hasSize(3);
        for (Path file : files) {
            String text = Files.readString(file);
            Files.writeString(
                    file,
                    text.contains("\"blocked\"")
                            ? text.replace("\"blocked\"", "\"cleared\"")
                            : text.substring(0, text.length() / 2));
        }
        Terminal.Answer answer = terminal.type("audit shows --state kept");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err().lines())
                .hasSize(3)
                .allMatch(line -> line.contains("is damaged and was ignored; its title was verified anew"));
        assertThat(answer.out()).contains("3 verified now, 0 kept");
        Files.copy(files.get(0), files.get(1), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(terminal.type("audit shows --state kept").out()).contains("1 verified now, 2 kept");
    }

    @Test
    void endsWithTheHighestOfWhatBecameOfEach() throws Exception {
        terminal.write("broken.json", "{");
        terminal.write(
                "blocked.json",
                read(A).replace("face-generation", "voice-clone").replace("[\"face\",\"body\"]", "[\"voice\"]"));
        assertThat(audit(3, "shows broken.json blocked.json"))
                .containsEntry("blocked.json", "verified blocked")
                .containsEntry("broken.json", "unreadable ");
        audit(1, "shows broken.json");
        terminal.unset("CONSENT_PASSPHRASE_FILE");
        terminal.wait(Duration.ofDays(3));
        assertThat(audit(5, "shows broken.json")).containsEntry(A, "verified undetermined");
    }

    @Test
    void endsWithFourWhereEvidenceOfATitleDoesNotHold() {
        AuditTitle unproven = AuditTitle.failed(A, AuditTitle.State.UNPROVEN, "entry 3");
        AuditTitle unread = AuditTitle.failed(B, AuditTitle.State.UNREADABLE, "wanted JSON");
        assertThat(ExitCode.of(List.of(unread, unproven), true)).isEqualTo(ExitCode.NOT_VERIFIED);
        assertThat(ExitCode.of(List.of(unread), true)).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void writesEveryFormatAtOnce() throws Exception {
        terminal.write("shows/broken.json", "{");
        String grant = terminal.ok("list --person @mara --kind grant --quiet").strip();
        terminal.ok("revoke id:" + grant + " --key mara --yes");
        Terminal.Answer answer = terminal.type("audit shows --format text,json=a.json,markdown=a.md,html=a.html"
                + " --format sarif=a.sarif,junit=a.xml");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out())
                .contains(
                        "AUDIT: 4 titles, 1 cleared, 2 blocked, 1 without an answer.",
                        "  CLEARED: Lanterns (shows/a.json)",
                        "  BLOCKED: Rivers (shows/b.json)",
                        "LC105 stands in the way of Rivers, Bridges",
                        "2027-01-10T00:00:00Z  ends: making under the grant",
                        "Lanterns, release launch");
        assertThat(read("a.sarif")).contains("\"uri\": \"shows/deep/c.json\"", "\"executionSuccessful\": false");
        assertThat(read("a.md")).startsWith("# Audit: 4 titles").contains("BLOCKED: Rivers");
        assertThat(read("a.xml")).contains("<testsuites", "<failure message=\"LC105 ", "errors=\"1\"");
        assertThat(read("a.html"))
                .startsWith("<!DOCTYPE html>")
                .contains("Rivers")
                .doesNotContain("<script");
        for (String file : List.of("a.json", "a.md", "a.html", "a.sarif", "a.xml")) {
            assertThat(read(file).toLowerCase(java.util.Locale.ROOT)).as(file).doesNotContain("compliant", "legal");
        }
    }

    @Test
    void tellsTheSameHoweverManyRunAtATime() {
        String alone = terminal.type("audit shows --jobs 1").out();
        String together = terminal.type("audit shows --jobs 7").out();
        assertThat(together.replaceAll(":\\d\\dZ", "")).isEqualTo(alone.replaceAll(":\\d\\dZ", ""));
    }

    @Test
    void takesTwoHundredManifests() throws Exception {
        for (int i = 0; i < 200; i++) {
            title("many/" + (1000 + i) + ".json", i % 2 == 0 ? "lin" : "mara", "Title " + i);
        }
        long begun = System.nanoTime();
        assertThat(terminal.ok("audit many --state kept")).contains("AUDIT: 200 titles, 200 cleared.");
        long then = System.nanoTime();
        assertThat(terminal.ok("audit many --state kept")).contains("0 verified now, 200 kept");
        System.out.println("200 manifests: verified in " + (then - begun) / 1_000_000 + " ms, again in "
                + (System.nanoTime() - then) / 1_000_000 + " ms");
    }
}
