package org.countenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.jws.Algorithm;
import org.countenance.jws.CompactJws;
import org.countenance.jws.Jws;
import org.countenance.jws.SigningKey;
import org.countenance.registry.EvidenceFile;
import org.countenance.tlog.AddCheckpoint;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.tlog.Cosigner;
import org.countenance.tlog.Entry;
import org.countenance.tlog.EntryBundle;
import org.countenance.tlog.IndexTrie;
import org.countenance.tlog.Merkle;
import org.countenance.tlog.SignedNote;
import org.countenance.tlog.Tile;
import org.countenance.tlog.TlogProof;
import org.countenance.tlog.VerifierKey;
import org.countenance.tlog.WitnessPolicy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts from strangers: every reader takes them or calls them malformed, and takes one spelling only. */
class GarbageTest {

    private static final long SEED = 20_261_124;
    private static final int ROUNDS = 20_000;
    private static final SigningKey KEY = SigningKey.fromSeed(Algorithm.ED25519, Bytes.of(new byte[32]));
    private static final Checkpoint CHECKPOINT = new Checkpoint("test.example/log/0", 7, Merkle.EMPTY_ROOT);

    /** Reads and writes again; the bytes that come back, or the same when a reader has no one spelling. */
    private interface Reader {
        Bytes again(Bytes text) throws MalformedException;
    }

