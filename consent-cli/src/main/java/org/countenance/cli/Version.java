package org.countenance.cli;

import org.countenance.verify.Rule;
import picocli.CommandLine.IVersionProvider;

/** What {@code consent --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"consent " + (version == null ? "(unpacked)" : version) + ", rules " + Rule.VERSION};
    }
}
