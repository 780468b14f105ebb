package org.countenance.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.countenance.record.Clearance;
import org.countenance.record.Id;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.verify.GrantToday;

/**
 * The works that grants touch.
 *
 * @param grants which grants
 * @param today how those of them stand of which anybody can tell, under the supposition where one is made
 * @param cleared the clearances on record that rely on them, in log order
 * @param titles the manifests that were given
 * @param failed files that could not be read
 * @param supposed whether something is supposed
 */
record TouchedWork(
        Set<Id> grants,
        Map<Id, GrantToday> today,
        Collection<Ruled<Clearance>> cleared,
        List<TouchedTitle> titles,
        List<TouchedTitles.Failed> failed,
        boolean supposed) {

    /** The clearances on record that rely on some of these grants, each once, in log order. */
    static Collection<Ruled<Clearance>> cleared(RegistryState state, Set<Id> grants) {
        Map<Long, Ruled<Clearance>> cleared = new TreeMap<>();
        grants.forEach(grant -> state.clearancesUnder(grant)
                .forEach(each -> cleared.put(each.logged().index(), each)));
        return cleared.values();
    }

    /** What a clearance says of these grants alone. */
    List<Clearance.Relied> relied(Clearance clearance) {
        return clearance.relied().stream()
                .filter(relied -> grants.contains(relied.grant()))
                .toList();
    }
}
