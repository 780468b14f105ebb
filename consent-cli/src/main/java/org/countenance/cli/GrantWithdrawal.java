package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.record.Draft;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.registry.LogWriter;
import org.countenance.registry.RegistryState;

/** Takes a grant back: says first what relies on it and what ends when, and afterwards gives everybody notice whom it concerns. */
final class GrantWithdrawal {

    private final Surroundings surroundings;
    private final Signing signing;
    private final SigningOptions options;
    private final Notices notices;
    private final ParsedRecord granted;
    private final Optional<String> cause;
    private final Optional<String> effective;

    GrantWithdrawal(
            Surroundings surroundings,
            Signing signing,
            SigningOptions options,
            Notices notices,
            ParsedRecord granted,
            Optional<String> cause,
            Optional<String> effective) {
        this.surroundings = surroundings;
        this.signing = signing;
        this.options = options;
        this.notices = notices;
        this.granted = granted;
        this.cause = cause;
        this.effective = effective;
    }

    /** Says what it will affect, asks, signs, tells. */
    int sign(Draft draft, Optional<ActingFor> actingFor) throws CommandException, IOException, MalformedException {
        RegistryState state = signing.state();
        Reliance reliance = Reliance.on(state, granted);
        Takeback dates = dates(state, signing.now());
        List<String> words = new ArrayList<>();
        actingFor.ifPresent(each -> words.add(each.words(signing.view(), signing.signer())));
        words.add("this withdraws grant " + granted.id().shown() + " to "
                + new GrantWords((Grant) granted.content(), signing.view()).licensees());
        words.addAll(dates.lines());
        words.add("what relies on it, as the log tells:");
        new RelianceWords(signing.view()).lines(reliance).forEach(line -> words.add("  " + line));
        signing.confirm(RecordWords.clean(String.join("\n", words)));
        LogWriter.Receipt receipt = signing.finish(draft, "withdrawn as {id}, entry {entry}: " + dates.begins());
        return notify(
                receipt,
                new NoticeWords(
                        signing.log().name(), receipt, reliance, dates(state, receipt.integrated()), signing.view()));
    }

    private Takeback dates(RegistryState state, Instant logged) throws MalformedException {
        Grant grant = (Grant) granted.content();
        boolean caused = cause.isPresent() && !cause.get().equals("other");
        return Takeback.of(
                TermsNow.of(state, granted, grant, logged),
                grant.terms().withdrawal(),
                caused,
                effective.isPresent()
                        ? Optional.of(Instants.parse(ScopeWords.instant(effective.get())))
                        : Optional.empty(),
                logged);
    }

    /** Whatever becomes of the notices, the withdrawal stands and was told. */
    private int notify(LogWriter.Receipt receipt, NoticeWords words) throws CommandException, MalformedException {
        List<String> failures = new ArrayList<>();
        for (Id party : words.concerned()) {
            try {
                Path file = notices.write(words, party);
                if (options.format() == Submitting.Format.TEXT) {
                    surroundings
                            .err()
                            .println("notice to "
                                    + RecordWords.clean(signing.view().shown(party)) + ": " + file);
                }
            } catch (IOException e) {
                failures.add(Failures.inWords(e));
            }
        }
        if (failures.isEmpty()) {
            return ExitCode.DONE.number();
        }
        throw CommandException.failed(
                "the withdrawal stands as " + receipt.record().id().shown() + ", but "
                        + RelianceWords.count(failures.size(), "notice") + " could not be written: " + failures.get(0),
                "do not withdraw again; `consent impact id:"
                        + receipt.record().id().text() + "` tells whom it concerns");
    }
}
