package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countenance.base.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is new about a party, each time once. */
class WatchingTest {

    private static final String GRANT = "grant --key lin --licensee @studio --production x-house:SD-2026-0417"
            + " --character any --role depicted --modality face,body --technique face-generation,de-age --context none"
            + " --medium micro-drama-app,social-video --territory CN,SG --language zh --made 2026-11-01/2027-03-01"
            + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released wind-down:P30D --duty label"
            + " --ratifies --intended-use \"Mei, episodes 1-40\" --yes --quiet";

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void startsRegistered() throws Exception {
        terminal = Terminal.registered(directory);
    }

    @Nested
    class Tells {

        @Test
        void everythingTheFirstTimeAndNothingTheSecond() throws Exception {
            Terminal.Answer first = terminal.type("watch @lin");
            assertThat(first.code()).isEqualTo(3);
            assertThat(first.err()).isEmpty();
            assertThat(first.out())
                    .startsWith("1 entry about person Lin Yue (")
                    .contains("looked at for the first time: 3 entries now\n", "  person Lin Yue (");
            Terminal.Answer second = terminal.type("watch @lin");
            assertThat(second.code()).isZero();
            assertThat(second.out())
                    .startsWith("nothing new about person Lin Yue (")
                    .endsWith(" in registry.example/likeness/0: 3 entries before, 3 now\n");
            assertThat(terminal.ok("watch @lin --quiet")).isEmpty();
        }

        @Test
        void whoReliesOnWhatSheAllowed() throws Exception {
            terminal.type("watch @lin");
            String grant = terminal.ok(GRANT).strip();
            terminal.ok("manifest sign manifest.json --key studio");
            terminal.ok("verify manifest.json --clearance --key studio");
            Terminal.Answer news = terminal.type("watch @lin");
            assertThat(news.code()).isEqualTo(3);
            assertThat(news.out())
                    .startsWith("2 entries new about person Lin Yue (")
                    .contains("  grant by Lin Yue (")
                    .containsPattern(
                            "  clearance by Jade Lantern Pictures \\(.{19}\\): cleared for x-house:SD-2026-0417, about "
                                    + "(\\w{4}-){3}\\w{4}\n");
            terminal.ok("revoke id:" + grant + " --key lin --yes --quiet");
            String revocation = terminal.ok("list --kind revocation --quiet").strip();
            assertThat(terminal.type("watch @lin --quiet").out()).isEqualTo(revocation + "\n");
        }

        @Test
        void aLicenseeThatAGrantToItWasWithdrawnAndTheWithdrawalLifted() throws Exception {
            String grant = terminal.ok(GRANT).strip();
            terminal.type("watch @studio");
            terminal.ok("revoke id:" + grant + " --key lin --yes --quiet");
            String revocation = terminal.ok("list --kind revocation --quiet").strip();
            assertThat(terminal.type("watch @studio").out())
                    .contains("1 entry new", "  withdrawn by Lin Yue (", ", about ");
            terminal.ok("lift id:" + revocation + " --key lin --yes --quiet");
            assertThat(terminal.type("watch @studio --format json").out())
                    .contains("\"through\": [\"" + revocation + "\"]");
        }

        /** A strike names its guild and the agreement, and nobody whose grants it suspends. */
        @Test
        void aStrikeThatSuspendsHerGrantAndNoOther() throws Exception {
            terminal.ok("party register --key guild --kind organisation --name Guild --alias guild");
            terminal.ok("party register --key ann --kind person --adult --name Ann --alias ann");
            underAgreement("lin", "x-guild-2026");
            underAgreement("ann", "x-guild-2025");
            for (String party : List.of("lin", "ann", "studio")) {
                terminal.type("watch @" + party);
            }
            String grant =
                    terminal.ok("list --person @lin --kind grant --quiet").strip();
            terminal.ok(
                    "prohibit --key guild --ground strike --scope any --against cba=x-guild-2026 --reason pay --yes");
            String strike = terminal.ok("list --kind prohibition --quiet").strip();
            assertThat(terminal.type("watch @lin").out())
                    .contains("1 entry new", "  strike prohibition of Guild (", "), about ");
            assertThat(terminal.type("watch @studio --format json").out()).contains("\"through\": [\"" + grant + "\"]");
            assertThat(terminal.ok("watch @ann")).startsWith("nothing new about person Ann");
            terminal.ok("lift id:" + strike + " --key guild --yes --quiet");
            assertThat(terminal.type("watch @lin --format json").out()).contains("\"through\": [\"" + strike + "\"]");
            assertThat(terminal.ok("watch @ann")).startsWith("nothing new about person Ann");
        }

