package org.countenance.jws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countenance.base.Base64Padded;
import org.countenance.base.Bytes;
import org.countenance.base.MalformedException;
import org.countenance.base.Place;

/** Textual encoding of one DER structure (RFC 7468). */
final class Pem {

    private static final Pattern FORM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");

    private Pem() {}

    record Block(String type, Bytes content) {}

    static Bytes write(String type, byte[] der) {
        String base64 = Base64Padded.encodeLines(Bytes.of(der));
        return Bytes.utf8("-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
    }

    static Block read(Bytes pem) throws MalformedException {
        Matcher matcher = FORM.matcher(pem.text());
        if (!matcher.matches()) {
            throw MalformedException.of(Place.in("key file"), "one PEM block", "something else");
        }
        try {
            return new Block(
                    matcher.group(1), Base64Padded.decode(matcher.group(2).replaceAll("\\s", "")));
        } catch (MalformedException notBase64) {
            throw MalformedException.of(Place.in("key file"), "base64", "something else");
        }
    }
}
