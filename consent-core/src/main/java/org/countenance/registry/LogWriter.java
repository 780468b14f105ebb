package org.countenance.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.record.AssetList;
import org.countenance.record.Endorsement;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordCodec;
import org.countenance.record.Revocation;
import org.countenance.record.Submission;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.CheckpointSigner;
import org.countenance.tlog.Entry;
import org.countenance.tlog.Frontier;

/** Admits records and appends them to a log, each judged by the same reducer that replays and verifies (log.md, Admission). */
public final class LogWriter {

    private final LogStore store;
    private final CheckpointSigner signer;

    /** Writes to {@code store} with the log's own keys. */
    public LogWriter(LogStore store, CheckpointSigner signer) {
        this.store = store;
        this.signer = signer;
    }

    /**
     * What became of a submitted record.
     *
     * @param record the record
     * @param index where it stands; absent when it was refused
     * @param integrated when it was taken
     * @param refusal why it was refused; empty when it was not
     */
    public record Receipt(ParsedRecord record, OptionalLong index, Instant integrated, String refusal) {

        /** Whether the log has it. */
        public boolean accepted() {
            return index.isPresent();
        }
    }

    /**
     * Appends what is admissible, in this order, as one batch; on return it is durable. A record that the log already has
     * gets the receipt of its first time, so that a client that lost the answer may ask again.
     */
    public List<Receipt> append(List<Submission> submissions, Instant now) throws MalformedException {
        for (Submission submission : submissions) {
            submission.check();
            checkLists(submission);
        }
        long size = store.head().size();
        Instant instant = notBefore(lastInstant(size), now.truncatedTo(ChronoUnit.MILLIS));
        Slice.Fold fold = new Slice.Fold(store.name()).over(known(submissions));
        List<Receipt> receipts = new ArrayList<>();
        List<Submission> admitted = new ArrayList<>();
        for (Submission submission : submissions) {
            OptionalLong existing = store.indexOf(submission.record().id().text());
            if (existing.isPresent()) {
                receipts.add(existing(submission.record(), existing.getAsLong()));
                continue;
            }
            Optional<String> refusal = refusal(fold, submission.record(), size + admitted.size(), instant);
            if (refusal.isEmpty()) {
                receipts.add(new Receipt(submission.record(), OptionalLong.of(size + admitted.size()), instant, ""));
                admitted.add(submission);
            } else {
                receipts.add(new Receipt(submission.record(), OptionalLong.empty(), instant, refusal.get()));
            }
        }
        if (!admitted.isEmpty()) {
            store(admitted, instant, now);
        }
        return List.copyOf(receipts);
    }

    /** Checks that each list of files has the count and the root that the record says. */
    private static void checkLists(Submission submission) throws MalformedException {
        for (Bytes text : submission.lists()) {
            String hash = Sha256.hash(text).hex();
            for (AssetList named : submission.record().content().assetLists()) {
                if (named.list().equals(hash)) {
                    HashList.parse(text, named);
                }
            }
        }
    }

    /** Signs the head anew, so that its instant is {@code now}. */
    public void renew(Instant now) throws MalformedException {
        LogStore.Head head = store.head();
        Frontier frontier = LogStores.frontier(store);
        Checkpoint checkpoint = new Checkpoint(origin(), head.size(), frontier.root());
        store.replaceCheckpoint(head, signer.sign(checkpoint, now));
    }

    private Optional<String> refusal(Slice.Fold fold, ParsedRecord record, long index, Instant instant) {
        Optional<String> taken = takenKey(record);
        if (taken.isPresent()) {
            return taken;
        }
        EntryVerifier.Reading reading = fold.verifier().verify(index, instant, record);
        if (reading.fault().isPresent()) {
            return reading.fault().map(EntryFault::why);
        }
        Ruling ruling = fold.apply(reading.record().orElseThrow());
        return ruling.admissible() ? Optional.empty() : Optional.of(ruling.why());
    }

