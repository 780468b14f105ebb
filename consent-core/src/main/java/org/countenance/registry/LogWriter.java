package org.countenance.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.countenance.base.Base64Padded;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonObject;
import org.countenance.jws.Signer;
import org.countenance.record.AssetList;
import org.countenance.record.Claims;
import org.countenance.record.Draft;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.RecordKind;
import org.countenance.record.Submission;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.CheckpointSigner;

/** Admits records and appends them to a log, each judged by the same reducer that replays and verifies (log.md, Admission). */
public final class LogWriter {

    /** After how many entries an index record comes. */
    private static final int INDEX_AFTER = 1_000;

    /** So many bytes of entries are remembered: the party records of a few thousand people. */
    private static final long REMEMBERED = 4 << 20;

    private final LogStore store;
    private final CheckpointSigner signer;
    private final Supplier<Optional<Signer>> ownKey;
    private final Executor executor;
    private final VerifiedEntries known = VerifiedEntries.ofPrecedents(REMEMBERED);

    /** Writes to {@code store} with the log's own keys, and without index records. */
    public LogWriter(LogStore store, CheckpointSigner signer) {
        this(store, signer, Optional::empty);
    }

    /**
     * Writes to {@code store} with the log's own keys.
     *
     * @param ownKey a {@code sign} key of the registry's own party, for index records; asked for when one is due
     */
    public LogWriter(LogStore store, CheckpointSigner signer, Supplier<Optional<Signer>> ownKey) {
        this(store, signer, ownKey, Runnable::run);
    }

    private LogWriter(LogStore store, CheckpointSigner signer, Supplier<Optional<Signer>> ownKey, Executor executor) {
        this.store = store;
        this.signer = signer;
        this.ownKey = ownKey;
        this.executor = executor;
    }

    /** The same, which checks the signatures of a batch on {@code executor}. */
    public LogWriter on(Executor executor) {
        return new LogWriter(store, signer, ownKey, executor);
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
        LogStore.Head head = store.head();
        Instant instant = notBefore(lastInstant(head.size()), now.truncatedTo(ChronoUnit.MILLIS));
        List<ParsedRecord> records =
                submissions.stream().map(Submission::record).toList();
        Map<String, Long> existing = store.indexesOfRecords(
                records.stream().map(record -> record.id().text()).toList(), head.size());
        Admission admission = admission(records, instant);
        List<Receipt> receipts = new ArrayList<>();
        for (Submission submission : submissions) {
            Long before = existing.get(submission.record().id().text());
            receipts.add(before == null ? receipt(submission, admission) : existing(submission.record(), before));
            if (admission.growth().sinceIndex() >= INDEX_AFTER
                    && !admission.growth().isEmpty()) {
                addIndex(admission);
            }
        }
        write(head, admission.growth(), now);
        return List.copyOf(receipts);
    }

    private Admission admission(List<ParsedRecord> records, Instant instant) {
        return new Admission(store, records, instant, known, executor);
    }

    private Receipt receipt(Submission submission, Admission admission) {
        ParsedRecord record = submission.record();
        Optional<String> refusal = admission.refusal(record);
        if (refusal.isPresent()) {
            return new Receipt(record, OptionalLong.empty(), admission.instant(), refusal.get());
        }
        long index = admission.growth().size();
        admission.take(submission);
        return new Receipt(record, OptionalLong.of(index), admission.instant(), "");
    }

    /** Appends an index record, unless one covers all that there is or none can be made; whether it did. */
    public boolean index(Instant now) throws MalformedException {
        LogStore.Head head = store.head();
        Instant instant = notBefore(lastInstant(head.size()), now.truncatedTo(ChronoUnit.MILLIS));
        Admission admission = admission(List.of(), instant);
        if (admission.growth().sinceIndex() > 1) {
            addIndex(admission);
        }
        write(head, admission.growth(), now);
        return !admission.growth().isEmpty();
    }

    private void write(LogStore.Head head, Growth growth, Instant now) throws MalformedException {
        if (!growth.isEmpty()) {
            signedRoot(head);
            Checkpoint checkpoint = new Checkpoint(origin(), growth.size(), growth.root());
            store.append(growth.batch(head, signer.sign(checkpoint, now)));
        }
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

    /** The root that was signed last; what stands on other nodes than it would be a second history under the same keys. */
    private Bytes signedRoot(LogStore.Head head) {
        Bytes root = LogStores.frontier(store).root();
        if (!LogStores.checkpoint(head.checkpoint()).root().equals(root)) {
            throw StoreException.corrupt(
                    "wanted tree nodes that lead to the root of the signed head, found others: nothing more is signed on them");
        }
        return root;
    }

    /** Signs the head anew, so that its instant is {@code now}; what witnesses signed under it stays. */
    public void renew(Instant now) throws MalformedException {
        LogStore.Head head = store.head();
        Checkpoint checkpoint = new Checkpoint(origin(), head.size(), signedRoot(head));
        store.replaceCheckpoint(head, signer.renew(head.checkpoint(), checkpoint, now));
    }

    /**
     * Adds an index record over everything so far, so that slices need no more than what is after it (log.md, Subject index);
     * none when the registry's own key is not at hand or not in force.
     */
    private void addIndex(Admission admission) throws MalformedException {
        Growth growth = admission.growth();
        Optional<Signer> own = ownKey.get();
        if (own.isEmpty() || growth.size() == 0) {
            return;
        }
        try {
            Bytes root = growth.indexRoot();
            ParsedRecord record = indexRecord(growth.size(), root, admission.instant(), own.get());
            if (admission.refusal(record).isEmpty()) {
                growth.cover(root);
                admission.take(new Submission(record, Optional.empty()));
            }
        } catch (NotVerifiedException e) {
            throw StoreException.corrupt(e.getMessage());
        }
    }

    private ParsedRecord indexRecord(long size, Bytes root, Instant instant, Signer own) throws MalformedException {
        Id itself = entry(0).subject();
        JsonObject payload = JsonObject.builder()
                .put("v", Claims.VERSION)
                .put("vocabulary", Claims.VOCABULARY)
                .put("iss", itself.text())
                .put("sub", itself.text())
                .put("aud", store.name())
                .put("iat", instant.getEpochSecond())
                // Nothing about this record is secret: its root makes it the only one of its kind.
                .put("jti", Base64Url.encode(root.slice(0, 16)))
                .put("size", size)
                .put("root", Base64Padded.encode(root))
                .build();
        return Draft.ofPayload(RecordKind.INDEX, payload).sign(own).record();
    }

    private Receipt existing(ParsedRecord record, long index) {
        return new Receipt(
                record, OptionalLong.of(index), LogStores.entry(store, index).instant(), "");
    }

    private ParsedRecord entry(long index) {
        try {
            return RecordCodec.parse(LogStores.entry(store, index).jws());
        } catch (MalformedException e) {
            throw new IllegalStateException("a record was admitted that does not read", e);
        }
    }

    private Instant lastInstant(long size) {
        return size == 0 ? Instant.MIN : LogStores.entry(store, size - 1).instant();
    }

    private static Instant notBefore(Instant last, Instant now) {
        return now.isBefore(last) ? last : now;
    }

    private String origin() {
        return store.name() + "/0";
    }
}
