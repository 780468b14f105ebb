package org.countenance.verify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Use;
import org.countenance.record.Id;
import org.countenance.record.Waiver;
import org.countenance.registry.EntrySource;
import org.countenance.registry.LogStore;
import org.countenance.registry.Moment;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.Slice;
import org.countenance.registry.SubjectKeys;
import org.countenance.registry.Unlogged;
import org.countenance.registry.VerifiedEntries;

/**
 * Clears a production manifest against a log, or says why not (decision.md section 5). It opens no socket, reads no clock
 * and believes nothing for being in a database: every leaf is hashed and every signature that matters is checked.
 */
public final class Verifier {

    /** How many nodes a decision may take before nobody can tell (LC307). */
    public static final int BUDGET = 1_000_000;

    private final TrustPolicy policy;
    private final int budget;

    private final Executor executor;
    private final VerifiedEntries memory;

    private Verifier(TrustPolicy policy, int budget, Executor executor, VerifiedEntries memory) {
        this.policy = policy;
        this.budget = budget;
        this.executor = executor;
        this.memory = memory;
    }

    /** A verifier that trusts what {@code policy} says and nothing else. */
    public static Verifier trusting(TrustPolicy policy) {
        return new Verifier(policy, BUDGET, Runnable::run, VerifiedEntries.none());
    }

    /** The same with another bound on the size of one decision. */
    public Verifier withBudget(int nodes) {
        return new Verifier(policy, nodes, executor, memory);
    }

    /** The same with threads on which signatures, which cost the most, are checked side by side. */
    public Verifier on(Executor threads) {
        return new Verifier(policy, budget, threads, memory);
    }

    /** The same, which neither reads nor verifies again the entries of a log that {@code entries} knows. */
    public Verifier remembering(VerifiedEntries entries) {
        return new Verifier(policy, budget, executor, entries);
    }

    /**
     * Answers.
     *
     * @throws NotVerifiedException when the evidence does not hold: nobody should act on it
     * @throws MalformedException when the manifest says what it may not
     */
    public Verdict verify(Request request, LogStore log) throws NotVerifiedException, MalformedException {
        try (Moment moment = log.moment()) {
            return verify(request, ProvenEntries.read(moment.slice(), policy.keys(), memory), log::annex);
        }
    }

    /** Answers from entries that are held against a checkpoint. */
    public Verdict verify(Request request, ProvenEntries proven, Function<String, Optional<Bytes>> annexes)
            throws NotVerifiedException, MalformedException {
        if (!proven.checkpoint().origin().equals(policy.name() + "/0")) {
            throw new NotVerifiedException(
                    "checkpoint (LC301)",
                    "wanted the log of " + policy.name() + ", found "
                            + proven.checkpoint().origin());
        }
        Instant evaluated = request.evaluated().truncatedTo(ChronoUnit.SECONDS);
        EntrySource known = request.historical() ? proven.upTo(evaluated) : proven;
        Set<String> keys = keysOf(request.manifest());
        for (Waiver waiver : request.beside().waivers()) {
            keys.add(SubjectKeys.keysOf(waiver.issuer()));
            keys.add(SubjectKeys.closingOf(waiver.issuer()));
        }
        Slice slice = Slice.read(
                policy.name(),
                known,
                keys,
                new Unlogged(request.beside().also(), request.supposed(), request.evaluated()),
                evaluated,
                executor);
        AsOf asOf = new AsOf(evaluated);
        slice.state().turns().forEach(asOf::isBefore);
        if (request.historical()
                || request.supposing()
                || !request.beside().also().isEmpty()) {
            // Which entries count, or when a record that is not logged yet takes effect, depends on the very instant.
            asOf.keepsNoLonger();
        }
        Evidence evidence = new Evidence(
                slice.state(),
                policy,
                request.manifest().production(),
                annexes,
                asOf,
                budget,
                new Allowance(budget, request.manifest().uses().size()));
        return new Verification(request, evidence, slice, proven).run();
    }

    private static Set<String> keysOf(Manifest manifest) throws MalformedException {
        Set<String> keys = new LinkedHashSet<>();
        for (String person : persons(manifest)) {
            Id id = Id.parse(person);
            keys.add(SubjectKeys.keysOf(id));
            keys.add(SubjectKeys.closingOf(id));
            keys.add(SubjectKeys.openingOf(id));
        }
        Id producer = Id.parse(manifest.production().producer());
        keys.add(SubjectKeys.keysOf(producer));
        keys.add(SubjectKeys.closingOf(producer));
        keys.add(SubjectKeys.openingOf(producer));
        keys.add(SubjectKeys.clearancesOf(manifest.production().id(), producer));
        return keys;
    }

    private static Set<String> persons(Manifest manifest) {
        Set<String> persons = new LinkedHashSet<>();
        manifest.uses().stream()
                .map(Use::person)
                .map(person -> person.party().orElse(""))
                .forEach(persons::add);
        persons.remove("");
        return persons;
    }
}
