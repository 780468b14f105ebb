package org.countenance.examples.benchmarks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.countenance.base.Bytes;
import org.countenance.jws.CompactJws;
import org.countenance.jws.SigningKey;

/**
 * A message, a key and a signature, for the floor: what Bouncy Castle takes to check it and nothing else.
 *
 * @param key who signed
 * @param message what was signed
 * @param signature the signature
 */
record Signed(Ed25519PublicKeyParameters key, Bytes message, Bytes signature) {

    /** What a key signs now. */
    static Signed by(SigningKey key, Bytes message) {
        return new Signed(parameters(key), message, key.sign(message));
    }

    /** What a key signed. */
    static Signed of(SigningKey key, CompactJws jws) {
        return new Signed(parameters(key), jws.signingInput(), jws.signature());
    }

    private static Ed25519PublicKeyParameters parameters(SigningKey key) {
        return new Ed25519PublicKeyParameters(key.verificationKey().raw().toArray(), 0);
    }

    /** Whether it holds. */
    boolean holds() {
        byte[] bytes = message.toArray();
        Ed25519Signer engine = new Ed25519Signer();
        engine.init(false, key);
        engine.update(bytes, 0, bytes.length);
        return engine.verifySignature(signature.toArray());
    }

    /** How many of these hold. */
    static int count(List<Signed> signatures) {
        int held = 0;
        for (Signed each : signatures) {
            held += each.holds() ? 1 : 0;
        }
        return held;
    }

    /** The same on two threads, half of them each. */
    static int count(List<Signed> signatures, Executor two) {
        int half = signatures.size() / 2;
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> count(signatures.subList(0, half)), two);
        CompletableFuture<Integer> second =
                CompletableFuture.supplyAsync(() -> count(signatures.subList(half, signatures.size())), two);
        return first.join() + second.join();
    }
}
