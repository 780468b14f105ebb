package org.countenance.record;

import java.text.Normalizer;
import org.countenance.base.Bytes;
import org.countenance.base.Sha256;

/** How a grant names characters without telling who they are (records.md, {@code characters}). */
public final class CharacterName {

    private CharacterName() {}

    /**
     * SHA-256 of the salt as spelled and the name, trimmed, in NFKC, with full case folding, in NFKC again.
     *
     * @return 64 hexadecimal digits
     */
    public static String hash(String salt, String name) {
        String normal = Normalizer.normalize(name.strip(), Normalizer.Form.NFKC);
        String folded = Normalizer.normalize(CaseFolding.fold(normal), Normalizer.Form.NFKC);
        return Sha256.hash(Bytes.utf8(salt), Bytes.utf8(folded)).hex();
    }
}
