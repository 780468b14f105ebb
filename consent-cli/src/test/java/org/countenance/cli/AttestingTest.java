package org.countenance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.jws.DsseEnvelope;
import org.countenance.jws.Openssl;
import org.countenance.keystore.Keytool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer on record as an in-toto attestation, and what whoever gets it can hold it against. */
class AttestingTest {

    private static final String GRANT = "grant --key lin --licensee @studio --production x-house:SD-2026-0417"
            + " --character any --role depicted --modality face,body --technique face-generation --context none"
            + " --medium micro-drama-app --territory CN --language zh --made 2026-11-01/2027-03-01"
            + " --shown 2026-12-01/2029-12-01 --notice P30D --cause P7D --released wind-down:P30D"
            + " --intended-use Mei --ratifies --yes --quiet";
    private static final String FILE = "manifest.json.intoto.jsonl";
    private static final String VERIFY = "verify manifest.json --trust trust.json --clearance --key platform";
    private static final String CHECK = "evidence attestation " + FILE + " --trust trust.json";

    @TempDir
    private Path directory;

    private Terminal terminal;
    private String grant = "";

    @BeforeEach
    void registersAPlatformThatVerifies() throws IOException {
        terminal = Terminal.registered(directory);
        grant = terminal.ok(GRANT).strip();
        terminal.writeManifest();
        terminal.ok("manifest sign manifest.json --key studio");
        register("platform", "");
    }

    private void register(String name, String options) throws IOException {
        terminal.ok("party register --key " + name + " --kind organisation --name \"Channel South\" --alias " + name
                + " " + options);
        accredit(name);
    }

    private void accredit(String name) throws IOException {
        terminal.ok("endorse @" + name + " --says accredited --may verify --keys registry/keys --key own --yes");
        String trust = Files.readString(directory.resolve("consent/trust/registry.example/likeness.json"));
        terminal.write(
                "trust.json",
                trust.replace(
                        "\"identity\": \"self\"",
                        "\"identity\": \"self\", \"parties\": {\"" + terminal.party(name)
                                + "\": {\"believed\": [\"verify\"]}}"));
    }

    @Test
    void holdsForWhomTheTrustPolicyBelieves() throws IOException {
        Terminal.Answer answer = terminal.type(VERIFY);
        assertThat(answer.code()).as(answer.screen()).isZero();
        assertThat(answer.err()).contains("attested it in `" + FILE + "` for gates that ask for in-toto attestations");
        assertThat(terminal.ok(CHECK))
                .startsWith("holds: cleared, as of 2026-11-24T10:")
                .contains("by      Channel South (", "), clearance ", ", entry ");
        assertThat(envelopes()).hasSize(2);
        for (DsseEnvelope envelope : envelopes()) {
            ReportingTest.holds("attestation", text(envelope));
        }
        assertThat(text(envelopes().get(1))).contains("svr/v0.2", "COUNTENANCE_MANIFEST_SIGNED");
        ReportingTest.holds("verdict", terminal.ok(CHECK + " --format json"));
        assertThat(terminal.ok(CHECK + " --quiet")).isEmpty();
    }

    @Test
    void leavesOpenWhomTheTrustPolicyDoesNotBelieve() {
        terminal.ok(VERIFY);
        Terminal.Answer stranger = terminal.type("evidence attestation " + FILE);
        assertThat(stranger.code()).isEqualTo(5);
        assertThat(stranger.err()).contains("your trust policy does not believe who gave it");
        terminal.ok("verify manifest.json --trust trust.json --clearance --key studio --attestation own.intoto.jsonl");
        Terminal.Answer own =
                terminal.type("evidence attestation own.intoto.jsonl --manifest manifest.json --trust trust.json");
        assertThat(own.code()).isEqualTo(5);
        assertThat(own.out()).contains("by      Jade Lantern Pictures (");
        terminal.wait(Duration.ofDays(3));
        Terminal.Answer old = terminal.type(CHECK);
        assertThat(old.code()).isEqualTo(5);
        assertThat(old.err()).contains("the newest checkpoint is of ");
    }

    @Test
    void holdsForAKeyThatTheReaderNames() throws IOException {
        terminal.ok(VERIFY);
        terminal.write("platform.pem", terminal.ok("key show platform --pem"));
        terminal.write("platform.jwk", terminal.ok("key show platform"));
        terminal.write("studio.pem", terminal.ok("key show studio --pem"));
        Files.move(directory.resolve("registry"), directory.resolve("moved"));
        for (String key : List.of("platform.pem", "platform.jwk")) {
            assertThat(terminal.ok("evidence attestation " + FILE + " --key-file " + key))
                    .startsWith("holds: cleared")
                    .contains("which you named");
        }
        Terminal.Answer other = terminal.type("evidence attestation " + FILE + " --key-file studio.pem");
        assertThat(other.code()).isEqualTo(4);
        assertThat(other.err()).contains("found another signature");
    }

