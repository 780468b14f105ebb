package org.countenance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Sha256;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.tlog.AddCheckpoint;
import org.countenance.tlog.Checkpoint;

/** What a witness cosigned last of one log, for one process at a time. Losing it lets the log show another history. */
final class WitnessMemory implements AutoCloseable {

    private static final int SHORT = 16;

    private final HeadMemory memory;

    private WitnessMemory(HeadMemory memory) {
        this.memory = memory;
    }

    /** Reads what was cosigned last and keeps others from doing so until it is closed. */
    static WitnessMemory open(Path directory, String origin) throws CommandException, IOException {
        return new WitnessMemory(HeadMemory.open(
                directory,
                Sha256.hash(Bytes.utf8(origin)).hex(),
                new HeadMemory.Purpose(
                        origin,
                        "cosign",
                        "cosigned",
                        "a witness that has lost its memory takes a new key and a new name")));
    }

    /** The head that was cosigned last. */
    Optional<Checkpoint> head() {
        return memory.head();
    }

    /** Remembers a head; on return it is on disk. */
    void keep(Bytes signed) throws IOException {
        memory.keep(signed);
    }

    /** Keeps both heads and the proof that did not hold, and tells where. */
    Path accuse(String why, AddCheckpoint request) throws IOException, MalformedException {
        String asked = request.text();
        JsonObject.Builder evidence = JsonObject.builder().put("why", why);
        if (memory.note().isPresent()) {
            evidence.put("cosigned", memory.note().get().text());
        }
        String hash = Sha256.hash(Bytes.utf8(asked)).hex().substring(0, SHORT);
        return memory.keepBeside(
                "-" + hash + ".json",
                Bytes.utf8(JsonText.pretty(evidence.put("refused", asked).build())));
    }

    @Override
    public void close() throws IOException {
        memory.close();
    }
}
