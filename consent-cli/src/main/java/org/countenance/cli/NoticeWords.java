package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Window;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonString;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Revocation;
import org.countenance.registry.LogStore;
import org.countenance.registry.RegistryState;
import org.countenance.report.Names;
import org.countenance.scope.Scope;

/**
 * What those are told whom a withdrawal concerns: who took what back, from when, for which productions, and how to check it.
 *
 * @param registry the registry's name
 * @param withdrawal the withdrawal in the log
 * @param reliance who relies on the grant
 * @param names what people are called
 */
record NoticeWords(String registry, Withdrawal withdrawal, Reliance reliance, Names names) {

    /** As the log tells now. */
    static NoticeWords of(LogStore log, RegistryState state, LogView view, ParsedRecord record)
            throws CommandException, MalformedException {
        Withdrawal withdrawal = Withdrawal.of(state, record);
        return new NoticeWords(log.name(), withdrawal, Reliance.on(state, withdrawal.granted()), view);
    }

    Set<Id> concerned() {
        return reliance.concerned();
    }

    private ParsedRecord granted() {
        return withdrawal.granted();
    }

    private Optional<Revocation.Cause> cause() {
        return withdrawal.what().cause();
    }

    private Takeback dates(Id party) {
        return reliance.grant().licensees().includes(party)
                ? withdrawal.dates()
                : withdrawal.dates().undisputed();
    }

    private List<String> parts() {
        return Withdrawal.parts(withdrawal.what().scopes());
    }

    /** For people: plain words, one thing a line. */
    String text(Id party) {
        Reliance own = reliance.of(party);
        List<String> lines = new ArrayList<>();
        lines.add("Notice to " + names.shown(party));
        lines.add("");
        lines.add(names.shown(granted().subject()) + " has taken back "
                + (parts().isEmpty() ? "" : "a part of ") + "grant "
                + granted().id().shown() + " to "
                + new GrantWords(reliance.grant(), names).licensees() + signed() + ".");
        cause().ifPresent(cause -> lines.add("The cause that is stated: " + cause.word() + "."));
        own.passedOnTo(party)
                .forEach(each -> lines.add("Grant " + each.logged().id().shown()
                        + ", which passed it on to you, rests on it and loses what it loses."));
        if (!withdrawal.doubt().isEmpty()) {
            lines.add("There is doubt about it, and what it touches is undetermined: " + withdrawal.doubt() + ".");
        }
        if (!parts().isEmpty()) {
            block(lines, "What is taken back, and nothing else", parts());
        }
        block(lines, "From when", dates(party).lines());
        block(
                lines,
                "What of yours relies on it, as the log tells",
                new RelianceWords(names).lines(own.signedBy(party)));
        block(lines, "How to check it", check(party));
        return RecordWords.clean(String.join("\n", lines)) + "\n";
    }

    private String signed() {
        ParsedRecord record = withdrawal.record();
        return record.claims()
                .acting()
                .map(acting -> "; " + names.shown(record.issuer()) + " signed as "
                        + acting.capacity().word())
                .orElse("");
    }

    private List<String> check(Id party) {
        String id = "id:" + withdrawal.id().text();
        List<String> lines = new ArrayList<>(List.of(
                "record  " + withdrawal.id().text(),
                "log     " + registry + "/0, entry " + withdrawal.logged().index() + ", logged " + integrated(),
                "`consent show " + id + "` shows the withdrawal",
                "`consent verify MANIFEST` answers for every use of a production"));
        if (dates(party).disputed().isPresent()) {
            lines.add("`consent endorse " + id + " --says disputes --key NAME` disputes the cause");
        }
        return lines;
    }

    private String integrated() {
        return Instants.formatMillis(withdrawal.logged().instant());
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
                                .put("id", withdrawal.id().text())
                                .put("index", withdrawal.logged().index())
                                .put("integrated", integrated())
                                .put("signer", withdrawal.record().issuer().text())
                                .putIf("cause", cause().map(cause -> JsonString.of(cause.word())))
                                .put("doubtful", !withdrawal.doubt().isEmpty())
                                .build())
                .put("person", granted().subject().text())
                .put("grant", granted().id().text())
                .put("scopes", withdrawal.what().scopes().toJson(Scope::toJson))
                .put("ends", ends(dates(party)))
                .put("passedOn", words.passedOn(own))
                .put("productions", words.json(own))
                .build();
    }

    private static JsonObject ends(Takeback dates) {
        JsonObject.Builder ends =
                JsonObject.builder().put("contested", !dates.foreseen()).put("new", Instants.format(dates.effective()));
        if (!dates.out().equals(Window.NEVER)) {
            ends.put("out", Instants.format(dates.out()));
        }
        return ends.putIf(
                        "disputed",
                        dates.disputed()
                                .map(until -> JsonString.of(
                                        until.equals(Window.NEVER) ? "perpetual" : Instants.format(until))))
                .build();
    }
}
