package org.countenance.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.manifest.Manifest;
import org.countenance.manifest.Use;
import org.countenance.record.Assurance;
import org.countenance.record.DangerousTerms;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.EntryFault;
import org.countenance.registry.ProvenEntries;
import org.countenance.registry.Ruled;
import org.countenance.registry.Slice;
import org.countenance.verify.Verdict.UseVerdict;

/** One run of the verification steps over one manifest. */
final class Verification {

    private final Request request;
    private final Manifest manifest;
    private final Evidence evidence;
    private final Slice slice;
    private final ProvenEntries proven;
    private final Stops stops;
    private final AssetBook assets;
    private final Standings standings;
    private final Identities identities;
    private final Set<Id> reliedOn = new LinkedHashSet<>();
    private Remedies remedies;
    private final List<Finding> findings = new ArrayList<>();

    /** By the place of the use in the manifest, as far as uses were judged. */
    private final List<List<Id>> relied = new ArrayList<>();

    Verification(Request request, Evidence evidence, Slice slice, ProvenEntries proven) {
        this.request = request;
        this.manifest = request.manifest();
        this.evidence = evidence;
        this.slice = slice;
        this.proven = proven;
        this.stops = new Stops(slice.state(), evidence.policy(), manifest.production());
        this.assets = new AssetBook(evidence, manifest, stops.validity());
        this.standings = new Standings(evidence, stops);
        this.identities = stops.identities();
        this.remedies = new Remedies(evidence, manifest, stops.validity());
    }

    Verdict run() throws MalformedException {
        Collection<PersonCase> persons = judge();
        Beside beside = request.beside();
        Signatures signatures = new Signatures(slice.state(), stops.validity());
        findings.addAll(new Exclusivity(evidence, standings).clashes(persons, reliedOn));
        reliedOn.forEach(id -> dangerous(grant(id)).ifPresent(findings::add));
        findings.addAll(new AssetChecks(manifest, beside.files(), beside.inventories()).findings());
        EvidenceChecks checks = new EvidenceChecks(request, evidence, slice, proven, signatures);
        Assurance assurance = assurance(checks);
        findings.addAll(checks.findings(assurance, selfAsserted(persons)));
        doubtfulEntries();
        findings.addAll(new SamePersons(slice.state(), stops.validity()).possible(manifest, evidence));
        sort();
        Waivers waivers = new Waivers(evidence, manifest, persons, signatures);
        waivers.apply(beside.waivers(), findings);
        sort();
        return verdict(checks, assurance, persons, waivers);
    }

    private Collection<PersonCase> judge() throws MalformedException {
        List<String> gaps = proven.gaps(evidence.policy().name());
        if (!gaps.isEmpty()) {
            manifest.uses().forEach(use -> findings.add(incomplete(use, gaps.get(0))));
            if (manifest.uses().isEmpty()) {
                findings.add(incomplete(gaps.get(0)));
            }
            return List.of();
        }
        UseJudge judge = new UseJudge(request, evidence, stops, assets, remedies);
        try {
            judge.allocate();
            for (Use use : manifest.uses()) {
                UseJudge.Judged judged = judge.judge(use);
                findings.addAll(judged.findings());
                relied.add(judged.relied());
            }
            judge.relied().forEach(reliedOn::addAll);
            return judge.persons();
        } catch (Allowance.ExhaustedException e) {
            // Which uses were decided before the end depends on the order of the manifest: none counts.
            findings.clear();
            relied.clear();
            reliedOn.clear();
            remedies = new Remedies(evidence, manifest, stops.validity());
            manifest.uses().forEach(use -> findings.add(tooComplex(use)));
            return List.of();
        }
    }

    /** Whatever is left out might say otherwise. */
    private static Finding incomplete(Use use, String gap) {
        return Finding.about(
                use,
                Rule.INCOMPLETE,
                Severity.UNDETERMINED,
                List.of(),
                "every entry that concerns the people in this manifest",
                gap,
                "the evidence is not complete: " + gap);
    }

    /** Of a work that shows nobody: what is left out might be about the keys of its producer. */
    private static Finding incomplete(String gap) {
        return Finding.general(
                Rule.INCOMPLETE,
                Severity.UNDETERMINED,
                "every entry that concerns the producer of this manifest",
                gap,
                "the evidence is not complete: " + gap);
    }

    private static Finding tooComplex(Use use) {
        return Finding.about(
                use,
                Rule.TOO_COMPLEX,
                Severity.UNDETERMINED,
                List.of(),
                "an answer within the work that one answer may take",
                "more",
                "this manifest and the records about it have too many parts to decide");
    }

    private Verdict verdict(
            EvidenceChecks checks, Assurance assurance, Collection<PersonCase> persons, Waivers waivers) {
        Verdict.Basis basis = new Verdict.Basis(
                manifest.production().title(),
                request.mode(),
                evidence.evaluated().instant(),
                assurance,
                manifest.sha256(),
                proven.checkpoint().origin(),
                proven.checkpoint().size(),
                proven.checkpoint().rootBase64(),
                proven.instant(),
                evidence.policy().sha256());
        List<UseVerdict> uses = useVerdicts();
        return new Verdict(
                basis,
                checks.steps(findings, reliedOn.stream().anyMatch(this::isCapped)),
                findings,
                uses,
                standings.of(persons, uses),
                remedies.all(),
                waivers.used(),
                manifest,
                new Timelines(stops).of(persons),
                evidence.evaluated().keeps());
    }

