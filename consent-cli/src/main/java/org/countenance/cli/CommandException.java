package org.countenance.cli;

/** Ends a command with a message and perhaps a hint; nothing was written. */
final class CommandException extends Exception {

    private final ExitCode code;
    private final String hint;

    private CommandException(ExitCode code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    /** Wrong words. */
    static CommandException usage(String message, String hint) {
        return new CommandException(ExitCode.USAGE, message, hint);
    }

    /** Something is missing or refused. */
    static CommandException failed(String message, String hint) {
        return new CommandException(ExitCode.FAILED, message, hint);
    }

    /** Another way to end. */
    static CommandException of(ExitCode code, String message, String hint) {
        return new CommandException(code, message, hint);
    }

    ExitCode code() {
        return code;
    }

    String hint() {
        return hint;
    }
}