    /** One key, one party: judged here, because no slice of a log can tell it. */
    private Optional<String> takenKey(ParsedRecord record) {
        if (record.content() instanceof Party party) {
            for (PartyKey key : party.keys()) {
                for (long index : store.indexesOf(keyName(key.thumbprint()))) {
                    if (!entry(index).subject().equals(record.subject())) {
                        return Optional.of("wanted a key of nobody else, found key `" + key.thumbprint() + "` of "
                                + entry(index).subject().shown());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String keyName(String thumbprint) {
        return "k/" + thumbprint;
    }

    private SortedMap<Long, Entry> known(List<Submission> submissions) {
        Set<String> keys = new LinkedHashSet<>();
        for (Submission submission : submissions) {
            ParsedRecord record = submission.record();
            addParty(record.issuer(), keys);
            addParty(record.subject(), keys);
            // Whatever the record says whom it is about: its target says so too.
            target(record).ifPresent(target -> addParty(target, keys));
            if (record.content() instanceof Endorsement endorsement) {
                endorsement.other().ifPresent(other -> addParty(other, keys));
            }
        }
        return Closure.of(LogStores.source(store), keys);
    }

    private static void addParty(Id party, Set<String> keys) {
        keys.add(SubjectKeys.keysOf(party));
        keys.add(SubjectKeys.closingOf(party));
        keys.add(SubjectKeys.openingOf(party));
    }

    /** The party that the target of a record is about, when the log has it. */
    private Optional<Id> target(ParsedRecord record) {
        Optional<Id> target = Optional.empty();
        if (record.content() instanceof Revocation revocation) {
            target = Optional.of(revocation.target());
        } else if (record.content() instanceof Endorsement endorsement) {
            target = Optional.of(endorsement.target());
        }
        OptionalLong index = target.map(id -> store.indexOf(id.text())).orElse(OptionalLong.empty());
        return index.isPresent() ? Optional.of(entry(index.getAsLong()).subject()) : Optional.empty();
    }

    private void store(List<Submission> admitted, Instant instant, Instant now) {
        Frontier frontier = LogStores.frontier(store);
        List<LogStore.NewEntry> entries = new ArrayList<>();
        Map<String, Bytes> annexes = new HashMap<>();
        for (Submission submission : admitted) {
            Entry entry = new Entry(instant, submission.record().jws());
            frontier.append(entry.leafHash());
            entries.add(new LogStore.NewEntry(
                    entry.bytes(), submission.record().id().text(), keys(submission.record())));
            submission
                    .annex()
                    .ifPresent(annex ->
                            annexes.put(submission.record().claims().annex().orElseThrow(), annex));
            submission.lists().forEach(list -> annexes.put(Sha256.hash(list).hex(), list));
        }
        LogStore.Head head = store.head();
        Checkpoint checkpoint = new Checkpoint(origin(), head.size() + admitted.size(), frontier.root());
        store.append(new LogStore.Batch(head, entries, frontier.completed(), annexes, signer.sign(checkpoint, now)));
    }

    /** The keys of the subject index, and beside them one for each key that a party lists. */
    private static Set<String> keys(ParsedRecord record) {
        Set<String> keys = new LinkedHashSet<>(SubjectKeys.of(record.jws()));
        if (record.content() instanceof Party party) {
            party.keys().forEach(key -> keys.add(keyName(key.thumbprint())));
        }
        return keys;
    }

    private Receipt existing(ParsedRecord record, long index) {
        return new Receipt(
                record,
                OptionalLong.of(index),
                LogStores.source(store).entry(index).instant(),
                "");
    }

    private ParsedRecord entry(long index) {
        try {
            return RecordCodec.parse(LogStores.source(store).entry(index).jws());
        } catch (MalformedException e) {
            throw new IllegalStateException("a record was admitted that does not read", e);
        }
    }

    private Instant lastInstant(long size) {
        return size == 0 ? Instant.MIN : LogStores.source(store).entry(size - 1).instant();
    }

    private static Instant notBefore(Instant last, Instant now) {
        return now.isBefore(last) ? last : now;
    }

    private String origin() {
        return store.name() + "/0";
    }
}