    private List<UseVerdict> useVerdicts() {
        Map<String, List<Finding>> byUse = findings.stream()
                .filter(finding -> finding.use().isPresent())
                .collect(Collectors.groupingBy(finding -> finding.use().orElseThrow()));
        List<UseVerdict> verdicts = new ArrayList<>(manifest.uses().size());
        for (Use use : manifest.uses()) {
            int place = verdicts.size();
            verdicts.add(new UseVerdict(
                    use.id(),
                    Outcome.of(byUse.getOrDefault(use.id(), List.of())),
                    place < relied.size() ? relied.get(place) : List.of()));
        }
        return List.copyOf(verdicts);
    }

    /** Whoever is concerned by an entry that only a newer program reads cannot be cleared (records.md, Unknown things). */
    private void doubtfulEntries() {
        List<EntryFault> unknown = slice.faults().stream()
                .filter(fault -> fault.kind() == EntryFault.Kind.UNKNOWN)
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        for (Use use : manifest.uses()) {
            for (EntryFault fault : unknown) {
                if (use.person()
                        .party()
                        .map(person -> fault.parties().contains(new Id(person)))
                        .orElse(false)) {
                    findings.add(new Finding(
                            Rule.INCOMPLETE,
                            Severity.UNDETERMINED,
                            Optional.of(use.id()),
                            use.person().party().map(Id::new),
                            Optional.of(use.where().place()),
                            List.of(fault.id()),
                            "entries that this program can read",
                            "entry " + fault.index() + ": " + fault.why(),
                            "entry " + fault.index() + " concerns this person and cannot be read by this version"));
                }
            }
        }
    }

    private void sort() {
        Set<String> told = new HashSet<>();
        findings.forEach(finding -> finding.use().ifPresent(told::add));
        Map<String, Integer> order = new HashMap<>();
        for (Use use : told.isEmpty() ? List.<Use>of() : manifest.uses()) {
            if (told.contains(use.id())) {
                order.put(use.id(), order.size());
            }
        }
        findings.sort(Comparator.<Finding>comparingInt(finding ->
                        finding.use().map(use -> order.getOrDefault(use, 0)).orElse(-1))
                .thenComparing(finding -> finding.rule().code())
                .thenComparing(
                        finding -> finding.at().map(Place::pointer).orElse(""), Comparator.comparing(String::length))
                .thenComparing(finding -> finding.at().map(Place::pointer).orElse(""))
                .thenComparing(Finding::message));
    }

    /** What is worth knowing of a grant that the answer rests on. */
    private Optional<Finding> dangerous(Ruled<Grant> grant) {
        Optional<String> words =
                evidence.words(grant).map(annex -> annex.intendedUse().text());
        List<DangerousTerms> terms = DangerousTerms.in(grant.content(), words);
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        Id id = grant.logged().id();
        String found = Wording.list(terms.stream().map(DangerousTerms::word).toList());
        return Optional.of(new Finding(
                Rule.DANGEROUS_TERMS,
                Severity.NOTE,
                Optional.empty(),
                Optional.of(grant.logged().record().subject()),
                Optional.empty(),
                List.of(id),
                "terms that somebody else could sign too",
                found,
                "grant " + id.shown() + " has terms to think about twice: " + found));
    }

    private boolean isCapped(Id grant) {
        return grant(grant).content().terms().caps().isPresent();
    }

    private Ruled<Grant> grant(Id id) {
        Ruled<?> ruled = evidence.state().record(id).orElseThrow();
        return new Ruled<>(ruled.logged(), ruled.ruling(), (Grant) ruled.content());
    }

    /** The grants relied on whose signers nobody has identified, by person. */
    private Map<Id, List<Id>> selfAsserted(Collection<PersonCase> persons) {
        Map<Id, List<Id>> grants = new LinkedHashMap<>();
        for (PersonCase person : persons) {
            for (Ruled<Grant> grant : person.grants()) {
                if (reliedOn.contains(grant.logged().id()) && identities.of(grant) == Assurance.Identity.SELF) {
                    grants.computeIfAbsent(person.person(), any -> new ArrayList<>())
                            .add(grant.logged().id());
                }
            }
        }
        return grants;
    }

    private Assurance assurance(EvidenceChecks checks) {
        Beside beside = request.beside();
        long hashed = beside.files()
                .map(files -> AssetChecks.matching(manifest, files))
                .orElse(0L);
        return new Assurance(
                checks.isSigned() ? Assurance.Producer.SIGNED : Assurance.Producer.CLAIMED,
                reliedOn.stream()
                        .map(id -> identities.of(grant(id)))
                        .min(Assurance.Identity::compareTo)
                        .orElse(Assurance.Identity.SELF),
                hashed,
                manifest.assets().size(),
                beside.inventories().isEmpty() ? Assurance.Inventory.NONE : Assurance.Inventory.GIVEN,
                assets.allCommitted() ? Assurance.Made.COMMITTED : Assurance.Made.DECLARED,
                proven.witnessing().count());
    }
}