    @TestFactory
    Stream<DynamicTest> refusesGarbageAsMalformedAndWritesTheRestAsItWas() throws MalformedException {
        CompactJws jws = Jws.sign(
                KEY,
                "test+jwt",
                JsonObject.builder().put("name", "林月").put("n", -12).build());
        CheckpointSigner signer = new CheckpointSigner(
                CHECKPOINT.origin(), KEY, SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32])));
        Entry entry = new Entry(Instant.parse("2026-11-24T10:00:00.070Z"), jws);
        return Stream.of(
                reading("JsonText", Bytes.utf8("{\"a\":[1,-2.5e3,\"\\ud834\\udd1e\\n\",{}],\"b\":true}"), text -> {
                    JsonText.parse(text, "text", JsonLimits.RECORD);
                    return text;
                }),
                reading("CompactJws", Bytes.utf8(jws.text()), GarbageTest::jws),
                reading("Entry", entry.bytes(), text -> Entry.parse(text).bytes()),
                reading(
                        "SignedNote",
                        signer.signEmpty(Instant.EPOCH),
                        text -> SignedNote.parse(text).bytes()),
                reading(
                        "Checkpoint",
                        Bytes.utf8(CHECKPOINT.text()),
                        text -> Bytes.utf8(Checkpoint.parse(text.text()).text())),
                reading(
                        "AddCheckpoint",
                        Bytes.utf8(new AddCheckpoint(
                                        7,
                                        List.of(Merkle.EMPTY_ROOT, Merkle.EMPTY_ROOT),
                                        signer.signEmpty(Instant.EPOCH))
                                .text()),
                        text -> Bytes.utf8(AddCheckpoint.parse(text).text())),
                reading(
                        "WitnessPolicy",
                        Bytes.utf8("# two\nwitness a "
                                + new Cosigner("a.example", KEY).verifierKey()
                                + " https://a.example/\ngroup g any a\nquorum g\n"),
                        text -> {
                            WitnessPolicy.parse(text.text());
                            return text;
                        }),
                reading(
                        "VerifierKey",
                        Bytes.utf8(signer.verifierKeys().get(1).text()),
                        text -> Bytes.utf8(VerifierKey.parse(text.text()).text())));
    }

    @TestFactory
    Stream<DynamicTest> refusesGarbageAmongTheFilesOfALog() {
        CheckpointSigner signer = new CheckpointSigner(
                CHECKPOINT.origin(), KEY, SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32])));
        Tile tile = new Tile(1, 1_234_067, 3);
        List<Bytes> hashes = List.of(Merkle.EMPTY_ROOT, Merkle.EMPTY_ROOT, Merkle.EMPTY_ROOT);
        EntryBundle bundle = new EntryBundle(5, 3);
        Bytes entries = bundle.encode(List.of(Bytes.utf8("one"), Bytes.EMPTY, Bytes.utf8("林月")));
        TlogProof proof = new TlogProof(Bytes.utf8("extra"), 5, hashes, signer.signEmpty(Instant.EPOCH));
        return Stream.of(
                reading(
                        "Tile path",
                        Bytes.utf8(tile.path()),
                        text -> Bytes.utf8(Tile.parse(text.text()).path())),
                reading(
                        "EntryBundle path",
                        Bytes.utf8(bundle.path()),
                        text -> Bytes.utf8(EntryBundle.parse(text.text()).path())),
                reading("Tile", tile.encode(hashes), text -> tile.encode(tile.decode(text))),
                reading("EntryBundle", entries, text -> bundle.encode(bundle.decode(text))),
                reading(
                        "TlogProof",
                        proof.bytes(),
                        text -> TlogProof.parse(text).bytes()));
    }

    @TestFactory
    Stream<DynamicTest> refusesGarbageInFilesOfEvidence() throws NotVerifiedException {
        CheckpointSigner signer = new CheckpointSigner(
                CHECKPOINT.origin(), KEY, SigningKey.fromSeed(Algorithm.ML_DSA_44, Bytes.of(new byte[32])));
        IndexTrie trie = IndexTrie.empty();
        trie.add(0, Merkle.EMPTY_ROOT, Set.of("p/lin/keys", "p/lin/opening", "r/grant"));
        EvidenceFile file = new EvidenceFile(
                signer.signEmpty(Instant.EPOCH),
                new TreeMap<>(Map.of(
                        3L, new EvidenceFile.Proved(Bytes.utf8("2026-11-24T10:00:00.070Z e.y.J"), List.of()),
                        4L, new EvidenceFile.Proved(Bytes.utf8("林月"), List.of(Merkle.EMPTY_ROOT)))),
                new TreeMap<>(Map.of("r/grant", trie.prove("r/grant"), "r/other", trie.prove("r/other"))),
                new TreeMap<>(Map.of(Sha256.hash(Bytes.utf8("words")).hex(), Bytes.utf8("words"))),
                List.of(new EvidenceFile.Attachment(EvidenceFile.Kind.MANIFEST, Bytes.utf8("{}"))));
        return Stream.of(reading("EvidenceFile", body(file.bytes()), GarbageTest::evidence));
    }

    /** The first line is made to fit, so that garbage comes as far as it can. */
    private static Bytes evidence(Bytes body) throws MalformedException {
        String first = "{\"evidence\":1,\"lines\":"
                + body.text().chars().filter(c -> c == '\n').count() + ",\"sha256\":\"" + Sha256.hash(body)
                + "\",\"verdict\":\"\"}\n";
        try {
            return body(
                    EvidenceFile.parse(Bytes.concat(Bytes.utf8(first), body)).bytes());
        } catch (NotVerifiedException e) {
            throw MalformedException.of(Place.NOWHERE, "a file that is whole", e.getMessage());
        }
    }

    private static Bytes body(Bytes file) {
        int at = 0;
        while (file.at(at) != '\n') {
            at++;
        }
        return file.slice(at + 1, file.size());
    }

    private static Bytes jws(Bytes text) throws MalformedException {
        CompactJws read = CompactJws.parse(text);
        String signed = read.signingInput().text();
        String header = signed.substring(0, signed.indexOf('.'));
        return Bytes.utf8(Base64Url.encode(Base64Url.decode(header)) + "." + Base64Url.encode(read.payloadBytes()) + "."
                + Base64Url.encode(read.signature()));
    }

    private static DynamicTest reading(String name, Bytes good, Reader reader) {
        return DynamicTest.dynamicTest(name, () -> {
            Random random = new Random(SEED);
            for (int round = 0; round < ROUNDS; round++) {
                Bytes text = round % 4 == 0 ? garbage(random) : changed(good, random);
                check(reader, text, name + ", seed " + SEED + ", round " + round + ": " + text.hex());
            }
        });
    }

    private static void check(Reader reader, Bytes text, String round) {
        try {
            assertThat(reader.again(text)).as(round).isEqualTo(text);
        } catch (MalformedException e) {
            assertThat(e.getMessage()).as(round).contains("wanted ").contains("found ");
        } catch (RuntimeException e) {
            fail(round, e);
        }
    }

    private static Bytes garbage(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    /** A good text with one to three places cut out, doubled or replaced by something that often matters. */
    private static Bytes changed(Bytes good, Random random) {
        Bytes text = good;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(text.size() + 1);
            int until = Math.min(text.size(), from + random.nextInt(4));
            Bytes middle = random.nextBoolean() ? Bytes.EMPTY : piece(text, random);
            text = Bytes.concat(text.slice(0, from), middle, text.slice(until, text.size()));
        }
        return text;
    }

    private static Bytes piece(Bytes text, Random random) {
        List<String> pieces =
                new ArrayList<>(List.of("\u00a0", "\u2028", "\0", "\n", "\n\n", ".", "=", "+", "\"", "\\"));
        pieces.addAll(List.of("\\ud800", "null", "1e9999", "9".repeat(25), "[".repeat(20), "— ", " ", "_", "A", "é"));
        int choice = random.nextInt(pieces.size() + 2);
        if (choice < pieces.size()) {
            return Bytes.utf8(pieces.get(choice));
        }
        int at = random.nextInt(Math.max(1, text.size()));
        return choice == pieces.size() ? text.slice(at, text.size()) : Bytes.of((byte) random.nextInt(256));
    }
}
