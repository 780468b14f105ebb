package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.countenance.base.Instants;
import org.countenance.base.PlainText;
import org.countenance.record.Annex;
import org.countenance.record.Content;
import org.countenance.record.Delegation;
import org.countenance.record.Endorsement;
import org.countenance.record.Grant;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.Prohibition;
import org.countenance.record.RecordKind;
import org.countenance.record.Revocation;

/** A record in words. */
final class RecordWords {

    private final LogView view;

    RecordWords(LogView view) {
        this.view = view;
    }

    /** One line for a list: id, when, what, by whom. */
    String line(LogView.Found found) {
        ParsedRecord record = found.record();
        return record.id() + "  " + Instants.format(found.entry().instant()).substring(0, 10) + "  " + what(record)
                + ended(record.id());
    }

    /** Everything that is there to know, one thing a line. */
    String show(LogView.Found found) {
        ParsedRecord record = found.record();
        List<String> lines = new ArrayList<>();
        lines.add(what(record));
        lines.add("id      " + record.id() + " (" + record.id().shown() + ")");
        lines.add("entry   " + found.index() + ", logged "
                + Instants.formatMillis(found.entry().instant()));
        lines.add("signed  by " + view.shown(record.issuer()) + " with key "
                + record.jws().kid());
        if (record.content() instanceof Grant grant) {
            lines.add(new GrantWords(grant, view).sentences());
        }
        words(record, lines);
        history(record.id(), lines);
        return clean(String.join("\n", lines)) + "\n";
    }

    private void words(ParsedRecord record, List<String> lines) {
        if (record.claims().annex().isEmpty()) {
            return;
        }
        var annex = view.annex(record);
        if (annex.isEmpty()) {
            lines.add("words   text erased");
        } else if (annex.get() instanceof Annex.OfParty party) {
            party.names()
                    .forEach(name -> lines.add("name    " + name.text()
                            + name.language().map(tag -> " (" + tag + ")").orElse("")));
            party.identifiers().forEach(identifier -> lines.add("known   as " + identifier));
        } else if (annex.get() instanceof Annex.OfGrant grant) {
            lines.add("use     " + grant.intendedUse().text());
        } else if (annex.get() instanceof Annex.OfProhibition prohibition) {
            prohibition.statement().ifPresent(text -> lines.add("says    " + text));
        } else if (annex.get() instanceof Annex.OfRevocation revocation) {
            revocation.reason().ifPresent(reason -> lines.add("reason  " + reason.code() + ": " + reason.text()));
        }
    }

    private void history(Id id, List<String> lines) {
        for (LogView.Found later : touching(id)) {
            lines.add("later   " + Instants.format(later.entry().instant()).substring(0, 10) + " "
                    + what(later.record()) + " (" + later.record().id().shown() + ")");
        }
    }

    private String ended(Id id) {
        List<String> events = touching(id).stream()
                .filter(later -> later.record().content() instanceof Revocation)
                .map(later ->
                        ((Revocation) later.record().content()).event().name().toLowerCase(java.util.Locale.ROOT))
                .toList();
        return events.isEmpty() ? "" : "  [" + String.join(", ", events) + "]";
    }

    private List<LogView.Found> touching(Id id) {
        return view.about(id).stream()
                .filter(each -> (each.record().content() instanceof Revocation revocation
                                && revocation.target().equals(id))
                        || (each.record().content() instanceof Endorsement endorsement
                                && endorsement.target().equals(id))
                        || (each.record().content() instanceof Grant grant
                                && grant.supersedes().filter(id::equals).isPresent()))
                .toList();
    }

    String what(ParsedRecord record) {
        Content content = record.content();
        String subject = view.shown(record.subject());
        if (content instanceof Party party) {
            return (record.claims().subject().isPresent() ? "keys of " : "")
                    + party.type().name().toLowerCase(java.util.Locale.ROOT) + " " + subject;
        }
        if (content instanceof Grant grant) {
            return "grant by " + subject + " to " + new GrantWords(grant, view).licensees() + signedBy(record);
        }
        if (content instanceof Prohibition prohibition) {
            return prohibition.ground().name().toLowerCase(java.util.Locale.ROOT) + " prohibition of " + subject
                    + signedBy(record);
        }
        if (content instanceof Revocation revocation) {
            return revocation.event().name().toLowerCase(java.util.Locale.ROOT) + " by " + view.shown(record.issuer())
                    + ": record " + revocation.target().shown();
        }
        if (content instanceof Endorsement endorsement) {
            return "endorsement by " + view.shown(record.issuer()) + " of "
                    + endorsement.target().shown() + ": " + endorsement.says().word();
        }
        if (content instanceof Delegation delegation) {
            return "delegation by " + subject + " to " + view.shown(delegation.delegate()) + " as "
                    + delegation.capacity().word();
        }
        return content.kind().word() + " of " + subject;
    }

    /** Whoever is listed is told who signed in her name. */
    private String signedBy(ParsedRecord record) {
        return record.claims()
                .acting()
                .map(acting -> ", signed by " + view.shown(record.issuer()) + " as "
                        + acting.capacity().word())
                .orElse("");
    }

    /** Words come from strangers: nothing in them may steer the terminal. */
    static String clean(String text) {
        return text.lines().map(PlainText::shown).collect(Collectors.joining("\n")) + (text.endsWith("\n") ? "\n" : "");
    }

    static boolean isAbout(ParsedRecord record, Id person) {
        return record.subject().equals(person) || record.issuer().equals(person);
    }

    static boolean isTo(ParsedRecord record, Id licensee) {
        return record.content() instanceof Grant grant && grant.licensees().includes(licensee);
    }

    static RecordKind kind(String word) throws CommandException {
        return RecordKind.ofTyp("likeness-" + word + "+jwt")
                .orElseThrow(() -> CommandException.usage("wanted a kind of record, found `" + word + "`", ""));
    }
}
