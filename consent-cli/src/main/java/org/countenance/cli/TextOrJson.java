package org.countenance.cli;

/** The formats of commands whose answer is no report: for people and for programs. */
final class TextOrJson {

    private TextOrJson() {}

    /** Refuses a format that is neither, before anything is done. */
    static void check(String format) throws CommandException {
        if (!format.equals("text") && !format.equals("json")) {
            throw unknown(format);
        }
    }

    /** What to say of a format that is neither. */
    static CommandException unknown(String format) {
        return CommandException.usage("wanted --format text or json, found `" + format + "`", "");
    }
}
