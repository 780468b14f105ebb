package org.countenance.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countenance.base.ClosestWord;
import org.countenance.base.MalformedException;
import org.countenance.record.Capacity;
import org.countenance.record.Id;
import org.countenance.record.Power;
import org.countenance.registry.Link;
import picocli.CommandLine.Option;

/** For whom and under which link somebody signs who is not the person (records.md, Claims of every record). */
final class ActingOptions {

    private static final List<String> CAPACITIES = List.of("agent", "guild", "guardian", "estate", "court");

    @Option(
            names = "--capacity",
            paramLabel = "WORD",
            description = "agent, guild, guardian, estate or court, when you sign for somebody else")
    private Optional<String> capacity = Optional.empty();

    @Option(
            names = "--delegation",
            paramLabel = "ID",
            description = "the link that lets you; found by itself when only one does")
    private Optional<String> delegation = Optional.empty();

    /** Whether the user said that she signs for somebody else. */
    boolean isAsked() {
        return capacity.isPresent() || delegation.isPresent();
    }

    /**
     * The link by which the signer uses {@code power} for {@code person}: the one that was named, or the only one that stands.
     * Nothing when the person signs for herself.
     */
    Optional<ActingFor> find(Signing signing, Id person, Power power)
            throws CommandException, IOException, MalformedException {
        Optional<Capacity> wanted = wanted();
        if (signing.signer().equals(person)) {
            if (isAsked()) {
                throw CommandException.usage(
                        "wanted no --capacity and no --delegation when you sign for yourself, found one",
                        "--key names who signs, --for names for whom");
            }
            return Optional.empty();
        }
        StandingLinks links = new StandingLinks(signing.state(), person, signing.now());
        return Optional.of(
                delegation.isPresent()
                        ? named(links, signing, person, wanted)
                        : only(links, signing, person, power, wanted));
    }

    private Optional<Capacity> wanted() throws CommandException {
        if (capacity.isEmpty()) {
            return Optional.empty();
        }
        if (!CAPACITIES.contains(capacity.get())) {
            throw CommandException.usage(
                    "wanted --capacity " + String.join(", ", CAPACITIES) + ", found `" + capacity.get() + "`",
                    ClosestWord.hint(capacity.get(), CAPACITIES));
        }
        return Optional.of(Capacity.valueOf(capacity.get().toUpperCase(Locale.ROOT)));
    }

    private ActingFor named(StandingLinks links, Signing signing, Id person, Optional<Capacity> wanted)
            throws CommandException, IOException, MalformedException {
        Id id = signing.book().resolve(delegation.orElseThrow());
        Optional<Link> link = links.all().stream()
                .filter(each -> each.id().equals(id) && each.delegate().equals(signing.signer()))
                .findFirst();
        Capacity as = wanted.or(() -> link.map(Link::capacity))
                .orElseThrow(() -> CommandException.failed(
                        "wanted a link by which " + signing.view().shown(signing.signer()) + " acts for "
                                + signing.view().shown(person) + ", found " + id.shown(),
                        "`consent show " + person.shown() + "` tells who may act"));
        return new ActingFor(person, as, id, link.map(links::chain).orElse(List.of()), false);
    }

    /** What the signer has instead of a link that stands. */
    private static String fallen(StandingLinks links, Id signer) {
        List<String> fallen = links.all().stream()
                .filter(link -> link.delegate().equals(signer))
                .map(link -> {
                    String why = links.whyNot(link);
                    return "link " + link.id().shown()
                            + (why.isEmpty() ? ", which lets you " + PowerWords.of(link.powers()) : ", " + why);
                })
                .toList();
        return fallen.isEmpty() ? "none" : String.join("; ", fallen);
    }

    private static ActingFor only(
            StandingLinks links, Signing signing, Id person, Power power, Optional<Capacity> wanted)
            throws CommandException {
        List<Link> standing = links.by(signing.signer(), power).stream()
                .filter(link -> wanted.map(each -> each == link.capacity()).orElse(true))
                .toList();
        String name = signing.view().shown(person);
        if (standing.isEmpty()) {
            throw CommandException.failed(
                    "wanted a link that stands and lets "
                            + signing.view().shown(signing.signer()) + " "
                            + PowerWords.of(power) + " for " + name + ", found "
                            + fallen(links, signing.signer()),
                    "`consent show " + person.shown() + "` tells who may act; `consent delegate` makes a link");
        }
        if (standing.size() > 1) {
            throw CommandException.failed(
                    "wanted one link that lets you " + PowerWords.of(power) + " for " + name + ", found "
                            + standing.size(),
                    "--delegation names one: "
                            + standing.stream()
                                    .map(link -> "id:" + link.id().text())
                                    .collect(Collectors.joining(", ")));
        }
        Link link = standing.get(0);
        return new ActingFor(person, link.capacity(), link.id(), links.chain(link), true);
    }
}
