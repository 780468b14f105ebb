package org.countenance.record;

/** The two check character systems of ISO 7064 that identifiers of works and people use. */
final class CheckCharacter {

    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private CheckCharacter() {}

    /** MOD 11-2 over decimal {@code digits}: {@code 0} to {@code 9} or {@code X} (ISNI, ISO 27729). */
    static char mod11Radix2(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum = (sum + digits.charAt(i) - '0') * 2 % 11;
        }
        int check = (12 - sum) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /** MOD 37,36 over {@code characters} of {@code 0-9} and {@code A-Z} (EIDR; ISAN, ISO 15706). */
    static char mod37And36(String characters) {
        int product = 36;
        for (int i = 0; i < characters.length(); i++) {
            int sum = (product + ALPHANUMERIC.indexOf(characters.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHANUMERIC.charAt((37 - product) % 36);
    }
}
