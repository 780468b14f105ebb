package org.countenance.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countenance.Kit;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.jws.Algorithm;
import org.countenance.record.AssetList;
import org.countenance.record.Draft;
import org.countenance.record.RecordKind;
import org.countenance.record.Submission;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.tlog.Merkle;
import org.junit.jupiter.api.Test;

/** The text that lists files for a record, and its way into a store. */
class HashListTest {

    private static final Bytes ONE = Sha256.hash(Bytes.utf8("1"));
    private static final Bytes TWO = Sha256.hash(Bytes.utf8("2"));
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void listsHashesAscendingOneALine() throws MalformedException {
        HashList list = HashList.of(List.of(TWO, ONE, TWO));
        Bytes low = ONE.compareTo(TWO) < 0 ? ONE : TWO;
        Bytes high = low.equals(ONE) ? TWO : ONE;
        assertThat(list.text().text()).isEqualTo(low.hex() + "\n" + high.hex() + "\n");
        assertThat(list.hashes()).containsExactly(low, high);
        assertThat(HashList.parse(list.text()).hashes()).isEqualTo(list.hashes());
    }

    @Test
    void namesItselfByCountRootAndHash() throws MalformedException {
        HashList list = HashList.of(List.of(ONE, TWO));
        Bytes low = ONE.compareTo(TWO) < 0 ? ONE : TWO;
        Bytes high = low.equals(ONE) ? TWO : ONE;
        Bytes root = Merkle.nodeHash(Merkle.leafHash(low), Merkle.leafHash(high));
        AssetList named = list.named();
        assertThat(named)
                .isEqualTo(new AssetList(
                        2, Base64Padded.encode(root), Sha256.hash(list.text()).hex()));
        assertThat(HashList.parse(list.text(), named).text()).isEqualTo(list.text());
    }

    @Test
    void listsNothing() throws MalformedException {
        AssetList named = HashList.of(List.of()).named();
        assertThat(named.count()).isZero();
        assertThat(HashList.parse(Bytes.EMPTY, named).hashes()).isEmpty();
    }

    @Test
    void refusesLinesThatAreNoHashes() {
        String line = ONE.hex() + "\n";
        refuses(line + ONE.hex(), "line 2");
        refuses(line.toUpperCase(java.util.Locale.ROOT), "lower-case");
        refuses(ONE.hex() + " ", "line end");
        refuses("\n" + line, "64 hexadecimal digits");
        refuses(line + line, "a hash after `" + ONE + "`");
    }

    private static void refuses(String text, String why) {
        assertThatThrownBy(() -> HashList.parse(Bytes.utf8(text)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesAListThatTheRecordDoesNotDescribe() {
        HashList list = HashList.of(List.of(ONE, TWO));
        AssetList named = list.named();
        assertThatThrownBy(() -> HashList.parse(list.text(), new AssetList(3, named.root(), named.list())))
                .hasMessage("list /count: wanted `3`, found `2`");
        String other = HashList.of(List.of(ONE)).named().root();
        assertThatThrownBy(() -> HashList.parse(list.text(), new AssetList(2, other, named.list())))
                .hasMessageContaining("list /root: wanted `" + other + "`");
        assertThatThrownBy(() -> HashList.parse(HashList.of(List.of(ONE)).text(), named))
                .hasMessageContaining("list /list: wanted `" + named.list() + "`");
    }

    @Test
    void storesTheListsOfARecordAsAnnexesAre() throws MalformedException {
        Kit kit = new Kit();
        HashList list = HashList.of(List.of(ONE, TWO));
        Submission submission = commitment(kit, list.named()).with(List.of(list.text()));
        LogWriter.Receipt receipt = writer(kit).append(List.of(submission), NOW).get(0);
        assertThat(receipt.refusal()).isEmpty();
        assertThat(kit.log().annex(list.named().list())).contains(list.text());
    }

    @Test
    void refusesListsThatTheRecordDoesNotNameOrDescribe() throws MalformedException {
        Kit kit = new Kit();
        HashList list = HashList.of(List.of(ONE, TWO));
        Submission stray = commitment(kit, list.named())
                .with(List.of(HashList.of(List.of(ONE)).text()));
        assertThatThrownBy(() -> writer(kit).append(List.of(stray), NOW))
                .hasMessageContaining("wanted a list that the commitment");
        AssetList lie = new AssetList(1, list.named().root(), list.named().list());
        Submission wrong = commitment(kit, lie).with(List.of(list.text()));
        assertThatThrownBy(() -> writer(kit).append(List.of(wrong), NOW)).hasMessageContaining("list /count");
        assertThat(kit.log().annex(list.named().list())).isEmpty();
    }

    private static Submission commitment(Kit kit, AssetList assets) throws MalformedException {
        return Draft.of(
                        RecordKind.COMMITMENT,
                        Optional.of(kit.id(Kit.STUDIO)),
                        Optional.of(kit.id(Kit.STUDIO)),
                        Kit.NAME,
                        NOW,
                        new SecureRandom())
                .with("assets", assets.toJson())
                .sign(kit.key(Kit.STUDIO, Algorithm.ED25519));
    }

    private static LogWriter writer(Kit kit) {
        return new LogWriter(
                kit.log(),
                new CheckpointSigner(
                        Kit.NAME + "/0",
                        kit.key("log", Algorithm.ED25519),
                        kit.key("cosignature", Algorithm.ML_DSA_44)));
    }
}
