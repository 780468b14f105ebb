package org.countenance.decisions;

import org.countenance.Kit;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;
import org.countenance.record.Id;

/** People who were identified, as contexts that are given by name want them. */
final class Named {

    private Named() {}

    /** The registrar identified Lin by her documents. */
    static Id identified(Case c) {
        return identified(c, "registrar", "documented");
    }

    static Id identified(Case c, String registrar, String level) {
        String annex = "{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"names\":[{\"text\":\"lin\"}]}";
        return c.endorse(
                registrar,
                Kit.LIN,
                c.id(Kit.LIN),
                "identified",
                ",'level':'" + level + "','of':'"
                        + Sha256.hash(Bytes.utf8(annex)).hex() + "'");
    }

    /** Lin's grant for a political context, and a manifest of such a work. */
    static Id political(Case c, String... changes) {
        c.accredited("registrar", "identify");
        identified(c);
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("'contexts':[]", "'contexts':['political']"),
                        java.util.Arrays.stream(changes))
                .toArray(String[]::new);
        c.manifest("'contexts':[]", "'contexts':['political']");
        return c.grant(all);
    }
}
