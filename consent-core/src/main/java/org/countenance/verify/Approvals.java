package org.countenance.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.countenance.base.Bytes;
import org.countenance.record.Capacity;
import org.countenance.record.Endorsement;
import org.countenance.record.Endorsement.Says;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.registry.Link;
import org.countenance.registry.LoggedRecord;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;
import org.countenance.scope.Worth;

/** What persons said of assets: one by one, or by lists of many (decision.md section 5, Duties; LC120). */
final class Approvals {

    private final RegistryState state;
    private final Validity validity;
    private final HashLists lists;

    Approvals(RegistryState state, Validity validity, HashLists lists) {
        this.state = state;
        this.validity = validity;
        this.lists = lists;
    }

    /** One word about one asset, as far as it can be told whether it is about it. */
    private record Spoken(Ruled<Endorsement> word, boolean surely) {

        boolean rejects() {
            return word.content().says() == Says.REJECTS;
        }
    }

    /**
     * The latest word about an asset.
     *
     * @param hashes the asset's own hash, then those of what it is derived from
     */
    Approval of(Ruled<Grant> grant, List<Bytes> hashes) {
        Approval own = said(grant, hashes.get(0), false);
        Approval all = own;
        for (Bytes source : hashes.subList(1, hashes.size())) {
            // A no to the source is a no to what shows the same; a yes to it stands for a yes where nothing else was
            // said.
            Approval inherited = said(grant, source, true);
            all = inherited.word().compareTo(all.word()) > 0 ? inherited : all;
        }
        return all;
    }

    /** The person's own latest word beats a delegate's, whichever came last. */
    private Approval said(Ruled<Grant> grant, Bytes asset, boolean inherited) {
        List<Spoken> own = spoken(grant, asset, word -> isHers(word, grant));
        return latest(own.isEmpty() ? spoken(grant, asset, word -> isDelegates(word, grant)) : own, inherited);
    }

    private List<Spoken> spoken(Ruled<Grant> grant, Bytes asset, Predicate<Ruled<Endorsement>> whose) {
        List<Spoken> spoken = new ArrayList<>();
        for (Ruled<Endorsement> word : state.endorsementsOf(grant.logged().id())) {
            if (word.content().assets().isPresent() && whose.test(word)) {
                Endorsement.Assets assets = word.content().assets().get();
                Optional<Boolean> about = isAbout(assets, asset);
                if (about.orElse(word.content().says() == Says.REJECTS)) {
                    spoken.add(new Spoken(word, about.isPresent()));
                }
            }
        }
        return spoken;
    }

    /** The person's own word, or a guardian's while she is a minor. */
    private boolean isHers(Ruled<Endorsement> word, Ruled<Grant> grant) {
        LoggedRecord logged = word.logged();
        boolean own = logged.record().issuer().equals(grant.logged().record().subject())
                && logged.record().claims().acting().isEmpty();
        boolean young = !validity.isOfAge(grant.logged().record().subject(), logged.instant());
        return own && (!young || word.content().closes());
    }

    /** What a delegate with the power to approve said in her name; of a minor, a guardian alone. */
    private boolean isDelegates(Ruled<Endorsement> word, Ruled<Grant> grant) {
        List<Link> chain = word.ruling().chain();
        if (!word.inFull() || chain.isEmpty()) {
            return false;
        }
        Id person = grant.logged().record().subject();
        return validity.isOfAge(person, word.logged().instant())
                || (chain.size() == 1 && chain.get(0).capacity() == Capacity.GUARDIAN);
    }

    /** Absent where the list is missing: such a yes opens nothing, such a no leaves doubt. */
    private Optional<Boolean> isAbout(Endorsement.Assets assets, Bytes asset) {
        if (assets.file().isPresent()) {
            return Optional.of(assets.file().get().equals(asset.hex()));
        }
        return assets.list().flatMap(lists::of).map(hashes -> hashes.contains(asset));
    }

    private Approval latest(List<Spoken> spoken, boolean inherited) {
        if (spoken.isEmpty()) {
            return Approval.NONE;
        }
        Spoken last = spoken.get(spoken.size() - 1);
        if (!last.rejects()) {
            return approved(last, inherited);
        }
        if (!last.surely() || validity.leaves(last.word()) != Worth.NO) {
            return new Approval(
                    Approval.Word.DOUBTFUL, inherited, Optional.of(last.word().logged()), false);
        }
        boolean reconsidered =
                spoken.stream().anyMatch(each -> !each.rejects() && validity.of(each.word()) == Worth.YES);
        return new Approval(
                Approval.Word.REJECTED, inherited, Optional.of(last.word().logged()), reconsidered);
    }

    private Approval approved(Spoken yes, boolean inherited) {
        return switch (validity.of(yes.word())) {
            case YES -> new Approval(Approval.Word.APPROVED, inherited, Optional.empty(), false);
            case UNDETERMINED -> new Approval(Approval.Word.DOUBTFUL, inherited, Optional.empty(), false);
            case NO -> Approval.NONE;
        };
    }
}
