package org.countenance.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countenance.record.Clearance;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;

/**
 * Who relies on a grant, as far as the log tells: those to whom it was passed on, down the whole chain, and the productions
 * that were cleared by it. A production that was never cleared on the record is not in it.
 *
 * @param granted the grant itself
 * @param passedOn the grants that pass it on, in log order
 * @param productions the productions that were cleared by one of these, in log order
 */
record Reliance(ParsedRecord granted, List<Ruled<Grant>> passedOn, List<Cleared> productions) {

    /**
     * A production that was cleared by a grant.
     *
     * @param grant by which
     * @param clearance the newest answer on the record that relied on it
     * @param relied how many files needed it then
     * @param earlier how many answers before that one relied on it too
     */
    record Cleared(Id grant, Ruled<Clearance> clearance, Clearance.Relied relied, int earlier) {

        Clearance answer() {
            return clearance.content();
        }

        LoggedRecord logged() {
            return clearance.logged();
        }
    }

    /** Everybody and everything that hangs on a grant. */
    static Reliance on(RegistryState state, ParsedRecord granted) {
        Id id = granted.id();
        List<Ruled<Grant>> passedOn = state.grantsOf(granted.subject()).stream()
                .filter(Ruled::inFull)
                .filter(each -> each.ruling().chain().stream()
                        .anyMatch(link -> link.isSublicence() && link.id().equals(id)))
                .toList();
        List<Cleared> productions = new ArrayList<>(cleared(state, id));
        passedOn.forEach(each -> productions.addAll(cleared(state, each.logged().id())));
        return new Reliance(granted, passedOn, List.copyOf(productions));
    }

    private static List<Cleared> cleared(RegistryState state, Id grant) {
        Map<List<Object>, Cleared> newest = new LinkedHashMap<>();
        for (Ruled<Clearance> each : state.clearancesUnder(grant)) {
            Clearance answer = each.content();
            Clearance.Relied relied = answer.relied().stream()
                    .filter(one -> one.grant().equals(grant))
                    .findFirst()
                    .orElseThrow();
            newest.merge(
                    List.of(answer.production().id(), answer.producer()),
                    new Cleared(grant, each, relied, 0),
                    (before, now) -> new Cleared(grant, now.clearance(), now.relied(), before.earlier() + 1));
        }
        return List.copyOf(newest.values());
    }

    /** What the grant says. */
    Grant grant() {
        return (Grant) granted.content();
    }

    /** Whom it concerns: the licensees of the grant, those it was passed on to, and who was cleared by it. */
    Set<Id> concerned() {
        Set<Id> concerned = new LinkedHashSet<>(grant().licensees().items());
        passedOn.forEach(each -> concerned.addAll(each.content().licensees().items()));
        productions.forEach(each -> concerned.add(each.answer().producer()));
        return concerned;
    }

    /** The part of it that concerns one party: what was passed on to it or by it, and its own productions. */
    Reliance of(Id party) {
        return new Reliance(
                granted,
                passedOn.stream()
                        .filter(each -> each.content().licensees().includes(party) || isBy(party, each))
                        .toList(),
                productions.stream()
                        .filter(each -> each.answer().producer().equals(party))
                        .toList());
    }

    /** The same without what others passed on. */
    Reliance signedBy(Id party) {
        return new Reliance(
                granted, passedOn.stream().filter(each -> isBy(party, each)).toList(), productions);
    }

    /** The grants that pass it on to a party. */
    List<Ruled<Grant>> passedOnTo(Id party) {
        return passedOn.stream()
                .filter(each -> each.content().licensees().includes(party))
                .toList();
    }

    private static boolean isBy(Id party, Ruled<Grant> grant) {
        return grant.logged().record().issuer().equals(party);
    }
}
