package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three witnesses on machines of their own, a registry that they watch, and a studio that wants two of them. */
class WitnessingTest {

    private static final String GRANT =
            "grant --key lin --licensee @studio --production x-house:SD-2026-0417 --character any"
                    + " --role depicted --modality face,body --technique face-generation --context none"
                    + " --medium micro-drama-app --territory CN --language zh --made 2026-11-01/2027-03-01"
                    + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released wind-down:P30D"
                    + " --intended-use \"Mei\" --ratifies --yes";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void asksThreeWitnesses() throws IOException {
        terminal = Terminal.registered(directory);
        terminal.ok(GRANT);
        terminal.ok("key new mei --keys at-mei");
        terminal.ok("key new bo --keys at-bo --algorithm ML-DSA-44");
        terminal.ok("key new wu --keys at-wu");
        write("wanting.json", "group g 2 mei bo wu\\nquorum g\\n");
        write("knowing.json", "quorum none\\n");
    }

    /** The registry's trust policy with three witnesses. */
    private void write(String file, String quorum) throws IOException {
        String policy = Files.readString(directory.resolve("consent/trust/registry.example/likeness.json"));
        StringBuilder text = new StringBuilder();
        for (String name : List.of("mei", "bo", "wu")) {
            text.append("witness " + name + " " + as(name, "--show-key").strip() + "\\n");
        }
        terminal.write(
                file,
                policy.replaceFirst(
                        "\\{",
                        "{\"witnesses\":\"" + text.toString().replace("\\", "\\\\") + quorum.replace("\\", "\\\\")
                                + "\","));
    }

    private String as(String name, String words) {
        return terminal.ok(line(name, words));
    }

    private static String line(String name, String words) {
        return "log cosign " + words + " --key " + name + " --name witness.example/" + name + " --keys at-" + name;
    }

    private Terminal.Answer cosign(String name, String request) {
        return terminal.type(line(name, request + " -o " + name + ".line"));
    }

    private void add(String files) {
        terminal.ok("log checkpoint --trust knowing.json --add " + files);
    }

