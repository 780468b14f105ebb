package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.NotVerifiedException;
import org.countenance.registry.LogStores;
import org.countenance.report.Schemas;
import org.countenance.tlog.Entry;
import org.countenance.tlog.TlogProof;
import org.countenance.tlog.VerifiedCheckpoint;
import org.countenance.verify.TrustPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that a log has a record to somebody who has no registry, by one file. */
class ProvingTest {

    @TempDir
    private Path directory;

    private Terminal terminal;

    @BeforeEach
    void registersEverybody() throws Exception {
        terminal = Terminal.registered(directory);
        terminal.ok("log prove @lin -o lin.tlog-proof");
        Files.move(directory.resolve("registry"), directory.resolve("moved"));
    }

    @Test
    void provesARecordWithoutARegistry() throws Exception {
        assertThat(terminal.ok("evidence verify lin.tlog-proof").lines())
                .startsWith(
                        "holds: the party " + shown() + " is entry 1 of registry.example/likeness/0",
                        "id      " + terminal.party("lin"))
                .anyMatch(line -> line.matches("logged  2026-11-24T10:00:\\d\\d\\.250Z"))
                .anyMatch(line -> line.startsWith("under   a checkpoint of 3 entries, signed on 2026-11-24T10:00:"));
        assertThat(terminal.ok("evidence verify lin.tlog-proof --format json"))
                .contains("\"holds\": true", "\"kind\": \"party\"", "\"index\": 1", "\"size\": 3");
        assertThat(terminal.ok("evidence verify lin.tlog-proof --quiet")).isEmpty();
    }

    /** A party's first record lists the key that signed it; of a grant that stands elsewhere. */
    @Test
    void saysWhatWasCheckedAndWhatWasNot() throws Exception {
        assertThat(terminal.ok("evidence verify lin.tlog-proof"))
                .containsPattern("\nchecked: the log has this entry .*\n"
                        + "checked: the record is signed by key [\\w-]{43}, which it lists itself\n"
                        + "not checked: who holds that key, and whether the record still stands\n$");
        String json = terminal.ok("evidence verify lin.tlog-proof --format json");
        ReportingTest.holds("proof", json);
        assertThat(words(json, "checked")).containsExactly("inclusion", "checkpoint", "form", "signature");
        assertThat(words(json, "unchecked")).containsExactly("authority", "standing");
        Files.move(directory.resolve("moved"), directory.resolve("registry"));
        String id = "id:" + terminal.ok("prohibit --key lin --scope any --against delegates --yes --quiet");
        terminal.ok("log prove " + id.strip() + " -o no.tlog-proof");
        assertThat(terminal.ok("evidence verify no.tlog-proof"))
                .doesNotContain("checked: the record is signed")
                .endsWith("\nnot checked: who signed the record, whose keys stand elsewhere in the log,"
                        + " and whether it still stands\n");
        String unsigned = terminal.ok("evidence verify no.tlog-proof --format json");
        ReportingTest.holds("proof", unsigned);
        assertThat(words(unsigned, "unchecked")).containsExactly("authority", "standing", "signature");
    }

    private static List<String> words(String json, String member) {
        List<String> words = new ArrayList<>();
        Schemas.json(json).get(member).forEach(word -> words.add(word.asText()));
        return words;
    }

    /** An operator who logs what a party's key never signed proves nothing by it. */
    @Test
    void refusesARecordThatTheKeyThatItListsDidNotSign() throws Exception {
        Kit kit = new Kit();
        kit.grant();
        VerifiedCheckpoint head =
                TrustPolicy.parse(kit.policy("")).keys().verify(kit.log().head().checkpoint());
        String text = LogStores.entry(kit.log(), 1).bytes().text();
        assertThat(ProvenEntry.of(1, Entry.parse(Bytes.utf8(text)), head).selfSigned())
                .isTrue();
        int signature = text.lastIndexOf('.') + 1;
        char first = text.charAt(signature) == 'A' ? 'B' : 'A';
        Entry forged = Entry.parse(Bytes.utf8(text.substring(0, signature) + first + text.substring(signature + 1)));
        assertThatThrownBy(() -> ProvenEntry.of(1, forged, head))
                .isInstanceOf(NotVerifiedException.class)
                .hasMessageContaining("signature does not hold: wanted a signature by key `");
    }

    private String shown() throws Exception {
        return org.countenance.record.Id.parse(terminal.party("lin")).shown();
    }

    @Test
    void namesTheFileByTheRecordWhereNobodyNamesIt() throws Exception {
        Files.move(directory.resolve("moved"), directory.resolve("registry"));
        String file = shown() + ".tlog-proof";
        assertThat(terminal.ok("log prove id:" + terminal.party("lin")))
                .isEqualTo("proved that the party " + shown() + " is entry 1 of registry.example/likeness/0: `" + file
                        + "`\n");
        assertThat(Files.readString(directory.resolve(file)))
                .isEqualTo(Files.readString(directory.resolve("lin.tlog-proof")));
        fails("log prove aaaaaaaaaa", 1, "wanted one record");
        fails("log prove @lin -o missing/lin.tlog-proof", 1, "no directory to put it in");
    }

