package org.countenance.cli;

import java.io.IOException;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.record.Id;
import picocli.CommandLine.Option;

/** For whom somebody signs, where the record that is meant tells it already. */
final class ForOption {

    @Option(names = "--for", paramLabel = "PARTY", description = "for whom you sign, when it is not for yourself")
    private Optional<String> person = Optional.empty();

    /** Refuses to sign for somebody whom the record is not about. */
    void check(Signing signing, Id subject) throws CommandException, IOException, MalformedException {
        check(person, signing, subject);
    }

    static void check(Optional<String> person, Signing signing, Id subject)
            throws CommandException, IOException, MalformedException {
        if (person.isPresent() && !signing.book().resolve(person.get()).equals(subject)) {
            throw CommandException.failed(
                    "wanted a record about " + signing.view().shown(subject) + ", found --for `" + person.get() + "`",
                    "`consent show` tells whom a record is about");
        }
    }
}
