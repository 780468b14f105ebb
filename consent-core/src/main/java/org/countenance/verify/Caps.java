package org.countenance.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.manifest.Asset;
import org.countenance.record.Clearance;
import org.countenance.record.Endorsement.Accreditation;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Terms;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/**
 * How much of each capped grant is left (decision.md section 5, Limits): distinct assets and their seconds, in the order in which
 * uses are asked about, after what other productions consumed. Once an asset goes beyond a cap, every later one does.
 */
final class Caps {

    private final Evidence evidence;
    private final Validity validity;
    private final Map<Id, Account> accounts = new HashMap<>();

    Caps(Evidence evidence, Validity validity) {
        this.evidence = evidence;
        this.validity = validity;
    }

    /** What was counted for one grant. */
    private static final class Account {
        private final Terms.Caps caps;
        private final Set<Bytes> counted = new HashSet<>();
        private long assets;
        private long seconds;
        private boolean closed;

        Account(Terms.Caps caps) {
            this.caps = caps;
        }

        boolean isBeyond(Asset asset) {
            if (counted.contains(asset.sha256())) {
                return false;
            }
            boolean fits = sum(assets, 1) <= caps.assets().orElse(Long.MAX_VALUE)
                    && sum(seconds, asset.seconds()) <= caps.seconds().orElse(Long.MAX_VALUE);
            closed |= !fits;
            return closed;
        }

        void count(Asset asset) {
            if (counted.add(asset.sha256())) {
                take(1, asset.seconds());
            }
        }

        void take(long moreAssets, long moreSeconds) {
            assets = sum(assets, moreAssets);
            seconds = sum(seconds, moreSeconds);
        }

        /** Whoever makes a sum overflow has spent everything, and has not begun anew. */
        private static long sum(long one, long other) {
            return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
        }
    }

    /** The caps, in words. */
    static String words(Terms.Caps caps) {
        return caps.assets().map(most -> "at most " + Count.of(most, "asset")).orElse("")
                + (caps.assets().isPresent() && caps.seconds().isPresent() ? " and " : "")
                + caps.seconds()
                        .map(most -> "at most " + Count.of(most, "second"))
                        .orElse("");
    }

    /** Which of some grants one more asset would exceed. */
    Set<Id> exceeded(List<Id> grants, Asset asset) {
        Set<Id> exceeded = new LinkedHashSet<>();
        for (Id grant : grants) {
            if (account(grant).map(account -> account.isBeyond(asset)).orElse(false)) {
                exceeded.add(grant);
            }
        }
        return exceeded;
    }

    /** Counts an asset for every grant that it relies on. */
    void count(List<Id> grants, Asset asset) {
        grants.forEach(grant -> account(grant).ifPresent(account -> account.count(asset)));
    }

    private Optional<Account> account(Id grant) {
        Optional<Terms.Caps> caps = evidence.state()
                .record(grant)
                .map(record -> (Grant) record.content())
                .flatMap(content -> content.terms().caps());
        return caps.map(each -> accounts.computeIfAbsent(grant, any -> open(grant, each)));
    }

    /** Starts with what every other production consumed, by the newest clearance of each. */
    private Account open(Id grant, Terms.Caps caps) {
        Account account = new Account(caps);
        Map<List<Object>, Clearance> newest = new LinkedHashMap<>();
        for (Ruled<Clearance> clearance : evidence.state().clearancesUnder(grant)) {
            if (counts(clearance) && !isThisProduction(clearance.content())) {
                Clearance content = clearance.content();
                newest.put(List.of(content.production().id(), content.producer()), content);
            }
        }
        for (Clearance clearance : newest.values()) {
            for (Clearance.Relied relied : clearance.relied()) {
                if (relied.grant().equals(grant)) {
                    account.take(relied.assets().count(), relied.seconds());
                }
            }
        }
        return account;
    }

    private boolean counts(Ruled<Clearance> clearance) {
        boolean own =
                clearance.logged().record().issuer().equals(clearance.content().producer());
        return validity.of(clearance) != Worth.NO && (own || validity.believes(clearance, Accreditation.VERIFY));
    }

    private boolean isThisProduction(Clearance clearance) {
        return clearance.production().id().equals(evidence.production().id())
                && clearance.producer().text().equals(evidence.production().producer());
    }
}
