package org.countenance.examples.jade;

import java.util.List;
import java.util.Optional;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.json.JsonArray;
import org.countenance.json.JsonObject;

/**
 * One file of the production, a picture or a sound track, with everybody in it.
 *
 * @param id its name
 * @param seconds its length
 * @param episode its episode, or 0 for the trailer
 * @param source IPTC digital source type
 * @param contexts sensitive contexts of everybody in it
 * @param releases ids of the releases that show it
 * @param trimmedFrom id of the shot that this one is cut from
 * @param statement what the studio states of one that shows nobody
 * @param made when the likenesses in it were made
 * @param likenesses everybody in it
 */
record Shot(
        String id,
        int seconds,
        int episode,
        String source,
        List<String> contexts,
        List<String> releases,
        Optional<String> trimmedFrom,
        Optional<String> statement,
        Made made,
        List<Likeness> likenesses) {

    /** The shot as the trailer shows it. */
    Shot trimmed(String trailerId) {
        return new Shot(
                trailerId,
                1,
                0,
                source,
                contexts,
                List.of("promo"),
                Optional.of(id),
                Optional.empty(),
                made,
                likenesses);
    }

    JsonObject toJson() {
        JsonObject.Builder asset =
                JsonObject.builder().put("id", id).put("sha256", hash(id)).put("seconds", seconds);
        if (episode > 0) {
            asset.put("episode", episode);
        }
        asset.put("source", source);
        trimmedFrom.ifPresent(from -> asset.put(
                "derivedFrom",
                JsonObject.builder().put("sha256", hash(from)).put("by", "trim").build()));
        return asset.put("contexts", JsonArray.ofStrings(contexts))
                .put("releases", JsonArray.ofStrings(releases))
                .build();
    }

    JsonObject statementToJson(String text) {
        JsonObject attestation =
                JsonObject.builder().put("sha256", hash(id + "/attestation")).build();
        return JsonObject.builder()
                .put("asset", id)
                .put("statement", text)
                .put("by", "${party:studio}")
                .put("attestation", attestation)
                .build();
    }

    /** There are no files: the hash is that of the name. */
    private static String hash(String name) {
        return Sha256.hash(Bytes.utf8("jade-hairpin/" + name)).hex();
    }
}
