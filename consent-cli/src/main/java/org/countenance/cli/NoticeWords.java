package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Instants;
import org.countenance.base.Window;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Revocation;
import org.countenance.registry.LogWriter;
import org.countenance.report.Names;

/**
 * What those are told whom a withdrawal concerns: who took what back, from when, for which productions, and how to check it.
 *
 * @param registry the registry's name
 * @param receipt the withdrawal in the log
 * @param reliance who relies on the grant
 * @param dates from when it takes what
 * @param names what people are called
 */
record NoticeWords(String registry, LogWriter.Receipt receipt, Reliance reliance, Takeback dates, Names names) {

    Id withdrawal() {
        return receipt.record().id();
    }

    Set<Id> concerned() {
        return reliance.concerned();
    }

    private ParsedRecord granted() {
        return reliance.granted();
    }

    private Optional<Revocation.Cause> cause() {
        return ((Revocation) receipt.record().content()).withdrawal().flatMap(Revocation.Withdrawn::cause);
    }

    /** For people: plain words, one thing a line. */
    String text(Id party) {
        Reliance own = reliance.of(party);
        List<String> lines = new ArrayList<>();
        lines.add("Notice to " + names.shown(party));
        lines.add("");
        lines.add(names.shown(granted().subject()) + " has taken back grant "
                + granted().id().shown() + " to "
                + new GrantWords(reliance.grant(), names).licensees() + signed() + ".");
        cause().ifPresent(cause -> lines.add("The cause that is stated: " + cause.word() + "."));
        own.passedOn()
                .forEach(each -> lines.add("Grant " + each.logged().id().shown()
                        + ", which passed it on to you, rests on it and ends with it."));
        block(lines, "From when", dates.lines());
        block(lines, "For which productions of yours, as the log tells", new RelianceWords(names).lines(own));
        block(
                lines,
                "How to check it",
                List.of(
                        "record  " + withdrawal().text(),
                        "log     " + registry + "/0, entry " + receipt.index().orElseThrow() + ", logged "
                                + Instants.formatMillis(receipt.integrated()),
                        "`consent show id:" + withdrawal().text() + "` shows the withdrawal",
                        "`consent verify MANIFEST` answers for every use of a production"));
        return RecordWords.clean(String.join("\n", lines)) + "\n";
    }

    private String signed() {
        ParsedRecord record = receipt.record();
        return record.claims()
                .acting()
                .map(acting -> "; " + names.shown(record.issuer()) + " signed for her as "
                        + acting.capacity().word())
                .orElse("");
    }

    private static void block(List<String> lines, String heading, List<String> more) {
        lines.add("");
        lines.add(heading);
        more.forEach(line -> lines.add("  " + line));
    }

    /** The same for programs; names are for people and not in it. */
    JsonObject json(Id party) {
        Reliance own = reliance.of(party);
        RelianceWords words = new RelianceWords(names);
        return JsonObject.builder()
                .put("notice", 1)
                .put("to", party.text())
                .put("registry", registry)
                .put(
                        "withdrawal",
                        JsonObject.builder()
                                .put("id", withdrawal().text())
                                .put("index", receipt.index().orElseThrow())
                                .put("integrated", Instants.formatMillis(receipt.integrated()))
                                .put("signer", receipt.record().issuer().text())
                                .putIf("cause", cause().map(cause -> JsonString.of(cause.word())))
                                .build())
                .put("person", granted().subject().text())
                .put("grant", granted().id().text())
                .put("ends", ends())
                .put("passedOn", words.passedOn(own))
                .put("productions", words.json(own))
                .build();
    }

    private JsonObject ends() {
        JsonObject.Builder ends =
                JsonObject.builder().put("contested", !dates.foreseen()).put("new", Instants.format(dates.effective()));
        if (!dates.out().equals(Window.NEVER)) {
            ends.put("out", Instants.format(dates.out()));
        }
        return ends.build();
    }
}
