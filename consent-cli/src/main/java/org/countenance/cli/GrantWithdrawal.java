package org.countenance.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.record.Draft;
import org.countenance.record.Grant;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Revocation;
import org.countenance.registry.LogWriter;
import org.countenance.registry.RegistryState;
import org.countenance.registry.StoreException;

/** Takes a grant back: says first what relies on it and what ends when, and afterwards gives everybody notice whom it concerns. */
final class GrantWithdrawal {

    private final Surroundings surroundings;
    private final Signing signing;
    private final Notices notices;
    private final ParsedRecord granted;

    GrantWithdrawal(Surroundings surroundings, Signing signing, Notices notices, ParsedRecord granted) {
        this.surroundings = surroundings;
        this.signing = signing;
        this.notices = notices;
        this.granted = granted;
    }

    /** Says what it will affect, asks, signs, tells. */
    int sign(Draft draft, Optional<ActingFor> actingFor) throws CommandException, IOException, MalformedException {
        Revocation.Withdrawn what = ((Revocation)
                        Rehearsal.read(draft, surroundings).content())
                .withdrawal()
                .orElseThrow();
        RegistryState state = signing.state();
        LogView view = signing.view();
        Takeback dates = Takeback.of(state, granted, what, signing.now());
        List<String> words = new ArrayList<>();
        actingFor.ifPresent(each -> words.add(each.words(view, signing.signer())));
        words.addAll(withdraws(what, view));
        for (Withdrawal earlier : Withdrawal.allOf(state, granted)) {
            words.add(earlier.line());
        }
        words.addAll(dates.lines());
        words.add("what relies on it, as the log tells:");
        new RelianceWords(view).lines(Reliance.on(state, granted)).forEach(line -> words.add("  " + line));
        signing.confirm(RecordWords.clean(String.join("\n", words)));
        String told =
                "withdrawn " + (what.scopes().any() ? "" : "in part ") + "as {id}, entry {entry}: " + dates.begins();
        LogWriter.Receipt receipt = signing.submit(draft, told);
        return keepAndNotify(receipt, told);
    }

    private List<String> withdraws(Revocation.Withdrawn what, LogView view) {
        String grant =
                "grant " + granted.id().shown() + " to " + new GrantWords((Grant) granted.content(), view).licensees();
        if (what.scopes().any()) {
            return List.of("this withdraws " + grant);
        }
        List<String> lines = new ArrayList<>(List.of("this withdraws of " + grant + " only:"));
        Withdrawal.parts(what.scopes()).forEach(part -> lines.add("  " + part));
        return lines;
    }

    /** Whatever becomes of the receipt and the notices, the withdrawal stands and was told. */
    private int keepAndNotify(LogWriter.Receipt receipt, String told) throws CommandException {
        List<String> failures = new ArrayList<>();
        String id = "id:" + receipt.record().id().text();
        List<String> hints = new ArrayList<>(List.of("do not withdraw again"));
        try {
            signing.keep(receipt, told);
        } catch (IOException | MalformedException e) {
            failures.add("its receipt could not be written: " + Failures.words(e));
            hints.add("`consent log prove " + id + " -o FILE` proves it");
        }
        List<String> unwritten = unwritten(receipt.record());
        if (!unwritten.isEmpty()) {
            failures.add("a notice could not be written: " + unwritten.get(0)
                    + (unwritten.size() == 1 ? "" : ", and " + (unwritten.size() - 1) + " more"));
            hints.add("`consent notice " + id + " --notices DIR` writes them");
        }
        if (failures.isEmpty()) {
            return ExitCode.DONE.number();
        }
        throw CommandException.failed(
                "the withdrawal stands as " + receipt.record().id().shown() + ", but " + String.join("; ", failures),
                String.join("; ", hints));
    }

    /** Reads the log again: somebody may have relied on the grant while the person was asked. */
    private List<String> unwritten(ParsedRecord withdrawal) {
        try {
            return notices.write(NoticeWords.of(signing.log(), signing.state(), signing.view(), withdrawal), line -> {
                if (signing.format() == Submitting.Format.TEXT) {
                    surroundings.err().println(line);
                }
            });
        } catch (CommandException | MalformedException | StoreException e) {
            return List.of(Failures.words(e));
        }
    }
}
