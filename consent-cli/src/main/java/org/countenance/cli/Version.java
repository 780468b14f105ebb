package org.countenance.cli;

import org.countenance.verify.Rule;
import picocli.CommandLine.IVersionProvider;

/** What {@code consent --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    /** The line that is printed. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "consent " + (version == null ? "(unpacked)" : version) + ", rules " + Rule.VERSION;
    }
}
