package org.countenance.tlog;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.base.Place;
import org.countenance.base.Sha256;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * What stands under a key of the subject index, or that nothing does (log.md, Subject index). Untrusted until it is held
 * against a root.
 *
 * @param key the key that is asked for
 * @param leaf the leaf that was found on the key's way; of another key, or absent, when nothing stands under this one
 * @param path hashes beside the way, from the root downwards
 */
public record IndexProof(String key, Optional<IndexLeaf> leaf, List<Bytes> path) {

    /** Keeps a copy. */
    public IndexProof {
        path = List.copyOf(path);
    }

    /**
     * What is proved to stand under the key.
     *
     * @throws NotVerifiedException when the proof does not lead to {@code root}, or says nothing about the key
     */
    public KeyFold verify(Bytes root) throws NotVerifiedException {
        return new ProvenIndex(root).verify(this);
    }

    /** The proof as a line of an evidence file says it. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("key", key)
                .putIf("leaf", leaf.map(IndexProof::json))
                .put(
                        "path",
                        JsonArray.ofStrings(
                                path.stream().map(Base64Padded::encode).toList()))
                .build();
    }

    private static JsonObject json(IndexLeaf leaf) {
        return JsonObject.builder()
                .put("key", leaf.key().hex())
                .put("count", leaf.fold().count())
                .put("head", leaf.fold().head().hex())
                .build();
    }

    /** Reads what {@link #toJson} wrote. */
    public static IndexProof read(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        IndexProof proof = new IndexProof(
                members.required("key", Values::string),
                members.optional("leaf", IndexProof::readLeaf),
                members.required("path", Values.possiblyEmptyListOf(Values.text(IndexProof::base64))));
        members.end();
        return proof;
    }

    private static IndexLeaf readLeaf(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        IndexLeaf leaf = new IndexLeaf(
                members.text("key", IndexProof::hex),
                new KeyFold(members.required("count", Values.atLeast(1)), members.text("head", IndexProof::hex)));
        members.end();
        return leaf;
    }

    private static Bytes hex(String text) throws MalformedException {
        return hash(Bytes.fromHex(text), text);
    }

    private static Bytes base64(String text) throws MalformedException {
        return hash(Base64Padded.decode(text), text);
    }

    private static Bytes hash(Bytes bytes, String text) throws MalformedException {
        if (bytes.size() != Sha256.SIZE) {
            throw MalformedException.of(Place.NOWHERE, "a hash of 32 bytes", MalformedException.quote(text));
        }
        return bytes;
    }
}
