package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countenance.base.Count;
import org.countenance.base.Instants;
import org.countenance.manifest.Manifest;
import org.countenance.record.Assurance;
import org.countenance.record.Id;
import org.countenance.record.ManifestSignature;
import org.countenance.registry.EntryFault;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.Slice;
import org.countenance.tlog.Witnessing;
import org.countenance.verify.Verdict.Result;
import org.countenance.verify.Verdict.StepResult;

/** What the answer rests on: freshness, assurance, identities, and what is wrong with the log (decision.md section 5). */
final class EvidenceChecks {

    private final Request request;
    private final Evidence evidence;
    private final Slice slice;
    private final ProvenEntries proven;
    private final Signatures signatures;

    EvidenceChecks(Request request, Evidence evidence, Slice slice, ProvenEntries proven, Signatures signatures) {
        this.request = request;
        this.evidence = evidence;
        this.slice = slice;
        this.proven = proven;
        this.signatures = signatures;
    }

    /**
     * What there is to say.
     *
     * @param selfAsserted the grants relied on of people who were not identified by documents
     */
    List<Finding> findings(Assurance assurance, Map<Id, List<Id>> selfAsserted) {
        List<Finding> findings = new ArrayList<>();
        signature().ifPresent(findings::add);
        freshness().ifPresent(findings::add);
        findings.add(witnesses(proven.witnessing()));
        minima(assurance, findings);
        selfAsserted.forEach((person, grants) -> findings.add(new Finding(
                Rule.IDENTITY_LEVEL,
                Severity.WARNING,
                Optional.empty(),
                Optional.of(person),
                Optional.empty(),
                grants,
                Assurance.Identity.DOCUMENTED.word(),
                Assurance.Identity.SELF.word(),
                "nobody but the person herself says who she is")));
        junk(findings);
        return findings;
    }

    /** Every step and how it ended. */
    List<StepResult> steps(List<Finding> findings, boolean capped) {
        Map<Step, String> skipped = new EnumMap<>(Step.class);
        skipped.put(
                Step.LAW, evidence.policy().packs().isEmpty() ? "policy names no packs" : "this version has no packs");
        Map<Step, String> told = new EnumMap<>(Step.class);
        Beside beside = request.beside();
        if (!beside.also().isEmpty()) {
            told.put(Step.COMPLETENESS, "with " + Count.of(beside.also().size(), "record") + " not logged yet");
        }
        if (!capped) {
            told.put(Step.LIMITS, "no grant relied on has a cap");
        }
        if (beside.files().isEmpty()) {
            told.put(
                    Step.INVENTORY,
                    "no files were read" + (beside.inventories().isEmpty() ? " and no inventory is given" : ""));
        }
        List<StepResult> steps = new ArrayList<>();
        for (Step step : Step.values()) {
            Result result = result(step, findings);
            steps.add(
                    result == Result.PASSED && skipped.containsKey(step)
                            ? new StepResult(step, Result.SKIPPED, skipped.get(step))
                            : new StepResult(step, result, told.getOrDefault(step, "")));
        }
        return steps;
    }

    private static Result result(Step step, List<Finding> findings) {
        Result worst = Result.PASSED;
        for (Finding finding : findings) {
            if (finding.rule().step() != step || finding.waiver().isPresent()) {
                continue;
            }
            if (finding.severity() == Severity.BLOCK) {
                return Result.FAILED;
            }
            if (finding.severity() == Severity.UNDETERMINED) {
                worst = Result.UNDETERMINED;
            }
        }
        return worst;
    }

    /** Whether the producer signed this manifest. */
    boolean isSigned() {
        return request.beside().signature().map(this::holds).orElse(false);
    }

    private boolean holds(ManifestSignature signature) {
        Manifest manifest = request.manifest();
        return signature.registry().equals(evidence.policy().name())
                && signature.issuer().text().equals(manifest.production().producer())
                && signature.manifest().equals(manifest.sha256().hex())
                && signature.production().equals(manifest.production().id())
                && signatures.isBy(signature.issuer(), signature.jws());
    }

    /** A signature that does not hold is worse than none: somebody changed something. */
    private Optional<Finding> signature() {
        return request.beside().signature().isEmpty() || isSigned()
                ? Optional.empty()
                : Optional.of(Finding.general(
                        Rule.SIGNATURE,
                        Severity.BLOCK,
                        "a signature of this manifest by a key of its producer in force",
                        "another",
                        "the signature beside the manifest is not the producer's for this manifest"));
    }

