package org.countenance.registry;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;

/**
 * Says that what a log shows now does not go together with what it signed, or with what it showed before; holds what proves it.
 */
public final class ReplicationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<Bytes> heads;
    private final transient Optional<Bytes> root;
    private final transient List<Bytes> proof;

    /** What is wrong. */
    public enum Kind {
        /** Two signed heads, of which the smaller is not the beginning of the larger. */
        FORK("fork"),
        /** A head that is smaller than one that was seen before. */
        ROLLBACK("rollback"),
        /** A file that is missing, or other bytes than the head signs. */
        FILES("files"),
        /** An entry that the operator should not have taken, and that makes the log unusable. */
        ENTRY("entry");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in evidence. */
        public String word() {
            return word;
        }
    }

    ReplicationException(Kind kind, String message, List<Bytes> heads, List<Bytes> proof) {
        this(kind, message, heads, Optional.empty(), proof);
    }

    private ReplicationException(
            Kind kind, String message, List<Bytes> heads, Optional<Bytes> root, List<Bytes> proof) {
        super(message);
        this.kind = kind;
        this.heads = List.copyOf(heads);
        this.root = root;
        this.proof = List.copyOf(proof);
    }

    /** Two heads, the root that the second has over as many entries as the first, and the proof that it has it. */
    static ReplicationException fork(String message, List<Bytes> heads, Bytes root, List<Bytes> proof) {
        return new ReplicationException(Kind.FORK, message, heads, Optional.of(root), proof);
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /**
     * What proves it, for others: the signed heads; of a fork also the root that the second has over as many entries as the first,
     * which is another than the first head's, and the proof of consistency that leads from it to the second.
     */
    public JsonObject evidence() {
        JsonObject.Builder evidence = JsonObject.builder()
                .put("fault", kind.word())
                .put("message", String.valueOf(getMessage()))
                .put(
                        "heads",
                        JsonArray.ofStrings(
                                heads.stream().map(ReplicationException::text).toList()));
        root.ifPresent(other -> evidence.put("root", Base64Padded.encode(other)));
        return evidence.put(
                        "proof",
                        JsonArray.ofStrings(
                                proof.stream().map(Base64Padded::encode).toList()))
                .build();
    }

    private static String text(Bytes note) {
        try {
            return note.text();
        } catch (MalformedException e) {
            return note.hex();
        }
    }
}
