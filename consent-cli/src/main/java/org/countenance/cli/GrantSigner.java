package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.MalformedException;
import org.countenance.base.Window;
import org.countenance.record.AnyOr;
import org.countenance.record.Bounds;
import org.countenance.record.Capacity;
import org.countenance.record.Draft;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.record.Terms;
import org.countenance.registry.Link;
import org.countenance.registry.RegistryState;
import org.countenance.registry.Ruled;

/** Who signs a grant, and for whom: the person herself, whoever acts for her, or a licensee that passes on what it has. */
final class GrantSigner {

    private final Signing signing;
    private final Id person;
    private final Optional<ActingFor> acting;

    private GrantSigner(Signing signing, Id person, Optional<ActingFor> acting) {
        this.signing = signing;
        this.person = person;
        this.acting = acting;
    }

    static GrantSigner of(Signing signing, Optional<String> person, ActingOptions acting, Optional<String> under)
            throws CommandException, IOException, MalformedException {
        if (under.isPresent() && (person.isPresent() || acting.isAsked())) {
            throw CommandException.usage(
                    "wanted --under or --for with --capacity, found both",
                    "a licensee passes on its own grant; --for is for agents and guardians");
        }
        if (under.isPresent()) {
            return passedOn(signing, signing.book().resolve(under.get()));
        }
        Id whose = person.isPresent() ? signing.book().resolve(person.get()) : signing.signer();
        return new GrantSigner(signing, whose, acting.find(signing, whose, Power.GRANT));
    }

    private static GrantSigner passedOn(Signing signing, Id head) throws CommandException, MalformedException {
        RegistryState state = signing.state();
        Optional<Ruled<?>> found = state.record(head);
        if (found.isEmpty() || !(found.get().content() instanceof Grant grant)) {
            throw CommandException.failed(
                    "wanted a grant of this registry to pass on, found " + head.shown(),
                    "`consent list --kind grant --licensee id:"
                            + signing.signer().text() + "` shows what you have");
        }
        Id person = found.get().logged().record().subject();
        List<Link> chain = new ArrayList<>(List.of(link(found.get(), grant, signing.signer())));
        chain.addAll(found.get().ruling().chain());
        return new GrantSigner(
                signing, person, Optional.of(new ActingFor(person, Capacity.LICENSEE, head, chain, false)));
    }

    /** What a licensee may pass on: to whom the grant says, no more than it was granted, and on no harder terms. */
    private static Link link(Ruled<?> head, Grant grant, Id licensee) {
        Terms terms = grant.terms();
        return new Link(
                head.logged(),
                licensee,
                Capacity.LICENSEE,
                Set.of(Power.GRANT),
                AnyOr.of(grant.permissions()),
                new Bounds(
                        Optional.empty(),
                        Optional.of(terms.withdrawal().notice()),
                        Optional.of(terms.withdrawal().cause()),
                        Optional.of(terms.exclusive()),
                        Optional.of(terms.sublicensing().parties()),
                        terms.sublicensing(),
                        true),
                Window.ALWAYS,
                0,
                Set.of());
    }

    Id person() {
        return person;
    }

    void addTo(Draft draft) {
        acting.ifPresentOrElse(each -> each.addTo(draft), () -> draft.with("capacity", "self"));
    }

    /** Which part will not count, because it lies beyond a link. */
    List<String> beyond(Grant grant) {
        return acting.map(each -> new BeyondWords(grant, signing.view(), signing.now()).lines(each.chain()))
                .orElse(List.of());
    }

    /** For whom it is signed, what it says, and how much of it will not count. */
    String words(Grant grant, GrantWords words) {
        String said = words.sentences() + "\n\n" + words.sentence();
        List<String> beyond = beyond(grant);
        return acting.map(each -> each.words(signing.view(), signing.signer()) + "\n"
                        + each.turned(said, signing.view())
                        + (beyond.isEmpty()
                                ? ""
                                : "\n\nbeyond your link, and will not count:\n  " + String.join("\n  ", beyond)))
                .orElse(said);
    }
}