    private Optional<Finding> freshness() {
        // Of the checkpoint, not of what is under it: whoever keeps an answer asks this again of the newest.
        Instant evaluated = evidence.evaluated().instant();
        if (request.historical() || evidence.policy().isFresh(proven.instant(), evaluated)) {
            return Optional.empty();
        }
        boolean old = evaluated.isAfter(proven.instant());
        return Optional.of(Finding.general(
                Rule.STALE,
                Severity.UNDETERMINED,
                "a checkpoint of at most " + evidence.policy().maxAge() + " before " + Instants.format(evaluated),
                "one of " + Instants.format(proven.instant()),
                "the newest checkpoint is of " + Instants.format(proven.instant())
                        + (old
                                ? ": what was withdrawn since then cannot be seen"
                                : ", after the instant that is asked about: one of two clocks is wrong")));
    }

    /** Too few witnesses leave doubt; enough are told of, and so is that nobody asked for any. */
    private static Finding witnesses(Witnessing witnessing) {
        String wanted =
                witnessing.quorum().map(quorum -> "cosignatures by " + quorum).orElse("witnesses");
        if (witnessing.quorum().isEmpty()) {
            return Finding.general(
                    Rule.WITNESS_QUORUM,
                    Severity.NOTE,
                    wanted,
                    "none wanted by the trust policy",
                    "nobody else has cosigned this log, so a second view of it cannot be excluded");
        }
        return witnessing.isReached()
                ? Finding.general(
                        Rule.WITNESS_QUORUM,
                        Severity.NOTE,
                        wanted,
                        witnessing.words(),
                        "the witnesses that the trust policy wants have cosigned this head: " + witnessing.words())
                : Finding.general(
                        Rule.WITNESS_QUORUM,
                        Severity.UNDETERMINED,
                        wanted,
                        witnessing.words(),
                        "too few witnesses have cosigned this head, so a second view of it cannot be excluded: wanted "
                                + wanted + ", found " + witnessing.words());
    }

    private void minima(Assurance assurance, List<Finding> findings) {
        TrustPolicy.Require require = evidence.policy().require();
        below(
                require.signed() && assurance.producer() != Assurance.Producer.SIGNED,
                "a manifest signed by the producer",
                "an unsigned one",
                findings);
        below(
                require.hashed() && assurance.hashed() < assurance.of(),
                "every file read",
                assurance.hashed() + " of " + assurance.of(),
                findings);
        below(
                require.inventory() && assurance.inventory() != Assurance.Inventory.GIVEN,
                "an inventory",
                "none",
                findings);
        below(request.plan(), "a manifest of what was made", "a plan, which is never cleared", findings);
        below(request.supposing(), "a log as it is", "a supposition, under which nothing is cleared", findings);
        below(
                require.made().compareTo(assurance.made()) > 0,
                "material that is " + require.made().name().toLowerCase(java.util.Locale.ROOT),
                "material that is " + assurance.made().name().toLowerCase(java.util.Locale.ROOT),
                findings);
        below(
                !evidence.policy().packs().isEmpty(),
                "the law packs " + String.join(", ", evidence.policy().packs()),
                "none, which this version does not have",
                findings);
    }

    private static void below(boolean below, String wanted, String found, List<Finding> findings) {
        if (below) {
            findings.add(Finding.general(
                    Rule.ASSURANCE,
                    Severity.UNDETERMINED,
                    wanted,
                    found,
                    "wanted " + wanted + ", and there is " + found));
        }
    }

    /** What should not be in the log; it changes no point's worth, so that a stranger's bad record blocks nobody. */
    private void junk(List<Finding> findings) {
        for (EntryFault fault : slice.faults()) {
            if (fault.kind() != EntryFault.Kind.UNKNOWN) {
                Rule rule = fault.kind() == EntryFault.Kind.UNSIGNED ? Rule.SIGNATURE : Rule.UNREADABLE;
                findings.add(note(rule, fault.id(), "entry " + fault.index() + " counts for nothing: " + fault.why()));
            }
        }
        for (Slice.Refusal refusal : slice.refusals()) {
            findings.add(note(
                    Rule.AUTHORITY,
                    refusal.logged().id(),
                    "entry " + refusal.logged().index() + " should not be in the log and counts for nothing: "
                            + refusal.ruling().why()));
        }
    }

    private static Finding note(Rule rule, Id record, String message) {
        return new Finding(
                rule,
                Severity.NOTE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(record),
                "a record that counts",
                "one that does not",
                message);
    }
}
