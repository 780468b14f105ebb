package org.countenance.json;

/**
 * Bounds on what is read (records.md, Envelope).
 *
 * @param depth objects and arrays inside one another
 * @param string characters of one string, as code points
 * @param array elements of one array
 */
public record JsonLimits(int depth, int string, int array) {

    /** The bounds of records, annexes and single manifest items. */
    public static final JsonLimits RECORD = new JsonLimits(8, 4096, 1000);

    /** The same for a trust policy, one string of which is the text of another. */
    public static final JsonLimits POLICY = new JsonLimits(8, 1 << 18, 1000);

    /** The same for a document whose large arrays are the program's own, e.g. a verdict. */
    public static final JsonLimits DOCUMENT = new JsonLimits(16, 1 << 20, Integer.MAX_VALUE);

    /** A key's proof may be as long as the longest signature, one of ML-DSA-65, is in base64url. */
    private static final String PROOF = "proof";

    private static final int LONGEST_PROOF = 4412;

    /** Characters of the string at a place. */
    int string(Spot at) {
        return at.step().equals(PROOF) ? Math.max(string, LONGEST_PROOF) : string;
    }
}
