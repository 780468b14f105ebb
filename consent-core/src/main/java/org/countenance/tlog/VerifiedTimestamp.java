package org.countenance.tlog;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countenance.base.Bytes;

/** That some bytes existed at an instant, by the word of an authority that the verifier pinned; made only by {@link TimestampAuthorities}. */
public final class VerifiedTimestamp {

    private final TimestampStatement statement;
    private final String authority;
    private final Bytes pinned;
    private final boolean answersRequest;

    VerifiedTimestamp(TimestampStatement statement, String authority, Bytes pinned, boolean answersRequest) {
        this.statement = statement;
        this.authority = authority;
        this.pinned = pinned;
        this.answersRequest = answersRequest;
    }

    /** The bytes existed then. */
    public Instant instant() {
        return statement.instant();
    }

    /** How far {@link #instant} may be off, either way; empty when the authority's policy says it elsewhere. */
    public Optional<Duration> accuracy() {
        return statement.accuracy();
    }

    /** The object identifier of the policy under which it was stamped. */
    public String policy() {
        return statement.policy();
    }

    /** The authority's number for this stamp. */
    public BigInteger serial() {
        return statement.serial();
    }

    /** Who stamped: the subject of the signing certificate (RFC 4514); text from outside, to be cleaned before it is shown. */
    public String authority() {
        return authority;
    }

    /** SHA-256 of the verifier's own certificate, at which the path ended. */
    public Bytes pinned() {
        return pinned;
    }

    /** Whether the request was at hand and its nonce the one that came back. */
    public boolean answersRequest() {
        return answersRequest;
    }
}
