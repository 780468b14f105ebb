package org.countenance.record;

import java.time.Instant;
import java.util.Optional;
import org.countenance.base.Instants;
import org.countenance.base.MalformedException;
import org.countenance.json.JsonValue;
import org.countenance.json.Members;
import org.countenance.json.Values;

/**
 * What every record says, whatever its kind (records.md, Claims of every record).
 *
 * @param issuer who signs; absent in a party's own first record
 * @param subject whom the record is about; absent in a party's first record
 * @param audience name of the registry
 * @param issuedAt the signer's own time, which proves nothing
 * @param mark the random {@code jti}
 * @param acting in what capacity the signer acts for somebody else; absent for oneself
 * @param submitBy an instant after which the log must not take it
 * @param annex SHA-256 of the annex in hexadecimal digits
 */
public record Claims(
        Optional<Id> issuer,
        Optional<Id> subject,
        String audience,
        Instant issuedAt,
        String mark,
        Optional<Acting> acting,
        Optional<Instant> submitBy,
        Optional<String> annex) {

    /** The only version of the record format. */
    public static final int VERSION = 1;

    /** The only version of the word lists. */
    public static final int VOCABULARY = 1;

    /** Checks the form of a registry's name. */
    public static void checkRegistry(String name) throws MalformedException {
        Words.registryName(name);
    }

    /** Who signs, or in a first party record the party that the record makes. */
    public Id issuerOr(Id own) {
        return issuer.orElse(own);
    }

    /** Whom the record is about, or in a first party record the party that the record makes. */
    public Id subjectOr(Id own) {
        return subject.orElse(own);
    }

    static Claims read(Members members, RecordKind kind) throws MalformedException {
        members.required("v", only(VERSION));
        members.required("vocabulary", only(VOCABULARY));
        Claims claims = new Claims(
                members.optional("iss", Id::read),
                members.optional("sub", Id::read),
                members.text("aud", Words::registryName),
                Instant.ofEpochSecond(members.required("iat", Values.atLeast(0))),
                members.text("jti", Words::jti),
                Acting.read(members, kind),
                members.optionalText("submitBy", Instants::parse),
                members.optionalText("annex", Words::sha256));
        claims.checkAnnex(members, kind);
        claims.checkParties(members, kind);
        return claims;
    }

    /** The only number that a version may be. */
    static org.countenance.json.ValueReader<Long> only(long version) {
        return (JsonValue value) -> {
            long found = Values.atLeast(1).read(value);
            if (found != version) {
                throw MalformedException.of(value.place(), Long.toString(version), Long.toString(found));
            }
            return found;
        };
    }

    private void checkAnnex(Members members, RecordKind kind) throws MalformedException {
        if (kind.annex() == RecordKind.AnnexRule.REQUIRED && annex.isEmpty()) {
            throw members.fault("a member `annex`", "none");
        }
        if (kind.annex() == RecordKind.AnnexRule.REFUSED && annex.isPresent()) {
            throw members.fault("annex", "no annex on a record of kind " + kind.word(), "one");
        }
    }

    private void checkParties(Members members, RecordKind kind) throws MalformedException {
        if (kind == RecordKind.PARTY) {
            return;
        }
        if (issuer.isEmpty()) {
            throw members.fault("a member `iss`", "none");
        }
        if (subject.isEmpty()) {
            throw members.fault("a member `sub`", "none");
        }
    }
}
