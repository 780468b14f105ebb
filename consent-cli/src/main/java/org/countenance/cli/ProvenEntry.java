package org.countenance.cli;

import org.countenance.base.Count;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.record.Id;
import org.countenance.record.RecordCodec;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.Entry;
import org.countenance.tlog.VerifiedCheckpoint;

/**
 * An entry that a log was shown to have.
 *
 * @param index where
 * @param entry the entry
 * @param checkpoint under which head
 */
record ProvenEntry(long index, Entry entry, VerifiedCheckpoint checkpoint) {

    /** For people. */
    String text() {
        Checkpoint head = checkpoint.checkpoint();
        return "holds: the " + kind() + " " + shown() + " is entry " + index + " of " + head.origin() + "\n"
                + "id      " + entry.jws().id() + "\n"
                + "logged  " + Instants.formatMillis(entry.instant()) + "\n"
                + "under   a checkpoint of " + Count.of(head.size(), "entry") + ", signed on "
                + Instants.format(checkpoint.instant()) + "\n"
                + "not checked: who signed the record, whose keys stand elsewhere in the log, and whether it still stands\n";
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
                .build());
    }

    /** A JWS computes its id; nobody claims it. */
    private String shown() {
        return new Id(entry.jws().id()).shown();
    }

    /** What it is, as far as this version knows its kind. */
    private String kind() {
        try {
            return RecordCodec.parse(entry.jws()).content().kind().word();
        } catch (MalformedException e) {
            return "record";
        }
    }
}
