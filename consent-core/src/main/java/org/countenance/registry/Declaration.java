package org.countenance.registry;

import java.time.Duration;
import java.time.Instant;
import org.countenance.record.Id;
import org.countenance.record.Revocation;

/**
 * That a key was in wrong hands from an instant on (authority.md, Compromise).
 *
 * @param party whose key it is
 * @param logged the declaration
 */
record Declaration(Id party, LoggedRecord logged) {

    private static final Duration OWN_REACH = Duration.ofDays(30);

    boolean isAbout(String thumbprint) {
        return compromise().kid().text().equals(thumbprint);
    }

    /** Whether a record was signed by that key after it came into wrong hands and before anybody said so. */
    boolean doubts(LoggedRecord signed) {
        return isAbout(signed.signer())
                && logged.index() > signed.index()
                && !signed.instant().isBefore(since());
    }

    /** A party's own word reaches back thirty days at most; whoever is accredited to recover may reach further. */
    private Instant since() {
        Instant said = compromise().since();
        Instant earliest = logged.instant().minus(OWN_REACH);
        boolean own = logged.record().issuer().equals(party);
        return own && said.isBefore(earliest) ? earliest : said;
    }

    private Revocation.Compromise compromise() {
        return ((Revocation) logged.content()).compromise().orElseThrow();
    }
}