    @Test
    void holdsTheProofAgainstTheRecordThatSomebodyHas() throws Exception {
        TlogProof proof = proof();
        String entry = proof.extra().text();
        terminal.write("lin.jws", entry.substring(25) + "\n");
        terminal.ok("evidence verify lin.tlog-proof --record lin.jws");
        terminal.write("other.jws", TlogProof.parse(other()).extra().text().substring(25));
        fails("evidence verify lin.tlog-proof --record other.jws", 4, "record does not hold: wanted the record ");
        write("bare.tlog-proof", new TlogProof(Bytes.EMPTY, proof.index(), proof.hashes(), proof.note()));
        fails("evidence verify bare.tlog-proof", 2, "wanted the entry in the proof, found none");
        terminal.write("lin.entry", entry + "\n");
        terminal.ok("evidence verify bare.tlog-proof --entry lin.entry --record lin.jws");
        terminal.write("late.entry", entry.replaceFirst("T10", "T09"));
        fails("evidence verify bare.tlog-proof --entry late.entry", 4, "inclusion does not hold");
    }

    @Test
    void endsWithFourWhereTheProofDoesNotHold() throws Exception {
        TlogProof proof = proof();
        write("moved.tlog-proof", new TlogProof(proof.extra(), 2, proof.hashes(), proof.note()));
        fails("evidence verify moved.tlog-proof", 4, "inclusion does not hold");
        Bytes forged = Bytes.utf8(proof.note().text().replace("\n3\n", "\n2\n"));
        write("forged.tlog-proof", new TlogProof(proof.extra(), 1, proof.hashes(), forged));
        fails("evidence verify forged.tlog-proof", 4, "checkpoint (LC301) does not hold");
        Terminal other = new Terminal(Files.createDirectory(directory.resolve("elsewhere")));
        other.ok("init --name registry.example/likeness");
        fails(
                "evidence verify lin.tlog-proof --trust elsewhere/consent/trust/registry.example/likeness.json",
                4,
                "checkpoint (LC301) does not hold");
    }

    @Test
    void refusesWhatIsNoProofOrWhoseLogNobodyTrusts() throws Exception {
        terminal.write("letter.txt", "dear\n");
        fails("evidence verify letter.txt", 2, "wanted a file of evidence or a .tlog-proof");
        fails("evidence verify missing.tlog-proof", 1, "wanted a file");
        fails("evidence verify consent", 1, "a directory");
        fails("evidence verify lin.tlog-proof --format pdf", 2, "wanted --format text or json");
        fails("evidence", 2, "wanted `consent evidence verify`");
        terminal.write("broken.tlog-proof", "c2sp.org/tlog-proof@v1\nindex 1\n");
        fails("evidence verify broken.tlog-proof", 2, "tlog-proof: wanted an empty line before the checkpoint");
        TlogProof proof = proof();
        for (String origin : List.of("../../etc/passwd/0", "Registry.Example/0", "unknown.example/likeness/0")) {
            Bytes note = Bytes.utf8(proof.note().text().replace("registry.example/likeness/0", origin));
            write("strange.tlog-proof", new TlogProof(proof.extra(), 1, proof.hashes(), note));
            boolean name = origin.startsWith("unknown");
            fails(
                    "evidence verify strange.tlog-proof",
                    name ? 1 : 2,
                    name ? "wanted a trust policy for `unknown.example/likeness`" : "wanted a registry's name");
        }
        write("text.tlog-proof", new TlogProof(Bytes.utf8("dear"), 1, proof.hashes(), proof.note()));
        fails("evidence verify text.tlog-proof", 2, "entry: wanted an instant, a space and a record");
    }

    private TlogProof proof() throws Exception {
        return TlogProof.parse(Bytes.of(Files.readAllBytes(directory.resolve("lin.tlog-proof"))));
    }

    private Bytes other() throws Exception {
        terminal.ok("log prove @studio --registry moved -o studio.tlog-proof");
        return Bytes.of(Files.readAllBytes(directory.resolve("studio.tlog-proof")));
    }

    private void write(String file, TlogProof proof) throws Exception {
        terminal.write(file, proof.bytes().text());
    }

    private void fails(String line, int code, String message) {
        Terminal.Answer answer = terminal.type(line);
        assertThat(answer.code()).as(line + "\n" + answer.err()).isEqualTo(code);
        assertThat(answer.err()).as(line).startsWith("consent: error: ").contains(message);
        assertThat(answer.out()).as(line).isEmpty();
    }
}
