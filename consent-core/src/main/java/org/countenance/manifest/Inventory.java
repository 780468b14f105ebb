package org.countenance.manifest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.PlainText;
import org.countenance.json.JsonLimits;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonText;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * What somebody else found in a production: files that there are, people that were recognised in them (decision.md section 4).
 * Untrusted: it can only tell that a manifest lacks something, never that it is complete.
 *
 * @param assets files that there are
 * @param detections people that were seen or heard in them
 * @param source the file as it was given
 */
public record Inventory(List<Item> assets, List<Detection> detections, Bytes source) {

    /**
     * A file that there is.
     *
     * @param sha256 its hash
     * @param name what people call it
     */
    public record Item(Bytes sha256, Optional<String> name) {}

    /**
     * Somebody in a file.
     *
     * @param asset the file's hash, or the id of an asset of the manifest
     * @param person who it is; absent when the detector could not tell
     * @param confidence how sure the detector is, in percent
     */
    public record Detection(String asset, Optional<String> person, OptionalLong confidence) {}

    /** Keeps copies. */
    public Inventory {
        assets = List.copyOf(assets);
        detections = List.copyOf(detections);
    }

    /** Reads one file: {@code {"inventory":1,"assets":[…],"detections":[…]}} with at least one of the two lists. */
    public static Inventory parse(Bytes file) throws MalformedException {
        JsonObject object = Values.object(JsonText.parse(file, "inventory", JsonLimits.DOCUMENT));
        Members members = object.members();
        long version = members.required("inventory", Values.atLeast(1));
        if (version != 1) {
            throw members.fault("inventory", "1", Long.toString(version));
        }
        Optional<List<Item>> assets = members.optional("assets", Values.possiblyEmptyListOf(Inventory::readItem));
        Optional<List<Detection>> detections =
                members.optional("detections", Values.possiblyEmptyListOf(Inventory::readDetection));
        if (assets.isEmpty() && detections.isEmpty()) {
            throw members.fault("a member `assets` or `detections`", "neither");
        }
        members.end();
        return new Inventory(assets.orElse(List.of()), detections.orElse(List.of()), file);
    }

    private static Item readItem(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Item item = new Item(members.text("sha256", Texts::sha256), members.optionalText("name", PlainText::check));
        members.end();
        return item;
    }

    private static Detection readDetection(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        String asset = members.text("asset", Texts::id);
        Optional<String> person = members.optionalText("person", Texts::party);
        Optional<Long> confidence = members.optional("confidence", Values.atLeast(0));
        if (confidence.orElse(0L) > 100) {
            throw members.fault("confidence", "percent from 0 to 100", Long.toString(confidence.get()));
        }
        members.end();
        return new Detection(
                asset, person, confidence.isPresent() ? OptionalLong.of(confidence.get()) : OptionalLong.empty());
    }
}