    private void copyRegistry(String from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve(from))) {
            for (Path file : files.toList()) {
                Path copy = directory
                        .resolve(to)
                        .resolve(directory.resolve(from).relativize(file).toString());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Path accusation(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("at-" + name + "/witness"))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    @Test
    void clearsOnceTwoOfThreeHaveCosignedAndNoSooner() {
        String verify = "verify manifest.json --trust wanting.json";
        Terminal.Answer alone = terminal.type(verify);
        assertThat(alone.code()).as(alone.err()).isEqualTo(5);
        assertThat(alone.out()).contains("no witnesses.", "LC305", "too few witnesses have cosigned this head");
        terminal.ok("log checkpoint --since 0 -o monday.request");
        assertThat(cosign("mei", "monday.request").code()).isZero();
        assertThat(terminal.ok("log checkpoint --trust wanting.json --add mei.line"))
                .isEqualTo("1 new cosignature under the head of 4 entries\n"
                        + "too few: wanted 2 of mei, bo, wu, found cosignatures by mei and none by bo, wu\n");
        Terminal.Answer one = terminal.type(verify + " --format json");
        assertThat(one.code()).isEqualTo(5);
        assertThat(one.out())
                .contains("\"witnesses\": 1", "\"outcome\": \"undetermined\"")
                .contains("\"found\": \"cosignatures by mei and none by bo, wu\"");
        cosign("bo", "monday.request");
        assertThat(terminal.ok("log checkpoint --trust wanting.json --add mei.line bo.line"))
                .isEqualTo("1 new cosignature under the head of 4 entries\n"
                        + "enough: wanted 2 of mei, bo, wu, found cosignatures by mei, bo and none by wu\n");
        assertThat(terminal.ok(verify)).startsWith("CLEARED").contains("; 2 witnesses.");
        assertThat(terminal.ok(verify + " --format json"))
                .contains("\"witnesses\": 2", "the witnesses that the trust policy wants have cosigned this head");
    }

    @Test
    void keepsTheirLinesWhenTheLogSignsTheSameHeadAnewButNotTheirTime() {
        terminal.ok("log checkpoint --since 0 -o monday.request");
        cosign("mei", "monday.request");
        cosign("bo", "monday.request");
        add("mei.line bo.line");
        String before = terminal.ok("log checkpoint");
        terminal.wait(Duration.ofHours(2));
        String verify = "verify manifest.json --trust wanting.json";
        assertThat(terminal.ok(verify)).contains("; 2 witnesses.");
        String renewed = terminal.ok("log checkpoint");
        assertThat(renewed).isNotEqualTo(before);
        assertThat(terminal.ok(verify)).contains("; 2 witnesses.");
        assertThat(terminal.ok("log checkpoint")).as("signed anew once an hour").isEqualTo(renewed);
        terminal.wait(Duration.ofHours(23));
        Terminal.Answer old = terminal.type(verify);
        assertThat(old.code()).isEqualTo(5);
        assertThat(old.out()).contains("LC302", "; 2 witnesses.");
    }

    @Test
    void refusesAForkAndKeepsTheProof() throws IOException {
        copyRegistry("registry", "fork");
        terminal.ok("log checkpoint --since 0 -o monday.request");
        for (String name : List.of("mei", "bo")) {
            assertThat(cosign(name, "monday.request").code()).isZero();
        }
        terminal.ok("prohibit --key lin --scope any --yes");
        terminal.ok("log checkpoint --since 4 -o tuesday.request");
        assertThat(cosign("mei", "tuesday.request").code()).isZero();
        terminal.ok("party register --key other --kind organisation --name \"Other\" --registry fork");
        terminal.ok("log checkpoint --since 4 -o fork.request --registry fork");
        Terminal.Answer refused = cosign("mei", "fork.request");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err())
                .contains("not cosigned: wanted the head of 5 entries cosigned before with the root ")
                .contains("both heads and the proof are kept in `" + accusation("mei") + "`");
        assertThat(Files.readString(accusation("mei")))
                .contains(
                        "\"why\"",
                        "\"cosigned\": \"registry.example/likeness/0\\u000a5\\u000a",
                        "\"refused\": \"old 4\\u000a");
        // Nobody showed bo the real Tuesday: from there the fork continues Monday, and the two are told apart by mei.
        assertThat(cosign("bo", "fork.request").code()).isZero();
        terminal.ok("log checkpoint --trust knowing.json --add bo.line --registry fork");
        Terminal.Answer fork = terminal.type("verify manifest.json --trust wanting.json --registry fork");
        assertThat(fork.code()).isEqualTo(5);
        assertThat(fork.out()).contains("cosignatures by bo and none by mei, wu");
    }

    @Test
    void refusesAProofThatDoesNotHoldAndALogThatWentBack() throws IOException {
        terminal.ok("log checkpoint --since 0 -o monday.request");
        cosign("mei", "monday.request");
        copyRegistry("registry", "backup");
        terminal.ok("prohibit --key lin --scope any --yes");
        String tuesday = terminal.ok("log checkpoint --since 4");
        terminal.write("broken.request", tuesday.replaceFirst("\n[^\n]*\n", "\n" + "A".repeat(43) + "=\n"));
        Terminal.Answer broken = cosign("mei", "broken.request");
        assertThat(broken.code()).isEqualTo(4);
        assertThat(broken.err()).contains("not cosigned: ", "kept in `" + accusation("mei") + "`");
        Files.delete(accusation("mei"));
        terminal.write("tuesday.request", tuesday);
        assertThat(cosign("mei", "tuesday.request").code()).isZero();
        terminal.ok("log checkpoint --since 4 -o back.request --registry backup");
        Terminal.Answer back = cosign("mei", "back.request");
        assertThat(back.code()).isEqualTo(4);
        assertThat(back.err())
                .contains("wanted a head of at least the 5 entries cosigned before, found one of 4")
                .contains("kept in `" + accusation("mei") + "`");
    }

    @Test
    void tellsTheSizeThatItRemembers() {
        terminal.ok("log checkpoint --since 4 -o four.request");
        Terminal.Answer new4 = cosign("mei", "four.request");
        assertThat(new4.code()).isEqualTo(1);
        assertThat(new4.err())
                .contains("wanted `old 0`, since that head was cosigned last, found `old 4`")
                .contains("`consent log checkpoint --since 0` prints such a request");
        terminal.ok("log checkpoint --since 0 -o monday.request");
        assertThat(cosign("mei", "monday.request").code()).isZero();
        assertThat(cosign("mei", "monday.request").err()).contains("wanted `old 4`");
        assertThat(cosign("mei", "four.request").code())
                .as("the same head once more")
                .isZero();
    }

    @Test
    void remembersBeforeItAnswersAndAnswersOneAtATime() throws IOException {
        terminal.ok("log checkpoint --since 0 -o monday.request");
        assertThat(terminal.type(line("mei", "monday.request -o nowhere/mei.line"))
                        .code())
                .isEqualTo(1);
        assertThat(cosign("mei", "monday.request").err())
                .as("the answer was lost, the head was not")
                .contains("wanted `old 4`");
        Path lock;
        try (Stream<Path> files = Files.list(directory.resolve("at-mei/witness"))) {
            lock = files.filter(file -> file.toString().endsWith(".lock"))
                    .findFirst()
                    .orElseThrow();
        }
        terminal.ok("log checkpoint --since 4 -o four.request");
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            held.lock();
            Terminal.Answer second = cosign("mei", "four.request");
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.err()).contains("found another process that does");
        }
        assertThat(cosign("mei", "four.request").code()).isZero();
        Files.writeString(
                lock.resolveSibling(lock.getFileName().toString().replace(".lock", ".checkpoint")), "nonsense");
        assertThat(cosign("mei", "four.request").err()).contains("that was cosigned last in", "found something else");
    }

    @Test
    void cosignsOnlyWhatTheLogOfItsPolicySigned() throws IOException {
        String request = terminal.ok("log checkpoint --since 0");
        terminal.write(
                "other.request", request.replace("registry.example/likeness/0\n4", "other.example/likeness/0\n4"));
        Terminal.Answer other =
                terminal.type(line("mei", "other.request --trust consent/trust/registry.example/likeness.json"));
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("which the trust policy is for, found one of `other.example/likeness/0`");
        terminal.write("forged.request", request.replace("likeness/0\n4\n", "likeness/0\n5\n"));
        Terminal.Answer forged = cosign("mei", "forged.request");
        assertThat(forged.code()).isEqualTo(4);
        assertThat(forged.err()).contains("LC301");
        assertThat(Files.exists(directory.resolve("at-mei/witness"))).isFalse();
        terminal.write("long.request", "old 0\n");
        assertThat(cosign("mei", "long.request").code()).isEqualTo(2);
    }

    @Test
    void takesOnlyWhatKnownWitnessesSignedUnderThisHead() {
        terminal.ok("log checkpoint --since 0 -o monday.request");
        cosign("mei", "monday.request");
        Terminal.Answer unnamed = terminal.type("log checkpoint --add mei.line");
        assertThat(unnamed.code()).isEqualTo(1);
        assertThat(unnamed.err()).contains("wanted a trust policy that names witnesses, found one without");
        terminal.ok(line("wu", "monday.request -o wu.line").replace("witness.example/wu", "witness.example/other"));
        Terminal.Answer stranger = terminal.type("log checkpoint --trust knowing.json --add mei.line wu.line");
        assertThat(stranger.code()).isEqualTo(4);
        assertThat(stranger.err())
                .contains(
                        "`wu.line`: cosignature does not hold: wanted one by a witness that the trust policy names, found one by"
                                + " `witness.example/other`")
                .contains("nothing was added");
        assertThat(terminal.ok("log checkpoint")).doesNotContain("witness.example");
        terminal.ok("prohibit --key lin --scope any --yes");
        Terminal.Answer older = terminal.type("log checkpoint --trust knowing.json --add mei.line");
        assertThat(older.code()).isEqualTo(4);
        assertThat(older.err()).contains("wanted one over this head of 5 entries", "ask again with --since");
    }

    @Test
    void listsAndShowsKeysThatSignNoRecords() {
        assertThat(terminal.ok("key list --keys at-bo")).startsWith("bo  ML-DSA-44  ");
        assertThat(terminal.ok("key list --keys registry/keys")).contains("cosignature  ML-DSA-44  ");
        assertThat(terminal.ok("key show bo --keys at-bo")).contains("\"alg\": \"ML-DSA-44\"");
        assertThat(terminal.type("party register --key bo --keys at-bo --kind person --adult --name Bo")
                        .err())
                .contains("found `ML-DSA-44`");
    }

    @Test
    void refusesWordsThatDoNotGoTogether() {
        for (String words : List.of(
                "log checkpoint --since 9",
                "log checkpoint --since -1",
                "log checkpoint --since 0 --add x",
                line("mei", ""),
                line("mei", "x --show-key"),
                "log cosign x --key mei --keys at-mei --name a+b",
                "log cosign --show-key --key nobody --keys at-mei --name a")) {
            Terminal.Answer answer = terminal.type(words);
            assertThat(answer.code()).as(words).isIn(1, 2);
            assertThat(answer.err()).as(words).contains("wanted ", "found ");
        }
        terminal.ok("key new pen --keys at-mei --algorithm ES256");
        assertThat(terminal.type("log cosign --show-key --key pen --keys at-mei --name a")
                        .err())
                .contains("wanted a key of Ed25519 or ML-DSA-44, found `pen` of ES256");
    }
}