        private void underAgreement(String person, String cba) throws Exception {
            terminal.write("grant.json", """
                    { "capacity":"self", "licensees":["LICENSEE"],
                      "productions":[{"id":{"scheme":"x-house","value":"HB-9"}}], "characters":"*",
                      "permissions":[{ "roles":["depicted"], "modalities":["face"], "techniques":["capture"], "contexts":[],
                          "media":["broadcast"], "territories":{"include":["GB"],"exclude":[]}, "languages":["en"],
                          "made":{"from":"2027-01-15T00:00:00Z","until":"2027-12-01T00:00:00Z"},
                          "shown":{"from":"2027-01-15T00:00:00Z","until":"2032-01-15T00:00:00Z"} }],
                      "prohibitions":[],
                      "terms":{ "withdrawal":{"notice":"P30D","cause":"P7D","released":"continue"},
                          "sublicensing":"none", "exclusive":false, "survivesDeath":false, "strike":"suspends",
                          "agreement":{"guild":"GUILD","cba":"CBA"}, "duties":[] },
                      "facts":{} }
                    """.replace("LICENSEE", terminal.party("studio"))
                    .replace("GUILD", terminal.party("guild"))
                    .replace("CBA", cba));
            terminal.ok("grant --key " + person + " -f grant.json --intended-use pilot --yes");
        }

        @Test
        void nothingOfWhatIsAboutOthers() {
            terminal.type("watch @studio");
            terminal.ok("prohibit --key lin --scope any --against delegates --reach new --yes");
            terminal.ok("party register --key ann --kind person --adult --name \"Ann\" --alias ann");
            Terminal.Answer none = terminal.type("watch @studio");
            assertThat(none.code()).isZero();
            assertThat(none.out()).startsWith("nothing new about organisation Jade Lantern Pictures");
        }

        @Test
        void nothingThatOnlyLooksLikeHer() throws Exception {
            String lin = terminal.party("lin");
            terminal.type("watch @lin");
            terminal.ok("party register --key eve --kind person --adult --name " + lin + " --alias eve");
            terminal.ok(GRANT.replace("--key lin", "--key eve")
                    .replace("x-house:SD-2026-0417", "x-house:" + lin + "x,x-house:" + lin.substring(0, 42)));
            assertThat(terminal.type("watch @lin").code()).isZero();
            assertThat(terminal.type("watch @studio").out()).contains("  grant by " + lin + " (");
        }

        @Test
        void withoutATrustPolicyThatNobodyCheckedTheHead() throws Exception {
            Files.delete(directory.resolve("consent/trust/registry.example/likeness.json"));
            Terminal.Answer answer = terminal.type("watch @lin");
            assertThat(answer.code()).isEqualTo(3);
            assertThat(answer.err()).contains("consent: hint: who signed the log's head is not checked");
            assertThat(terminal.type("watch @lin --trust nowhere.json").code()).isEqualTo(1);
        }
    }

    @Nested
    class Refuses {

        @Test
        void aLogThatWasRolledBack() throws Exception {
            copy("registry", "before");
            terminal.ok(GRANT);
            terminal.type("watch @lin");
            Bytes memory = memory();
            refuses(
                    "watch @lin --registry before",
                    4,
                    "wanted a log of at least the 4 entries seen before, found one of 3");
            assertThat(memory()).isEqualTo(memory);
            assertThat(terminal.type("watch @lin").code()).isZero();
        }

