package org.countenance.decisions;

/** More of what the base manifest has one of. */
final class Second {

    /** The same person as herself, on an asset with a sensitive context of its own use. */
    static final String USE = "{'id':'u2','asset':'shot','person':'$lin','role':'depicted','portrays':'adult',"
            + "'modalities':['face'],'technique':'voice-clone','contexts':['gambling'],"
            + "'made':{'from':'2026-12-10T00:00:00Z','until':'2026-12-11T00:00:00Z'}}";

    /** A release where nothing is granted. */
    static final String RELEASE = "{'id':'abroad','media':['svod'],'territories':{'include':['SG'],'exclude':[]},"
            + "'languages':['zh-Hans'],'window':{'from':'2027-02-01T00:00:00Z','until':'2027-07-01T00:00:00Z'}}";

    private Second() {}

    /** A second asset with a use of the person. */
    static String asset(int number, String more) {
        return "{'id':'shot" + number + "','sha256':'" + Case.asset(number).hex() + "','seconds':4,'contexts':[],"
                + "'releases':['home']" + more + "}";
    }

    /** A use on such an asset. */
    static String use(int number) {
        return "{'id':'u" + number + "','asset':'shot" + number + "','person':'$lin','role':'depicted',"
                + "'portrays':'adult','modalities':['face'],'technique':'voice-clone',"
                + "'made':{'from':'2026-12-10T00:00:00Z','until':'2026-12-11T00:00:00Z'}}";
    }
}
