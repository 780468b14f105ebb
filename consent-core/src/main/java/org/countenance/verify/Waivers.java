package org.countenance.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countenance.base.Instants;
import org.countenance.base.KebabCase;
import org.countenance.manifest.Asset;
import org.countenance.manifest.Exemption;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Use;
import org.countenance.record.Endorsement;
import org.countenance.record.Id;
import org.countenance.record.Waiver;
import org.countenance.scope.Context;

/** Lets pass what officers waived, and says of every waiver what it did (decision.md section 8; LC601). */
final class Waivers {

    /** How far the officer's clock may be ahead: whoever dates a waiver later makes it last longer than ninety days. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Evidence evidence;
    private final Manifest manifest;
    private final Map<Id, PersonCase> persons = new HashMap<>();
    private final Signatures signatures;
    private final List<Verdict.WaiverUse> used = new ArrayList<>();
    private final Map<String, Use> uses = new HashMap<>();

    /**
     * Prepares.
     *
     * @param persons whose likenesses there are; nobody whom their grants name as licensee may waive
     * @param signatures whose keys are good
     */
    Waivers(Evidence evidence, Manifest manifest, Collection<PersonCase> persons, Signatures signatures) {
        this.evidence = evidence;
        this.manifest = manifest;
        persons.forEach(each -> this.persons.put(each.person(), each));
        this.signatures = signatures;
    }

    /** Marks what is waived, and adds a finding for every waiver that does nothing. */
    void apply(List<Waiver> waivers, List<Finding> findings) {
        for (Waiver waiver : waivers) {
            Optional<String> fault = fault(waiver);
            long matched = fault.isPresent() ? 0 : waive(waiver, findings);
            used.add(new Verdict.WaiverUse(waiver, matched));
            if (matched == 0) {
                String why = fault.orElse("nothing that it could let pass was found");
                findings.add(Finding.general(
                        Rule.WAIVER_UNUSED,
                        Severity.WARNING,
                        "a finding that the waiver lets pass",
                        why,
                        "the waiver of " + waiver.rule() + " for `"
                                + waiver.use().or(waiver::asset).orElse("") + "` does nothing: " + why));
            }
        }
    }

    /** What every waiver did, in the order in which they were given. */
    List<Verdict.WaiverUse> used() {
        return List.copyOf(used);
    }

    private long waive(Waiver waiver, List<Finding> findings) {
        long matched = 0;
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding.weighs() && finding.waiver().isEmpty() && matches(waiver, finding)) {
                findings.set(i, finding.waivedBy(waiver.id()));
                matched++;
            }
        }
        return matched;
    }

    /** Why a waiver counts for nothing, if it does. */
    private Optional<String> fault(Waiver waiver) {
        AsOf now = evidence.evaluated();
        boolean waivable = Arrays.stream(Rule.values())
                .anyMatch(rule -> rule.code().equals(waiver.rule()) && rule.waivable() != Rule.Waivable.NO);
        if (!waivable) {
            return Optional.of("nobody can waive " + waiver.rule());
        }
        if (!waiver.registry().equals(evidence.policy().name())) {
            return Optional.of("it is for the registry " + waiver.registry());
        }
        if (!waiver.manifest().equals(manifest.sha256().hex())) {
            return Optional.of("it is for another manifest");
        }
        if (now.isBefore(waiver.issuedAt().minus(AHEAD))) {
            return Optional.of("it is dated " + Instants.format(waiver.issuedAt()) + ", after the evaluation");
        }
        if (!now.isBefore(waiver.until())) {
            return Optional.of("it ended on " + Instants.format(waiver.until()));
        }
        if (evidence.policy().officer(waiver.issuer()).filter(now::isIn).isEmpty()) {
            return Optional.of("its signer is no officer of the trust policy");
        }
        Id producer = new Id(evidence.production().producer());
        if (waiver.issuer().equals(producer) || isLicensee(waiver.issuer())) {
            return Optional.of("its signer is the producer or a licensee");
        }
        return signatures.isBy(waiver.issuer(), waiver.jws())
                ? Optional.empty()
                : Optional.of("its signature is not by a key of its officer in force");
    }

    /** Whether a grant about the people of this manifest names it. */
    private boolean isLicensee(Id party) {
        return persons.values().stream()
                .flatMap(person -> person.grants().stream())
                .anyMatch(grant -> grant.content().licensees().items().contains(party));
    }

    private boolean matches(Waiver waiver, Finding finding) {
        if (!finding.rule().code().equals(waiver.rule()) || isRejection(finding)) {
            return false;
        }
        Optional<Use> use = finding.use().flatMap(this::use);
        Optional<Asset> asset = use.map(manifest::assetOf).or(() -> assetAt(finding));
        boolean meant = waiver.use().isPresent()
                ? waiver.use().equals(finding.use())
                : waiver.asset().equals(asset.map(Asset::id)) || isFile(waiver, finding);
        return meant
                && isWaivable(finding.rule(), waiver, use)
                && !asset.map(this::isNamedOnly).orElse(false);
    }

    /** A file that the manifest lacks has no id there: it is named by its hash. */
    private static boolean isFile(Waiver waiver, Finding finding) {
        return finding.rule() == Rule.UNDECLARED
                && waiver.asset().equals(Optional.of(finding.found()))
                && (finding.at().isEmpty() || HASH.matcher(finding.found()).matches());
    }

    private static boolean isWaivable(Rule rule, Waiver waiver, Optional<Use> use) {
        return switch (rule.waivable()) {
            case YES -> true;
            case NO -> false;
            case WITH_EXEMPTION ->
                waiver.exemption().isPresent()
                        && use.flatMap(Use::exemption).map(Waivers::word).equals(waiver.exemption());
        };
    }

    private static String word(Exemption exemption) {
        return KebabCase.of(exemption.code());
    }

    /** What a person rejected, nobody else lets pass. */
    private boolean isRejection(Finding finding) {
        return finding.records().stream()
                .flatMap(id -> evidence.state().record(id).stream())
                .anyMatch(record -> record.content() instanceof Endorsement endorsement
                        && endorsement.says() == Endorsement.Says.REJECTS);
    }

    /** Nothing on an asset with a context that is given by name or not at all can be waived. */
    private boolean isNamedOnly(Asset asset) {
        return asset.contexts().stream().anyMatch(Context::namedOnly)
                || manifest.usesOf(asset).stream().anyMatch(this::isNamedOnly);
    }

    private boolean isNamedOnly(Use use) {
        return use.contexts().stream().anyMatch(Context::namedOnly)
                || use.person().party().map(Id::new).map(persons::get).stream()
                        .flatMap(person -> person.computed(use.made()).stream())
                        .anyMatch(Context::namedOnly);
    }

    private Optional<Use> use(String id) {
        if (uses.isEmpty()) {
            manifest.uses().forEach(use -> uses.put(use.id(), use));
        }
        return Optional.ofNullable(uses.get(id));
    }

    private Optional<Asset> assetAt(Finding finding) {
        return finding.at()
                .flatMap(place -> manifest.assets().stream()
                        .filter(asset -> asset.where().place().equals(place))
                        .findFirst());
    }
}