    /** The old file is replaced whole: a result that says cleared does not stay beside the answer that takes it back. */
    @Test
    void saysNothingButTheVerdictOfWhatIsNotCleared() throws IOException {
        terminal.ok(VERIFY);
        Files.copy(directory.resolve(FILE), directory.resolve("old.intoto.jsonl"));
        terminal.ok("revoke id:" + grant + " --key lin --cause unpaid --yes");
        terminal.wait(Duration.ofDays(8));
        assertThat(terminal.type(VERIFY).code()).isEqualTo(3);
        assertThat(envelopes()).hasSize(1);
        assertThat(text(envelopes().get(0))).contains("\"outcome\":\"blocked\"");
        Terminal.Answer blocked = terminal.type(CHECK);
        assertThat(blocked.code()).isEqualTo(3);
        assertThat(blocked.out()).startsWith("holds: blocked, as of ");
        Terminal.Answer old =
                terminal.type("evidence attestation old.intoto.jsonl --manifest manifest.json --trust trust.json");
        assertThat(old.code()).isEqualTo(5);
        assertThat(old.err()).contains("whoever gave it said `blocked` since, in clearance ");
    }

    @Test
    void isRefusedWhenAnythingInItIsChanged() throws IOException {
        terminal.ok(VERIFY);
        String whole = Files.readString(directory.resolve(FILE));
        String signature =
                Base64Padded.encode(envelopes().get(1).signatures().get(0).sig());
        String first =
                Base64Padded.encode(envelopes().get(0).signatures().get(0).sig());
        terminal.write(FILE, whole.replace(signature, first));
        assertThat(terminal.type(CHECK).code()).isEqualTo(4);
        for (String change : List.of("\"cleared\":1|\"cleared\":2", "\"evaluated\":\"2026|\"evaluated\":\"2025")) {
            String[] both = change.split("\\|");
            String payload = text(envelopes(whole).get(0));
            assertThat(payload).contains(both[0]);
            terminal.write(
                    FILE,
                    whole.lines()
                                    .findFirst()
                                    .orElseThrow()
                                    .replace(
                                            Base64Padded.encode(Bytes.utf8(payload)),
                                            Base64Padded.encode(Bytes.utf8(payload.replace(both[0], both[1]))))
                            + "\n");
            assertThat(terminal.type(CHECK).code()).as(change).isEqualTo(4);
        }
        terminal.write(FILE, whole);
        assertThat(terminal.type(CHECK).code()).isZero();
        Files.writeString(directory.resolve("manifest.json"), " ", StandardOpenOption.APPEND);
        Terminal.Answer other = terminal.type(CHECK);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("wanted one verdict about the manifest");
    }

    @Test
    void replacesNothingThatOthersWrote() throws IOException {
        terminal.write(FILE, "{\"payloadType\":\"x\",\"payload\":\"\",\"signatures\":[{\"sig\":\"\"}]}\n");
        Terminal.Answer answer = terminal.type(VERIFY);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("--attestation FILE names another place");
        terminal.ok(VERIFY + " --attestation new.intoto.jsonl");
        terminal.ok(VERIFY + " --attestation new.intoto.jsonl");
        assertThat(Files.readString(directory.resolve(FILE))).contains("\"x\"");
    }

    @Test
    void writesNothingWhenTheCommandFails() throws IOException {
        Files.delete(directory.resolve("manifest.json.jws"));
        assertThat(terminal.type(VERIFY).code()).isEqualTo(2);
        assertThat(directory.resolve(FILE)).doesNotExist();
        Terminal.Answer answer = terminal.type(VERIFY + " --attestation none/new.intoto.jsonl");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "ES256"})
    void isVerifiedByOpenSsl(String algorithm) throws Exception {
        register("other", "--algorithm " + algorithm);
        terminal.ok(VERIFY.replace("platform", "other"));
        assertThat(terminal.ok(CHECK)).startsWith("holds: cleared");
        terminal.write("other.pem", terminal.ok("key show other --pem"));
        DsseEnvelope first = envelopes().get(0);
        String signed = write("pae", DsseEnvelope.preAuthentication(first.payloadType(), first.payload()));
        String signature = write("sig", first.signatures().get(0).sig());
        String pem = directory.resolve("other.pem").toString();
        Openssl.run(
                algorithm.equals("ES256")
                        ? "dgst -sha256 -verify " + pem + " -signature " + signature + " " + signed
                        : "pkeyutl -verify -rawin -pubin -inkey " + pem + " -in " + signed + " -sigfile " + signature);
    }

    @Test
    void isSignedByAKeyInAKeystore() throws Exception {
        Path file =
                Keytool.pkcs12(directory, "EC -groupname secp256r1", "Ed25519").file();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(directory.resolve("pin"), PosixFilePermissions.fromString("rw-------"));
        terminal.set("CONSENT_PIN_FILE", "pin");
        terminal.ok("key link other --keystore keys.p12 --entry ec");
        terminal.ok("key link other.manage --keystore keys.p12 --entry ed25519");
        register("other", "");
        terminal.ok(VERIFY.replace("platform", "other"));
        assertThat(terminal.ok(CHECK)).startsWith("holds: cleared");
    }

    private List<DsseEnvelope> envelopes() throws IOException {
        return envelopes(Files.readString(directory.resolve(FILE)));
    }

    private static List<DsseEnvelope> envelopes(String lines) {
        return lines.lines()
                .map(line -> {
                    try {
                        return DsseEnvelope.parse(Bytes.utf8(line), "line");
                    } catch (MalformedException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private static String text(DsseEnvelope envelope) {
        try {
            return envelope.payload().text();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private String write(String name, Bytes content) throws IOException {
        return Files.write(directory.resolve(name), content.toArray()).toString();
    }
}
