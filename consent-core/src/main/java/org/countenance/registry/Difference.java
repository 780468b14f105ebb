package org.countenance.registry;

/**
 * What an audit found: a store is not what the entries of its log make it, or the log is not what its operator may sign.
 *
 * @param fault whose fault it is
 * @param what what was wanted and what was found
 */
public record Difference(Fault fault, String what) {

    /** Whose fault a difference is. */
    public enum Fault {
        /** The log's operator signed what it should not have; every honest copy of the log shows it. */
        OPERATOR("operator"),
        /** This copy was changed or damaged after it was written; another copy does not show it. */
        DATABASE("database");

        private final String word;

        Fault(String word) {
            this.word = word;
        }

        /** The word in reports. */
        public String word() {
            return word;
        }
    }

    /** Something that the operator should not have signed. */
    public static Difference ofOperator(String what) {
        return new Difference(Fault.OPERATOR, what);
    }

    /** Something that is wrong in this copy alone. */
    public static Difference ofDatabase(String what) {
        return new Difference(Fault.DATABASE, what);
    }
}
