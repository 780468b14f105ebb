package org.countenance.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.manifest.Inventory;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import org.countenance.record.AssetList;
import org.countenance.record.ManifestSignature;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.Waiver;
import org.countenance.registry.EvidenceFile;
import org.countenance.registry.EvidenceFile.Attachment;
import org.countenance.registry.EvidenceFile.Kind;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.SliceSource;
import org.countenance.tlog.Entry;
import org.countenance.verify.Beside;
import org.countenance.verify.FilesRead;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;

/** An answer with all that it rests on, so that anybody gives it again with nothing but a trust policy (log.md, Offline evidence). */
public final class SavedAnswer {

    private final EvidenceFile file;
    private final Request request;
    private final Bytes verdict;

    private SavedAnswer(EvidenceFile file, Request request, Bytes verdict) {
        this.file = file;
        this.request = request;
        this.verdict = verdict;
    }

    /**
     * Gathers what an answer rests on.
     *
     * @param verdict the answer
     * @param request what was asked
     * @param manifest the manifest's bytes
     * @param policy the trust policy's bytes
     * @param proven the entries that were read for it
     * @param source where they came from
     * @param annexes words and lists by their hash
     */
    public static EvidenceFile of(
            Verdict verdict,
            Request request,
            Bytes manifest,
            Bytes policy,
            ProvenEntries proven,
            SliceSource source,
            Function<String, Optional<Bytes>> annexes) {
        if (request.supposing()) {
            throw new IllegalArgumentException("wanted an answer that may be kept, found one under a supposition");
        }
        List<Attachment> attachments = new ArrayList<>();
        attachments.add(new Attachment(Kind.MANIFEST, manifest));
        attachments.add(new Attachment(Kind.POLICY, policy));
        attachments.add(new Attachment(Kind.VERDICT, Bytes.utf8(VerdictJson.render(verdict))));
        attach(request.beside(), attachments);
        SortedMap<Long, EvidenceFile.Proved> entries = new TreeMap<>();
        SortedMap<String, Bytes> words = new TreeMap<>();
        SortedMap<String, Bytes> lists = new TreeMap<>();
        proven.read().forEach((index, entry) -> {
            entries.put(
                    index,
                    new EvidenceFile.Proved(
                            entry.bytes(), source.inclusion(index).orElse(List.of())));
            words(entry).ifPresent(hash -> annexes.apply(hash).ifPresent(found -> words.put(hash, found)));
            lists(entry).forEach(hash -> annexes.apply(hash).ifPresent(found -> lists.put(hash, found)));
        });
        lists.values().forEach(list -> attachments.add(new Attachment(Kind.LIST, list)));
        return new EvidenceFile(source.checkpoint(), entries, proven.proofs(), words, attachments);
    }

    private static void attach(Beside beside, List<Attachment> attachments) {
        beside.signature()
                .ifPresent(signature -> attachments.add(new Attachment(
                        Kind.SIGNATURE, Bytes.utf8(signature.jws().text()))));
        beside.inventories().forEach(inventory -> attachments.add(new Attachment(Kind.INVENTORY, inventory.source())));
        beside.waivers()
                .forEach(waiver -> attachments.add(
                        new Attachment(Kind.WAIVER, Bytes.utf8(waiver.jws().text()))));
        beside.also()
                .forEach(record -> attachments.add(
                        new Attachment(Kind.RECORD, Bytes.utf8(record.jws().text()))));
        beside.files().ifPresent(files -> attachments.add(new Attachment(Kind.FILES, filesJson(files))));
    }

    private static Bytes filesJson(FilesRead files) {
        JsonObject.Builder names = JsonObject.builder();
        new TreeMap<>(files.hashes()).forEach((name, hash) -> names.put(name, hash.hex()));
        return Bytes.utf8(JsonText.compact(names.build()));
    }

    private static Optional<String> words(Entry entry) {
        return parse(entry).flatMap(record -> record.claims().annex());
    }

