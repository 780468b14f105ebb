package org.countenance.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.countenance.jws.SignatureProvider;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a command, with signatures checked by the provider in the jar that {@code $CONSENT_PROVIDER} names, if it names one. */
final class ProviderJar implements IExecutionStrategy {

    private static final String VARIABLE = "CONSENT_PROVIDER";
    private static final String HINT =
            "$CONSENT_PROVIDER names the jar of a provider for this machine; unset, signatures are checked all the same";

    private final Surroundings surroundings;

    ProviderJar(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int execute(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        Optional<String> jar = surroundings.variable(VARIABLE);
        if (jar.isEmpty()) {
            return new RunLast().execute(parsed);
        }
        try {
            use(surroundings.path(jar.get()));
            return new RunLast().execute(parsed);
        } catch (CommandException e) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), "no provider", e);
        } finally {
            SignatureProvider.useNone();
        }
    }

    private static void use(Path jar) throws CommandException {
        try {
            SignatureProvider.use(provider(jar));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()), HINT);
        }
    }

    private static Provider provider(Path jar) throws CommandException {
        if (!Files.isRegularFile(jar)) {
            throw another(jar, "none");
        }
        try {
            // Stays open, since what it is asked later loads more of it.
            URL source = jar.toUri().toURL();
            List<Provider> found = ServiceLoader.load(Provider.class, new URLClassLoader(new URL[] {source})).stream()
                    .filter(each -> isFrom(source, each.type()))
                    .map(ServiceLoader.Provider::get)
                    .toList();
            if (found.size() != 1) {
                throw another(jar, found.isEmpty() ? "none" : String.valueOf(found.size()));
            }
            return found.get(0);
        } catch (MalformedURLException | ServiceConfigurationError | LinkageError e) {
            throw another(jar, "one that cannot be loaded");
        }
    }

    private static CommandException another(Path jar, String found) {
        return CommandException.usage("wanted a jar with one security provider at `" + jar + "`, found " + found, HINT);
    }

    /** Java has providers of its own that it finds as well. */
    private static boolean isFrom(URL source, Class<?> type) {
        CodeSource code = type.getProtectionDomain().getCodeSource();
        return code != null && code.getLocation() != null && source.sameFile(code.getLocation());
    }
}
