package org.countenance.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.countenance.base.MalformedException;
import org.countenance.words.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code consent}. */
@Command(
        name = "consent",
        description = "A registry of consent to use a person's likeness, and a verifier of productions.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {

    /** Answered before anything is made, since scripts ask for it again and again. */
    private static final List<String> VERSION = List.of("-V", "--version");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            paramLabel = "LANG",
            description = "en or zh-Hans (else $CONSENT_LANG, else en): what people read; JSON, ids and words stay")
    void speak(String tag) {
        if (Language.of(tag).isEmpty()) {
            throw new ParameterException(spec.commandLine(), unknown("--lang", tag));
        }
    }

    private static String unknown(String where, String tag) {
        return "wanted " + where + " " + String.join(" or ", Language.tags()) + ", found "
                + MalformedException.quote(tag);
    }

    /** The language that the words of a command ask for; checked when they are parsed. */
    private static Optional<Language> asked(String[] args) {
        Optional<Language> asked = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--lang") && i + 1 < args.length) {
                asked = Language.of(args[i + 1]);
            } else if (args[i].startsWith("--lang=")) {
                asked = Language.of(args[i].substring("--lang=".length()));
            }
        }
        return asked;
    }

    /** Runs one command. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, System.in, out, err));
    }

    /** Runs one command with the process's environment and these streams, and tells how it ended. */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        if (args.length == 1 && VERSION.contains(args[0])) {
            out.println(Version.text());
            return ExitCode.DONE.number();
        }
        return run(args, Surroundings.ofProcess(in, out, err));
    }

    /** Runs one command in these surroundings, and tells how it ended. */
    public static int run(String[] args, Surroundings given) {
        Optional<String> told = given.variable(Surroundings.LANGUAGE);
        if (told.isPresent() && Language.of(told.get()).isEmpty()) {
            given.err().println("consent: error: " + unknown("$" + Surroundings.LANGUAGE, told.get()));
            return ExitCode.USAGE.number();
        }
        Surroundings surroundings = given.speaking(asked(args).orElseGet(given::language));
        return line(surroundings, args).execute(args);
    }

    /** What a line needs, see {@link Commands#put}. */
    static CommandLine line(Surroundings surroundings, String... args) {
        Failures failures = new Failures(surroundings);
        CommandLine line = new CommandLine(new Main(), new CommandFactory(surroundings));
        Commands.put(line, args);
        line.setOut(new java.io.PrintWriter(surroundings.plain(), true, StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setExecutionStrategy(new ProviderJar(surroundings))
                .setParameterExceptionHandler(failures::wrongWords)
                .setExecutionExceptionHandler(failures::failed)
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setUsageHelpAutoWidth(false);
        HelpTexts.put(line, surroundings.language());
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