        @Test
        void aLogWithAnotherHistory() throws Exception {
            copy("registry", "fork");
            terminal.ok(GRANT);
            terminal.type("watch @lin");
            Bytes memory = memory();
            terminal.ok(GRANT + " --registry fork");
            terminal.ok("prohibit --key lin --scope any --against delegates --reach new --yes --registry fork");
            refuses("watch @lin --registry fork", 4, "wanted a log that begins with the 4 entries seen before");
            assertThat(memory()).isEqualTo(memory);
        }

        @Test
        void aHeadThatOthersSigned() {
            terminal.ok("init --name other.example/log --registry other");
            refuses("watch @lin --trust consent/trust/other.example/log.json", 4, "checkpoint");
        }

        @Test
        void whomTheRegistryDoesNotKnow() throws Exception {
            refuses("watch id:" + "A".repeat(43), 1, "nowhere in it");
            refuses("watch @nobody", 1, "wanted an alias of your address book");
            refuses("watch AAAA", 2, "wanted an id of 43 characters");
            refuses("watch id:" + "A".repeat(100_000), 2, "wanted an id of 43 characters");
            refuses("watch", 1, "wanted the keys of one registered party for `@me`");
            refuses("watch @lin --format xml", 2, "wanted --format text or json");
            refuses("watch @lin --registry nowhere", 1, "wanted a registry");
            try (Stream<Path> files = Files.list(directory.resolve("consent/watch"))) {
                assertThat(files).noneMatch(file -> file.toString().endsWith(".checkpoint"));
            }
        }

        @Test
        void aMemoryThatDoesNotRead() throws Exception {
            terminal.type("watch @lin");
            Files.writeString(memoryFile(), "something else\n");
            refuses("watch @lin", 1, "that was seen last in");
        }
    }

    @Nested
    class Remembers {

        @Test
        void nothingThatCouldNotBePrinted() throws Exception {
            PrintStream full = new PrintStream(
                    new OutputStream() {
                        @Override
                        public void write(int octet) throws IOException {
                            throw new IOException("full");
                        }
                    },
                    true,
                    StandardCharsets.UTF_8);
            assertThat(Main.run(new String[] {"watch", "@lin"}, surroundings(full)))
                    .isEqualTo(1);
            assertThat(terminal.type("watch @lin").out()).contains("looked at for the first time");
        }

        @Test
        void forOneProcessAtATime() throws Exception {
            terminal.type("watch @lin");
            Path lock = Path.of(memoryFile().toString().replace(".checkpoint", ".lock"));
            try (FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE);
                    var held = other.lock()) {
                assertThat(held.isValid()).isTrue();
                refuses("watch @lin", 1, "alone, found another process that does");
            }
            assertThat(terminal.type("watch @lin").code()).isZero();
        }

        @Test
        void whereItMayNotWriteTellsNothing() throws Exception {
            Files.writeString(directory.resolve("consent/watch"), "a file where a directory must be");
            Terminal.Answer answer = terminal.type("watch @lin");
            assertThat(answer.code()).as(answer.err()).isEqualTo(1);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err()).contains("consent: error: ").contains("consent/watch");
        }

        private Surroundings surroundings(PrintStream out) {
            return new Surroundings(
                    new BufferedReader(new StringReader("")),
                    out,
                    new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                    Map.of("XDG_CONFIG_HOME", directory.toString()),
                    directory,
                    Clock.systemUTC(),
                    new SecureRandom(),
                    false);
        }
    }

    private void refuses(String line, int code, String message) {
        Terminal.Answer refused = terminal.type(line);
        assertThat(refused.code()).as(refused.screen()).isEqualTo(code);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains(message);
    }

    private Bytes memory() throws IOException {
        return Bytes.of(Files.readAllBytes(memoryFile()));
    }

    private Path memoryFile() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("consent/watch"))) {
            return files.filter(file -> file.toString().endsWith(".checkpoint"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void copy(String from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve(from))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        directory
                                .resolve(to)
                                .resolve(
                                        directory.resolve(from).relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
