package org.countenance.registry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.record.IndexRoot;
import org.countenance.record.RecordCodec;
import org.countenance.tlog.Entry;
import org.countenance.tlog.IndexProof;

/**
 * A slice and everything beside it in one file, so that an answer can be given again anywhere, years later (log.md, Offline
 * evidence). JSON Lines; the first line tells how many follow and their hash, so that a file that lost one is not taken for
 * whole. Nothing in it is trusted: {@link ProvenEntries} checks it as it checks a store.
 */
public final class EvidenceFile implements SliceSource {

    private static final JsonLimits LIMITS = new JsonLimits(4, 1 << 28, 1 << 16);

    private final Bytes checkpoint;
    private final SortedMap<Long, Proved> entries;
    private final SortedMap<String, IndexProof> proofs;
    private final SortedMap<String, Bytes> annexes;
    private final List<Attachment> attachments;
    private final Map<String, List<Long>> under = new HashMap<>();
    private final OptionalLong indexRecord;

    /**
     * An entry with the proof that it stands where it does.
     *
     * @param entry its bytes
     * @param proof the hashes that lead to the checkpoint's root
     */
    public record Proved(Bytes entry, List<Bytes> proof) {

        /** Keeps a copy. */
        public Proved {
            proof = List.copyOf(proof);
        }
    }

    /** What lies beside a slice, in the order of the file. */
    public enum Kind {
        /** The production manifest. */
        MANIFEST,
        /** The producer's signature of it. */
        SIGNATURE,
        /** The trust policy of whoever asked first: shown and compared, never used. */
        POLICY,
        /** A law pack. */
        PACK,
        /** What others found in the files. */
        INVENTORY,
        /** Which files were read, and their hashes. */
        FILES,
        /** What an officer let pass. */
        WAIVER,
        /** A closing record that was not logged yet. */
        RECORD,
        /** A list of files that a record names. */
        LIST,
        /** A timestamp of the checkpoint. */
        TOKEN,
        /** The answer, as JSON. */
        VERDICT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something beside the slice.
     *
     * @param kind what it is
     * @param content its bytes
     */
    public record Attachment(Kind kind, Bytes content) {}

    /** Evidence of these parts. */
    public EvidenceFile(
            Bytes checkpoint,
            SortedMap<Long, Proved> entries,
            SortedMap<String, IndexProof> proofs,
            SortedMap<String, Bytes> annexes,
            List<Attachment> attachments) {
        this.checkpoint = checkpoint;
        this.entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        this.proofs = Collections.unmodifiableSortedMap(new TreeMap<>(proofs));
        this.annexes = Collections.unmodifiableSortedMap(new TreeMap<>(annexes));
        this.attachments = attachments.stream()
                .sorted(Comparator.comparing(Attachment::kind))
                .toList();
        this.entries.forEach((index, proved) -> {
            for (String key : keys(proved.entry())) {
                under.computeIfAbsent(key, any -> new ArrayList<>()).add(index);
            }
        });
        this.indexRecord = findIndexRecord();
    }

    private static Collection<String> keys(Bytes entry) {
        try {
            return SubjectKeys.of(Entry.parse(entry).jws());
        } catch (MalformedException e) {
            return List.of();
        }
    }

    /** The index record under whose root the keys are proved; everything after it is here. */
    private OptionalLong findIndexRecord() {
        for (Map.Entry<Long, Proved> each : entries.entrySet()) {
            Optional<Bytes> root = root(each.getKey(), each.getValue().entry());
            if (root.isPresent() && proofs.values().stream().allMatch(proof -> holds(proof, root.get()))) {
                return proofs.isEmpty() ? OptionalLong.empty() : OptionalLong.of(each.getKey());
            }
        }
        return OptionalLong.empty();
    }

