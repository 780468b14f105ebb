package org.countenance.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.record.Id;
import org.countenance.record.RecordKind;
import org.countenance.registry.InMemoryLogStore;
import org.countenance.registry.LogStore;
import org.countenance.registry.Replication;
import org.countenance.registry.ReplicationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a replica says of an entry hangs on the log alone, not on how often it was brought up to date. */
class ReplayInPartsTest {

    @TestFactory
    Stream<DynamicTest> judgesAlikeWhereverTheLogIsCut() {
        return CorpusFile.all(CorpusFile.DIRECTORY).entrySet().stream()
                .map(each ->
                        DynamicTest.dynamicTest(each.getKey(), () -> compare(CorpusLog.inMemory(each.getValue()))));
    }

    private static void compare(LogStore log) throws Exception {
        long size = log.head().size();
        Map<Long, String> whole = faults(log, size);
        // The last entries are what a case is about.
        for (long cut : new TreeSet<>(List.of(size / 2, size - 2, size - 1)).tailSet(1L)) {
            assertThat(faults(log, cut, size))
                    .as("cut after %d of %d", cut, size)
                    .isEqualTo(whole);
        }
    }

    private static Map<Long, String> faults(LogStore log, long... sizes) throws Exception {
        LogStore replica = new InMemoryLogStore(log.name(), Bytes.EMPTY);
        Map<Long, String> faults = new TreeMap<>();
        for (long size : sizes) {
            ServedLog source = new ServedLog(log, size);
            try {
                new Replication(replica, source.keys(), source, Runnable::run)
                        .run((done, all) -> {})
                        .faults()
                        .forEach(fault -> faults.put(fault.index(), fault.why()));
            } catch (ReplicationException e) {
                faults.put(-1L, e.getMessage());
            }
        }
        return faults;
    }

    /** A licensee may dispute what closes, and is one by grants that came long before. */
    @Test
    void knowsALicenseeOfAProhibitionThatComesInTheSameBatch() throws Exception {
        Kit kit = new Kit();
        kit.grant();
        Id prohibition = kit.sign(
                RecordKind.PROHIBITION,
                Kit.LIN,
                kit.id(Kit.LIN),
                "{'scopes':'*','against':'*','reach':'all','ground':'standing'}");
        dispute(kit, prohibition);
        compare(kit.log());
    }

    @Test
    void knowsALicenseeOfALiftingThatComesInTheSameBatchOrLater() throws Exception {
        Kit kit = new Kit();
        kit.grant();
        Id prohibition = kit.sign(
                RecordKind.PROHIBITION,
                Kit.LIN,
                kit.id(Kit.LIN),
                "{'scopes':'*','against':'*','reach':'all','ground':'standing'}");
        Id lifting = kit.sign(
                RecordKind.REVOCATION,
                Kit.LIN,
                kit.id(Kit.LIN),
                "{'target':'" + prohibition.text() + "','event':'lifted'}");
        dispute(kit, lifting);
        compare(kit.log());
    }

    /** What each of these replaces is no deeper a question for being one of thousands. */
    @Test
    void followsThousandsThatReplaceOneAnother() throws Exception {
        Kit kit = new Kit();
        kit.rotate(Kit.LIN, Kit.LIN, 3_000);
        kit.grant();
        assertThat(faults(kit.log(), 3_002, kit.log().head().size())).isEmpty();
    }

    /** Whoever lost a grant to another is asked, however many came after it. */
    @Test
    void asksWhoLostAGrantToThousandsThatReplaceOneAnother() throws Exception {
        Kit kit = new Kit();
        Id last = kit.grant();
        kit.party("platform", "organisation", "");
        for (int i = 0; i < 6_000; i++) {
            String members = Kit.GRANT.replace("'licensees':['$studio']", "'licensees':['$platform']");
            last = kit.force(kit.hold(members.replaceFirst("\\{", "{'supersedes':'" + last.text() + "',")));
        }
        dispute(kit, last);
        assertThat(faults(kit.log(), kit.log().head().size())).isEmpty();
    }

    private static void dispute(Kit kit, Id target) {
        kit.sign(
                RecordKind.ENDORSEMENT,
                Kit.STUDIO,
                kit.id(Kit.LIN),
                "{'target':'" + target.text() + "','says':'disputes'}");
    }
}
