package org.countenance.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.Window;
import org.countenance.manifest.Asset;
import org.countenance.manifest.DerivedFrom;
import org.countenance.manifest.Manifest;
import org.countenance.record.Assurance;
import org.countenance.record.Clearance;
import org.countenance.record.Commitment;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.Ruled;
import org.countenance.scope.Choice;
import org.countenance.scope.Scope;
import org.countenance.scope.Worth;

/** Tells of each asset what the log says of it: cleared, committed, approved (decision.md sections 3, 5 and 9). */
final class AssetBook {

    private final Evidence evidence;
    private final Manifest manifest;
    private final Validity validity;
    private final HashLists lists;
    private final Approvals approvals;
    private final Map<Bytes, Instant> committed = new HashMap<>();
    private final Map<Id, List<Cleared>> clearances = new HashMap<>();

    AssetBook(Evidence evidence, Manifest manifest, Validity validity) {
        this.evidence = evidence;
        this.manifest = manifest;
        this.validity = validity;
        this.lists = new HashLists(evidence.annexes());
        this.approvals = new Approvals(evidence.state(), validity, lists);
        readCommitments();
    }

    /** The facts of one asset for the grants of one person. */
    AssetFacts facts(Asset asset, PersonCase person) {
        if (areUnknownTo(person)) {
            return AssetFacts.NOTHING;
        }
        List<Cleared> all = clearancesFor(person);
        List<Bytes> hashes = hashes(asset);
        Set<Cleared> own = new LinkedHashSet<>();
        Set<Cleared> inherited = new LinkedHashSet<>();
        for (Cleared each : all) {
            if (each.lists(hashes.get(0))) {
                own.add(each);
            } else if (hashes.stream().anyMatch(each::lists)) {
                inherited.add(each);
            }
        }
        Map<Id, Approval> words = new LinkedHashMap<>();
        for (Ruled<Grant> grant : person.askingForApproval()) {
            words.put(grant.logged().id(), approvals.of(grant, hashes));
        }
        return new AssetFacts(own, inherited, Optional.ofNullable(committed.get(hashes.get(0))), words);
    }

    /** Whether there are no facts of any asset for the grants of a person. */
    boolean areUnknownTo(PersonCase person) {
        return committed.isEmpty()
                && person.askingForApproval().isEmpty()
                && clearancesFor(person).isEmpty();
    }

    private List<Cleared> clearancesFor(PersonCase person) {
        return clearances.computeIfAbsent(person.person(), any -> clearances(person));
    }

    /** Whether every asset that shows somebody was known to the log within the time in which that proves something. */
    boolean allCommitted() {
        return !manifest.uses().isEmpty()
                && manifest.uses().stream().allMatch(use -> {
                    Instant known = committed.get(manifest.assetOf(use).sha256());
                    return known != null
                            && known.isBefore(Grace.after(use.made().until()));
                });
    }

    /** The asset's own hash, then those of what it is derived from, by the producer's word. */
    private List<Bytes> hashes(Asset asset) {
        List<Bytes> hashes = new ArrayList<>(List.of(asset.sha256()));
        Optional<Asset> at = Optional.of(asset);
        while (at.isPresent()) {
            at.get().derivedFrom().map(DerivedFrom::sha256).ifPresent(hashes::add);
            at = manifest.sourceOf(at.get());
        }
        return hashes;
    }

    private void readCommitments() {
        Id producer = new Id(evidence.production().producer());
        for (Ruled<Commitment> commitment : evidence.state().commitmentsOf(producer)) {
            if (validity.of(commitment) == Worth.YES) {
                Instant logged = commitment.logged().instant();
                lists.of(commitment.content().assets())
                        .ifPresent(hashes -> hashes.forEach(hash -> committed.putIfAbsent(hash, logged)));
            }
        }
    }

    private List<Cleared> clearances(PersonCase person) {
        List<Cleared> all = new ArrayList<>();
        for (Ruled<Grant> grant : person.grants()) {
            for (Ruled<Clearance> clearance :
                    evidence.state().clearancesUnder(grant.logged().id())) {
                cleared(clearance, grant).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Cleared> cleared(Ruled<Clearance> clearance, Ruled<Grant> grant) {
        Id producer = new Id(evidence.production().producer());
        if (!clearance.content().producer().equals(producer) || validity.of(clearance) != Worth.YES) {
            return Optional.empty();
        }
        Id id = grant.logged().id();
        Set<Bytes> assets = new LinkedHashSet<>();
        clearance.content().relied().stream()
                .filter(relied -> relied.grant().equals(id))
                .forEach(relied -> lists.of(relied.assets()).ifPresent(assets::addAll));
        List<Scope> releases =
                clearance.content().releases().stream().map(AssetBook::scope).toList();
        return Optional.of(new Cleared(id, clearance.logged().instant(), proves(clearance, grant), releases, assets));
    }

    /** Whether it makes its assets count as out: what decision.md section 3 asks of such a clearance. */
    private boolean proves(Ruled<Clearance> clearance, Ruled<Grant> grant) {
        Clearance content = clearance.content();
        Id issuer = clearance.logged().record().issuer();
        Assurance.Identity wanted = evidence.policy().identity().compareTo(Assurance.Identity.DOCUMENTED) < 0
                ? evidence.policy().identity()
                : Assurance.Identity.DOCUMENTED;
        return content.outcome().equals(Outcome.CLEARED.word())
                && content.waived().isEmpty()
                && content.skipped().stream().noneMatch(Step::isOfTheDecision)
                && content.assurance().identity().compareTo(wanted) >= 0
                && validity.believes(clearance, Accreditation.VERIFY)
                && !issuer.equals(content.producer())
                && !grant.content().licensees().items().contains(issuer);
    }

    /** A release as a scope that permits exactly its points. */
    private static Scope scope(Clearance.Release release) {
        return new Scope(
                Choice.wildcard(),
                Choice.wildcard(),
                Choice.wildcard(),
                Choice.wildcard(),
                Choice.of(release.media()),
                release.territories(),
                release.languages(),
                Window.ALWAYS,
                release.window());
    }
}
