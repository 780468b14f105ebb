package org.countenance.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.record.Id;
import org.countenance.scope.Part;
import org.countenance.scope.Space;
import org.countenance.scope.Worth;
import org.countenance.scope.WorthMap;

/** Why a use is not covered: one remark for each cause that takes away a point that nothing else gives (section 9). */
final class Explanation {

    private static final Set<Rule> POWERLESS = EnumSet.of(
            Rule.AUTHORITY, Rule.INVALIDATED, Rule.KEY_COMPROMISED, Rule.MINOR, Rule.AFTER_DEATH, Rule.SELF_DEALING);

    /** Of a use that no grant covers, nothing is out. */
    static final Out NOTHING_OUT = (space, logged, effective) -> space.all(Worth.NO);

    private final PersonCase person;
    private final UseFacts use;
    private final Space space;
    private final List<Decision.Weighed> offers;
    /** By rule, severity and records. */
    private final Map<List<Object>, Answer.Remark> remarks = new LinkedHashMap<>();

    Explanation(PersonCase person, UseFacts use, Space space, List<Decision.Weighed> offers) {
        this.person = person;
        this.use = use;
        this.space = space;
        this.offers = offers;
    }

    List<Answer.Remark> of(WorthMap no, WorthMap undetermined) {
        for (Decision.Weighed each : offers) {
            for (Offer.Touch touch : each.touches()) {
                WorthMap lost = touch.stop().leaves() == Worth.NO ? no : undetermined;
                WorthMap taken = touch.zone().and(each.given()).and(lost);
                if (taken.any(Worth.YES)) {
                    stopped(each.offer(), touch.stop(), taken.boxes(Worth.YES));
                }
            }
        }
        standing(no);
        WorthMap unexplained = offers.stream().map(Decision.Weighed::given).reduce(no, WorthMap::minus);
        if (unexplained.any(Worth.YES)) {
            missing(unexplained);
        } else if (onlyPowerless()) {
            missing(no);
        }
        return List.copyOf(remarks.values());
    }

    private void stopped(Offer offer, Stop stop, List<Part> taken) {
        List<Id> records = new ArrayList<>(List.of(offer.id()));
        stop.records().stream().filter(id -> !records.contains(id)).forEach(records::add);
        remark(
                stop.rule(),
                stop.severity(),
                records,
                Wording.parts(taken),
                stop.why(),
                "grant " + offer.id().shown() + ": " + stop.why());
    }

    /** A prohibition is named wherever it touches what nothing gives, even without a grant. */
    private void standing(WorthMap no) {
        for (Stop stop : person.prohibitions()) {
            Optional<WorthMap> zone = stop.zone(space, use.filters(), NOTHING_OUT);
            boolean named = remarks.values().stream()
                    .anyMatch(remark ->
                            remark.rule() == stop.rule() && remark.records().containsAll(stop.records()));
            if (!named && zone.isPresent() && zone.get().and(no).any(Worth.YES)) {
                remark(stop.rule(), stop.severity(), stop.records(), "no prohibition", stop.why(), stop.why());
            }
        }
    }

    /** Whether the grants that there are give nothing at all, for want of authority: then there is none. */
    private boolean onlyPowerless() {
        return !remarks.isEmpty()
                && offers.stream().allMatch(each -> each.worth().is(Worth.NO))
                && remarks.values().stream().allMatch(remark -> POWERLESS.contains(remark.rule()));
    }

    private void missing(WorthMap unexplained) {
        List<Part> parts = unexplained.boxes(Worth.YES);
        String wanted = Wording.parts(parts);
        if (person.grants().isEmpty() || onlyPowerless()) {
            List<Lack> elsewhere = Lack.elsewhere(person.grantsElsewhere());
            remark(
                    Rule.NO_GRANT,
                    Severity.BLOCK,
                    elsewhere.stream().map(Lack::grant).toList(),
                    wanted,
                    otherGrants(elsewhere),
                    "no grant by this person to the producer for this production");
            return;
        }
        List<Lack> nearest = Lack.nearest(offers, space.all(Worth.YES), use, parts);
        String found = Wording.sentence(nearest.stream().map(Lack::inWords).toList());
        remark(
                Rule.OUTSIDE_SCOPE,
                Severity.BLOCK,
                nearest.stream().map(Lack::grant).distinct().toList(),
                wanted,
                found,
                "no grant covers " + wanted);
    }

    /** What there is instead of a grant: of grants to others only the number. */
    private String otherGrants(List<Lack> elsewhere) {
        List<String> others =
                new ArrayList<>(elsewhere.stream().map(Lack::inWords).toList());
        if (person.grantsToOthers() > 0) {
            others.add((person.grantsToOthers() == 1 ? "there is one" : "there are " + person.grantsToOthers())
                    + " to others");
        }
        return "no grant" + (others.isEmpty() ? "" : ", but " + Wording.sentence(others));
    }

    private void remark(Rule rule, Severity severity, List<Id> records, String wanted, String found, String message) {
        remarks.putIfAbsent(
                List.of(rule, severity, records), new Answer.Remark(rule, severity, records, wanted, found, message));
    }
}
