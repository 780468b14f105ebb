package org.countenance.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countenance.base.Bytes;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;
import org.countenance.base.PlainText;
import org.countenance.json.Members;
import org.countenance.json.Values;
import org.countenance.jws.CompactJws;

/**
 * An officer's word that a finding may pass for a while (decision.md section 8): signed, never logged. Untrusted: neither its
 * signature nor its officer has been checked.
 *
 * @param jws what was signed
 * @param issuer party id of the officer
 * @param registry name of the registry whose parties it speaks of
 * @param issuedAt the officer's own time
 * @param rule the rule that it lets pass, by its code
 * @param manifest SHA-256 of the only manifest that it is for
 * @param use the use that it is for
 * @param asset the asset that it is for: its id in the manifest, or the hash of a file that is not in it
 * @param reason why, in words
 * @param exemption on what ground, where the rule asks for one
 * @param until when it ends, at most ninety days after {@code issuedAt}
 */
public record Waiver(
        CompactJws jws,
        Id issuer,
        String registry,
        Instant issuedAt,
        String rule,
        String manifest,
        Optional<String> use,
        Optional<String> asset,
        String reason,
        Optional<String> exemption,
        Instant until) {

    /** The media type in the header. */
    public static final String TYP = "likeness-waiver+jwt";

    /** For how long a waiver may be written. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private static final Pattern RULE = Pattern.compile("LC[1-9]\\d{2}");
    private static final int LONGEST_ID = 128;

    /** Reads a waiver; like a record it is refused for anything that it should not hold. */
    public static Waiver parse(Bytes text) throws MalformedException {
        CompactJws jws = CompactJws.parse(text);
        if (!jws.typ().equals(TYP)) {
            throw MalformedException.of(Place.in("header"), "`typ` " + TYP, MalformedException.quote(jws.typ()));
        }
        return read(jws);
    }

    private static Waiver read(CompactJws jws) throws MalformedException {
        Members members = jws.payload().members();
        members.required("v", Claims.only(Claims.VERSION));
        members.required("vocabulary", Claims.only(Claims.VOCABULARY));
        members.text("jti", Words::jti);
        Waiver waiver = new Waiver(
                jws,
                members.required("iss", Id::read),
                members.text("aud", Words::registryName),
                Instant.ofEpochSecond(members.required("iat", Values.atLeast(0))),
                members.text("rule", Waiver::code),
                members.text("manifest", Words::sha256),
                members.optionalText("use", Waiver::name),
                members.optionalText("asset", Waiver::name),
                members.text("reason", PlainText::check),
                members.optionalText("exemption", Words::code),
                members.text("until", Instants::parse));
        members.end();
        if (waiver.use().isPresent() == waiver.asset().isPresent()) {
            throw members.fault("a member `use` or `asset`", waiver.use().isPresent() ? "both" : "neither");
        }
        Instant latest = waiver.issuedAt().plus(LONGEST);
        if (waiver.until().isAfter(latest) || !waiver.until().isAfter(waiver.issuedAt())) {
            throw members.fault(
                    "until",
                    "an instant after `iat` and at most ninety days later, by " + Instants.format(latest),
                    Instants.format(waiver.until()));
        }
        return waiver;
    }

    /** Name of the waiver: SHA-256 over what was signed. */
    public Id id() {
        return new Id(jws.id());
    }

    private static String code(String text) throws MalformedException {
        if (!RULE.matcher(text).matches()) {
            throw MalformedException.of(Place.NOWHERE, "a rule like `LC120`", MalformedException.quote(text));
        }
        return text;
    }

    private static String name(String text) throws MalformedException {
        PlainText.check(text);
        if (text.length() > LONGEST_ID) {
            throw MalformedException.of(
                    Place.NOWHERE, "an id of at most " + LONGEST_ID + " characters", text.length() + " characters");
        }
        return text;
    }
}
