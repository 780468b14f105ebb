package org.countenance.decisions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Sha256;
import org.countenance.manifest.Inventory;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.ManifestLimits;
import org.countenance.manifest.ManifestReader;
import org.countenance.record.ManifestSignature;
import org.countenance.record.ParsedRecord;
import org.countenance.record.RecordCodec;
import org.countenance.record.Waiver;
import org.countenance.verify.Beside;
import org.countenance.verify.FilesRead;
import org.countenance.verify.Request;
import org.countenance.verify.TrustPolicy;
import org.countenance.verify.Verdict;
import org.countenance.verify.Verifier;

/** Asks the library what a case asks. */
final class Asked {

    private Asked() {}

    static Verdict verdict(CorpusFile file) {
        try {
            Verifier verifier = Verifier.trusting(TrustPolicy.parse(file.file("policy")));
            return verifier.verify(request(file), CorpusLog.inMemory(file));
        } catch (IOException | MalformedException | NotVerifiedException e) {
            throw new AssertionError(file.sentence(), e);
        }
    }

    static Request request(CorpusFile file) throws IOException, MalformedException {
        Instant evaluated = Instant.parse(file.evaluated());
        ByteArrayInputStream in = new ByteArrayInputStream(file.file("manifest").toArray());
        Manifest manifest = file.mode().equals("plan")
                ? ManifestReader.readPlan(in, ManifestLimits.DEFAULT)
                : ManifestReader.read(in, ManifestLimits.DEFAULT);
        Request request = switch (file.mode()) {
            case "plan" -> Request.plan(manifest, evaluated);
            case "historical" -> Request.asOf(manifest, evaluated);
            default -> Request.now(manifest, evaluated);
        };
        return request.with(beside(file));
    }

    private static Beside beside(CorpusFile file) throws MalformedException {
        List<Inventory> inventories = new ArrayList<>();
        for (Bytes text : file.files("inventories")) {
            inventories.add(Inventory.parse(text));
        }
        List<Waiver> waivers = new ArrayList<>();
        for (String text : file.texts("waivers")) {
            waivers.add(Waiver.parse(Bytes.utf8(text)));
        }
        List<ParsedRecord> also = new ArrayList<>();
        for (String text : file.texts("also")) {
            also.add(RecordCodec.parse(text));
        }
        Beside beside =
                Beside.NOTHING.withInventories(inventories).withWaivers(waivers).withAlso(also);
        if (!file.contents().isEmpty()) {
            Map<String, Bytes> hashes = new TreeMap<>();
            file.contents().forEach((name, content) -> hashes.put(name, Sha256.hash(content)));
            beside = beside.with(new FilesRead(hashes));
        }
        return file.signature().isPresent()
                ? beside.withSignature(
                        ManifestSignature.parse(Bytes.utf8(file.signature().get())))
                : beside;
    }
}
