package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to go wrong: one message with place, wanted and found, the right exit code, the registry untouched. */
class FailuresTest {

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void registersEverybody() throws Exception {
        terminal = Terminal.registered(directory);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "verfy manifest.json | 2 | unmatched | did you mean `verify`?",
                "verify | 2 | missing required parameter |",
                "verify nothing.json | 1 | wanted a file `… |",
                "verify manifest.json --format pdf | 2 | found `pdf` |",
                "verify manifest.json --format jsn | 2 | wanted --format text, json, … or junit, found `jsn` | `json`?",
                "verify manifest.json --format json=a,sarif=a | 2 | wanted one format in `a`, found several |",
                "verify manifest.json --format json,sarif | 2 | wanted one format on standard output |",
                "prohibit --key lin --scope any --yes --format xml | 2 | wanted --format text or json, found `xml` |",
                "party register --key new --kind organisation --name New --yes --format xml | 2 | found `xml` |",
                "explain schema | 2 | wanted one of the schemas verdict, … found none |",
                "explain schema verdit | 2 | found `verdit` | did you mean `verdict`?",
                "verify manifest.json --at yesterday | 2 | wanted an instant like | ",
                "verify manifest.json --trust nowhere.json | 1 | wanted a trust policy | --trust FILE",
                "verify manifest.json --registry nowhere | 1 | wanted a registry in | consent init",
                "init --name registry.example/likeness | 1 | wanted no trust file |",
                "init --name Registry | 2 | wanted a registry's name |",
                "verify registry | 1 | found: a directory |",
                "verify manifest.json --assets manifest.json | 1 | wanted a directory … found a file |",
                "verify manifest.json -o nowhere/verdict.txt | 1 | found: no directory to put it in |",
                "verify manifest.json --format json=,text | 2 | wanted a file after `=` |",
                "verify manifest.json --fromat json | 2 | unknown option | did you mean `--format`?",
                "verify manifest.json --at 2031-01-01 | 2 | wanted --at of the past |",
                "key show lni | 1 | wanted a key `lni` | did you mean `lin`?",
                "key show lim | 1 | wanted a key `lim` | did you mean `lin`?",
                "key new lin | 1 | wanted a new key |",
                "party register --key wei --kind human --adult --name Wei | 2 | found `human` |",
                "party register --key wei --kind person --name Wei | 2 | wanted --adult or --adult-from |",
                "party register --key wei --kind person --adult-from 2030-13 --name Wei | 2 | wanted a month like |",
                "grant --key lin --licensee @studio --yes | 2 | wanted --production | any",
                "revoke id:abc --key lin --yes | 2 | wanted an id of 43 characters |",
                "revoke @nobody --key lin --yes | 1 | wanted an alias |",
                "lift id:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA --key lin --yes | 1 | nowhere in it | consent list",
                "prohibit --key lin --scope any --reach some --yes | 2 | wanted `new` |",
                "prohibit --key lin --scope any | 2 | wanted a yes | --yes",
                "show -AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | 2 | missing required | write `id:-A",
                "show aaaa | 1 | wanted one record | ten characters",
                "vocabulary colours | 2 | wanted a list of words | roles",
                "manifest lint pass | 1 | wanted a file |",
                "request --from manifest.json --into x | 2 | wanted a member `remedies` |",
            })
    void saysWhatIsWrong(String line, int code, String message, String hint) {
        byte[] before = registry();
        Terminal.Answer answer = terminal.type(line);
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        assertThat(answer.err()).startsWith("consent: error: ");
        for (String part : message.split("…")) {
            assertThat(answer.err()).contains(part.strip());
        }
        if (hint != null) {
            assertThat(answer.err()).contains("consent: hint: ").contains(hint);
        }
        assertThat(answer.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(answer.out()).isEmpty();
        assertThat(registry()).isEqualTo(before);
    }

    @Test
    void refusesAManifestThatDoesNotReadWithItsPlace() throws Exception {
        String manifest =
                Files.readString(directory.resolve("manifest.json")).replace("micro-drama-app", "micro-drama-ap");
        terminal.write("wrong.json", manifest);
        Terminal.Answer answer = terminal.type("verify wrong.json");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .contains(
                        "manifest /releases/0/media/0 (line 3, column",
                        "found `micro-drama-ap`, did you mean `micro-drama-app`?");
    }

    @Test
    void refusesAnotherPassphraseInOneSentence() throws Exception {
        terminal.write("other", "another passphrase\n");
        Terminal.Answer answer = terminal.type("prohibit --key lin --scope any --yes --passphrase-file other");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .isEqualTo(
                        "consent: error: key file: wanted the passphrase under which it was encrypted, found another\n");
    }

    @Test
    void refusesAPassphraseThatNobodyCanType() {
        terminal.unset("CONSENT_PASSPHRASE_FILE");
        Terminal.Answer answer = terminal.type("prohibit --key lin --scope any --yes");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("found no terminal to ask on", "--passphrase-file FILE");
    }

    @Test
    void stopsWithFourWhenAnEntryWasChanged() throws Exception {
        Path database = directory.resolve("registry/registry.db");
        byte[] bytes = Files.readAllBytes(database);
        byte[] entry = "2026-11-24T10:00:03.250Z ".getBytes(StandardCharsets.US_ASCII);
        int at = indexOf(bytes, entry);
        assertThat(at).as("entry in the file").isPositive();
        bytes[at + entry.length + 40] ^= 1;
        Files.write(database, bytes);
        Files.deleteIfExists(directory.resolve("registry/registry.db-wal"));
        Terminal.Answer answer = terminal.type("verify manifest.json");
        assertThat(answer.code()).as(answer.err()).isEqualTo(4);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void stopsWithFourWhenTheTrustFileNamesOtherKeys() throws Exception {
        Path trust = directory.resolve("consent/trust/registry.example/likeness.json");
        Terminal other = new Terminal(Files.createDirectory(directory.resolve("other")));
        other.ok("init --name registry.example/likeness");
        Files.copy(
                directory.resolve("other/consent/trust/registry.example/likeness.json"),
                trust,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Terminal.Answer answer = terminal.type("verify manifest.json");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.err()).contains("LC301");
    }

    @Test
    void keepsTheDetailsOfAFailureWhenAsked() throws Exception {
        Terminal.Answer answer = terminal.type("verify nothing.json --debug details.txt");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(Files.readString(directory.resolve("details.txt"))).contains("NoSuchFileException");
    }

    private byte[] registry() {
        try {
            return Files.readAllBytes(directory.resolve("registry/registry.db"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
