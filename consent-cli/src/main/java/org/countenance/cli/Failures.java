package org.countenance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.countenance.base.MalformedException;
import org.countenance.base.NotVerifiedException;
import org.countenance.jws.SignerException;
import org.countenance.registry.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns every failure into one message, a hint where we can guess what was meant, and an exit code; no stack trace. */
final class Failures {

    /** What to do with a damaged registry. */
    static final String RESTORE =
            "keep the file, and make a whole registry from an export or a replica with `consent sync`";

    private static final String AUDIT = "`consent log audit` says what is damaged; ";

    private final Surroundings surroundings;

    Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int wrongWords(ParameterException failure, String[] args) {
        say(lower(String.valueOf(failure.getMessage())), hint(failure, args));
        return ExitCode.USAGE.number();
    }

    private static String hint(ParameterException failure, String[] args) {
        for (String word : args) {
            if (word.matches("-[A-Za-z0-9_-]{42}")) {
                return "write `id:" + word + "`: an id that begins with `-` looks like an option";
            }
        }
        return failure instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getUnmatched().isEmpty()
                ? suggestion(failure.getCommandLine(), unmatched.getUnmatched().get(0))
                : "`" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help` shows what it takes";
    }

    int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        keepTrace(failure, parsed);
        if (failure instanceof CommandException told) {
            say(String.valueOf(told.getMessage()), told.hint());
            return told.code().number();
        }
        if (failure instanceof MalformedException) {
            say(String.valueOf(failure.getMessage()), "");
            return ExitCode.USAGE.number();
        }
        if (failure instanceof NotVerifiedException) {
            say(
                    String.valueOf(failure.getMessage()),
                    "do not act on this registry until its operator has explained it");
            return ExitCode.NOT_VERIFIED.number();
        }
        if (failure instanceof StoreException store) {
            say(String.valueOf(store.getMessage()), store.isCorruption() ? restore(command) : "");
            return store.isCorruption() ? ExitCode.NOT_VERIFIED.number() : ExitCode.FAILED.number();
        }
        say(inWords(failure), failure instanceof SignerException signer ? hint(signer) : "");
        return ExitCode.FAILED.number();
    }

    /** Who audits already is not sent to audit. */
    private static String restore(CommandLine command) {
        return command.getCommandSpec().userObject() instanceof LogAuditCommand ? RESTORE : AUDIT + RESTORE;
    }

    private static String hint(SignerException failure) {
        return switch (failure.reason()) {
            case PIN -> "it was tried once; some tokens lock themselves after three wrong ones";
            case LOCKED -> "the token's own tool unlocks it with the PIN of its security officer";
            case LIBRARY ->
                "a PKCS#11 configuration has lines `name = …`, `library = /path/to.so`, `slotListIndex = 0`";
            case ENTRY -> "Java sees only keys beside which a certificate stands; `keytool -genkeypair` makes both";
            case KIND -> "tokens serve P-256 keys, PKCS#12 files Ed25519 too";
            case GONE -> "is the token plugged in, and does its slot still have the same number";
            case FALSE_SIGNATURE -> "nothing was signed; do not use this entry";
        };
    }

    /** What went wrong, in one line. */
    static String words(Exception failure) {
        return failure instanceof MalformedException
                        || failure instanceof NotVerifiedException
                        || failure instanceof StoreException
                        || failure instanceof CommandException
                ? String.valueOf(failure.getMessage())
                : inWords(failure);
    }

    /** What went wrong outside the program, in one line. */
    static String inWords(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        if (cause instanceof SignerException) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof NoSuchFileException missing) {
            return "wanted a file `" + missing.getFile() + "`, found none";
        }
        if (cause instanceof AccessDeniedException denied) {
            return "wanted access to `" + denied.getFile() + "`, found permission denied";
        }
        if (cause instanceof FileAlreadyExistsException there) {
            return "wanted no file `" + there.getFile() + "`, found one";
        }
        if (cause instanceof NotDirectoryException file) {
            return "wanted a directory `" + file.getFile() + "`, found a file";
        }
        if (cause instanceof FileSystemException file && file.getReason() != null) {
            return "wanted a file to read or write at `" + file.getFile() + "`, found: "
                    + file.getReason().toLowerCase(Locale.ROOT);
        }
        return cause instanceof IOException
                ? "could not read or write: " + cause.getMessage()
                : "something unforeseen happened: " + cause + "; --debug FILE keeps the details";
    }

    private void keepTrace(Exception failure, CommandLine.ParseResult parsed) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        String file = last.matchedOptionValue("--debug", "");
        if (!file.isEmpty()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            try {
                Files.writeString(surroundings.path(file), trace.toString(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                say("could not keep the details in `" + file + "`", "");
            }
        }
    }

    private static String suggestion(CommandLine command, String word) {
        String hint = org.countenance.base.ClosestWord.hint(
                word,
                word.startsWith("-")
                        ? command.getCommandSpec().optionsMap().keySet()
                        : command.getSubcommands().keySet());
        return hint.isEmpty() ? "`" + command.getCommandSpec().qualifiedName() + " --help` shows what it takes" : hint;
    }

    private static String lower(String message) {
        String line = message.lines().findFirst().orElse("").replace('\'', '`');
        String plain = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return plain.isEmpty() ? plain : Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
    }

    private void say(String message, String hint) {
        surroundings.err().println("consent: error: " + message);
        if (!hint.isEmpty()) {
            surroundings.err().println("consent: hint: " + hint);
        }
    }
}