    private static List<String> lists(Entry entry) {
        return parse(entry)
                .map(record -> record.content().assetLists().stream()
                        .map(AssetList::list)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<ParsedRecord> parse(Entry entry) {
        try {
            return Optional.of(RecordCodec.parse(entry.jws()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens a file of evidence.
     *
     * @throws MalformedException when it does not hold one answer and what was asked
     */
    public static SavedAnswer open(EvidenceFile file) throws MalformedException {
        Bytes verdict = one(file, Kind.VERDICT);
        Members told = Values.object(JsonText.parse(verdict, "verdict", JsonLimits.DOCUMENT))
                .members();
        Instant evaluated = told.text("evaluated", Instants::parse);
        String mode = told.required("mode", Values::string);
        Bytes manifest = one(file, Kind.MANIFEST);
        Request request = switch (mode) {
            case "plan" -> Request.plan(read(manifest, true), evaluated);
            case "historical" -> Request.asOf(read(manifest, false), evaluated);
            case "supposed" -> throw told.fault("mode", "an answer that may be kept", "one under a supposition");
            default -> Request.now(read(manifest, false), evaluated);
        };
        return new SavedAnswer(file, request.with(beside(file)), verdict);
    }

    private static Manifest read(Bytes manifest, boolean plan) throws MalformedException {
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(manifest.toArray());
            return plan
                    ? ManifestReader.readPlan(in, ManifestLimits.DEFAULT)
                    : ManifestReader.read(in, ManifestLimits.DEFAULT);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    /** What lay beside the manifest when the answer was given. */
    public static Beside beside(EvidenceFile file) throws MalformedException {
        List<Inventory> inventories = new ArrayList<>();
        for (Bytes inventory : file.attached(Kind.INVENTORY)) {
            inventories.add(Inventory.parse(inventory));
        }
        List<Waiver> waivers = new ArrayList<>();
        for (Bytes waiver : file.attached(Kind.WAIVER)) {
            waivers.add(Waiver.parse(waiver));
        }
        List<ParsedRecord> also = new ArrayList<>();
        for (Bytes record : file.attached(Kind.RECORD)) {
            also.add(RecordCodec.parse(record.text()));
        }
        Beside beside =
                Beside.NOTHING.withInventories(inventories).withWaivers(waivers).withAlso(also);
        for (Bytes signature : file.attached(Kind.SIGNATURE)) {
            beside = beside.withSignature(ManifestSignature.parse(signature));
        }
        for (Bytes files : file.attached(Kind.FILES)) {
            beside = beside.with(filesRead(files));
        }
        return beside;
    }

    private static FilesRead filesRead(Bytes json) throws MalformedException {
        Map<String, Bytes> hashes = new TreeMap<>();
        JsonObject names = Values.object(JsonText.parse(json, "files", JsonLimits.DOCUMENT));
        for (Map.Entry<String, JsonValue> file : names.values().entrySet()) {
            if (!(file.getValue() instanceof JsonString hash)) {
                throw MalformedException.of(Place.in("files"), "the hash of every file", "another value");
            }
            hashes.put(file.getKey(), Bytes.fromHex(hash.text()));
        }
        return new FilesRead(hashes);
    }

    private static Bytes one(EvidenceFile file, Kind kind) throws MalformedException {
        List<Bytes> found = file.attached(kind);
        if (found.size() != 1) {
            throw MalformedException.of(
                    Place.in("evidence"),
                    "one " + kind.name().toLowerCase(java.util.Locale.ROOT),
                    Integer.toString(found.size()));
        }
        return found.get(0);
    }

    /** What was asked. */
    public Request request() {
        return request;
    }

    /** The answer as it was given, as JSON. */
    public Bytes verdict() {
        return verdict;
    }

    /** The hash of the trust policy that it was given by. */
    public Optional<Bytes> policy() {
        return file.attached(Kind.POLICY).stream().map(Sha256::hash).findFirst();
    }

    /**
     * Answers the same question for the same instant again.
     *
     * @param policy the verifier's own
     */
    public Verdict verify(TrustPolicy policy) throws NotVerifiedException, MalformedException {
        return Verifier.trusting(policy).verify(request, ProvenEntries.read(file, policy.keys()), file::annex);
    }
}
