package org.countenance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.Algorithm;
import org.countenance.manifest.Manifest;
import org.countenance.record.ManifestSignature;
import org.countenance.record.RecordKind;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.SliceSource;
import org.countenance.registry.StoreException;
import org.countenance.registry.Withholding;
import org.junit.jupiter.api.Test;

/** A work that shows nobody rests on records too: on those of the keys of its producer. */
class MissingEntriesTest {

    private final Kit kit = new Kit();

    /** The declaration of a stolen key was left out, and the thief's signature held. */
    @Test
    void leaveOpenAManifestWithoutUses() throws Exception {
        Manifest manifest = kit.manifest(
                text -> text.replace("\"uses\":[{", "\"uses\":[],\"none\":[{").replaceFirst(",\"none\":.*", "}"));
        kit.party("guild", "organisation", "");
        String kid = kit.key(Kit.STUDIO, Algorithm.ED25519).verificationKey().thumbprint();
        Request request = Request.now(manifest, kit.at("2026-12-20").now())
                .with(Beside.NOTHING.withSignature(signature(manifest)));
        kit.sign(
                RecordKind.REVOCATION,
                Kit.STUDIO,
                kit.id(Kit.STUDIO),
                "{'target':'" + kit.id(Kit.STUDIO) + "','event':'compromised','kid':'" + kid
                        + "','since':'2026-12-01T00:00:00Z'}");
        kit.index();
        SliceSource whole = kit.log().moment().slice();
        assertThat(verdict(request, whole).orElseThrow().outcome()).isEqualTo(Outcome.BLOCKED);
        List<Outcome> left = new ArrayList<>();
        for (long index = 0; index < kit.log().head().size(); index++) {
            verdict(request, Withholding.entry(whole, index)).ifPresent(verdict -> {
                left.add(verdict.outcome());
                assertThat(verdict.outcome() == Outcome.BLOCKED
                                || verdict.rules().contains(Rule.INCOMPLETE))
                        .isTrue();
            });
        }
        assertThat(left).contains(Outcome.UNDETERMINED).doesNotContain(Outcome.CLEARED);
    }

    private ManifestSignature signature(Manifest manifest) throws MalformedException {
        String text = kit.beside(
                        Kit.STUDIO,
                        ManifestSignature.TYP,
                        "{'manifest':'" + manifest.sha256().hex()
                                + "','production':{'scheme':'x-house','value':'P-1'}}")
                .text();
        return ManifestSignature.parse(Bytes.utf8(text));
    }

    private Optional<Verdict> verdict(Request request, SliceSource source) throws MalformedException {
        try {
            TrustPolicy policy = TrustPolicy.parse(kit.policy(""));
            ProvenEntries proven = ProvenEntries.read(source, policy.keys());
            return Optional.of(Verifier.trusting(policy).verify(request, proven, kit.log()::annex));
        } catch (NotVerifiedException | StoreException e) {
            return Optional.empty();
        }
    }
}
