package org.countenance.cli;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.countenance.base.Bytes;
import org.countenance.base.Count;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.tlog.Checkpoint;
import org.countenance.tlog.SignedNote;
import org.countenance.tlog.VerifiedTimestamp;

/**
 * What the command tells of timestamps.
 *
 * @param text for people
 * @param json for programs
 */
record TimestampWords(String text, JsonObject json) {

    /** A request was written. */
    static TimestampWords asked(Bytes note, String request, String beside) throws MalformedException {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
        String text = "asked for a timestamp of " + named(checkpoint) + "\n"
                + "request     " + request + ", to be sent to a time-stamping authority of your choice:\n"
                + "  curl -sS -H 'Content-Type: application/timestamp-query' --data-binary @" + request
                + " URL -o " + TimestampFiles.beside(java.nio.file.Path.of(request), ".tsr") + "\n"
                + "checkpoint  " + beside + ", to be kept beside the answer\n";
        return new TimestampWords(
                text,
                JsonObject.builder()
                        .put("request", request)
                        .put("checkpoint", checkpoint(note, checkpoint))
                        .build());
    }

    /** Timestamps hold. */
    static TimestampWords of(List<Anchored> all) {
        return new TimestampWords(
                all.stream().map(TimestampWords::text).collect(Collectors.joining("\n")),
                JsonObject.builder()
                        .put(
                                "timestamps",
                                JsonArray.of(
                                        all.stream().map(TimestampWords::json).toList()))
                        .build());
    }

    private static String text(Anchored anchored) {
        VerifiedTimestamp stamp = anchored.stamp();
        return named(anchored.checkpoint()) + " existed on " + Instants.formatMillis(stamp.instant())
                + stamp.accuracy()
                        .map(accuracy -> ", give or take " + seconds(accuracy))
                        .orElse("") + "\n"
                + "stamped by  " + stamp.authority() + "\n"
                + "policy      " + stamp.policy() + "\n"
                + "serial      " + stamp.serial().toString(16) + "\n"
                + "checkpoint  SHA-256 " + Sha256.hash(anchored.note()).hex() + "\n"
                + "pinned      SHA-256 " + stamp.pinned().hex() + "\n"
                + "request     " + (stamp.answersRequest() ? "its nonce came back" : "not at hand") + "\n"
                + "log         "
                + (anchored.bySignature()
                        ? "its signatures hold"
                        : "its signatures were not checked; --trust FILE does")
                + "\n"
                + anchored.file().map(file -> "kept in     " + file + "\n").orElse("");
    }

    private static JsonObject json(Anchored anchored) {
        VerifiedTimestamp stamp = anchored.stamp();
        return JsonObject.builder()
                .put("checkpoint", checkpoint(anchored.note(), anchored.checkpoint()))
                .put("instant", Instants.formatMillis(stamp.instant()))
                .putIf("accuracy", stamp.accuracy().map(Duration::toString).map(org.countenance.json.JsonString::of))
                .put("authority", stamp.authority())
                .put("policy", stamp.policy())
                .put("serial", stamp.serial().toString(16))
                .put("pinned", stamp.pinned().hex())
                .put("request", stamp.answersRequest() ? "matched" : "absent")
                .put("log", anchored.bySignature() ? "verified" : "unchecked")
                .putIf("file", anchored.file().map(org.countenance.json.JsonString::of))
                .build();
    }

    private static JsonObject checkpoint(Bytes note, Checkpoint checkpoint) {
        return JsonObject.builder()
                .put("sha256", Sha256.hash(note).hex())
                .put("origin", checkpoint.origin())
                .put("size", checkpoint.size())
                .put("root", checkpoint.rootBase64())
                .build();
    }

    private static String named(Checkpoint checkpoint) {
        return checkpoint.origin() + " at " + Count.of(checkpoint.size(), "entry");
    }

    private static String seconds(Duration accuracy) {
        return accuracy.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
