package org.countenance.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code consent}. */
@Command(
        name = "consent",
        description = "A registry of consent to use a person's likeness, and a verifier of productions.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            InitCommand.class,
            KeyCommand.class,
            PartyCommand.class,
            RequestCommand.class,
            DelegateCommand.class,
            GrantCommand.class,
            RevokeCommand.class,
            NoticeCommand.class,
            ProhibitCommand.class,
            LiftCommand.class,
            ReturnCommand.class,
            ApproveCommand.class,
            EndorseCommand.class,
            SignCommand.class,
            SubmitCommand.class,
            ShowCommand.class,
            ListCommand.class,
            WatchCommand.class,
            VerifyCommand.class,
            CatalogueCommand.class,
            WaiveCommand.class,
            ManifestCommand.class,
            LogCommand.class,
            SyncCommand.class,
            EvidenceCommand.class,
            ImpactCommand.class,
            DiffCommand.class,
            ExplainCommand.class,
            VocabularyCommand.class
        })
public final class Main implements Runnable {

    /** Answered before any command is made, since scripts ask for it again and again. */
    private static final List<String> VERSION = List.of("-V", "--version");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /** Runs one command. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, System.in, out, err));
    }

    /** Runs one command with the process's environment and these streams, and tells how it ended. */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        return run(args, Surroundings.ofProcess(in, out, err));
    }

    /** Runs one command in these surroundings, and tells how it ended. */
    public static int run(String[] args, Surroundings surroundings) {
        if (args.length == 1 && VERSION.contains(args[0])) {
            surroundings.out().println(Version.text());
            return ExitCode.DONE.number();
        }
        Failures failures = new Failures(surroundings);
        CommandLine line = new CommandLine(new Main(), new CommandFactory(surroundings))
                .setOut(new java.io.PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(failures::wrongWords)
                .setExecutionExceptionHandler(failures::failed)
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setUsageHelpAutoWidth(false);
        line.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST, Help::exitCodes);
        return line.execute(args);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
