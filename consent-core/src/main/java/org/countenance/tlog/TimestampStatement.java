package org.countenance.tlog;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.TSTInfo;

/** What a time-stamping authority states in a token (RFC 3161 section 2.4.2, TSTInfo). Untrusted: nothing has been checked. */
final class TimestampStatement {

    /** RFC 3161: coordinated universal time, seconds, a fraction that does not end with zero. */
    private static final Pattern TIME =
            Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?:\\.(\\d{0,8}[1-9]))?Z");

    private final TSTInfo content;
    private final Instant instant;

    /** Takes what was decoded; throws what readers of garbage throw, which {@link TimestampToken} turns into one failure. */
    TimestampStatement(TSTInfo content) {
        this.content = content;
        if (!content.getVersion().hasValue(1)) {
            throw new IllegalArgumentException("wanted version 1, found " + content.getVersion());
        }
        if (content.getExtensions() != null && content.getExtensions().hasAnyCriticalExtensions()) {
            throw new IllegalArgumentException("wanted no critical extension, found one");
        }
        this.instant = instant(content.getGenTime().getTimeString());
        accuracy();
    }

    TSTInfo content() {
        return content;
    }

    /** The instant as certificates want it. */
    ASN1GeneralizedTime time() {
        return content.getGenTime();
    }

    Instant instant() {
        return instant;
    }

    Optional<BigInteger> nonce() {
        return Optional.ofNullable(content.getNonce()).map(ASN1Integer::getValue);
    }

    String policy() {
        return content.getPolicy().getId();
    }

    BigInteger serial() {
        return content.getSerialNumber().getValue();
    }

    /** How far the instant may be off, either way, when the authority says so. */
    Optional<Duration> accuracy() {
        Accuracy told = content.getAccuracy();
        return told == null
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(number(told.getSeconds()))
                        .plusMillis(number(told.getMillis()))
                        .plusNanos(number(told.getMicros()) * 1000L));
    }

    private static int number(ASN1Integer told) {
        int number = told == null ? 0 : told.intValueExact();
        if (number < 0) {
            throw new IllegalArgumentException("wanted an accuracy that is not negative, found " + number);
        }
        return number;
    }

    private static Instant instant(String time) {
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            throw new DateTimeException("wanted a time like `20261124100000Z`, found `" + time + "`");
        }
        String fraction = matcher.group(7) == null ? "" : matcher.group(7);
        return LocalDateTime.of(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(4)),
                        Integer.parseInt(matcher.group(5)),
                        Integer.parseInt(matcher.group(6)),
                        Integer.parseInt((fraction + "000000000").substring(0, 9)))
                .toInstant(ZoneOffset.UTC);
    }
}
