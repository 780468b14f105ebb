package org.countenance.record;

import org.countenance.base.MalformedException;
import org.countenance.json.JsonObject;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * What an answer rests on (decision.md section 4, Assurance).
 *
 * @param producer whether the producer signed the manifest
 * @param identity the lowest identity level relied on
 * @param hashed how many files were read and hashed
 * @param of how many files the manifest lists
 * @param inventory whether an inventory was given
 * @param made how it is known when the material was made
 * @param witnesses how many witnesses cosigned the checkpoint
 */
public record Assurance(
        Producer producer, Identity identity, long hashed, long of, Inventory inventory, Made made, long witnesses) {

    /** Who says what the manifest says. */
    public enum Producer {
        /** Nobody signed it. */
        CLAIMED,
        /** The producer signed it. */
        SIGNED
    }

    /** How well the people relied on were identified, in ascending order. */
    public enum Identity {
        /** By themselves. */
        SELF,
        /** By documents. */
        DOCUMENTED,
        /** Face to face. */
        IN_PERSON,
        /** As a qualified trust service does. */
        QUALIFIED;

        /** How it is spelled. */
        public String word() {
            return Words.word(this);
        }

        /** Reads the spelling. */
        public static Identity parse(String text) throws MalformedException {
            return Words.constant(Identity.class, "an identity level", text);
        }
    }

    /** Whether there is a list of files beside the manifest. */
    public enum Inventory {
        /** No. */
        NONE,
        /** Yes. */
        GIVEN
    }

    /** How it is known when material was made. */
    public enum Made {
        /** The producer says so. */
        DECLARED,
        /** A commitment in the log lists it. */
        COMMITTED,
        /** A time-stamp lists it. */
        STAMPED
    }

    /** Reads the object of a verdict or clearance. */
    public static Assurance read(JsonValue value) throws MalformedException {
        Members members = Values.object(value).members();
        Producer producer =
                members.text("producer", text -> Words.constant(Producer.class, "`claimed` or `signed`", text));
        Identity identity = members.text("identity", Identity::parse);
        Members assets = members.required("assets", Values::object).members();
        long hashed = assets.required("hashed", Values.atLeast(0));
        long of = assets.required("of", Values.atLeast(0));
        assets.end();
        Assurance assurance = new Assurance(
                producer,
                identity,
                hashed,
                of,
                members.text("inventory", text -> Words.constant(Inventory.class, "`none` or `given`", text)),
                members.text("made", text -> Words.constant(Made.class, "`declared`, `committed` or `stamped`", text)),
                members.required("witnesses", Values.atLeast(0)));
        members.end();
        return assurance;
    }

    /** The object of a verdict or clearance. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("producer", Words.word(producer))
                .put("identity", identity.word())
                .put(
                        "assets",
                        JsonObject.builder().put("hashed", hashed).put("of", of).build())
                .put("inventory", Words.word(inventory))
                .put("made", Words.word(made))
                .put("witnesses", witnesses)
                .build();
    }
}