    private static Optional<Bytes> root(long index, Bytes entry) {
        try {
            return RecordCodec.parse(Entry.parse(entry).jws()).content() instanceof IndexRoot root
                            && root.size() == index
                    ? Optional.of(Base64Padded.decode(root.root()))
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static boolean holds(IndexProof proof, Bytes root) {
        try {
            return proof.verify(root).count() >= 0;
        } catch (NotVerifiedException e) {
            return false;
        }
    }

    @Override
    public Bytes checkpoint() {
        return checkpoint;
    }

    @Override
    public OptionalLong indexRecord() {
        return indexRecord;
    }

    @Override
    public Map<Long, Bytes> entries(Collection<Long> indexes) {
        Map<Long, Bytes> found = new TreeMap<>();
        for (long index : indexes) {
            Optional.ofNullable(entries.get(index)).ifPresent(proved -> found.put(index, proved.entry()));
        }
        return found;
    }

    @Override
    public Optional<List<Bytes>> inclusion(long index) {
        return Optional.ofNullable(entries.get(index)).map(Proved::proof);
    }

    @Override
    public Map<String, List<Long>> under(Collection<String> keys) {
        Map<String, List<Long>> found = new HashMap<>();
        keys.forEach(key -> found.put(key, under.getOrDefault(key, List.of())));
        return found;
    }

    @Override
    public Optional<IndexProof> proof(String key) {
        return Optional.ofNullable(proofs.get(key));
    }

    /** The entries with their proofs, by index. */
    public SortedMap<Long, Proved> entries() {
        return entries;
    }

    /** Words for people, or a list of files, by the hash that records name; empty when the file was written without. */
    public Optional<Bytes> annex(String sha256) {
        return Optional.ofNullable(annexes.get(sha256))
                .or(() -> attached(Kind.LIST).stream()
                        .filter(list -> Sha256.hash(list).hex().equals(sha256))
                        .findFirst());
    }

    /** What lies beside the slice, of one kind. */
    public List<Bytes> attached(Kind kind) {
        return attachments.stream()
                .filter(each -> each.kind() == kind)
                .map(Attachment::content)
                .toList();
    }

    /** The file. */
    public Bytes bytes() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<JsonObject> lines = lines();
        for (JsonObject line : lines) {
            body.writeBytes((JsonText.compact(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Bytes following = Bytes.of(body.toByteArray());
        JsonObject header = JsonObject.builder()
                .put("evidence", 1)
                .put("lines", lines.size())
                .put("sha256", Sha256.hash(following).hex())
                .put("verdict", verdictHash())
                .build();
        return Bytes.concat(Bytes.utf8(JsonText.compact(header) + "\n"), following);
    }

    private String verdictHash() {
        return attached(Kind.VERDICT).stream()
                .map(verdict -> Sha256.hash(verdict).hex())
                .findFirst()
                .orElse("");
    }

    private List<JsonObject> lines() {
        List<JsonObject> lines = new ArrayList<>();
        try {
            lines.add(JsonObject.builder().put("checkpoint", checkpoint.text()).build());
            for (Map.Entry<Long, Proved> each : entries.entrySet()) {
                lines.add(JsonObject.builder()
                        .put("index", each.getKey())
                        .put("entry", each.getValue().entry().text())
                        .put(
                                "proof",
                                JsonArray.ofStrings(each.getValue().proof().stream()
                                        .map(Base64Padded::encode)
                                        .toList()))
                        .build());
            }
        } catch (MalformedException e) {
            throw new IllegalStateException("wanted text in a log, found other bytes", e);
        }
        proofs.values().forEach(proof -> lines.add(proof.toJson()));
        annexes.forEach((hash, words) -> lines.add(line("annex", words)));
        attachments.forEach(each -> lines.add(line(each.kind().word(), each.content())));
        return lines;
    }

    private static JsonObject line(String kind, Bytes content) {
        return JsonObject.builder()
                .put(kind, Sha256.hash(content).hex())
                .put("base64", Base64Padded.encode(content))
                .build();
    }

    /**
     * Reads a file that {@link #bytes} wrote.
     *
     * @throws NotVerifiedException when it is not whole: its lines are not those that its first line tells of
     */
    public static EvidenceFile parse(Bytes file) throws MalformedException, NotVerifiedException {
        return new EvidenceReader(LIMITS).read(file);
    }
}
