package org.countenance.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.Window;
import org.countenance.json.JsonObject;
import org.countenance.manifest.Manifest;
import org.countenance.record.Assurance;
import org.countenance.record.Id;
import org.countenance.record.Waiver;

/**
 * The answer for one manifest, one state of the log, one policy and one instant; made only by {@link Verifier}. It never
 * says that something is legal: it says that no violation was found under these rules, as of this instant, as declared by
 * the producer.
 */
public final class Verdict {

    private final Basis basis;
    private final Outcome outcome;
    private final List<StepResult> steps;
    private final List<Finding> findings;
    private final List<UseVerdict> uses;
    private final List<GrantStanding> grants;
    private final List<Remedy> remedies;
    private final List<WaiverUse> waivers;
    private final Manifest declared;
    private final List<Timeline> timelines;
    private final Window keeps;

    Verdict(
            Basis basis,
            List<StepResult> steps,
            List<Finding> findings,
            List<UseVerdict> uses,
            List<GrantStanding> grants,
            List<Remedy> remedies,
            List<WaiverUse> waivers,
            Manifest declared,
            List<Timeline> timelines,
            Window keeps) {
        this.basis = basis;
        this.outcome = Outcome.of(findings);
        this.steps = List.copyOf(steps);
        this.findings = List.copyOf(findings);
        this.uses = List.copyOf(uses);
        this.grants = List.copyOf(grants);
        this.remedies = List.copyOf(remedies);
        this.waivers = List.copyOf(waivers);
        this.declared = declared;
        this.timelines = List.copyOf(timelines);
        this.keeps = keeps;
    }

    /**
     * What the answer rests on.
     *
     * @param title the production's title, for people
     * @param mode whether it is of now, of a past instant or of a plan
     * @param evaluated as of when
     * @param assurance how much was seen and who vouches
     * @param manifest SHA-256 of the manifest
     * @param origin the log's name
     * @param size how many entries were known
     * @param root the log's root as base64
     * @param instant the checkpoint's instant
     * @param policy SHA-256 of the trust policy
     */
    public record Basis(
            String title,
            Request.Mode mode,
            Instant evaluated,
            Assurance assurance,
            Bytes manifest,
            String origin,
            long size,
            String root,
            Instant instant,
            Bytes policy) {

        /** Whether it is of a time before the checkpoint. */
        public boolean historical() {
            return mode == Request.Mode.HISTORICAL;
        }
    }

    /** How a step ended. */
    public enum Result {
        /** Nothing was found against it. */
        PASSED,
        /** Something was. */
        FAILED,
        /** Nobody can tell. */
        UNDETERMINED,
        /** It was not performed. */
        SKIPPED
    }

    /**
     * How one step ended.
     *
     * @param step which
     * @param result how
     * @param why why it was skipped; empty otherwise
     */
    public record StepResult(Step step, Result result, String why) {}

    /**
     * The answer for one use.
     *
     * @param id the use
     * @param outcome the answer
     * @param relied the grants relied on
     */
    public record UseVerdict(String id, Outcome outcome, List<Id> relied) {}

    /** How a grant stands. */
    public enum Standing {
        /** As it was signed. */
        IN_FORCE,
        /** Something of it has ended or will. */
        LIMITED,
        /** Somebody disputes it. */
        CONTESTED,
        /** Nothing is left of it. */
        ENDED,
        /** It never was. */
        VOID;

        /** How it is spelled in a verdict. */
        public String words() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A grant about this production, and how it stands.
     *
     * @param id which grant
     * @param index where it is in the log
     * @param person whose
     * @param capacity in what capacity it was signed
     * @param identity how well its signer was identified
     * @param standing how it stands at the evaluation instant
     * @param uses how many uses rely on it
     * @param custody who holds the key that signed it, when that is not its signer
     * @param chain the links that it was signed under, from the signer's up to the person
     */
    public record GrantStanding(
            Id id,
            long index,
            Id person,
            String capacity,
            String identity,
            Standing standing,
            long uses,
            Optional<Id> custody,
            List<Signed> chain) {}

    /**
     * One link of the chain from a signer to the person.
     *
     * @param link the record that made it
     * @param party who acts under it
     * @param capacity as what
     */
    public record Signed(Id link, Id party, String capacity) {}

    /**
     * The smallest grant that would give the consent that is missing.
     *
     * @param uses for which uses
     * @param signs who must sign it, then who must consent to it
     * @param request the grant, ready to be signed
     */
    public record Remedy(List<String> uses, List<Id> signs, JsonObject request) {}

    /**
     * A waiver, and how many findings it let pass.
     *
     * @param waiver the officer's word
     * @param findings how many findings it let pass; with none it does nothing
     */
    public record WaiverUse(Waiver waiver, long findings) {}

    /** The waivers that were given, in their order. */
    public List<WaiverUse> waivers() {
        return waivers;
    }

    /** The manifest that it is about. Untrusted: the producer's word. */
    public Manifest declared() {
        return declared;
    }

    /** What became of the consent of each person that was asked about. */
    public List<Timeline> timelines() {
        return timelines;
    }

    /**
     * Between which instants this answer is the same, as long as the log says nothing new about these people and the checkpoint
     * is fresh: at none of them does anything begin, end or take effect that was asked about.
     */
    public Window keeps() {
        return keeps;
    }

    /** What the answer rests on. */
    public Basis basis() {
        return basis;
    }

    /** The answer. */
    public Outcome outcome() {
        return outcome;
    }

    /** How every step ended, in their order. */
    public List<StepResult> steps() {
        return steps;
    }

    /** What the rules have to say, by use in manifest order. */
    public List<Finding> findings() {
        return findings;
    }

    /** The answer for every use, in manifest order. */
    public List<UseVerdict> uses() {
        return uses;
    }

    /** The grants about this production, by index. */
    public List<GrantStanding> grants() {
        return grants;
    }

    /** What would clear what is blocked for want of consent. */
    public List<Remedy> remedies() {
        return remedies;
    }

    /** How many uses have this answer. */
    public long count(Outcome wanted) {
        return uses.stream().filter(use -> use.outcome() == wanted).count();
    }

    /** How many findings weigh this much. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Which rules have something to say. */
    public Set<Rule> rules() {
        return findings.stream().map(Finding::rule).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
