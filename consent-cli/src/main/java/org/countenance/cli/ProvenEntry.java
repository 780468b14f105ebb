package org.countenance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countenance.base.Count;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.record.Id;
import org.countenance.record.ParsedRecord;
import org.countenance.record.Party;
import org.countenance.record.PartyKey;
import org.countenance.record.RecordCodec;
import org.countenance.record.RecordVerifier;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Entry;
import org.countenance.tlog.VerifiedCheckpoint;

/**
 * An entry that a log was shown to have.
 *
 * @param index where
 * @param entry the entry
 * @param checkpoint under which head
 * @param record what it says; absent where this version cannot read it
 * @param selfSigned whether a key signed it that it lists itself, as a party's record does; of others the keys stand elsewhere
 */
record ProvenEntry(
        long index, Entry entry, VerifiedCheckpoint checkpoint, Optional<ParsedRecord> record, boolean selfSigned) {

    /**
     * Reads what the entry says, and checks the signature where the record itself lists the key.
     *
     * @throws NotVerifiedException when it lists the key that it names, and another signed it
     */
    static ProvenEntry of(long index, Entry entry, VerifiedCheckpoint checkpoint) throws NotVerifiedException {
        Optional<ParsedRecord> record = read(entry);
        Optional<PartyKey> key = record.flatMap(ProvenEntry::ownKey);
        if (key.isPresent()) {
            RecordVerifier.verify(record.get(), key.get().key());
        }
        return new ProvenEntry(index, entry, checkpoint, record, key.isPresent());
    }

    private static Optional<ParsedRecord> read(Entry entry) {
        try {
            return Optional.of(RecordCodec.parse(entry.jws()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static Optional<PartyKey> ownKey(ParsedRecord record) {
        return record.content() instanceof Party party
                ? party.keys().stream()
                        .filter(key -> key.thumbprint().equals(record.jws().kid()))
                        .findFirst()
                : Optional.empty();
    }

    /** For people. */
    String text() {
        Checkpoint head = checkpoint.checkpoint();
        List<String> lines = new ArrayList<>(List.of(
                "holds: the " + kind() + " " + shown() + " is entry " + index + " of " + head.origin(),
                "id      " + entry.jws().id(),
                "logged  " + Instants.formatMillis(entry.instant()),
                "under   a checkpoint of " + Count.of(head.size(), "entry") + ", signed on "
                        + Instants.format(checkpoint.instant()),
                "checked: the log has this entry under that checkpoint, and your trust policy believes who signed it"));
        if (selfSigned) {
            lines.add("checked: the record is signed by key " + entry.jws().kid() + ", which it lists itself");
        }
        lines.add("not checked: " + notChecked());
        return String.join("\n", lines) + "\n";
    }

    private String notChecked() {
        if (record.isEmpty()) {
            return "what the record says, which this version cannot read, who signed it, and whether it still stands";
        }
        if (!selfSigned) {
            return "who signed the record, whose keys stand elsewhere in the log, and whether it still stands";
        }
        return isFirst()
                ? "who holds that key, and whether the record still stands"
                : "whether that key might replace the record before it, and whether this one still stands";
    }

    private boolean isFirst() {
        return record.filter(each -> each.subject().equals(each.id())).isPresent();
    }

    /** For programs. */
    String json() {
        Checkpoint head = checkpoint.checkpoint();
        return JsonText.pretty(JsonObject.builder()
                .put("holds", true)
                .put("kind", kind())
                .put("id", entry.jws().id())
                .put("index", index)
                .put("integrated", Instants.formatMillis(entry.instant()))
                .put(
                        "log",
                        JsonObject.builder()
                                .put("origin", head.origin())
                                .put("size", head.size())
                                .put("root", head.rootBase64())
                                .put("instant", Instants.format(checkpoint.instant()))
                                .build())
                .put("key", entry.jws().kid())
                .put("checked", words(List.of("inclusion", "checkpoint"), record.isPresent(), selfSigned))
                .put("unchecked", words(List.of("authority", "standing"), record.isEmpty(), !selfSigned))
                .build());
    }

    private static JsonArray words(List<String> always, boolean form, boolean signature) {
        List<String> words = new ArrayList<>(always);
        if (form) {
            words.add("form");
        }
        if (signature) {
            words.add("signature");
        }
        return JsonArray.ofStrings(words);
    }

    /** A JWS computes its id; nobody claims it. */
    private String shown() {
        return new Id(entry.jws().id()).shown();
    }

    /** What it is, as far as this version knows its kind. */
    private String kind() {
        return record.map(each -> each.content().kind().word()).orElse("record");
    }
}
