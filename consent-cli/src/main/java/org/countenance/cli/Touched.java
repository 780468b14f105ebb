package org.countenance.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countenance.record.Clearance;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Revocation;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;

/** Records that hang on a key, a party, or another record, how each stands, and which productions they touch. */
final class Touched {

    private final RegistryState state;
    private final Standing standing;
    private final List<Ruled<?>> all;

    Touched(RegistryState state, Standing standing, List<LogView.Found> found) {
        this.state = state;
        this.standing = standing;
        this.all = found.stream()
                .flatMap(each -> state.record(each.record().id()).stream())
                .<Ruled<?>>map(each -> each)
                .toList();
    }

    /**
     * A record that is touched.
     *
     * @param record the record
     * @param answer how it stands
     * @param through what it hangs on; empty when it is meant itself
     * @param productions what it is for, as far as it names anything
     * @param cleared answers on the record that relied on it
     */
    record Each(
            Ruled<?> record, Standing.Answer answer, String through, List<String> productions, List<String> cleared) {}

    /** Everything signed with a key, and what hangs on that. */
    List<Each> byKey(String thumbprint) {
        return with(ruled -> ruled.logged().signer().equals(thumbprint));
    }

    /** Everything that a party signed, what others allow in its name, and what hangs on that. */
    List<Each> byParty(Id party) {
        return with(ruled -> ruled.logged().record().issuer().equals(party)
                || (ruled.content() instanceof Grant
                        && ruled.logged().record().subject().equals(party)));
    }

    /** A record, what it ends, and what hangs on either: what was signed under a link, what passes a grant on. */
    List<Each> by(Id record) {
        Optional<Id> ended = state.record(record)
                .map(Ruled::content)
                .filter(Revocation.class::isInstance)
                .map(each -> ((Revocation) each).target());
        return with(ruled -> ruled.logged().id().equals(record)
                || ended.filter(ruled.logged().id()::equals).isPresent());
    }

    private List<Each> with(java.util.function.Predicate<Ruled<?>> meant) {
        Map<Id, Each> touched = new LinkedHashMap<>();
        Set<Id> links = new LinkedHashSet<>();
        for (Ruled<?> ruled : all) {
            Set<Id> under = new LinkedHashSet<>();
            ruled.ruling().chain().forEach(link -> under.add(link.id()));
            under.retainAll(links);
            Standing.Answer answer = standing.of(ruled);
            boolean listed = answer.listing().filter(links::contains).isPresent();
            if (meant.test(ruled) || !under.isEmpty() || listed) {
                String through = "";
                if (!meant.test(ruled)) {
                    through = under.isEmpty()
                            ? "by a key that it lists"
                            : "under " + under.iterator().next().shown();
                }
                links.add(ruled.logged().id());
                touched.put(ruled.logged().id(), each(ruled, answer, through));
            }
        }
        return List.copyOf(touched.values());
    }

    private Each each(Ruled<?> ruled, Standing.Answer answer, String through) {
        List<String> productions = new ArrayList<>();
        List<String> cleared = new ArrayList<>();
        if (ruled.content() instanceof Grant grant) {
            if (grant.productions().any()) {
                productions.add("any production");
            }
            grant.productions().items().forEach(pin -> productions.add(pin.id().toString()));
            for (Ruled<Clearance> clearance :
                    state.clearancesUnder(ruled.logged().id())) {
                cleared.add(clearance.content().outcome() + " for "
                        + clearance.content().production().id() + " in "
                        + clearance.logged().id().shown());
            }
        }
        return new Each(
                ruled, answer, through, productions, cleared.stream().distinct().toList());
    }
}
