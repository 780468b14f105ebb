package org.countenance.jws;

import java.util.List;
import org.countenance.base.Base64Url;
import org.countenance.base.Bytes;
import org.countenance.base.ClosestWord;
import org.countenance.base.Count;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.json.JsonObject;
import org.countenance.json.Members;

/** Public keys as JWKs (RFC 7517, RFC 8037, RFC 9864, RFC 9964). */
final class Jwk {

    private static final int COORDINATE = 32;

    private Jwk() {}

    static Algorithm algorithm(String name) throws MalformedException {
        return Algorithm.ofRecord(name)
                .orElseThrow(() -> MalformedException.of(
                        Place.NOWHERE,
                        "`Ed25519`, `ES256` or `ML-DSA-65`",
                        MalformedException.quote(name),
                        ClosestWord.hint(name, List.of("Ed25519", "ES256", "ML-DSA-65"))));
    }

    /** Any that this program makes keys of, those that sign no records too. */
    static Algorithm anyAlgorithm(String name) throws MalformedException {
        return name.equals(Algorithm.ML_DSA_44.joseName()) ? Algorithm.ML_DSA_44 : algorithm(name);
    }

    static Bytes raw(Algorithm algorithm, Members members) throws MalformedException {
        return switch (algorithm) {
            case ED25519 -> {
                only(members, "kty", "OKP");
                only(members, "crv", "Ed25519");
                yield members.text("x", Base64Url::decode);
            }
            case ES256 -> {
                only(members, "kty", "EC");
                only(members, "crv", "P-256");
                yield Bytes.concat(
                        Bytes.of((byte) 4), members.text("x", Jwk::coordinate), members.text("y", Jwk::coordinate));
            }
            case ML_DSA_65, ML_DSA_44 -> {
                only(members, "kty", "AKP");
                yield members.text("pub", Base64Url::decode);
            }
        };
    }

    /** The members that the thumbprint covers, in the order of their names (RFC 7638; RFC 9964 for AKP). */
    static JsonObject required(Algorithm algorithm, Bytes raw) {
        return switch (algorithm) {
            case ED25519 ->
                JsonObject.builder()
                        .put("crv", "Ed25519")
                        .put("kty", "OKP")
                        .put("x", Base64Url.encode(raw))
                        .build();
            case ES256 ->
                JsonObject.builder()
                        .put("crv", "P-256")
                        .put("kty", "EC")
                        .put("x", x(raw))
                        .put("y", y(raw))
                        .build();
            case ML_DSA_65, ML_DSA_44 ->
                JsonObject.builder()
                        .put("alg", algorithm.joseName())
                        .put("kty", "AKP")
                        .put("pub", Base64Url.encode(raw))
                        .build();
        };
    }

    static JsonObject full(Algorithm algorithm, Bytes raw) {
        JsonObject.Builder jwk = JsonObject.builder();
        switch (algorithm) {
            case ED25519 -> jwk.put("kty", "OKP").put("crv", "Ed25519").put("x", Base64Url.encode(raw));
            case ES256 ->
                jwk.put("kty", "EC").put("crv", "P-256").put("x", x(raw)).put("y", y(raw));
            case ML_DSA_65, ML_DSA_44 -> jwk.put("kty", "AKP").put("pub", Base64Url.encode(raw));
        }
        return jwk.put("alg", algorithm.joseName()).build();
    }

    private static void only(Members members, String name, String value) throws MalformedException {
        String found = members.string(name);
        if (!found.equals(value)) {
            throw members.fault(name, "`" + value + "`", MalformedException.quote(found));
        }
    }

    private static Bytes coordinate(String text) throws MalformedException {
        Bytes bytes = Base64Url.decode(text);
        if (bytes.size() != COORDINATE) {
            throw MalformedException.of(Place.NOWHERE, COORDINATE + " bytes", Count.of(bytes.size(), "byte"));
        }
        return bytes;
    }

    private static String x(Bytes raw) {
        return Base64Url.encode(raw.slice(1, 1 + COORDINATE));
    }

    private static String y(Bytes raw) {
        return Base64Url.encode(raw.slice(1 + COORDINATE, 1 + 2 * COORDINATE));
    }
}
